// SQL of the last time that lines were inscribed: what a kill leaves as running goes on at the next start.
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import { type Database, statement } from '../../platform/database.ts';

type Shown = NonNullable<HandlerOutput<'registerInscribing.state'>['run']>;
export type Run = Shown & { again: boolean };
export type Became = 'inscribed' | 'already' | 'refused';

export function readRun(db: Database): Run | null {
  const row = statement(
    db,
    `SELECT state, started_at AS startedAt, started_by AS startedBy, again, total, inscribed, already, refused, failure
       FROM register_inscribing WHERE id = 1`,
  ).get() as (Omit<Run, 'again'> & { again: number }) | undefined;
  return row === undefined ? null : { ...row, again: row.again === 1 };
}

/** A kill or the end of the app cut it off. */
export const wasInscribing = (db: Database): boolean => readRun(db)?.state === 'running';

/** In place of the last one. */
export function beginRun(db: Database, { at, by, again }: { at: string; by: string; again: boolean }): void {
  statement(db, 'DELETE FROM register_inscribing').run();
  statement(
    db,
    `INSERT INTO register_inscribing (id, state, started_at, started_by, again) VALUES (1, 'running', ?, ?, ?)`,
  ).run(at, by, again ? 1 : 0);
}

export function setTotal(db: Database, total: number): void {
  statement(db, 'UPDATE register_inscribing SET total = ?').run(total);
}

export function countOne(db: Database, became: Became): void {
  statement(db, `UPDATE register_inscribing SET ${became} = ${became} + 1`).run();
}

export function endRun(db: Database, state: 'stopped' | 'done', failure: string | null): void {
  statement(db, 'UPDATE register_inscribing SET state = ?, failure = ?').run(state, failure);
}
