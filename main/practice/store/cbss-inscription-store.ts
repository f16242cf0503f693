// The inscriptions that the service keeps: for an organisation, a number and a context, the days on which the person is known.
import type { Connection } from './file-store.ts';

export interface Span {
  readonly begin: string;
  /** Null: until further notice. */
  readonly end: string | null;
}

export interface Inscription extends Span {
  readonly owner: string;
  readonly ssin: string;
  readonly context: string;
}

export interface InscriptionKey {
  readonly owner: string;
  readonly ssin: string;
  readonly context: string;
}

export interface CbssInscriptionStore {
  lines(key: InscriptionKey): Span[];
  /** In place of all lines of the key. */
  setLines(key: InscriptionKey, lines: readonly Span[]): void;
  ofOwner(owner: string, ssin?: string): Inscription[];
  ofNumber(ssin: string): Inscription[];
  owners(): string[];
}

const COLUMNS = 'owner, ssin, context, begin_date AS begin, end_date AS "end"';

export const createCbssInscriptionStore = (database: Connection): CbssInscriptionStore => {
  const lines = database.prepare<[string, string, string], Span>(
    `SELECT begin_date AS begin, end_date AS "end" FROM cbss_inscription
     WHERE owner = ? AND ssin = ? AND context = ? ORDER BY begin_date`,
  );
  const clear = database.prepare('DELETE FROM cbss_inscription WHERE owner = ? AND ssin = ? AND context = ?');
  const add = database.prepare('INSERT INTO cbss_inscription VALUES (?, ?, ?, ?, ?)');
  const ofOwner = database.prepare<[string], Inscription>(
    `SELECT ${COLUMNS} FROM cbss_inscription WHERE owner = ? ORDER BY ssin, context, begin_date`,
  );
  const ofOwnerAndNumber = database.prepare<[string, string], Inscription>(
    `SELECT ${COLUMNS} FROM cbss_inscription WHERE owner = ? AND ssin = ? ORDER BY context, begin_date`,
  );
  const ofNumber = database.prepare<[string], Inscription>(
    `SELECT ${COLUMNS} FROM cbss_inscription WHERE ssin = ? ORDER BY owner, context, begin_date`,
  );
  const owners = database.prepare<[], { owner: string }>(
    'SELECT DISTINCT owner FROM cbss_inscription ORDER BY owner',
  );
  const replace = database.transaction(({ owner, ssin, context }: InscriptionKey, all: readonly Span[]) => {
    clear.run(owner, ssin, context);
    for (const { begin, end } of all) add.run(owner, ssin, context, begin, end);
  });
  return {
    lines: ({ owner, ssin, context }) => lines.all(owner, ssin, context),
    setLines: (key, all) => {
      replace(key, all);
    },
    ofOwner: (owner, ssin) => (ssin === undefined ? ofOwner.all(owner) : ofOwnerAndNumber.all(owner, ssin)),
    ofNumber: (ssin) => ofNumber.all(ssin),
    owners: () => owners.all().map(({ owner }) => owner),
  };
};
