// An unencrypted database with a small history in three chains, for the tests of the history.
import { join } from 'node:path';
import { type Act, recordAct } from '../../../main/history/record-act.ts';
import { type FixedClock, fixedClock } from '../../../main/platform/clock.ts';
import { type Database, openDatabase, transaction } from '../../../main/platform/database.ts';
import { type Ids, uuidSource } from '../../../main/platform/ids.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import type { Actor } from '../../../main/platform/session.ts';
import { scratchDir, unwrap } from '../platform/scratch.ts';

export const EMPLOYER_A = '01936d2e-5b1a-7c41-9b0e-00000000000a';
export const EMPLOYER_B = '01936d2e-5b1a-7c41-9b0e-00000000000b';

export type Recorder = {
  db: Database;
  file: string;
  ids: Ids;
  clock: FixedClock;
  actor(): Actor;
  appVersion: string;
  changed(): void;
};

export function emptyHistory(): Recorder {
  const file = join(scratchDir(), 'plain.db');
  const db = unwrap(openDatabase({ file, key: null }));
  const clock = fixedClock('2025-03-01T08:00:00Z');
  unwrap(migrate(db, environmentMigrations(), { file, now: clock.now }));
  return {
    db,
    file,
    clock,
    ids: uuidSource(clock),
    actor: () => ({ kind: 'person', name: 'Practice Clerk', osAccount: 'clerk' }),
    appVersion: '0.1.0',
    changed: () => undefined,
  };
}

export function record(recorder: Recorder, act: Partial<Act> & { kind: string }) {
  recorder.clock.advance(1000);
  return transaction(recorder.db, () => recordAct(recorder, { employerId: null, summary: '', ...act }));
}

/** `count` events, in turn in the chain of the app and of two employers. */
export function smallHistory(count = 45): Recorder {
  const recorder = emptyHistory();
  for (let i = 0; i < count; i += 1) {
    record(recorder, {
      kind: i % 2 === 0 ? 'training.sent' : 'training.answered',
      employerId: [null, EMPLOYER_A, EMPLOYER_B][i % 3] ?? null,
      subject: i % 5 === 0 ? null : { kind: 'training', id: recorder.ids.newId() },
      summary: `training number ${i}`,
      payload: { title: `First aid ${i}`, minutes: i * 15 },
    });
  }
  return recorder;
}
