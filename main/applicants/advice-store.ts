// SQL of what an employer answered to the lines of advice beside a request.
import { type Database, statement } from '../platform/database.ts';

export const ticksOf = (db: Database, requestId: string): Map<string, 'yes' | 'no'> =>
  new Map(
    (
      statement(db, 'SELECT line, answer FROM applicant_advice WHERE request_id = ?').all(requestId) as {
        line: string;
        answer: 'yes' | 'no';
      }[]
    ).map(({ line, answer }) => [line, answer]),
  );

/** `open` takes the answer back. */
export function putTick(db: Database, requestId: string, line: string, answer: 'yes' | 'no' | 'open'): void {
  if (answer === 'open')
    statement(db, 'DELETE FROM applicant_advice WHERE request_id = ? AND line = ?').run(requestId, line);
  else
    statement(
      db,
      `INSERT INTO applicant_advice (request_id, line, answer) VALUES (?, ?, ?)
       ON CONFLICT (request_id, line) DO UPDATE SET answer = excluded.answer`,
    ).run(requestId, line, answer);
}
