// A day with 100,000 mutations, from the bytes of the file to the last committed row of an encrypted database with 100,000 persons:
// checked in a thread, made true block by block, and how long main is held meanwhile.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { feedRun } from '../../main/register/feed/feed-run.ts';
import { ok } from '../../preload/contract/result.ts';
import { newFolder, removeFolder } from '../support/application-bench.ts';
import { feedReceiver, type MadeMutation, makeFeed } from '../support/feed-files.ts';
import { type OpenProfile, openProfile } from '../support/seed-profile.ts';
import { type Figures, printRows, printTarget, summarize } from './measure.ts';

const runs = 3;
const persons = 99_000;
const replaced = 500;
const mutations = 100_000;

/** Numbers of nobody: born on days of 1960 and later, whatever their serial. */
function numberOf(at: number): string {
  const day = new Date(Date.UTC(1960, 0, 1 + Math.floor(at / 900)));
  const date = day.toISOString().slice(2, 10).replaceAll('-', '');
  const base = `${date}${String((at % 900) + 1).padStart(3, '0')}`;
  return `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;
}

function fill({ session: { db, ids }, employerId }: OpenProfile): void {
  db.exec('BEGIN');
  db.exec(`UPDATE register_owner SET enterprise_number = '${feedReceiver}'`);
  const person = db.prepare(
    'INSERT INTO person (id, family_name, given_name, created_at) VALUES (?, ?, ?, ?)',
  );
  const number = db.prepare('INSERT INTO person_number (insz, person_id, known_from) VALUES (?, ?, ?)');
  const line = db.prepare(
    `INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date) VALUES (?, ?, 'own', 'EMPLOYEE', ?)`,
  );
  for (let at = 0; at < persons; at += 1) {
    const id = ids.newId();
    person.run(id, `Peeters ${at}`, 'An', '2024-01-01T00:00:00.000Z');
    number.run(numberOf(at), id, '2024-01-01');
    line.run(id, employerId, '2024-01-01');
  }
  db.exec('COMMIT');
}

/** Half of them say a new name, the others what else a day brings; some numbers are replaced, and some are of nobody. */
function day(): MadeMutation[] {
  const types = ['NAME', 'ADDRESS', 'NAME', 'BIRTH'] as const;
  return Array.from({ length: mutations }, (_, at): MadeMutation => {
    if (at < replaced)
      return { type: 'REPLACEMENT', insz: numberOf(at), newInsz: numberOf(persons + 10_000 + at) };
    const type = types[at % types.length] ?? 'NAME';
    return { type, insz: numberOf(at), person: { lastName: `Nieuwe ${at}`, givenNames: ['An', 'Maria'] } };
  });
}

/** Milliseconds of the processor that this thread took so far. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** The longest time between two turns of the loop: by the wall clock, and in work of main's own, which a busy machine does not lengthen. */
function heldWatch(): () => { wallMs: number; ownMs: number } {
  let last = { wall: performance.now(), own: worked() };
  const longest = { wallMs: 0, ownMs: 0 };
  let ended = false;
  const note = (): void => {
    const now = { wall: performance.now(), own: worked() };
    longest.wallMs = Math.max(longest.wallMs, now.wall - last.wall);
    longest.ownMs = Math.max(longest.ownMs, now.own - last.own);
    last = now;
  };
  const beat = (): void => {
    note();
    if (!ended) setTimeout(beat, 1);
  };
  setTimeout(beat, 1);
  return () => {
    ended = true;
    note();
    return longest;
  };
}

async function once(): Promise<Figures> {
  const folder = newFolder();
  const profile = openProfile({ file: join(folder, 'practice.db'), key: randomBytes(32) });
  try {
    fill(profile);
    const { file, voucher } = makeFeed({ mutations: day() });
    const run = feedRun(profile.session);
    const given = [file, voucher].map(({ name, bytes }) => ({
      ...{ name, bytes: bytes.length },
      read: async () => ok(bytes),
    }));
    const held = heldWatch();
    const before = process.cpuUsage();
    const mainBefore = worked();
    const began = performance.now();
    const begun = run.give(given, 'page');
    if (!begun.ok) throw new Error(begun.failure.code);
    await run.idle();
    const allMs = performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    const mainMs = worked() - mainBefore;
    const { wallMs: heldMs, ownMs: heldOwnMs } = held();
    const [row] = run.taken(begun.value.takeId)?.rows ?? [];
    if (row?.outcome !== 'applied') throw new Error(`not applied: ${JSON.stringify(row)}`);
    const { replaced: moved = 0, changed = 0, told = 0, unknown = 0 } = row.counts ?? {};
    const workMs = (user + system) / 1_000;
    return {
      allMs,
      workMs,
      mainMs,
      otherMs: workMs - mainMs,
      heldMs,
      heldOwnMs,
      megabytes: file.bytes.length / 1e6,
      moved,
      changed,
      told,
      unknown,
    };
  } finally {
    await profile.close();
    removeFolder(folder);
  }
}

export async function bench(): Promise<void> {
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) figures.push(await once());
  const row = summarize('100,000 mutations', figures);
  printRows('The mutation feed: a file checked, staged and made true', [row]);
  printTarget('checked and applied, ms', row.figures['allMs']?.median ?? Number.NaN, 10_000, 'atMost');
  printTarget(
    'all its work on every thread, ms',
    row.figures['workMs']?.median ?? Number.NaN,
    10_000,
    'atMost',
  );
  printTarget('longest main is held, ms', row.figures['heldMs']?.median ?? Number.NaN, 50, 'atMost');
  printTarget(
    'the same in work of its own, ms',
    row.figures['heldOwnMs']?.median ?? Number.NaN,
    50,
    'atMost',
  );
}
