// Nothing half: an import that breaks off at any point leaves the data as they were; five thousand rows are one transaction.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyImport } from '../../../main/employers/import/apply-import.ts';
import { stageImport } from '../../../main/employers/import/import-store.ts';
import { undoImport } from '../../../main/employers/import/undo-import.ts';
import { type Database, openDatabase, transaction } from '../../../main/platform/database.ts';
import { newId } from '../../../main/platform/ids.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import type { Session } from '../../../main/platform/session.ts';
import { enterpriseNumbers } from '../../integration/employers/list-bench.ts';

let folder: string;
let db: Database;
const importId = '0196f2d4-0000-7000-8000-000000000901';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sociodesk-import-'));
  const file = join(folder, 'import.db');
  const opened = openDatabase({ file, key: null });
  if (!opened.ok) throw new Error(opened.failure.code);
  db = opened.value;
  const migrated = migrate(db, environmentMigrations(), { file, now: () => new Date(0) });
  if (!migrated.ok) throw new Error(migrated.failure.code);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

/** `breaksAt`: the n-th new id that is asked for is not given. */
function sessionThat(breaksAt = Number.POSITIVE_INFINITY): Session {
  let asked = 0;
  const parts = {
    db,
    clock: { now: () => new Date('2025-03-01T09:00:00Z'), monotonic: () => 0 },
    ids: {
      newId: () => {
        asked += 1;
        if (asked >= breaksAt) throw new Error('the power went out');
        return newId();
      },
    },
    actor: () => ({ kind: 'person', name: 'An', osAccount: 'an' }),
    appVersion: '0.1.0',
    businessDate: () => '2025-03-01',
    changed: () => {},
  };
  return parts as unknown as Session;
}

const rowsOf = (count: number) =>
  enterpriseNumbers(count).map((number, at) => ({
    sheet: '',
    line: at + 2,
    cells: [number, `Klant ${at}`, 'elders', '0999999031', '2025Q1', at === 7 ? 'Latijn' : 'nl'],
  }));
const staged = {
  id: importId,
  name: 'lijst.csv',
  contentSha256: 'a'.repeat(64),
  headings: ['nr', 'naam', 'weg', 'mandataris', 'begin', 'taal'],
  fields: ['enterpriseNumber', 'name', 'route', 'mandataryNumber', 'mandateStart', 'language'],
  at: '2025-03-01T09:00:00.000Z',
} satisfies Parameters<typeof stageImport>[1];
const stage = (count: number): void => transaction(db, () => stageImport(db, staged, rowsOf(count)));
/** Every table in full, so that nothing is overlooked. */
const everything = (): string => {
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%' ORDER BY name")
    .pluck()
    .all() as string[];
  return JSON.stringify(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
};
const count = (table: string): number => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe('an import that breaks off', () => {
  it('leaves every table as it was, wherever it breaks', () => {
    stage(10);
    const before = everything();
    for (let at = 1; at <= 40; at += 3) {
      expect(() => applyImport(sessionThat(at), importId)).toThrow('the power went out');
      expect(everything()).toBe(before);
    }
    expect(applyImport(sessionThat(), importId)).toMatchObject({
      ok: true,
      value: { newEmployers: 9, refused: 1, routes: 9, mandates: 9 },
    });
  });
});

describe('five thousand rows', () => {
  it('are done in one go, and undone in one go', { timeout: 60_000 }, () => {
    stage(5_000);
    const done = applyImport(sessionThat(), importId);
    expect(done).toMatchObject({ ok: true, value: { rows: 5_000, newEmployers: 4_999, refused: 1 } });
    expect([count('employer'), count('route'), count('mandate'), count('employer_import_row')]).toEqual([
      4_999, 4_999, 4_999, 1,
    ]);
    expect(undoImport(sessionThat(), importId)).toEqual({ ok: true, value: { removed: 4_999, putBack: 0 } });
    expect([count('employer'), count('legal_entity'), count('route'), count('mandate')]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});
