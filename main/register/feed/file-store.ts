// SQL of the files of the feed: what was made true, what waits for its turn, what was refused, and the room where mutations wait.
import type { FeedCounts, FeedFile, FeedRefused } from '../../../preload/contract/register-feed.ts';
import { type Database, statement } from '../../platform/database.ts';
import { thisOwner } from '../line-store.ts';

export type NewFile = {
  id: string;
  name: string;
  sequence: number;
  sender: string;
  sha256: string;
  referenceDate: string;
  /** Instant of the file itself: what is older than what is known changes nothing. */
  createdAt: string;
  bytes: number;
  records: number;
  repeated: number;
  takenAt: string;
  origin: FeedFile['origin'];
};

export function insertStaging(db: Database, file: NewFile): void {
  statement(
    db,
    `INSERT INTO feed_file (id, owner_id, name, sequence, sender, sha256, reference_date, created_at, bytes, records, repeated,
       taken_at, origin, state)
     VALUES (?, '${thisOwner}', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'staging')`,
  ).run(
    ...[file.id, file.name, file.sequence, file.sender, file.sha256, file.referenceDate, file.createdAt],
    ...[file.bytes, file.records, file.repeated, file.takenAt, file.origin],
  );
}

/** All of it is there now. */
export function setStaged(db: Database, id: string): void {
  statement(db, `UPDATE feed_file SET state = 'staged' WHERE id = ?`).run(id);
}

/** What a kill cut off: nothing of it counts. */
export function sweepStaging(db: Database): void {
  statement(db, `DELETE FROM feed_file WHERE state = 'staging'`).run();
}

export function insertBlock(db: Database, fileId: string, position: number, content: Uint8Array): void {
  statement(db, 'INSERT INTO feed_staged (file_id, position, content) VALUES (?, ?, ?)').run(
    ...[fileId, position, content],
  );
}

export const blockPositions = (db: Database, fileId: string): number[] =>
  statement(db, 'SELECT position FROM feed_staged WHERE file_id = ? ORDER BY position')
    .pluck()
    .all(fileId) as number[];

export const blockContent = (db: Database, fileId: string, position: number): Uint8Array =>
  statement(db, 'SELECT content FROM feed_staged WHERE file_id = ? AND position = ?')
    .pluck()
    .get(fileId, position) as Uint8Array;

export function deleteBlock(db: Database, fileId: string, position: number): void {
  statement(db, 'DELETE FROM feed_staged WHERE file_id = ? AND position = ?').run(fileId, position);
}

/** One row for a name: a second refusal takes the place of the first. Answers its id. */
export function keepRefused(
  db: Database,
  file: Pick<NewFile, 'id' | 'name' | 'takenAt' | 'origin'> & {
    sequence: number | null;
    bytes: number | null;
    refused: FeedRefused;
  },
): string {
  return statement(
    db,
    `INSERT INTO feed_file (id, owner_id, name, sequence, bytes, taken_at, origin, state, refused)
     VALUES (?, '${thisOwner}', ?, ?, ?, ?, ?, 'refused', ?)
     ON CONFLICT (owner_id, name) WHERE state = 'refused' DO UPDATE SET sequence = excluded.sequence, bytes = excluded.bytes,
       taken_at = excluded.taken_at, origin = excluded.origin, refused = excluded.refused
     RETURNING id`,
  )
    .pluck()
    .get(
      ...[file.id, file.name, file.sequence, file.bytes, file.takenAt, file.origin],
      JSON.stringify(file.refused),
    ) as string;
}

/** A file of that name is sound after all. */
export function forgetRefused(db: Database, name: string): void {
  statement(
    db,
    `DELETE FROM feed_file WHERE owner_id = '${thisOwner}' AND name = ? AND state = 'refused'`,
  ).run(name);
}

/** 0: none was made true yet. */
export function lastApplied(db: Database): number {
  const sql = `SELECT max(sequence) FROM feed_file WHERE owner_id = '${thisOwner}' AND state = 'applied'`;
  return Number(statement(db, sql).pluck().get() ?? 0);
}

/** Whose files these are, those that wait included: one that came before its turn must not let in another sender. Null: none came. */
export function senderOf(db: Database): string | null {
  const sql = `SELECT sender FROM feed_file WHERE owner_id = '${thisOwner}' AND state IN ('applied', 'staged')
    ORDER BY state, sequence DESC LIMIT 1`;
  return (statement(db, sql).pluck().get() as string | undefined) ?? null;
}

export type LastFile = { referenceDate: string };
export function lastFile(db: Database): LastFile | null {
  const row = statement(
    db,
    `SELECT reference_date AS referenceDate FROM feed_file
      WHERE owner_id = '${thisOwner}' AND state = 'applied' ORDER BY sequence DESC LIMIT 1`,
  ).get() as LastFile | undefined;
  return row ?? null;
}

export const stagedSequences = (db: Database): number[] =>
  statement(
    db,
    `SELECT sequence FROM feed_file WHERE owner_id = '${thisOwner}' AND state = 'staged' ORDER BY sequence`,
  )
    .pluck()
    .all() as number[];

