// `rescue …` by command line, each step a process of its own on a real Secret Service and the real practice service: read,
// compared, adopted, and saved as a file with its hash.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { VerifiedArchive } from '../../../main/rescue/verify-archive.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { runCli } from '../../support/command-line.ts';
import { type SecretServiceRun, startSecretService } from '../../support/secret-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'sociodesk-rescue-'));
const profile = join(folder, 'profile');
const berk = '0999.999.130';
let service: SecretServiceRun;

const cli = (...words: string[]) => runCli(words, { profile, env: service.env });
/** The value of a command that must be done. */
async function done<T>(...words: string[]): Promise<T> {
  const ran = await cli(...words);
  if (ran.exit !== 0) throw new Error(`${words.join(' ')}: ${ran.exit} ${ran.out} ${ran.error}`);
  return (ran.json as { value: T }).value;
}

beforeAll(async () => {
  service = await startSecretService();
  const enterprise = ['--enterprise', 'Sociaal secretariaat Klaver', '--number', '0999.999.031'];
  await done('certificate', 'generate', ...enterprise, '--name', 'Klaver', '--key', 'ecP384');
  await done('account', 'register', ...enterprise, '--quality', 'socialSecretariat', '--name', 'Klaver');
  await done('practice', 'samples');
  await done('practice', 'date', '2026-11-29');
}, 180_000);
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('tells the notice and reads nothing before it is accepted', async () => {
  const refused = await cli('rescue', 'start', '--employer', berk);
  expect([refused.exit, refused.json]).toMatchObject([1, { failure: { code: 'noticeNotAccepted' } }]);
  expect(refused.error).toContain('--accept-notice');
  const planned = await done<CallOutput<'rescue.plan'>>('rescue', 'plan', '22:00', '--accept-notice');
  expect(Date.parse(planned.dueAt)).toBeGreaterThan(Date.now());
  const status = await done<CallOutput<'rescue.status'>>('rescue', 'status');
  expect(status).toMatchObject({ plan: { dueAt: planned.dueAt }, days: { left: 32, until: '2026-12-31' } });
  expect(status.notice.acceptedAt).not.toBeNull();
  await done('rescue', 'drop-plan');
});

it('reads a client, compares and adopts what stands only at the service', async () => {
  const read = await done<{ clients: { counts: { found: number; failed: number; waiting: number } }[] }>(
    'rescue',
    'start',
    '--employer',
    berk,
    '--years',
    '2024,2025',
  );
  expect(read.clients).toHaveLength(1);
  expect(read.clients[0]?.counts).toMatchObject({ failed: 0, waiting: 0 });
  const again = await cli('rescue', 'start', '--employer', berk, '--years', '2024,2025');
  expect([again.exit, again.json]).toMatchObject([1, { failure: { code: 'nothingToSend' } }]);
  const before = await done<CallOutput<'rescue.report'>>('rescue', 'compare', '--employer', berk);
  expect(before.adoptable).toBeGreaterThan(0);
  const after = await done<CallOutput<'rescue.report'>>('rescue', 'compare', '--employer', berk, '--adopt');
  expect(after).toMatchObject({ adoptable: 0, adoptions: [{ adopted: before.adoptable }] });
  expect(after.tally.same).toBe(before.adoptable + before.tally.same);
  const status = await done<CallOutput<'rescue.status'>>('rescue', 'status');
  expect(status).toMatchObject({ api: 'available', begun: 1, jobId: null });
});

it('saves the archive by the ending of the file, and names its hash', async () => {
  for (const form of ['csv', 'json']) {
    const file = join(folder, `archive.${form}`);
    const saved = await done<CallOutput<'rescue.export'>>('rescue', 'export', file, '--employer', berk);
    expect(saved.hash).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  }
  // Years later, without the profile: unchanged, and then with one sign of one answer changed.
  const kept = join(folder, 'kept');
  mkdirSync(kept);
  const json = readFileSync(join(folder, 'archive.json'), 'utf8');
  writeFileSync(join(kept, 'archive.json'), json);
  const whole = await done<{ archives: VerifiedArchive[] }>('rescue', 'verify', kept);
  expect(whole.archives).toMatchObject([{ name: 'archive.json', problems: [] }]);
  expect(whole.archives[0]?.answers).toBeGreaterThan(10);
  writeFileSync(join(kept, 'archive.json'), json.replace(/(\\"hoursPerDay\\":)7/, '$18'));
  const changed = await cli('rescue', 'verify', kept);
  expect([changed.exit, changed.json]).toMatchObject([
    2,
    { value: { archives: [{ problems: [{ kind: 'answerChanged' }] }] } },
  ]);
  const refused = await cli('rescue', 'export', join(folder, 'archive.doc'), '--employer', berk);
  expect([refused.exit, refused.json]).toMatchObject([1, { failure: { details: { fields: '--format' } } }]);
});
