// A thousand random changes behind the app's back, each on a fresh copy of the same history: every one is found.
import { expect, it } from 'vitest';
import { erasePayloads } from '../../../main/history/erase-payload.ts';
import { verifyHistory } from '../../../main/history/verify-history.ts';
import type { Database } from '../../../main/platform/database.ts';
import { unwrap } from '../platform/scratch.ts';
import { smallHistory } from './sample.ts';
import { dropTriggers, seeded, tamperings } from './tampering.ts';

const kinds = Object.keys(tamperings) as (keyof typeof tamperings)[];

it('finds each of 1,000 tamperings and none where nothing was done', () => {
  const recorder = smallHistory(36);
  const { db } = recorder;
  const victims = db.prepare('SELECT id FROM history_event WHERE position = 4').pluck().all() as string[];
  unwrap(erasePayloads(recorder, victims, 'test'));
  dropTriggers(db);
  const sound = snapshot(db);
  expect(verifyHistory(db)).toMatchObject({ events: 37, erased: 3, intact: true });
  const random = seeded(20250301);
  const missed: string[] = [];
  let done = 0;
  while (done < 1000) {
    const kind = random.pick(kinds);
    db.exec('SAVEPOINT before');
    tamperings[kind](db, random);
    if (snapshot(db) !== sound) {
      done += 1;
      if (verifyHistory(db).intact) missed.push(kind);
    }
    db.exec('ROLLBACK TO before; RELEASE before');
  }
  expect(missed).toEqual([]);
  expect(verifyHistory(db).intact).toBe(true);
}, 60_000);

function snapshot(db: Database): string {
  const tables = ['history_event', 'history_payload', 'history_head', 'history_erased', 'retention_run'];
  return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()));
}
