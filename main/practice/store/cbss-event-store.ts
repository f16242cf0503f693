// What happened to persons, whom it is told, and the files of a day in which it was.
import type { Connection } from './file-store.ts';

export type EventType =
  | 'REPLACEMENT'
  | 'CANCELLATION'
  | 'NAME'
  | 'BIRTH'
  | 'GENDER'
  | 'DECEASE'
  | 'ADDRESS'
  | 'REGISTER_CHANGE'
  | 'DIMONA';

export interface CbssEvent<Body = unknown> {
  readonly id: number;
  readonly mutationId: string;
  readonly type: EventType;
  readonly effectiveDate: string;
  readonly ssin: string;
  readonly body: Body;
}

export interface EmittedFile {
  readonly owner: string;
  readonly sequence: number;
  readonly name: string;
  readonly createdAt: string;
  /** The last event that could stand in it. */
  readonly lastEvent: number;
  readonly records: number;
}

export interface EmittedBytes {
  readonly file: Buffer;
  readonly voucher: Buffer;
}

export interface CbssEventStore {
  add(event: Omit<CbssEvent, 'id'>, owners: readonly string[]): void;
  /** Events after `since`: those for an owner, or all. */
  since(since: number, owner: string | undefined): CbssEvent[];
  lastId(): number;
  lastFile(owner: string): EmittedFile | undefined;
  /** The newest first. */
  files(owner: string): EmittedFile[];
  bytes(owner: string, sequence: number): (EmittedBytes & Pick<EmittedFile, 'name'>) | undefined;
  addFile(file: EmittedFile & EmittedBytes): void;
  together<T>(work: () => T): T;
}

type Row = Omit<CbssEvent, 'body'> & { body: string };
const EVENT = 'id, mutation_id AS mutationId, type, effective_date AS effectiveDate, ssin, body';
const FILE = 'owner, sequence, name, created_at AS createdAt, last_event AS lastEvent, records';

export const createCbssEventStore = (database: Connection): CbssEventStore => {
  const add = database.prepare(
    'INSERT INTO cbss_event (mutation_id, type, effective_date, ssin, body) VALUES (?, ?, ?, ?, ?)',
  );
  const addOwner = database.prepare('INSERT OR IGNORE INTO cbss_event_owner (event_id, owner) VALUES (?, ?)');
  const all = database.prepare<[number], Row>(`SELECT ${EVENT} FROM cbss_event WHERE id > ? ORDER BY id`);
  const mine = database.prepare<[string, number], Row>(
    `SELECT ${EVENT} FROM cbss_event_owner JOIN cbss_event ON id = event_id WHERE owner = ? AND id > ? ORDER BY id`,
  );
  const last = database.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM cbss_event');
  const lastFile = database.prepare<[string], EmittedFile>(
    `SELECT ${FILE} FROM cbss_file WHERE owner = ? ORDER BY sequence DESC LIMIT 1`,
  );
  const files = database.prepare<[string], EmittedFile>(
    `SELECT ${FILE} FROM cbss_file WHERE owner = ? ORDER BY sequence DESC LIMIT 30`,
  );
  const bytes = database.prepare<[string, number], EmittedBytes & Pick<EmittedFile, 'name'>>(
    'SELECT name, file, voucher FROM cbss_file WHERE owner = ? AND sequence = ?',
  );
  const addFile = database.prepare('INSERT INTO cbss_file VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const eventOf = (row: Row): CbssEvent => ({ ...row, body: JSON.parse(row.body) });
  return {
    add: ({ mutationId, type, effectiveDate, ssin, body }, owners) => {
      const { lastInsertRowid } = add.run(mutationId, type, effectiveDate, ssin, JSON.stringify(body));
      for (const owner of owners) addOwner.run(lastInsertRowid, owner);
    },
    since: (since, owner) => (owner === undefined ? all.all(since) : mine.all(owner, since)).map(eventOf),
    lastId: () => last.get()?.id ?? 0,
    lastFile: (owner) => lastFile.get(owner),
    files: (owner) => files.all(owner),
    bytes: (owner, sequence) => bytes.get(owner, sequence),
    addFile: ({ owner, sequence, name, createdAt, lastEvent, records, file, voucher }) => {
      addFile.run(owner, sequence, name, createdAt, lastEvent, records, file, voucher);
    },
    together: (work) => database.transaction(work)(),
  };
};
