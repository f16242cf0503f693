// `practice serve|enrol|samples|date|fault`: the practice environment by itself, and its switches.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { faultSchema } from '../../preload/contract/settings.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { type PracticeStore, practiceServiceFile, practiceStore } from '../application/practice-process.ts';
import { systemClock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { secretServiceKeychain } from '../platform/keychain-system.ts';
import { openProfile } from '../platform/profile.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';

export const practiceCommands: readonly Command[] = [
  {
    noun: 'practice',
    verb: 'serve',
    usage: '[--port N] [--date DAY]',
    options: { port: { type: 'string' }, date: { type: 'string' } },
    words: 0,
    withoutProfile: true,
    run: serve,
  },
  { noun: 'practice', verb: 'samples', usage: '', options: {}, words: 0, run: samples },
  {
    noun: 'practice',
    verb: 'enrol',
    usage: '--employer NUMBER',
    options: { employer: { type: 'string' } },
    words: 0,
    run: enrol,
  },
  { noun: 'practice', verb: 'date', usage: 'DAY', options: {}, words: 1, run: setDate },
  {
    noun: 'practice',
    verb: 'fault',
    usage: 'FAULT|none [--amount N] [--every N]',
    options: { amount: { type: 'string' }, every: { type: 'string' } },
    words: 1,
    run: setFault,
  },
];

async function samples({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('practice.addSamples', {});
  return { result, lines: result.ok ? [t('practice.samples', result.value)] : [] };
}

async function enrol(context: Context): Promise<Outcome> {
  const employer = await chosenEmployer(context);
  if (!employer.ok) return { result: employer };
  const result = await context.app.call('practice.enrol', { employerId: employer.value.id });
  return { result, lines: result.ok ? [context.t('practice.enrolled', result.value)] : [] };
}

async function setDate({ app, words, t }: Context): Promise<Outcome> {
  const date = readDay(words[0] ?? '');
  if (date === null) return { result: fail('invalidInput', { details: { fields: 'DAY' } }) };
  const result = await app.call('practice.setDate', { date });
  return { result, lines: result.ok ? [t('practice.date', { date })] : [] };
}

async function setFault({ app, words, values, t }: Context): Promise<Outcome> {
  const amount = wholeNumber(values, 'amount', -86_400, 86_400);
  const every = wholeNumber(values, 'every', 1, 10_000);
  if (!amount.ok) return { result: amount };
  if (!every.ok) return { result: every };
  const kind = words[0] ?? '';
  const fault = faultSchema.safeParse({ kind, amount: amount.value ?? 0, every: every.value ?? 1 });
  if (kind !== 'none' && !fault.success)
    return { result: fail('invalidInput', { details: { fields: 'FAULT' } }) };
  const faults = fault.success ? [fault.data] : [];
  const result = await app.call('practice.setFaults', { faults });
  return { result, lines: result.ok ? [t('practice.faults', { count: faults.length })] : [] };
}

/** Runs until ended. The line that it prints is also a file for `--environments`. */
async function serve({ values }: Context): Promise<Outcome> {
  const port = wholeNumber(values, 'port', 0, 65_535);
  const typed = text(values, 'date');
  const date = typed === undefined ? undefined : readDay(typed);
  if (!port.ok) return { result: port };
  if (date === null) return { result: fail('invalidInput', { details: { fields: '--date' } }) };
  const kept = await storeOf(values);
  if (!kept.ok) return { result: kept };
  const folder = mkdtempSync(join(tmpdir(), 'sociodesk-practice-'));
  try {
    const code = await served({
      caFile: join(folder, 'practice-ca.pem'),
      ...kept.value,
      ...(port.value === undefined ? {} : { port: port.value }),
      ...(date === undefined ? {} : { date }),
    });
    return { result: code === 0 ? ok({}) : fail('serviceUnavailable'), silent: true };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With a profile its practice world is served; without one everything is forgotten at the end. */
async function storeOf(values: Context['values']): Promise<Result<Partial<PracticeStore>>> {
  const dir = text(values, 'profile');
  if (dir === undefined || values['throwaway'] === true) return ok({});
  const options = { dir: resolve(dir), clock: systemClock, ids: { newId }, keychain: systemKeychain };
  const known = await openProfile({ ...options, readonly: true });
  const profile = known.ok || known.failure.code !== 'notFound' ? known : await openProfile(options);
  if (!profile.ok) return profile;
  try {
    return await practiceStore(profile.value.dir, profile.value.keychain);
  } finally {
    profile.value.close();
  }
}

const systemKeychain = (service: string) => secretServiceKeychain({ service });

/** The child ends when its input does, so that a killed command line leaves no server behind. */
function served(configuration: object): Promise<number> {
  const child = spawn(process.execPath, [practiceServiceFile()], { stdio: ['pipe', 'inherit', 'inherit'] });
  const end = () => child.stdin.end();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify(configuration)}\n`);
  return new Promise((done) => child.once('exit', (code) => done(code ?? 0)));
}
