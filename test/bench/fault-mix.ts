// A thousand worker-years under bad luck of many kinds, three draws of it: what is known afterwards, whether it is true by
// the ledger of the practice service, and what was lost or done twice. With the app killed in mid-run, and in bulk for the
// clients of a mandatary. newman and Bruno make the same calls beside it.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nodeFlags } from '../../main/launch/node-flags.ts';
import { childFile } from './bundle.ts';
import { mixOf } from './fault-mix-faults.ts';
import { type Claim, judge, type Verdict } from './fault-mix-judge.ts';
import { anyPeer, type PeerVerdict, peersUnder } from './fault-mix-peers.ts';
import { type Figures, printTarget, runOnce } from './measure.ts';
import { serve, writeCalls } from './newman.ts';
import { benchFolder, copyOf, profileOfClients, profileToSend } from './profile-folder.ts';

const seeds = [1, 2, 3];
/** Answered worker-years after which the app is killed. */
const kills = [300, 650];

/** Records that a peer is given: it makes one call after the other, and a thousand of them take minutes. */
const ofPeers = 250;

type Sent = Verdict & { what: string; wallMs: number };

export async function bench(): Promise<void> {
  const ready = await profileToSend();
  const rows: Sent[] = [];
  let sentProfile = '';
  const judgedAndPrinted = async (what: string, profile: string, wallMs = 0): Promise<void> => {
    const row = await judged(what, profile, wallMs);
    rows.push(row);
    printRow(row);
  };
  printHead();
  for (const seed of seeds) {
    sentProfile = copyOf(ready);
    const { sendMs } = await send(sentProfile, seed);
    await judgedAndPrinted(`ours, seed ${seed}`, sentProfile, sendMs);
  }
  const killed = copyOf(ready);
  await judgedAndPrinted('ours, killed twice', killed, await sendAndKill(killed, 1));
  const { profile, wallMs } = await ofClients();
  await judgedAndPrinted('ours, 40 clients, the slower month', profile, wallMs);
  const calls = await writeCalls(sentProfile, ofPeers);
  for (const seed of seeds)
    for (const verdict of await peersUnder(seed, calls, () => copyOf(ready)))
      printRow({ ...verdict, what: `${verdict.what}, ${ofPeers} of them, seed ${seed}` });
  if (!anyPeer())
    process.stdout.write('  newman and Bruno are not there: npm --prefix test/bench/peers install\n');
  printTargets(rows);
}

/** One run of the app until nothing is left to send. */
const send = (profile: string, seed: number): Promise<Figures> =>
  runOnce(process.execPath, childArgs(profile, seed));

const childArgs = (profile: string, seed: number): string[] => {
  const faults = join(benchFolder, `faults-${seed}.json`);
  writeFileSync(faults, JSON.stringify(mixOf(seed, true)));
  return [...nodeFlags, childFile('fault-mix'), profile, faults];
};

/** Wall time of all starts together. */
async function sendAndKill(profile: string, seed: number): Promise<number> {
  const started = performance.now();
  for (const [at, answered] of kills.entries()) await killedAt(profile, seed + at, answered);
  await send(profile, seed + kills.length);
  return performance.now() - started;
}

function killedAt(profile: string, seed: number, answered: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, childArgs(profile, seed), { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { answered?: number };
      if ((said.answered ?? 0) >= answered) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', (_code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('the app ended before it was killed')),
    );
  });
}

/** Forty clients of a mandatary, two months one after the other, over one account. */
async function ofClients(): Promise<{ profile: string; wallMs: number }> {
  const profile = copyOf(await profileOfClients());
  const first = await send(profile, 4);
  await runOnce(process.execPath, [...nodeFlags, childFile('seed-clients'), profile, 'february']);
  const second = await send(profile, 5);
  return { profile, wallMs: Math.max(first['sendMs'] ?? 0, second['sendMs'] ?? 0) };
}

async function judged(what: string, profile: string, wallMs: number): Promise<Sent> {
  const file = join(benchFolder, 'claims.json');
  await runOnce(process.execPath, [...nodeFlags, childFile('claims'), profile, file]);
  const said = JSON.parse(readFileSync(file, 'utf8')) as (Omit<Claim, 'state'> & { state: string })[];
  const claims = said.map((one): Claim => ({ ...one, state: stateOf(one.state) }));
  const served = await serve(profile);
  const verdict = await judge(served, claims);
  await served.close();
  return { what, wallMs, ...verdict };
}

function stateOf(state: string): Claim['state'] {
  if (state === 'accepted' || state === 'acceptedWithWarnings') return 'accepted';
  return state === 'refused' ? 'refused' : 'open';
}

const cells = (first: string, ...others: (string | number)[]): void =>
  void process.stdout.write(
    `  ${first.padEnd(36)}${others.map((cell) => String(cell).padStart(12)).join('')}\n`,
  );

function printHead(): void {
  process.stdout.write(
    '\nRecords sent under the mix of faults, judged by the ledger of the practice service\n',
  );
  cells('', 'records', 'known', 'and true', 'lost', 'open, there', 'double', 'seconds');
}

/** As soon as it is known: the whole takes minutes. */
function printRow(row: Sent | PeerVerdict): void {
  const { what, records, known, knownAndTrue, lost, openButThere, doubleEffects, wallMs } = row;
  cells(what, records, known, knownAndTrue, lost, openButThere, doubleEffects, (wallMs / 1_000).toFixed(1));
}

function printTargets(rows: readonly Sent[]): void {
  for (const row of rows) {
    printTarget(`${row.what}: not known and true`, row.records - row.knownAndTrue, 0, 'atMost');
    printTarget(`${row.what}: lost`, row.lost, 0, 'atMost');
    printTarget(`${row.what}: double effects`, row.doubleEffects, 0, 'atMost');
    printTarget(`${row.what}: seconds`, row.wallMs / 1_000, 60, 'atMost');
  }
}
