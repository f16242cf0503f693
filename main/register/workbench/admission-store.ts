// Which steps of the admission to CBSSInscription were done, when, and under which reference.
import type { AdmissionStep } from '../../../preload/contract/cbss-workbench.ts';
import type { Database } from '../../platform/database.ts';

export type DoneStep = { step: AdmissionStep; on: string; reference: string };

export const readDoneSteps = (db: Database): DoneStep[] =>
  db.prepare('SELECT step, done_on AS "on", reference FROM cbss_admission').all() as DoneStep[];

export function saveDoneStep(db: Database, { step, on, reference }: DoneStep): void {
  db.prepare(
    `INSERT INTO cbss_admission (step, done_on, reference) VALUES (?, ?, ?)
     ON CONFLICT (step) DO UPDATE SET done_on = excluded.done_on, reference = excluded.reference`,
  ).run(step, on, reference);
}

export const removeDoneStep = (db: Database, step: AdmissionStep): void => {
  db.prepare('DELETE FROM cbss_admission WHERE step = ?').run(step);
};
