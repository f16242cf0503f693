// The embedded practice service: a process of its own, started when something first needs it, ended with the app. Its
// encrypted file and key outlive both, so that killing the app never resets the service.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Environment } from '../platform/environment.ts';
import type { Keychain } from '../platform/keychain.ts';
import { practiceEnvironment } from '../settings/environments.ts';

export type PracticeProcess = {
  /** Starts it, or answers what runs. A process that ended is started anew. */
  ready(): Promise<Result<Environment>>;
  close(): Promise<void>;
};

type Running = { input: Writable; output: Readable; ended: Promise<void>; stop(): void };

const START_MS = 20_000;
const keyEntry = 'practice/key';

export function practiceProcess(options: { profileDir: string; keychain: Keychain }): PracticeProcess {
  let started: Promise<Result<Environment>> | undefined;
  let running: Running | undefined;
  let closed = false;

  const start = async (): Promise<Result<Environment>> => {
    const store = await practiceStore(options.profileDir, options.keychain);
    if (!store.ok) return store;
    if (closed) return fail('cancelled');
    const child = launch(practiceServiceFile());
    running = child;
    void child.ended.then(() => {
      if (running === child) started = running = undefined;
    });
    const line = await firstLine(child, `${JSON.stringify(store.value)}\n`);
    const printed = readLine(line);
    if (!printed.ok) child.stop();
    return printed;
  };

  return {
    ready() {
      started ??= start().then((result) => {
        if (!result.ok) started = undefined;
        return result;
      });
      return started;
    },
    async close() {
      closed = true;
      const child = running;
      if (!child) return;
      child.input.end();
      const timer = setTimeout(() => child.stop(), 3_000);
      await child.ended;
      clearTimeout(timer);
    },
  };
}

export type PracticeStore = { dataFile: string; dataKeyHex: string };

/** Where a profile keeps its practice world, and under which key. */
export async function practiceStore(profileDir: string, keychain: Keychain): Promise<Result<PracticeStore>> {
  const key = await practiceKey(keychain);
  if (!key.ok) return key;
  const dataFile = join(profileDir, 'practice-service.db');
  return ok({ dataFile, dataKeyHex: Buffer.from(key.value).toString('hex') });
}

async function practiceKey(keychain: Keychain): Promise<Result<Uint8Array>> {
  const found = await keychain.get(keyEntry);
  if (!found.ok) return found;
  if (found.value !== null) return ok(found.value);
  const key = new Uint8Array(randomBytes(32));
  const kept = await keychain.set(keyEntry, key);
  return kept.ok ? ok(key) : kept;
}

/** Beside the bundle (whose chunks stand one folder deeper), or as TypeScript in the sources. */
export function practiceServiceFile(): string {
  const here = import.meta.dirname;
  const places = [
    join(here, 'practice-service.js'),
    join(here, '..', 'practice-service.js'),
    join(here, '..', 'practice', 'start.ts'),
  ];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('the practice service is not part of this build');
  return found;
}

/** Electron's own binary cannot run as Node (the fuse is off), so there it is a thread; elsewhere a process. */
function launch(file: string): Running {
  if (process.versions['electron'] !== undefined) return thread(file);
  const child: ChildProcess = spawn(process.execPath, [file], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: quietEnvironment(),
  });
  if (child.stdin === null || child.stdout === null) throw new Error('a child without pipes');
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { input: child.stdin, output: child.stdout, ended, stop: () => void child.kill('SIGKILL') };
}

function thread(file: string): Running {
  const worker = new Worker(file, { stdin: true, stdout: true, env: {} });
  if (worker.stdin === null) throw new Error('a thread without input');
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
    worker.once('error', () => resolve());
  });
  return { input: worker.stdin, output: worker.stdout, ended, stop: () => void worker.terminate() };
}

/** The service reads nothing from the environment; options meant for the app must not change it. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}

function firstLine(child: Running, configuration: string): Promise<string | null> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: child.output });
    const timer = setTimeout(() => resolve(null), START_MS);
    lines.once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
    void child.ended.then(() => {
      clearTimeout(timer);
      resolve(null);
    });
    child.input.write(configuration);
  });
}

function readLine(line: string | null): Result<Environment> {
  if (line === null) return fail('serviceUnavailable', { retry: 'safe', details: { service: 'practice' } });
  try {
    const printed: unknown = JSON.parse(line);
    if (typeof printed === 'object' && printed !== null && 'environments' in printed)
      return practiceEnvironment(printed.environments);
  } catch {
    // Falls through: whatever stands there is no environment.
  }
  return fail('serviceUnavailable', { retry: 'safe', details: { service: 'practice' } });
}
