// The trainings and training rights that the practice FLA holds, per employer, worker and year.
import type { Connection } from './file-store.ts';

export interface WorkerYear {
  readonly enterpriseNumber: string;
  readonly insz: string;
  readonly year: number;
}

export interface StoredTraining {
  readonly id: string;
  readonly externalReference: string;
  /** The training as it was sent, as JSON text. */
  readonly body: string;
  /** Who filed it: `api:<client id>`, `webApplication`, `trainingProvider`, `batch`. */
  readonly channel: string;
  /** Business date of the first filing. */
  readonly filedOn: string;
}

export interface TrainingStore {
  list(subject: WorkerYear): StoredTraining[];
  save(subject: WorkerYear, training: StoredTraining): void;
  remove(subject: WorkerYear, externalReference: string): void;
  rights(subject: WorkerYear): string | undefined;
  saveRights(subject: WorkerYear, body: string): void;
}

export const createTrainingStore = (database: Connection): TrainingStore => {
  const list = database.prepare<[string, string, number], StoredTraining>(
    `SELECT id, external_reference AS externalReference, body, channel, filed_on AS filedOn FROM training
     WHERE enterprise_number = ? AND insz = ? AND year = ? ORDER BY rowid`,
  );
  const save = database.prepare(
    `INSERT INTO training (id, enterprise_number, insz, year, external_reference, body, channel, filed_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (enterprise_number, insz, year, external_reference) DO UPDATE SET body = excluded.body, channel = excluded.channel`,
  );
  const remove = database.prepare(
    'DELETE FROM training WHERE enterprise_number = ? AND insz = ? AND year = ? AND external_reference = ?',
  );
  const rights = database.prepare<[string, string, number], { body: string }>(
    'SELECT body FROM training_right WHERE enterprise_number = ? AND insz = ? AND year = ?',
  );
  const saveRights = database.prepare('INSERT OR REPLACE INTO training_right VALUES (?, ?, ?, ?)');
  return {
    list: ({ enterpriseNumber, insz, year }) => list.all(enterpriseNumber, insz, year),
    save: ({ enterpriseNumber, insz, year }, { id, externalReference, body, channel, filedOn }) => {
      save.run(id, enterpriseNumber, insz, year, externalReference, body, channel, filedOn);
    },
    remove: ({ enterpriseNumber, insz, year }, externalReference) => {
      remove.run(enterpriseNumber, insz, year, externalReference);
    },
    rights: ({ enterpriseNumber, insz, year }) => rights.get(enterpriseNumber, insz, year)?.body,
    saveRights: ({ enterpriseNumber, insz, year }, body) => {
      saveRights.run(enterpriseNumber, insz, year, body);
    },
  };
};
