// The life of certificates by command line, each step a process of its own on a real Secret Service and the real practice
// service: what ends when, the calendar, a renewal in one go, and the same step by step with the way back.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { runCli } from '../../support/command-line.ts';
import { type SecretServiceRun, startSecretService } from '../../support/secret-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'sociodesk-renewal-'));
const profile = join(folder, 'profile');
let service: SecretServiceRun;

const cli = (...words: string[]) => runCli(words, { profile, env: service.env });
/** The value of a command that must be done. */
async function done<T>(...words: string[]): Promise<T> {
  const ran = await cli(...words);
  if (ran.exit !== 0) throw new Error(`${words.join(' ')}: ${ran.exit} ${ran.out} ${ran.error}`);
  return (ran.json as { value: T }).value;
}
const show = () => done<CallOutput<'renewal.show'>>('renewal', 'show');

beforeAll(async () => {
  service = await startSecretService();
  const enterprise = ['--enterprise', 'Sociaal secretariaat Klaver', '--number', '0999.999.031'];
  await done('certificate', 'generate', ...enterprise, '--name', 'Klaver', '--key', 'ecP384');
  await done('account', 'register', ...enterprise, '--quality', 'socialSecretariat', '--name', 'Klaver');
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the life of certificates', () => {
  it('tells who uses each and what is next', async () => {
    const { rows } = await done<CallOutput<'renewal.life'>>('certificate', 'expiry');
    expect(rows).toMatchObject([
      { name: 'Klaver', rung: null, uses: [{ role: 'inUse' }], next: { key: 'none' } },
    ]);
  });

  it('is saved as a calendar where the person says', async () => {
    const file = join(folder, 'ends.ics');
    expect(await done('certificate', 'calendar', file)).toMatchObject({ saved: true, events: 1 });
    const calendar = readFileSync(file, 'utf8');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(calendar.match(/BEGIN:VALARM/g)).toHaveLength(6);
    expect(calendar).toContain('Certificate expires: Klaver');
  });
});

describe('a renewal', () => {
  it('goes all the way in practice with one command', async () => {
    const shown = await done<CallOutput<'renewal.show'>>('certificate', 'renew');
    expect(shown.staged).toBeNull();
    expect(shown.former.map((one) => one.name)).toEqual(['Klaver']);
    expect(shown.current?.keyKind).toBe('EC P-384');
  });

  it('goes step by step: refused until a token was given, back, and let go', async () => {
    await done('renewal', 'stage', '--name', 'Derde');
    const failed = await cli('renewal', 'test');
    expect([failed.exit, failed.json]).toMatchObject([
      1,
      { value: { outcome: 'failed', failure: 'clientRefused' } },
    ]);
    const early = await cli('renewal', 'switch');
    expect([early.exit, early.json]).toMatchObject([1, { failure: { details: { reason: 'notTested' } } }]);
    await done('renewal', 'added', '--practice');
    expect(await done('renewal', 'test')).toMatchObject({ outcome: 'ok', validSeconds: 600 });
    await done('renewal', 'switch');
    expect((await show()).current?.name).toBe('Derde');
    const inUse = await cli('renewal', 'off', '--certificate', 'Derde', '--practice');
    expect([inUse.exit, inUse.json]).toMatchObject([1, { failure: { details: { reason: 'inUse' } } }]);
    await done('renewal', 'switch', '--certificate', 'Klaver');
    expect((await show()).current?.name).toBe('Klaver');
    await done('renewal', 'off', '--certificate', 'Derde', '--practice');
    await done('renewal', 'release', '--certificate', 'Derde');
    expect((await show()).former.map((one) => one.name)).not.toContain('Derde');
  }, 180_000);

  it('takes a staged certificate off again', async () => {
    await done('renewal', 'stage', '--certificate', 'Derde');
    expect((await show()).staged?.name).toBe('Derde');
    await done('renewal', 'unstage');
    expect((await show()).staged).toBeNull();
  });
});
