// One process opens malformed files one after another and keeps the records: what broke, the slowest, the largest growth.
// Arguments: number of cases, seed. Last line of standard output: the record as JSON.
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { inspectCertificate } from '../../../main/certificates/inspect-certificate.ts';
import { readAnswer } from '../../../main/certificates/read-answer.ts';
import { failureCodes } from '../../../preload/contract/result.ts';
import { password, type Sound, soundFiles } from './corpus.ts';
import { bendDer, bendPem } from './mutate.ts';
import { type Random, random } from './random.ts';

export type FuzzRecord = {
  cases: number;
  /** Opened all the same, or judged; what was refused, by code. */
  outcomes: Record<string, number>;
  /** Seeds of the cases that threw or gave an unknown code, with what they said. */
  violations: string[];
  overTwoSeconds: number;
  overTwoHundredMegabytes: number;
  slowest: { seed: number; cpuMs: number; wallMs: number };
  /** Growth in one case: of what the heap and its buffers hold, or of the peak of resident memory, whichever is more. */
  largest: { seed: number; megabytes: number };
  /** Growth of that peak over the whole run, with what bending the files took. */
  totalMegabytes: number;
  bytes: number;
};

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const passwords = [password, password, password, '', 'geheim', 'Crèche-€🔐', 'x'.repeat(1_000)];
const context = {
  now: '2026-03-01T10:00:00.000Z',
  issuers: [],
  enterpriseName: 'Park',
  enterpriseNumber: '0999999130',
};
const known = new Set<string>(['opened', 'judged', 'chooseEntry', ...failureCodes]);

const { positionals } = parseArgs({ allowPositionals: true });
const [cases = 1_000, firstSeed = 1] = positionals.map(Number);
process.stdout.write(`${JSON.stringify(await run(cases, firstSeed, await soundFiles()))}\n`);

async function run(count: number, first: number, sound: Sound[]): Promise<FuzzRecord> {
  // What the reader takes when nothing is wrong is not growth.
  for (let round = 0; round < 20; round += 1) {
    for (const { bytes } of sound) await inspectCertificate({ bytes, password, context });
  }
  const start = peak();
  const record: FuzzRecord = {
    ...{
      cases: count,
      outcomes: {},
      violations: [],
      overTwoSeconds: 0,
      overTwoHundredMegabytes: 0,
      bytes: 0,
    },
    slowest: { seed: 0, cpuMs: 0, wallMs: 0 },
    largest: { seed: 0, megabytes: 0 },
    totalMegabytes: 0,
  };
  for (let seed = first; seed < first + count; seed += 1) {
    await one(record, seed, sound);
    // A sign of life: a hang shows as silence.
    if (seed % 500 === 0) process.stderr.write('.');
  }
  return { ...record, totalMegabytes: peak() - start };
}

async function one(record: FuzzRecord, seed: number, sound: Sound[]): Promise<void> {
  const chance = random(seed);
  const bytes = malformed(chance, sound);
  const more = chance.chance(12) ? { keyFile: malformed(chance, sound) } : {};
  const secret = chance.pick(passwords);
  record.bytes += bytes.length;
  // What the bending of a large file left behind is not the reader's.
  if (bytes.length > 300_000 || seed % 200 === 0) collect();
  const [wall, cpu, memory, held] = [performance.now(), process.cpuUsage(), peak(), inUse()];
  const outcome = await judged(bytes, secret, more, chance.chance(10));
  const wallMs = performance.now() - wall;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1_000;
  const megabytes = Math.max(peak() - memory, inUse() - held);
  record.outcomes[outcome] = (record.outcomes[outcome] ?? 0) + 1;
  if (!known.has(outcome)) record.violations.push(`${seed}: ${outcome}`);
  if (cpuMs > 2_000) record.overTwoSeconds += 1;
  if (megabytes > 200) record.overTwoHundredMegabytes += 1;
  if (cpuMs > record.slowest.cpuMs) record.slowest = { seed, cpuMs, wallMs };
  if (megabytes > record.largest.megabytes) record.largest = { seed, megabytes };
}

function malformed(chance: Random, sound: Sound[]): Buffer {
  const [file, other] = [chance.pick(sound), chance.pick(sound)];
  // Nothing but openings, a hundred thousand deep.
  if (chance.chance(400)) return Buffer.alloc(200_000, chance.pick(['3080', '2480', 'a080']), 'hex');
  if (chance.chance(200)) return chance.bytes(chance.pick([1, 20, 400]));
  return file.name.startsWith('pem')
    ? bendPem(file.bytes.toString('latin1'), chance, other.bytes)
    : bendDer(file.bytes, chance, other.bytes);
}

async function judged(
  bytes: Buffer,
  secret: string,
  more: { keyFile?: Uint8Array },
  asAnswer: boolean,
): Promise<string> {
  try {
    if (asAnswer) {
      const answer = await readAnswer(bytes, () => null);
      return answer.ok ? 'opened' : answer.failure.code;
    }
    const result = await inspectCertificate({ bytes, password: secret, context, ...more });
    if (!result.ok) return result.failure.code;
    if (result.value.kind === 'chooseEntry') return 'chooseEntry';
    return result.value.opened === null ? 'judged' : 'opened';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** Megabytes: the highest resident memory of the process so far. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1_024;
}

/** Megabytes that the heap and its buffers hold, garbage included. */
function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
