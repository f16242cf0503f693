// A real Secret Service for the length of one command, on Linux: it answers, nothing of it stays, the exit code passes.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canRunSecretService } from '../../../main/launch/with-secret-service.ts';

const launcher = join(import.meta.dirname, '../../../main/launch/with-secret-service.ts');

/** Runs a script of Node inside the launcher; its exit code and what it printed. */
function inside(
  script: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const words = [launcher, '--', process.execPath, '--input-type=module', '-e', script];
    const child = execFile(process.execPath, words, { env }, (_, output) =>
      resolve({ code: child.exitCode ?? -1, output }),
    );
  });
}

describe('a command with a Secret Service', () => {
  it('keeps a secret for the length of the command', async () => {
    expect(canRunSecretService()).toBe(true);
    const { code, output } = await inside(`
      import { AsyncEntry } from '@napi-rs/keyring';
      const entry = new AsyncEntry('sociodesk/test', 'name', { linux: { store: 'secret-service' } });
      await entry.setSecret(Buffer.from('kept'));
      process.stdout.write(Buffer.from(await entry.getSecret()).toString());
    `);
    expect({ code, output }).toEqual({ code: 0, output: 'kept' });
  });

  it.runIf(process.platform === 'linux')(
    'stands apart from the keyring of the person, and is gone afterwards',
    async () => {
      const { output } = await inside('process.stdout.write(process.env.HOME)');
      expect(output).not.toBe(process.env['HOME']);
      expect(existsSync(output)).toBe(false);
    },
  );

  it('ends as its command ends', async () => {
    expect((await inside('process.exitCode = 3')).code).toBe(3);
  });
});

it.runIf(process.platform === 'linux')('a start without a screen says so and opens nothing', async () => {
  const start = join(import.meta.dirname, '../../../main/launch/start.ts');
  const profile = join(await mkdtemp(join(tmpdir(), 'sociodesk-start-')), 'profile');
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const ended = await new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [start, '--profile', profile],
      { env: { ...env, LANG: 'fr_BE.UTF-8', LC_ALL: '' } },
      (_, __, said) => resolve({ code: child.exitCode, said }),
    );
  });
  const sentence = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../resources/locales/fr/host.json'), 'utf8'),
  ).start.noScreen;
  expect(ended).toEqual({ code: 1, said: `${sentence}\n` });
  expect(existsSync(profile)).toBe(false);
});
