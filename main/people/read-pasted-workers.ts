// Reads a pasted list for an employer and adds what only the data know: who is there already, whose name differs.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { type PastedWorker, readPaste } from '../../preload/rules/workers/read-paste.ts';
import { findEmployer } from '../employers/employer-store.ts';
import type { Session } from '../platform/session.ts';
import { personByInsz } from './person-store.ts';
import { workerIdByInsz } from './worker-store.ts';

export function readPastedWorkers(
  session: Session,
  { employerId, text }: HandlerInput<'worker.readPaste'>,
): Result<HandlerOutput<'worker.readPaste'>> {
  if (findEmployer(session.db, employerId) === null) return fail('notFound');
  const paste = readPaste(text, { today: session.businessDate() });
  const rows = paste.rows.map(({ endDate: _, ...row }) => ({
    ...row,
    findings: [...row.findings, ...findingsFromData(session, employerId, row)].slice(0, 20),
  }));
  return ok({ ...paste, rows });
}

function findingsFromData(
  { db }: Session,
  employerId: string,
  row: Pick<PastedWorker, 'insz' | 'familyName'>,
): PastedWorker['findings'] {
  const insz = parseInsz(row.insz);
  if (insz === null) return [];
  if (workerIdByInsz(db, employerId, insz) !== null)
    return [{ rule: 'WRK-ALREADY-THERE', severity: 'notice', field: 'insz' }];
  const known = personByInsz(db, insz);
  const differs =
    known !== null &&
    known.familyName !== '' &&
    row.familyName !== '' &&
    !sameName(known.familyName, row.familyName);
  return differs ? [{ rule: 'WRK-NAME-DIFFERS', severity: 'warning', field: 'familyName' }] : [];
}

const sameName = (a: string, b: string): boolean =>
  a.localeCompare(b, 'nl-BE', { sensitivity: 'base', ignorePunctuation: true }) === 0;
