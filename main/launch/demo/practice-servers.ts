// The practice services as a process of their own, so that they can be taken away and come back as they were.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { cliFile } from './command.ts';

export type Servers = { stop(): Promise<void> };

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts them on the profile's practice world, and writes what `--environments` takes into `file`. */
export async function startServers(profile: string, port: number, file: string): Promise<Servers> {
  const args = [cliFile, 'practice', 'serve', '--profile', profile, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await firstLine(child);
  const printed: unknown = JSON.parse(line);
  if (typeof printed !== 'object' || printed === null || !('environments' in printed))
    throw new Error('the practice services did not start');
  // Their token opens the practice administration: for the owner's eyes only.
  writeFileSync(file, line, { mode: 0o600 });
  return {
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('no output'));
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the practice services ended with ${code}`)));
  });
}
