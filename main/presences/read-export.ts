// Reads everything that is searched, in pieces, so that main answers others in between.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { EmployerScope } from '../employers/employer-scope.ts';
import type { JobRun, Session } from '../platform/session.ts';
import type { Exported } from './export-cells.ts';
import type { PresenceConditions } from './presence-conditions-store.ts';
import { countPresences, type PresenceRow, presencesAfter, remarksOf } from './presence-store.ts';

const piece = 300;

export type FoundPresence = { row: PresenceRow; codes: string[] };

/** Failures: nothingToSend (nothing is found), tableTooManyRows (`details.rows`), cancelled. */
export async function readAll(
  { db }: Session,
  scope: EmployerScope,
  filter: PresenceConditions,
  most: number,
  run: JobRun,
): Promise<Result<FoundPresence[]>> {
  const total = countPresences(db, scope, filter);
  if (total === 0) return fail('nothingToSend');
  if (total > most) return fail('tableTooManyRows', { details: { rows: total } });
  const found: FoundPresence[] = [];
  let after: PresenceRow | null = null;
  for (;;) {
    const rows = presencesAfter(db, scope, filter, after, piece);
    const remarks = Map.groupBy(
      remarksOf(
        db,
        rows.map((row) => row.service_id),
      ),
      (remark) => remark.service_id,
    );
    for (const row of rows)
      found.push({ row, codes: (remarks.get(row.service_id) ?? []).map(({ code }) => code) });
    run.progress(found.length, total);
    after = rows.at(-1) ?? null;
    if (after === null || rows.length < piece || found.length >= most) return ok(found);
    await new Promise((resolve) => setImmediate(resolve));
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
  }
}

export const exportedOf = ({ row, codes }: FoundPresence): Exported => ({
  serviceId: row.service_id,
  registeredAt: row.registered_at,
  type: row.type,
  insz: row.insz,
  currentInsz: row.current_insz,
  workerName: row.worker_name,
  employerNumber: row.employer_number,
  employerName: row.employer_name,
  reference: row.reference,
  siteName: row.site_name,
  channel: row.channel,
  validity: row.validity,
  cancelledAt: row.cancelled_at,
  remarks: codes.map((code) => ({ code })),
});