/** Names of files that were read already. */
export const knownNames = (db: Database): string[] =>
  statement(
    db,
    `SELECT name FROM feed_file WHERE owner_id = '${thisOwner}' AND state IN ('staged', 'applied')`,
  )
    .pluck()
    .all() as string[];

export type StagedFile = {
  id: string;
  name: string;
  createdAt: string;
  referenceDate: string;
  records: number;
  repeated: number;
  sha256: string;
  /** JSON of what became of the blocks that were made true already. */
  progress: string | null;
};
export function stagedFile(db: Database, sequence: number): StagedFile | null {
  const row = statement(
    db,
    `SELECT id, name, created_at AS createdAt, reference_date AS referenceDate, records, repeated, sha256, counts AS progress FROM feed_file
      WHERE owner_id = '${thisOwner}' AND sequence = ? AND state = 'staged'`,
  ).get(sequence) as StagedFile | undefined;
  return row ?? null;
}

export type KnownFile = { id: string; state: 'staged' | 'applied'; sha256: string };
/** What stands under a number already. */
export function fileOfSequence(db: Database, sequence: number): KnownFile | null {
  const row = statement(
    db,
    `SELECT id, state, sha256 FROM feed_file
      WHERE owner_id = '${thisOwner}' AND sequence = ? AND state IN ('staged', 'applied')`,
  ).get(sequence) as KnownFile | undefined;
  return row ?? null;
}

export function keepProgress(db: Database, id: string, progress: string): void {
  statement(db, 'UPDATE feed_file SET counts = ? WHERE id = ?').run(progress, id);
}

export function setApplied(db: Database, id: string, at: string, counts: FeedCounts): void {
  statement(db, `UPDATE feed_file SET state = 'applied', applied_at = ?, counts = ? WHERE id = ?`).run(
    ...[at, JSON.stringify(counts), id],
  );
}

/** A file of which a part was made true already, and the rest not yet. */
export const isHalfTrue = (db: Database): boolean =>
  statement(db, `SELECT 1 FROM feed_file WHERE state = 'staged' AND counts IS NOT NULL`).get() !== undefined;

/** Only of what was not begun to be made true: false where it was, or is not there. */
export function deleteFile(db: Database, id: string): boolean {
  const sql = `DELETE FROM feed_file WHERE id = ? AND state <> 'applied' AND (state <> 'staged' OR counts IS NULL)`;
  return statement(db, sql).run(id).changes === 1;
}

export const fileState = (db: Database, id: string): string | null =>
  (statement(db, 'SELECT state FROM feed_file WHERE id = ?').pluck().get(id) as string | undefined) ?? null;

type Row = Omit<FeedFile, 'refused' | 'counts' | 'state'> & {
  refused: string | null;
  counts: string | null;
  state: 'staged' | 'applied' | 'refused';
};

const shown = `f.id, f.name, f.sequence, f.reference_date AS referenceDate, f.taken_at AS takenAt, f.origin, f.state, f.refused,
  f.bytes, f.records, f.counts, f.applied_at AS appliedAt,
  (SELECT count(*) FROM feed_task t WHERE t.file_id = f.id AND t.state = 'open') AS openTasks`;

/** The latest first; `next` is the number whose turn it is. */
export function listFiles(
  db: Database,
  next: number,
  { page, pageSize }: { page: number; pageSize: number },
): { rows: FeedFile[]; total: number } {
  const rows = statement(
    db,
    `SELECT ${shown} FROM feed_file f WHERE f.owner_id = '${thisOwner}' AND f.state <> 'staging' ORDER BY f.taken_at DESC, f.sequence DESC, f.id DESC
      LIMIT ? OFFSET ?`,
  ).all(pageSize, (page - 1) * pageSize) as Row[];
  const total = Number(
    statement(db, `SELECT count(*) FROM feed_file WHERE owner_id = '${thisOwner}' AND state <> 'staging'`)
      .pluck()
      .get(),
  );
  return { rows: rows.map((row) => asShown(row, next)), total };
}

const asShown = ({ refused, counts, state, ...row }: Row, next: number): FeedFile => ({
  ...row,
  state: state === 'staged' ? (row.sequence === next ? 'ready' : 'held') : state,
  refused: refused === null ? null : (JSON.parse(refused) as FeedRefused),
  counts: counts === null || state !== 'applied' ? null : (JSON.parse(counts) as FeedCounts),
});

/** As `feed.place` and `feed.first` in the settings of this environment. */
export type FeedSetting = 'place' | 'first';

export function readSetting(db: Database, name: FeedSetting): string | null {
  const sql = 'SELECT value FROM setting WHERE name = ?';
  return (statement(db, sql).pluck().get(`feed.${name}`) as string | undefined) ?? null;
}

export function writeSetting(db: Database, name: FeedSetting, value: string | null): void {
  if (value === null) statement(db, 'DELETE FROM setting WHERE name = ?').run(`feed.${name}`);
  else
    statement(
      db,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ).run(`feed.${name}`, value);
}
