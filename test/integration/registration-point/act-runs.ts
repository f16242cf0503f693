// Runs of a point under faults drawn at random, keys pressed once or three times at once, and the process killed at any moment:
// a worker's act is at the service at most once, and what the screen confirmed is there.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { verifyHistory } from '../../../main/history/verify-history.ts';
import { makeCertificate } from '../practice/support/certificates.ts';
import { EMPLOYER, type PracticeClient, startClient } from '../practice/support/client.ts';
import { type Key, openPoint, type PointOrder, type PointSaid } from './point-child.ts';

const keysOfRound = 8;
const child = new URL('./point-child.ts', import.meta.url).pathname;
const seed = Math.floor(Math.random() * 2 ** 31);

/** Always the same for a seed, so that a failure can be seen again. */
function drawing(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const draw = drawing(seed);
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;

let practice: PracticeClient;
let folder: string;
let order: PointOrder;

export async function openActRuns(): Promise<void> {
  practice = await startClient();
  folder = mkdtempSync(join(tmpdir(), 'point-'));
  const certificate = makeCertificate();
  const clientId = await practice.register(certificate, EMPLOYER, 'employer', ['checkInAndOutAtWork']);
  await practice.admin('PUT', '/switches', { tokenSeconds: 86_400 });
  const environment = practice.service.environments['practice'];
  if (environment === undefined) throw new Error('practice is not ready');
  order = {
    file: join(folder, 'point.db'),
    keyHex: randomBytes(32).toString('hex'),
    environment: { ...environment, name: 'practice', caPem: practice.service.caPem, practice: null },
    token: await practice.token(clientId, certificate.keyPem),
    patience: 600,
    keys: [],
  };
}

export async function closeActRuns(): Promise<void> {
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
}

const kinds = [
  'resetBeforeCommit',
  'resetAfterCommit',
  'halfBody',
  'garbledJson',
  'wrongJson',
  '500',
  '500AfterCommit',
  '503',
  '503AfterCommit',
  '429',
  '403mandate',
  'htmlInsteadOfJson',
  'silence',
  'latency',
] as const;

/** Of those that say nothing of it by themselves, whether the service took the request in. */
const eitherWay: readonly string[] = ['halfBody', 'garbledJson', 'wrongJson', 'htmlInsteadOfJson', 'silence'];

const drawnFaults = (): object[] =>
  Array.from({ length: 3 }, () => {
    const kind = oneOf(kinds);
    return {
      kind,
      path: oneOf(['registerInBulk', 'registerInBulk', 'registerInBulk', 'presenceRegistrations/search']),
      share: 0.15 + draw() * 0.25,
      seed: Math.floor(draw() * 1e9),
      ms: 200,
      retryAfter: 0,
      ...(eitherWay.includes(kind) ? { commit: draw() < 0.5 } : {}),
    };
  });

const inszOf = (n: number): string => {
  const base = `810202${String(101 + 2 * n).padStart(3, '0')}`;
  return base + String(97 - (Number(base) % 97)).padStart(2, '0');
};

/** Until it is done or killed, whichever comes first. */
function runChild(keys: Key[], killAfterMs: number | null): Promise<PointSaid[]> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', child], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const said: PointSaid[] = [];
    let timer: NodeJS.Timeout | undefined;
    createInterface({ input: process_.stdout }).on('line', (line) => {
      const one = JSON.parse(line) as PointSaid;
      said.push(one);
      if (killAfterMs !== null) timer ??= setTimeout(() => process_.kill('SIGKILL'), killAfterMs);
      if (one.done === true) process_.kill('SIGKILL');
    });
    process_.once('error', reject);
    process_.once('close', () => {
      clearTimeout(timer);
      const failed = said.find(({ error }) => error !== undefined);
      if (failed === undefined) resolve(said);
      else reject(new Error(`${failed.error} (seed ${seed})`));
    });
    process_.stdin.write(`${JSON.stringify({ ...order, keys })}\n`);
  });
}

type Record_ = { id: number; insz: string; type: string };
async function onRecord(): Promise<Record_[]> {
  const all: Record_[] = [];
  for (;;) {
    const since = all.at(-1)?.id ?? 0;
    const { json } = await practice.admin('GET', `/presence/registrations?since=${since}`);
    const items = (json as unknown as { items: Record_[] }).items;
    if (items.length === 0) return all;
    all.push(...items);
  }
}

function noteConfirmed(confirmed: Set<string>, said: readonly PointSaid[]): void {
  for (const { insz, type, kind } of said)
    if (kind === 'registered' || kind === 'already') confirmed.add(`${insz} ${type}`);
}

/** A run of so many kills, on one service and one profile. */
export async function runActs(rounds: number): Promise<void> {
  const confirmed = new Set<string>();
  let again: Key[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await practice.admin('PUT', '/faults', drawnFaults());
    const fresh = Array.from({ length: keysOfRound }, (_, i): Key => {
      const type = draw() < 0.5 ? 'IN' : 'OUT';
      return { insz: inszOf(round * keysOfRound + i), type, times: oneOf([1, 1, 3]) };
    });
    const keys = [...again, ...fresh];
    const said = await runChild(keys, Math.floor(draw() * 900));
    noteConfirmed(confirmed, said);
    // Whoever was not confirmed, or cut off, presses again after the restart.
    again = keys.filter(({ insz, type }) => !confirmed.has(`${insz} ${type}`)).slice(0, 6);
  }
  await practice.admin('DELETE', '/faults');
  // Whoever was cut off last has all the time there is: nothing depends on how far a machine came before a kill.
  noteConfirmed(confirmed, await runChild(again, null));
  const records = await onRecord();
  const acts = records.map(({ insz, type }) => `${insz} ${type}`);
  expect(
    acts.filter((act, i) => acts.indexOf(act) !== i),
    `seed ${seed}`,
  ).toEqual([]);
  expect(
    [...confirmed].filter((act) => !acts.includes(act)),
    `seed ${seed}`,
  ).toEqual([]);
  // Else nothing was tried.
  expect(confirmed.size).toBeGreaterThan(rounds);
  await knowsItAll(records);
}

/** Once all is well again the point finds everything that was taken in, and its history is whole. */
async function knowsItAll(records: readonly Record_[]): Promise<void> {
  const { profile, handlers } = openPoint({ ...order, patience: 10_000 });
  const { db } = profile.session;
  await handlers['point.check']({}, { windowId: 'w1', traceId: 't1' });
  const registered = db
    .prepare("SELECT service_id FROM point_registration WHERE state = 'registered' ORDER BY service_id")
    .pluck()
    .all();
  expect(registered, `seed ${seed}`).toEqual(records.map(({ id }) => id));
  const kept = db.prepare('SELECT service_id FROM presence ORDER BY service_id').pluck().all();
  expect(kept).toEqual(registered);
  expect(verifyHistory(db)).toMatchObject({ intact: true });
  await profile.close();
}
