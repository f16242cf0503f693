// SQL of what was read: answers are only ever added, and evidence is kept byte for byte.
import { createHash } from 'node:crypto';
import { type Database, statement } from '../platform/database.ts';

export type Part = 'employees' | 'trainings' | 'rights' | 'credit';
export type Source = 'api' | 'list';
export type Answer = { part: Part; source: Source; readAt: string; body: string; hash: string };

/** SHA-256 in hexadecimal digits of a text in UTF-8, or of bytes. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export function addAnswer(
  db: Database,
  answer: Answer & { id: string; employerId: string; yearId: string | null },
): void {
  statement(
    db,
    'INSERT INTO rescue_answer (id, employer_id, year_id, part, source, read_at, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    answer.id,
    answer.employerId,
    answer.yearId,
    answer.part,
    answer.source,
    answer.readAt,
    answer.body,
    answer.hash,
  );
}

const columns = 'part, source, read_at AS readAt, body, hash';

/** All answers about a worker-year, oldest first. */
export function answersOf(db: Database, yearId: string): Answer[] {
  return statement(db, `SELECT ${columns} FROM rescue_answer WHERE year_id = ? ORDER BY id`).all(
    yearId,
  ) as Answer[];
}

/** The set of trainings as it was last read: from the service itself, else from a list that a person took there. */
export function latestSet(db: Database, yearId: string): Answer | null {
  const row = statement(
    db,
    `SELECT ${columns} FROM rescue_answer WHERE year_id = ? AND part = 'trainings'
      ORDER BY source = 'api' DESC, id DESC LIMIT 1`,
  ).get(yearId) as Answer | undefined;
  return row ?? null;
}

/** What the service last said of the right or the credit of a worker-year; null where it said nothing. */
export function latestPart(db: Database, yearId: string, part: 'rights' | 'credit'): Answer | null {
  const row = statement(
    db,
    `SELECT ${columns} FROM rescue_answer WHERE year_id = ? AND part = ? ORDER BY id DESC LIMIT 1`,
  ).get(yearId, part) as Answer | undefined;
  return row ?? null;
}

/** The pages of the list of workers, as they were last given. */
export function employeePages(db: Database, employerId: string): Answer[] {
  return statement(
    db,
    `SELECT ${columns} FROM rescue_answer a WHERE employer_id = ? AND part = 'employees'
        AND read_at = (SELECT max(read_at) FROM rescue_answer b WHERE b.employer_id = a.employer_id AND b.part = 'employees')
      ORDER BY id`,
  ).all(employerId) as Answer[];
}

export type Evidence = { id: string; name: string; takenAt: string; bytes: number; hash: string };

export function addEvidence(
  db: Database,
  evidence: Evidence & { employerId: string; yearId: string | null; content: Uint8Array },
): void {
  statement(
    db,
    `INSERT INTO rescue_evidence (id, employer_id, year_id, name, taken_at, bytes, hash, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    evidence.id,
    evidence.employerId,
    evidence.yearId,
    evidence.name,
    evidence.takenAt,
    evidence.bytes,
    evidence.hash,
    Buffer.from(evidence.content),
  );
}

/** The newest first. */
export function evidenceOf(db: Database, employerId: string, most = 200): Evidence[] {
  return statement(
    db,
    `SELECT id, name, taken_at AS takenAt, bytes, hash FROM rescue_evidence WHERE employer_id = ? ORDER BY id DESC LIMIT ?`,
  ).all(employerId, most) as Evidence[];
}

/** An original, byte for byte. */
export function evidenceContent(db: Database, id: string): Uint8Array | null {
  const content = statement(db, 'SELECT content FROM rescue_evidence WHERE id = ?').pluck().get(id);
  return content === undefined ? null : (content as Uint8Array);
}

export function findEvidence(db: Database, id: string): Evidence | null {
  const row = statement(
    db,
    'SELECT id, name, taken_at AS takenAt, bytes, hash FROM rescue_evidence WHERE id = ?',
  ).get(id) as Evidence | undefined;
  return row ?? null;
}
