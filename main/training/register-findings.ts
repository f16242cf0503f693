// Whether the person register allows sending for the worker-years of trainings that are still to be sent.
import type { Finding } from '../../preload/contract/finding.ts';
import type { Session } from '../platform/session.ts';
import { notAllowed } from '../register/allowing/allowing-line.ts';
import type { TrainingRow } from './training-row.ts';

type Row = Pick<TrainingRow, 'id' | 'worker_id' | 'year' | 'state'>;

/** Findings per record id; of what was answered nothing is said any more. */
export function registerFindings(session: Pick<Session, 'db'>, rows: readonly Row[]): Map<string, Finding[]> {
  const open = rows.filter(({ state }) => state === 'draft' || state === 'ready' || state === 'refused');
  const years = new Map(
    open.map(({ worker_id: workerId, year }) => [`${workerId} ${year}`, { workerId, year }]),
  );
  const { keys, stops } = notAllowed(session, [...years.values()]);
  const finding: Finding = { rule: 'REG-NO-LINE', severity: stops ? 'blocking' : 'warning', field: null };
  return new Map(
    open
      .filter(({ worker_id: workerId, year }) => keys.has(`${workerId} ${year}`))
      .map(({ id }) => [id, [finding]]),
  );
}
