// Undo while typing: letters that follow one another are one step; a pause, another field or a paste begins the next.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../main/platform/database.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import { editsLeft, lastDone, recordEdit } from '../../../main/training/edit-log-store.ts';

let folder: string;
let db: Database;
const at = (seconds: number): string =>
  new Date(Date.UTC(2025, 2, 1, 9, 0, 0) + seconds * 1_000).toISOString();
const typed = (
  before: string,
  after: string,
  seconds: number,
  id = 'one',
  name: 'title' | 'description' = 'title',
) => recordEdit(db, 'window', at(seconds), [{ id, before: { [name]: before }, after: { [name]: after } }]);
const steps = () => editsLeft(db, 'window', false);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sociodesk-edits-'));
  const file = join(folder, 'edits.db');
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

describe('typing', () => {
  it('is one step of undo, back to what stood before the first letter', () => {
    typed('', 'E', 0);
    typed('E', 'Er', 0.3);
    typed('Er', 'Erg', 0.6);
    typed('Erg', 'Er', 0.9);
    expect(steps()).toBe(1);
    expect(lastDone(db, 'window')?.patches).toEqual([
      { id: 'one', before: { title: '' }, after: { title: 'Er' } },
    ]);
  });

  it('begins a new step after a pause, in another field, in another record and with a paste', () => {
    typed('', 'E', 0);
    typed('E', 'Er', 3);
    typed('', 'x', 3.2, 'one', 'description');
    typed('', 'x', 3.4, 'two', 'description');
    typed('x', 'xylofoonles', 3.6, 'two', 'description');
    expect(steps()).toBe(5);
  });

  it('does not go on into a step that was undone, nor into a change over many', () => {
    const both = ['one', 'two'].map((id) => ({ id, before: { title: '' }, after: { title: 'E' } }));
    recordEdit(db, 'window', at(0), both);
    typed('E', 'Er', 0.2);
    expect(steps()).toBe(2);
  });
});
