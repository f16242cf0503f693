// Ways of tampering with a history behind the app's back, for the proof that each is found.
import type { Database } from '../../../main/platform/database.ts';

/** What an intruder with the key would do first. */
export function dropTriggers(db: Database): void {
  db.pragma('foreign_keys=OFF');
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history%'")
    .pluck()
    .all();
  for (const name of names) db.exec(`DROP TRIGGER ${String(name)}`);
}

export type Random = { below(limit: number): number; pick<T>(from: readonly T[]): T };

/** A repeatable source of chance (Mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (from) => {
      const found = from[below(from.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}

const eventColumns = [
  'id',
  'kind',
  'at',
  'actor_kind',
  'actor_name',
  'actor_os_account',
  'subject_kind',
  'subject_id',
  'result',
  'contract',
  'app_version',
  'previous_hash',
  'payload_hmac',
  'hash',
] as const;
const payloadColumns = ['salt', 'payload', 'summary', 'words'] as const;

export const tamperings = {
  flip(db: Database, random: Random) {
    const inPayload = random.below(3) === 0;
    const table = inPayload ? 'history_payload' : 'history_event';
    const column = random.pick<string>(inPayload ? payloadColumns : eventColumns);
    const key = anyOf(db, random, inPayload ? 'event_id' : 'seq', table);
    const where = `${inPayload ? 'event_id' : 'seq'} = ?`;
    const old = db.prepare(`SELECT ${column} FROM ${table} WHERE ${where}`).pluck().get(key);
    db.pragma('ignore_check_constraints=ON');
    db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(flipped(old, random), key);
  },
  head(db: Database, random: Random) {
    const chain = anyOf(db, random, 'chain', 'history_head');
    const sql = random.pick([
      'position = position + 1',
      'position = position - 1',
      "hash = 'f' || substr(hash, 2) || '0'",
    ]);
    db.prepare(`UPDATE history_head SET ${sql} WHERE chain = ?`).run(chain);
  },
  remove(db: Database, random: Random) {
    const seq = anyOf(db, random, 'seq', 'history_event');
    const row = db.prepare('SELECT id, chain, position FROM history_event WHERE seq = ?').get(seq) as Row;
    db.prepare('DELETE FROM history_event WHERE seq = ?').run(seq);
    db.prepare('DELETE FROM history_payload WHERE event_id = ?').run(row.id);
    // Closing the gap hides it from a mere count.
    if (random.below(2) === 0) shift(db, row.chain, row.position, -1);
  },
  removePayload(db: Database, random: Random) {
    const id = anyOf(db, random, 'event_id', 'history_payload');
    db.prepare('DELETE FROM history_payload WHERE event_id = ?').run(id);
    if (random.below(2) === 0) {
      db.prepare(
        "INSERT INTO retention_run VALUES ('forged', '2025-03-02T00:00:00.000Z', 'forged', 0)",
      ).run();
      db.prepare("INSERT INTO history_erased VALUES (?, 'forged')").run(id);
    }
  },
  insert(db: Database, random: Random) {
    const seq = anyOf(db, random, 'seq', 'history_event');
    const row = db.prepare('SELECT * FROM history_event WHERE seq = ?').get(seq) as Row &
      Record<string, unknown>;
    const at = random.below(2) === 0 ? row.position + 1 : lastPosition(db, row.chain) + 1;
    shift(db, row.chain, at - 1, 1);
    const added = { ...row, id: `forged-${seq}`, position: at, seq: lastSeq(db) + 1 };
    const names = Object.keys(added);
    db.prepare(
      `INSERT INTO history_event (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
    ).run(added);
    db.prepare(
      'INSERT INTO history_payload SELECT ?, salt, payload, summary, words FROM history_payload WHERE event_id = ?',
    ).run(added.id, row.id);
  },
  reorder(db: Database, random: Random) {
    const chain = random.pick(['app', ...chains(db)]);
    const last = lastPosition(db, chain);
    const one = 1 + random.below(last);
    const other = 1 + ((one - 1 + 1 + random.below(last - 1)) % last);
    const column = random.pick(['position', 'seq'] as const);
    swap(db, chain, column, one, other);
  },
  move(db: Database, random: Random) {
    const seq = anyOf(db, random, 'seq', 'history_event');
    const { chain } = db.prepare('SELECT chain FROM history_event WHERE seq = ?').get(seq) as Row;
    const target = random.pick(chains(db).filter((name) => name !== chain));
    const at =
      random.below(2) === 0 ? lastPosition(db, target) + 1 : 1 + random.below(lastPosition(db, target));
    shift(db, target, at - 1, 1);
    db.prepare('UPDATE history_event SET chain = ?, position = ? WHERE seq = ?').run(target, at, seq);
  },
};

type Row = { id: string; chain: string; position: number };

function flipped(value: unknown, random: Random): Buffer | string {
  if (value === null) return 'x';
  const bytes = Buffer.isBuffer(value) ? Buffer.from(value) : Buffer.from(String(value), 'utf8');
  if (bytes.length === 0) return Buffer.isBuffer(value) ? Buffer.from('x') : 'x';
  const at = random.below(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(7)), at);
  return Buffer.isBuffer(value) ? bytes : bytes.toString('utf8');
}

function shift(db: Database, chain: string, after: number, by: number): void {
  const update = 'UPDATE history_event SET position = ';
  db.prepare(`${update} -position WHERE chain = ? AND position > ?`).run(chain, after);
  db.prepare(`${update} -position + ? WHERE chain = ? AND position < 0`).run(by, chain);
}

function swap(db: Database, chain: string, column: 'position' | 'seq', one: number, other: number): void {
  const read = db.prepare(
    `SELECT id, ${column} AS value FROM history_event WHERE chain = ? AND position = ?`,
  );
  const first = read.get(chain, one) as { id: string; value: number };
  const second = read.get(chain, other) as { id: string; value: number };
  const set = db.prepare(`UPDATE history_event SET ${column} = ? WHERE id = ?`);
  set.run(-1, first.id);
  set.run(first.value, second.id);
  set.run(second.value, first.id);
}

const chains = (db: Database) =>
  db.prepare('SELECT chain FROM history_head ORDER BY chain').pluck().all() as string[];
const lastSeq = (db: Database) => Number(db.prepare('SELECT max(seq) FROM history_event').pluck().get());
const lastPosition = (db: Database, chain: string) =>
  Number(db.prepare('SELECT max(position) FROM history_event WHERE chain = ?').pluck().get(chain));

function anyOf(db: Database, random: Random, column: string, table: string): string | number {
  return random.pick(
    db.prepare(`SELECT ${column} FROM ${table} ORDER BY 1`).pluck().all() as (string | number)[],
  );
}
