// A real, unlocked Secret Service for the processes that a test starts: on a message bus and in a home of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRunSecretService } from '../../main/launch/with-secret-service.ts';

export type SecretServiceRun = { env: NodeJS.ProcessEnv; stop(): Promise<void> };

// The shell lives until its input ends, and with it the bus and the keyring.
const script = `printf throwaway | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
printf '%s\\n' "$DBUS_SESSION_BUS_ADDRESS"
read -r _`;

/** Throws where the parts are missing: a test that needs them must not pass without. */
export async function startSecretService(): Promise<SecretServiceRun> {
  if (process.platform !== 'linux') return { env: process.env, stop: async () => {} };
  if (!canRunSecretService()) throw new Error('install dbus and gnome-keyring to run this test');
  const home = mkdtempSync(join(tmpdir(), 'sociodesk-keyring-'));
  const own = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: join(home, 'run') };
  for (const folder of [own.XDG_DATA_HOME, own.XDG_RUNTIME_DIR]) mkdirSync(folder, { mode: 0o700 });
  const env = { ...process.env, ...own };
  const bus = spawn('dbus-run-session', ['--', 'sh', '-c', script], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => bus.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    bus.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()));
    void ended.then(() => reject(new Error('the message bus did not start')));
  });
  return {
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: address },
    async stop() {
      bus.stdin.end();
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
