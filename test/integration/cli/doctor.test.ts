// The doctor, the exchanges and going live by command line, with exit codes and one JSON line.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand, type Terminal } from '../../../main/cli/run-command.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';

const folder = newFolder();
afterAll(() => removeFolder(folder));

type Ran = {
  exit: number;
  json: { ok: boolean; value?: never; failure?: { code: string; details: object } };
  lines: string[];
  told: string[];
};

/** In this process, on a profile that is thrown away with each command. */
async function run(...words: string[]): Promise<Ran> {
  const lines: string[] = [];
  const told: string[] = [];
  const terminal: Terminal = {
    out: (text) => lines.push(text),
    error: (text) => told.push(text),
    readInput: () => Promise.resolve(''),
    locale: 'en',
  };
  const exit = await runCommand([...words, '--throwaway', '--language', 'en'], terminal);
  const json = words.includes('--json') ? JSON.parse(lines[0] ?? '{}') : {};
  return { exit, json, lines, told };
}

describe('doctor', () => {
  it('is a command by itself and fails where there is no account yet', async () => {
    const ran = await run('doctor', '--json');
    expect(ran.exit).toBe(1);
    expect(ran.json.failure?.code).toBe('accountMissing');
  });

  it('refuses a service that does not exist', async () => {
    const ran = await run('doctor', '--service', 'post', '--json');
    expect(ran.json.failure).toMatchObject({ code: 'invalidInput', details: { fields: '--service' } });
  });

  it('stands in the help without a verb', async () => {
    const { lines, exit } = await run('--help');
    expect(exit).toBe(0);
    expect(lines.join('\n')).toMatch(/sociodesk doctor \[--account NAME\]/);
  });
});

describe('live', () => {
  const inProduction = ['--environment', 'production'];

  it('shows every fact with how certain it is', async () => {
    const { lines, exit } = await run('live', 'show', ...inProduction);
    expect(exit).toBe(0);
    expect(
      lines.some(
        (line) => line.startsWith('oauth.tokenUrl\t') && line.endsWith('From the official material'),
      ),
    ).toBe(true);
  });

  it('refuses with exit 2 and the rule, and keeps what is right', async () => {
    const refused = await run(
      'live',
      'set',
      'fla.baseUrl',
      'http://example.org/fla',
      ...inProduction,
      '--json',
    );
    expect(refused.exit).toBe(2);
    expect(refused.json.failure).toMatchObject({
      code: 'refusedByRule',
      details: { 'fla.baseUrl': 'httpsOnly' },
    });
    const other = await run(
      'live',
      'set',
      'fla.baseUrl',
      'https://example.org/fla',
      ...inProduction,
      '--json',
    );
    expect(other.json.failure?.details).toEqual({ 'fla.baseUrl': 'otherDomain' });
    const kept = await run(
      'live',
      'set',
      'fla.baseUrl',
      'https://example.org/fla',
      '--confirmed',
      ...inProduction,
    );
    expect([kept.exit, kept.lines]).toEqual([0, ['Saved: fla.baseUrl']]);
  });

  it('loads a file, and says which file is none', async () => {
    const file = join(folder, 'official.json');
    writeFileSync(file, JSON.stringify({ services: { dimona: { baseUrl: 'https://example.org/dimona' } } }));
    const loaded = await run('live', 'load', file, '--confirmed', ...inProduction, '--json');
    expect([loaded.exit, loaded.json.ok]).toEqual([0, true]);
    writeFileSync(file, 'not json');
    const none = await run('live', 'load', file, ...inProduction, '--json');
    expect(none.json.failure?.code).toBe('fileUnreadable');
    rmSync(file);
  });

  it('says the notice before it is accepted; sending asks for it', async () => {
    const refused = await run('outbox', 'send', '--confirmed', ...inProduction, '--json');
    expect(refused.json.failure?.code).toBe('liabilityNotAccepted');
    const flagged = await run('outbox', 'send', '--confirmed', '--accept-liability', ...inProduction);
    expect(flagged.told.join(' ')).toContain('certifies no software');
    const practising = await run('outbox', 'send', '--confirmed', '--accept-liability', '--json');
    expect(practising.json.failure?.code).toBe('nothingToSend');
    expect(practising.told.join(' ')).not.toContain('certifies no software');
    const accepted = await run('live', 'accept-liability', ...inProduction);
    expect(accepted.exit).toBe(0);
    expect(accepted.told.join(' ')).toContain('certifies no software');
  });
});
