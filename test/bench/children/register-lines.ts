// Asks a register of a million lines as a window does, and as a plain table keyed by number would be asked: `register-lines.js DIR`.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Database, openDatabase, statement, transaction } from '../../../main/platform/database.ts';
import { applyNumberEvent } from '../../../main/register/numbers/apply-number-event.ts';
import type { CallName, HandlerInput } from '../../../preload/contract/index.ts';
import { openApp, say } from './open-app.ts';
import { freeNumbers, personNumber, twinNumbers } from './register-numbers.ts';

const [dir = ''] = process.argv.slice(2);
const asked = 2_000;
const { app, call } = await openApp(dir);
const session = app.session();
if (session === undefined || session === null) throw new Error('no session');

const share = (taken: readonly number[], part: number): number => {
  const sorted = taken.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};
async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
async function p95(times: number, work: (time: number) => unknown): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await timed(() => work(time)));
  return share(taken, 0.95);
}

const { rows: employers } = await call('employer.list', { pageSize: 100 });
const someone = (time: number): number => (time * 7_919) % 100_000;
const employerId = (time: number): string => employers[someone(time) % 100]?.id ?? '';
const consultP95 = await p95(asked, (time) =>
  call('register.consult', { employerId: employerId(time), insz: personNumber(someone(time)) }),
);

const list = (input: Partial<HandlerInput<'register.list'>>) => () =>
  call('register.list' satisfies CallName, { pageSize: 100, ...input });
const pages: Record<string, ReturnType<typeof list>> = {
  all: list({}),
  active: list({ state: 'active' }),
  ended: list({ state: 'ended' }),
  coming: list({ state: 'coming' }),
  client: list({ employerId: employerId(3) }),
  clientEnded: list({ employerId: employerId(3), state: 'ended' }),
  page20: list({ page: 20 }),
  name: list({ text: 'aardew' }),
  nobody: list({ text: 'xyzzy' }),
  number: list({ text: personNumber(1_234).slice(0, 6) }),
  type: list({ dossierType: 'TRAINEE' }),
  noType: list({ dossierType: 'ON_SITE' }),
  review: list({ state: 'review' }),
};
const listMs: Record<string, number> = {};
for (const [name, page] of Object.entries(pages)) listMs[`list ${name}`] = await p95(9, page);

const replace = (oldInsz: string, newInsz: string) => () => {
  const event = { eventId: session.ids.newId(), kind: 'replacement', origin: 'feed' } as const;
  const done = applyNumberEvent(session, { ...event, oldInsz, newInsz, effectiveDate: '2026-11-29' });
  if (!done.ok || done.value.state !== 'applied') throw new Error('not replaced');
};
const mergedMs = await timed(replace(twinNumbers[0], twinNumbers[1]));
const renamedMs = await timed(replace(twinNumbers[1], freeNumbers[0]));

/** The same lines in a table of its own, in a file encrypted alike; the number is a part of its key. */
function plainTable(from: Database): Database {
  const opened = openDatabase({ file: join(dir, 'plain.db'), key: randomBytes(32) });
  if (!opened.ok) throw new Error(opened.failure.code);
  const db = opened.value;
  // Only while it is filled.
  db.pragma('synchronous=OFF');
  db.pragma('cache_size=-400000');
  db.exec(`CREATE TABLE line (insz TEXT, employer TEXT, type TEXT, begin TEXT, end TEXT,
    PRIMARY KEY (insz, employer, type, begin)) STRICT, WITHOUT ROWID`);
  const insert = db.prepare('INSERT INTO line VALUES (?, ?, ?, ?, ?)');
  const read = from
    .prepare(
      `SELECT n.insz, l.employer_id, l.dossier_type, l.begin_date, l.end_date FROM register_line l
         JOIN person_number n ON n.person_id = l.person_id AND n.replaced_by IS NULL`,
    )
    .raw();
  transaction(db, () => {
    for (const row of read.iterate()) insert.run(...(row as unknown[]));
  });
  db.pragma('cache_size=-4096');
  db.pragma('synchronous=FULL');
  return db;
}
const plain = plainTable(session.db);
const plainConsultP95 = await p95(asked, (time) =>
  JSON.stringify(
    statement(plain, 'SELECT type, begin, end FROM line WHERE insz = ? AND employer = ?').all(
      personNumber(someone(time)),
      employerId(time),
    ),
  ),
);
const plainReplacedMs = await timed(() =>
  transaction(plain, () =>
    statement(plain, 'UPDATE line SET insz = ? WHERE insz = ?').run(freeNumbers[1], freeNumbers[0]),
  ),
);
const { lines } = session.db.prepare('SELECT count(*) AS lines FROM register_line').get() as {
  lines: number;
};
plain.close();
await app.close();
say({ lines, consultP95, plainConsultP95, ...listMs, mergedMs, renamedMs, plainReplacedMs });
