// What other services of practice hold under a number that was replaced: it stands under the new one from then on.
import type { Connection } from './file-store.ts';

export interface NumberMoveStore {
  /** Employments, trainings, presences, requests and mandates; what the new number has already stays as it is. */
  move(oldNumber: string, newNumber: string): void;
}

const MOVED = [
  'employment',
  'training',
  'training_right',
  'presence',
  'citizen_mandate',
  'citizen_facts',
  'provider_part',
] as const;

export const createNumberMoveStore = (database: Connection): NumberMoveStore => {
  const statements = MOVED.map((table) =>
    database.prepare(`UPDATE OR IGNORE ${table} SET insz = ? WHERE insz = ?`),
  );
  const asked = database.prepare('UPDATE citizen_request SET insz = ? WHERE insz = ?');
  const used = database.prepare('UPDATE citizen_request SET used_by = ? WHERE used_by = ?');
  return {
    move: (oldNumber, newNumber) => {
      for (const statement of [...statements, asked, used]) statement.run(newNumber, oldNumber);
    },
  };
};
