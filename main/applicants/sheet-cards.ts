// What is handed out of requests that are open and have a link; of all others nothing.
import type { Session } from '../platform/session.ts';
import { linkOf } from './applicant-link.ts';
import { dataSetsOf } from './request-store.ts';
import type { Card } from './sheet-html.ts';
import { mandataryName, type OpenRow, openOf, openOfBatch } from './sheet-store.ts';

export type OpenCard = Card & {
  id: string;
  employerId: string;
  language: OpenRow['language'];
};

/** In the order of the list, or in that of the ids. */
export function openCards(
  session: Session,
  which: { batchId: string } | { ids: readonly string[] },
): OpenCard[] {
  const rows = 'ids' in which ? openOf(session.db, which.ids) : openOfBatch(session.db, which.batchId);
  return rows.flatMap((row) => {
    const link = linkOf(session, row);
    if (link === null || row.expires_at === null) return [];
    return [
      {
        id: row.id,
        employerId: row.employer_id,
        employerName: row.employer_name,
        language: row.language,
        mandatary: row.mandatary_number === null ? null : mandataryName(session.db, row.mandatary_number),
        label: row.label,
        code: shownCode(row.service_id),
        dataSets: dataSetsOf(row),
        url: link.url,
        expiresAt: row.expires_at,
      },
    ];
  });
}

/** `3f2a7c18-54f7-…` → `3F2A-7C18`. */
function shownCode(serviceId: string | null): string | null {
  const signs =
    serviceId
      ?.replace(/[^0-9a-z]/gi, '')
      .slice(0, 8)
      .toUpperCase() ?? '';
  return signs.length < 8 ? null : `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
