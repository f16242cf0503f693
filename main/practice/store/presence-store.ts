// Presence registrations and every judgement of them. Moments are milliseconds since the epoch.
import type { Connection } from './file-store.ts';

export type Validity = 'pending' | 'valid' | 'invalid';

export interface Presence {
  readonly id: number;
  readonly type: 'IN' | 'OUT';
  readonly insz: string;
  /** Enterprise number, or the foreign VAT number in its place. */
  readonly employer: string;
  readonly reference: string;
  readonly registeredAt: number;
  readonly createdAt: number;
  readonly channel: 'webService' | 'onlineService' | 'qrCode';
  readonly sender: string;
  readonly clientId: string;
  /** JSON of `placeOfWork` as it was sent. */
  readonly place: string;
  readonly clientReference: string | null;
  readonly validity: Validity;
  /** Moment of the last judgement; null while there is none. */
  readonly validatedAt: number | null;
  /** Codes of the last judgement, separated by spaces. */
  readonly remarks: string;
  /** When it is to be judged next; null when nothing is due. */
  readonly dueAt: number | null;
  readonly cancelReason: string | null;
  readonly cancelledAt: number | null;
}

export interface PresenceQuery {
  /** Employers of which the caller may see everything. */
  readonly employers: readonly string[];
  /** Declarations of works of which the caller may see every enterprise. */
  readonly references: readonly string[];
  readonly employer?: string | undefined;
  readonly insz?: string | undefined;
  readonly reference?: string | undefined;
  readonly type?: string | undefined;
  readonly registered: readonly [number, number];
  readonly created?: readonly [number, number] | undefined;
  readonly validities?: readonly string[] | undefined;
  readonly remarkCodes?: readonly string[] | undefined;
  readonly sort: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

export interface Judgement {
  readonly at: number;
  readonly validity: 'valid' | 'invalid';
  readonly remarks: readonly string[];
}

export interface PresenceStore {
  add(presence: Omit<Presence, 'id'>): number;
  find(id: number): Presence | undefined;
  search(query: PresenceQuery): { rows: Presence[]; total: number };
  /** Those whose judgement is due at `now`, oldest first. */
  due(now: number): Presence[];
  judge(id: number, judgement: Judgement, nextDue: number | null): void;
  judgements(id: number): Judgement[];
  setDue(id: number, dueAt: number): void;
  cancel(id: number, reason: string, at: number): void;
  /** The others of this worker on this site that were not cancelled, in the order of their moments. */
  ofWorkerAtSite(insz: string, reference: string): Presence[];
  /** What a sender registered for this worker under a reference of its own. */
  byReference(clientId: string, insz: string, clientReference: string): Presence | undefined;
  /** Those with a higher id, in their order. */
  since(id: number, limit: number): Presence[];
  together<T>(work: () => T): T;
}

const COLUMNS = `id, type, insz, employer, reference, registered_at AS registeredAt, created_at AS createdAt, channel, sender,
  client_id AS clientId, place, client_reference AS clientReference, validity, validated_at AS validatedAt, remarks,
  due_at AS dueAt, cancel_reason AS cancelReason, cancelled_at AS cancelledAt`;

const SORTS: Readonly<Record<string, string>> = {
  id: 'id',
  registrationDate: 'registered_at',
  creationDate: 'created_at',
};

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ');

const conditions = (q: PresenceQuery): { sql: string; values: (string | number)[] } => {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const add = (sql: string, ...more: (string | number)[]): void => {
    parts.push(sql);
    values.push(...more);
  };
  add(
    `(employer IN (${marks(q.employers)}) OR reference IN (${marks(q.references)}))`,
    ...q.employers,
    ...q.references,
  );
  add('registered_at >= ? AND registered_at < ?', ...q.registered);
  if (q.employer !== undefined) add('employer = ?', q.employer);
  if (q.insz !== undefined) add('insz = ?', q.insz);
  if (q.reference !== undefined) add('reference = ?', q.reference);
  if (q.type !== undefined) add('type = ?', q.type);
  if (q.created !== undefined) add('created_at >= ? AND created_at < ?', ...q.created);
  if (q.validities !== undefined) add(`validity IN (${marks(q.validities)})`, ...q.validities);
  if (q.remarkCodes !== undefined) {
    const each = q.remarkCodes.map(() => `instr(' ' || remarks || ' ', ?) > 0`);
    add(`(${each.join(' OR ') || '0'})`, ...q.remarkCodes.map((code) => ` ${code} `));
  }
  return { sql: parts.join(' AND '), values };
};

const orderOf = (sort: readonly string[]): string =>
  [...sort, 'id']
    .map((key) => `${SORTS[key.replace(/^-/, '')] ?? 'id'}${key.startsWith('-') ? ' DESC' : ''}`)
    .join(', ');

export const createPresenceStore = (database: Connection): PresenceStore => {
  const add = database.prepare(
    `INSERT INTO presence (type, insz, employer, reference, registered_at, created_at, channel, sender, client_id, place,
       client_reference, validity, validated_at, remarks, due_at, cancel_reason, cancelled_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const one = database.prepare<[number], Presence>(`SELECT ${COLUMNS} FROM presence WHERE id = ?`);
  const due = database.prepare<[number], Presence>(
    `SELECT ${COLUMNS} FROM presence WHERE due_at <= ? ORDER BY due_at, id`,
  );
  const judge = database.prepare(
    'UPDATE presence SET validity = ?, validated_at = ?, remarks = ?, due_at = ? WHERE id = ?',
  );
  const addJudgement = database.prepare('INSERT INTO presence_judgement VALUES (?, ?, ?, ?)');
  const judgements = database.prepare<[number], Omit<Judgement, 'remarks'> & { remarks: string }>(
    'SELECT at, validity, remarks FROM presence_judgement WHERE presence_id = ? ORDER BY rowid',
  );
  const setDue = database.prepare('UPDATE presence SET due_at = ? WHERE id = ?');
  const cancel = database.prepare(
    'UPDATE presence SET cancel_reason = ?, cancelled_at = ?, due_at = NULL WHERE id = ?',
  );
  const atSite = database.prepare<[string, string], Presence>(
    `SELECT ${COLUMNS} FROM presence WHERE insz = ? AND reference = ? AND cancelled_at IS NULL ORDER BY registered_at, id`,
  );
  const referred = database.prepare<[string, string, string], Presence>(
    `SELECT ${COLUMNS} FROM presence WHERE insz = ? AND client_id = ? AND client_reference = ?`,
  );
  const after = database.prepare<[number, number], Presence>(
    `SELECT ${COLUMNS} FROM presence WHERE id > ? ORDER BY id LIMIT ?`,
  );
  return {
    add: (p) =>
      Number(
        add.run(
          ...[p.type, p.insz, p.employer, p.reference, p.registeredAt, p.createdAt, p.channel, p.sender],
          ...[p.clientId, p.place, p.clientReference, p.validity, p.validatedAt, p.remarks, p.dueAt],
          ...[p.cancelReason, p.cancelledAt],
        ).lastInsertRowid,
      ),
    find: (id) => one.get(id),
    search: (query) => {
      const { sql, values } = conditions(query);
      const total = database
        .prepare<(string | number)[], { total: number }>(
          `SELECT count(*) AS total FROM presence WHERE ${sql}`,
        )
        .get(...values)?.total;
      const rows = database
        .prepare<(string | number)[], Presence>(
          `SELECT ${COLUMNS} FROM presence WHERE ${sql} ORDER BY ${orderOf(query.sort)} LIMIT ? OFFSET ?`,
        )
        .all(...values, query.limit, query.offset);
      return { rows, total: total ?? 0 };
    },
    due: (now) => due.all(now),
    judge: (id, { at, validity, remarks }, nextDue) => {
      judge.run(validity, at, remarks.join(' '), nextDue, id);
      addJudgement.run(id, at, validity, remarks.join(' '));
    },
    judgements: (id) =>
      judgements.all(id).map((row) => ({ ...row, remarks: row.remarks.split(' ').filter(Boolean) })),
    setDue: (id, dueAt) => {
      setDue.run(dueAt, id);
    },
    cancel: (id, reason, at) => {
      cancel.run(reason, at, id);
    },
    ofWorkerAtSite: (insz, reference) => atSite.all(insz, reference),
    byReference: (clientId, insz, clientReference) => referred.get(insz, clientId, clientReference),
    since: (id, limit) => after.all(id, limit),
    together: (work) => database.transaction(work)(),
  };
};
