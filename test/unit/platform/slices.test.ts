// Long work in slices: others are answered meanwhile, and a transaction that stays open for it is still all or nothing.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { attempt, type Database, openDatabase, statement } from '../../../main/platform/database.ts';
import { attemptInSlices, inSlices, type Steps } from '../../../main/platform/slices.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { scratchDir, unwrap } from './scratch.ts';

let db: Database;
beforeEach(() => {
  db = unwrap(openDatabase({ file: join(scratchDir(), 'slices.db'), key: null }));
  onTestFinished(() => void db.close());
  db.exec('CREATE TABLE line (text TEXT UNIQUE)');
});

const write = (text: string): unknown => statement(db, 'INSERT INTO line (text) VALUES (?)').run(text);
const lines = (): string[] =>
  (statement(db, 'SELECT text FROM line ORDER BY rowid').all() as { text: string }[]).map(({ text }) => text);

/** Writes `first`, pauses until it may go on, writes `second` and ends so. */
function pausing(end: Result<string>) {
  const road = { open: false };
  function* steps(): Steps<Result<string>> {
    write('first');
    while (!road.open) yield;
    write('second');
    return end;
  }
  return { road, steps: steps() };
}

describe('work in slices', () => {
  it('lets others run before it is done', async () => {
    const { road, steps } = pausing(ok('done'));
    const going = inSlices(steps);
    await setImmediate();
    road.open = true;
    expect(await going).toEqual(ok('done'));
  });
});

describe('a transaction in slices', () => {
  it('answers who reads meanwhile, and is one transaction', async () => {
    const { road, steps } = pausing(ok('done'));
    const going = attemptInSlices(db, steps);
    await setImmediate();
    expect(db.inTransaction).toBe(true);
    expect(lines()).toEqual(['first']);
    expect(db.inTransaction).toBe(true);
    road.open = true;
    expect(await going).toEqual(ok('done'));
    expect(db.inTransaction).toBe(false);
    expect(lines()).toEqual(['first', 'second']);
  });

  it('is finished before another writes, so that its failure takes nothing of the other along', async () => {
    const { road, steps } = pausing(fail('conflict'));
    const going = attemptInSlices(db, steps);
    await setImmediate();
    road.open = true;
    expect(attempt(db, () => ok(write('other')))).toMatchObject({ ok: true });
    expect(lines()).toEqual(['other']);
    expect(await going).toMatchObject({ failure: { code: 'conflict' } });
    expect(lines()).toEqual(['other']);
  });

  it('is finished before another of its kind begins', async () => {
    const one = pausing(ok('one'));
    const going = attemptInSlices(db, one.steps);
    await setImmediate();
    one.road.open = true;
    function* next(): Steps<Result<string>> {
      yield;
      write('third');
      return ok('next');
    }
    expect(await attemptInSlices(db, next())).toEqual(ok('next'));
    expect(await going).toEqual(ok('one'));
    expect(lines()).toEqual(['first', 'second', 'third']);
  });

  it('leaves nothing when it is cancelled', async () => {
    const stop = new AbortController();
    const going = attemptInSlices(db, pausing(ok('done')).steps, stop.signal);
    await setImmediate();
    stop.abort();
    expect(await going).toMatchObject({ failure: { code: 'cancelled' } });
    expect([lines(), db.inTransaction]).toEqual([[], false]);
  });

  it('leaves nothing when it throws, and the error reaches who began it, not who wrote meanwhile', async () => {
    write('first');
    function* steps(): Steps<Result<string>> {
      write('second');
      yield;
      write('first');
      return ok('done');
    }
    await expect(attemptInSlices(db, steps())).rejects.toThrow('UNIQUE');
    expect([lines(), db.inTransaction]).toEqual([['first'], false]);
    const { road, steps: pausingSteps } = pausing(ok('done'));
    statement(db, 'DELETE FROM line').run();
    const going = attemptInSlices(db, pausingSteps);
    const thrown = expect(going).rejects.toThrow('UNIQUE');
    await setImmediate();
    statement(db, 'SELECT 1').get();
    db.exec("INSERT INTO line (text) VALUES ('second')");
    road.open = true;
    write('other');
    await thrown;
    expect(lines()).toEqual(['other']);
  });
});
