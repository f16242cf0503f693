// A sound history verifies, and each kind of damage is found under its name.
import { describe, expect, it } from 'vitest';
import { exportHistory, verifyExport } from '../../../main/history/export-history.ts';
import { verifyHistory, verifyHistoryInSlices } from '../../../main/history/verify-history.ts';
import { EMPLOYER_A, EMPLOYER_B, emptyHistory, record, smallHistory } from './sample.ts';
import { dropTriggers } from './tampering.ts';

describe('verifying', () => {
  it('finds a sound history intact, an empty one too', async () => {
    expect(verifyHistory(emptyHistory().db)).toEqual({
      events: 0,
      chains: 0,
      erased: 0,
      intact: true,
      problems: [],
    });
    const { db } = smallHistory();
    expect(verifyHistory(db)).toEqual({ events: 45, chains: 3, erased: 0, intact: true, problems: [] });
    expect(await verifyHistoryInSlices(db)).toEqual(verifyHistory(db));
  });

  it('stays intact while events are added during a check in slices', async () => {
    const recorder = smallHistory(900);
    const running = verifyHistoryInSlices(recorder.db);
    for (let i = 0; i < 30; i += 1) {
      record(recorder, {
        kind: 'a.b',
        employerId: [null, EMPLOYER_A, EMPLOYER_B, recorder.ids.newId()][i % 4] ?? null,
      });
      await new Promise((resume) => setImmediate(resume));
    }
    expect((await running).intact).toBe(true);
    expect(verifyHistory(recorder.db)).toMatchObject({ events: 930, intact: true });
  });

  it.each([
    [
      'altered',
      "UPDATE history_event SET result = 'accepted' WHERE chain = @a AND position = 7",
      'altered',
      7,
    ],
    ['missing', 'DELETE FROM history_event WHERE chain = @a AND position = 7', 'missing', 7],
    ['cut off', 'DELETE FROM history_event WHERE chain = @a AND position > 12', 'truncated', 15],
    [
      'with an altered payload',
      "UPDATE history_payload SET payload = '{}' WHERE event_id = (SELECT id FROM history_event WHERE chain = @a AND position = 3)",
      'payloadAltered',
      3,
    ],
    [
      'without a payload',
      'DELETE FROM history_payload WHERE event_id = (SELECT id FROM history_event WHERE chain = @a AND position = 4)',
      'payloadMissing',
      4,
    ],
    [
      'moved from another chain',
      "UPDATE history_event SET chain = @a, position = 16 WHERE chain = 'app' AND position = 5",
      'moved',
      16,
    ],
  ])('says where a chain is %s', (_what, sql, problem, position) => {
    const { db } = smallHistory();
    dropTriggers(db);
    db.prepare(sql).run({ a: EMPLOYER_A });
    expect(verifyHistory(db).problems).toContainEqual({ problem, chain: EMPLOYER_A, position });
  });

  it('finds that a whole chain with its head is gone', () => {
    const { db } = smallHistory();
    dropTriggers(db);
    db.prepare(
      'DELETE FROM history_payload WHERE event_id IN (SELECT id FROM history_event WHERE chain = ?)',
    ).run(EMPLOYER_A);
    db.prepare('DELETE FROM history_event WHERE chain = ?').run(EMPLOYER_A);
    db.prepare('DELETE FROM history_head WHERE chain = ?').run(EMPLOYER_A);
    expect(verifyHistory(db).problems).toEqual([{ problem: 'missing', chain: '*', position: 2 }]);
  });
});

describe('the triggers', () => {
  it.each([
    "UPDATE history_event SET result = 'done'",
    'DELETE FROM history_event',
    "UPDATE history_payload SET payload = ''",
    'DELETE FROM history_payload',
    'DELETE FROM history_head',
  ])('refuse %s', (sql) => {
    const { db } = smallHistory(6);
    expect(() => db.exec(sql)).toThrow(/history is/);
    expect(verifyHistory(db)).toMatchObject({ events: 6, intact: true });
  });
});

describe('an export', () => {
  it('verifies by itself, whole or one employer', () => {
    const { db, clock } = smallHistory();
    const whole = [...exportHistory(db, { chain: null, at: clock.now() })];
    expect(verifyExport(whole)).toMatchObject({ events: 45, chains: 3, intact: true });
    expect(verifyExport(exportHistory(db, { chain: EMPLOYER_B, at: clock.now() }))).toMatchObject({
      events: 15,
      intact: true,
    });
  });

  it('does not verify with a line altered, taken out, added, swapped or cut off', () => {
    const { db, clock } = smallHistory();
    const lines = [...exportHistory(db, { chain: null, at: clock.now() })];
    const line = (n: number) => lines[n] ?? '';
    const bad = [
      lines.with(9, line(9).replace('First aid', 'Last aid')),
      lines.toSpliced(9, 1),
      lines.toSpliced(9, 0, line(9)),
      lines.with(9, line(10)).with(10, line(9)),
      lines.slice(0, -1),
      lines.with(0, line(0).replace('/1', '/2')),
      lines.with(9, '{}'),
      lines.slice(1),
      [],
    ];
    expect(bad.map((tampered) => verifyExport(tampered).intact)).toEqual(bad.map(() => false));
  });
});
