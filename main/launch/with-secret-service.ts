// Runs a command with a real, unlocked Secret Service of its own on Linux: a private message bus and a private home, so
// that neither the person's keyring is touched nor anything is left behind. Elsewhere the system's keychain serves.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from './system-parts.ts';

/** gnome-keyring takes an empty password for "do not unlock", so there is one; it protects nothing of worth. */
const script = `printf throwaway | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$@"`;

export const canRunSecretService = (): boolean =>
  process.platform !== 'linux' || (onPath('dbus-run-session') && onPath('gnome-keyring-daemon'));

/** Ends with the command's exit code. */
export async function withSecretService(
  command: string,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  if (process.platform !== 'linux' || !canRunSecretService()) return run(command, parameters, env);
  const home = mkdtempSync(join(tmpdir(), 'sociodesk-keyring-'));
  const own = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: join(home, 'run') };
  for (const folder of [own.XDG_DATA_HOME, own.XDG_RUNTIME_DIR]) mkdirSync(folder, { mode: 0o700 });
  try {
    return await run('dbus-run-session', ['--', 'sh', '-c', script, 'sh', command, ...parameters], {
      ...env,
      ...own,
    });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function run(command: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: 'inherit', env });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
    child.once('error', () => resolve(127));
    child.once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

if (import.meta.main) {
  const [command, ...parameters] = process.argv.slice(2).filter((word, index) => index > 0 || word !== '--');
  process.exitCode = command ? await withSecretService(command, parameters) : 1;
}
