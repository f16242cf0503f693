// Nothing half: an import that breaks off at any point leaves the data as they were; five thousand rows are one transaction.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyImport } from '../../../main/employers/import/apply-import.ts';
import { stageImport } from '../../../main/employers/import/import-store.ts';
import { undoImport } from '../../../main/employers/import/undo-import.ts';
import { type Database, openDatabase, statement } from '../../../main/platform/database.ts';
import { newId } from '../../../main/platform/ids.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import type { Session } from '../../../main/platform/session.ts';
import { attemptInSlices, type Steps } from '../../../main/platform/slices.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
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
async function stage(count: number): Promise<void> {
  function* staging(): Steps<Result<unknown>> {
    yield* stageImport(db, staged, rowsOf(count));
    return ok({});
  }
  await attemptInSlices(db, staging());
}
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
  it('leaves every table as it was, wherever it breaks', async () => {
    await stage(10);
    const before = everything();
    for (let at = 1; at <= 40; at += 3) {
      await expect(applyImport(sessionThat(at), importId)).rejects.toThrow('the power went out');
      expect(everything()).toBe(before);
    }
    expect(await applyImport(sessionThat(), importId)).toMatchObject({
      ok: true,
      value: { newEmployers: 9, refused: 1, routes: 9, mandates: 9 },
    });
  });

  it('leaves every table as it was when it is cancelled between two slices', async () => {
    await stage(1_000);
    const before = everything();
    const stop = new AbortController();
    let written = 0;
    const progress = (done: number): void => {
      written = done;
      if (done === 20) stop.abort();
    };
    expect(await applyImport(sessionThat(), importId, { progress, signal: stop.signal })).toMatchObject({
      failure: { code: 'cancelled' },
    });
    expect(written).toBeGreaterThanOrEqual(20);
    expect(everything()).toBe(before);
  });
});

describe('an import that is under way', () => {
  it('is finished first by whoever writes: nothing of another lies in its transaction', async () => {
    await stage(1_000);
    const going = applyImport(sessionThat(), importId);
    await setImmediate();
    expect(count('employer')).toBeLessThan(999);
    statement(db, "INSERT INTO setting (name, value) VALUES ('mine', '1')").run();
    expect(count('employer')).toBe(999);
    expect(db.inTransaction).toBe(false);
    expect(await going).toMatchObject({ ok: true, value: { newEmployers: 999 } });
  });
});

describe('taking employers away', () => {
  it('finds by an index whatever may lean on one, however large the register is', () => {
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as string[];
    const scanned = tables.flatMap((table) =>
      (db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[])
        .filter(({ table: parent }) => parent === 'employer' || parent === 'legal_entity')
        .flatMap(({ from }) => {
          const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE ${from} = ?`).all('x');
          return (plan as { detail: string }[]).map(({ detail }) => detail);
        })
        .filter((detail) => !detail.startsWith('SEARCH')),
    );
    expect(scanned).toEqual([]);
  });
});

describe('five thousand rows', () => {
  it('are done in one go, and undone in one go', { timeout: 60_000 }, async () => {
    await stage(5_000);
    const done = await applyImport(sessionThat(), importId);
    expect(done).toMatchObject({ ok: true, value: { rows: 5_000, newEmployers: 4_999, refused: 1 } });
    expect([count('employer'), count('route'), count('mandate'), count('employer_import_row')]).toEqual([
      4_999, 4_999, 4_999, 1,
    ]);
    expect(await undoImport(sessionThat(), importId)).toEqual({
      ok: true,
      value: { removed: 4_999, putBack: 0 },
    });
    expect([count('employer'), count('legal_entity'), count('route'), count('mandate')]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});
