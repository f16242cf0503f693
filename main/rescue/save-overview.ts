// The overview of clients as a file, as it is filtered and sorted on the page.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { RescueClient } from '../../preload/contract/rescue-values.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import type { RoutePort } from '../outbox/connection.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { inSlices } from '../platform/slices.ts';
import { runInWorker } from '../platform/workers.ts';
import { wordsIn } from './export-rows.ts';
import { overviewRows } from './show-clients.ts';

const columns = [
  'name',
  'number',
  'state',
  'read',
  'toRead',
  'found',
  'trainings',
  'failed',
  'manual',
  'why',
  'lastRun',
];

/** Failures: those of saving. */
export async function saveOverview(
  session: Session,
  route: RoutePort,
  windowId: string,
  { format, language, ...input }: HandlerInput<'rescue.saveOverview'>,
): Promise<Result<HandlerOutput<'rescue.saveOverview'>>> {
  const t = wordsIn(session, language);
  const rows = await inSlices(overviewRows(session, route, input));
  const why = ({ failure, route: way }: RescueClient): string => {
    const told = failure ?? way;
    return told === null ? '' : session.texts.t(language, `errors.${told.code}`, told.details ?? {});
  };
  const sheet = {
    name: t('overview.sheet'),
    headings: columns.map((column) => t(`overview.${column}`)),
    rows: rows.map((row) => {
      const { counts, manual } = row;
      const read = counts.found + counts.empty;
      return [
        row.name,
        row.enterpriseNumber,
        t(`standing.${row.standing}`),
        String(read),
        String(read + counts.failed + counts.waiting + counts.asked),
        String(counts.found),
        String(counts.records),
        String(counts.failed),
        String(manual.done),
        why(row),
        row.end?.at ?? '',
      ];
    }),
  };
  const bytes = await runInWorker('rescue.write', { format, sheets: [sheet] }, { maxHeapMb: 512 });
  if (!bytes.ok) return bytes;
  const wanted = `${t('overview.file')}-${session.businessDate()}.${format}`;
  const saved = await session.host.saveFile(windowId, wanted, bytes.value);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '' });
  const { name } = saved.value;
  const noted = attempt(session.db, () => {
    recordAct(session, {
      employerId: null,
      kind: 'rescue.overviewSaved',
      summary: name,
      payload: { name, format, clients: rows.length },
    });
    return ok({});
  });
  return noted.ok ? ok({ saved: true, name }) : noted;
}
