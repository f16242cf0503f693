// `training account-pdf` by command line, without a window: one worker, a whole client, and what is refused.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { runCli } from '../../support/command-line.ts';
import { pdfPages, pdfText } from '../../support/pdf-text.ts';
import { type SecretServiceRun, startSecretService } from '../../support/secret-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'sociodesk-account-'));
const profile = join(folder, 'profile');
const berk = ['--employer', '0999.999.130'];
let service: SecretServiceRun;
let workers: CallOutput<'worker.list'>;

const cli = (...words: string[]) => runCli(words, { profile, env: service.env });
async function done<T>(...words: string[]): Promise<T> {
  const ran = await cli(...words);
  if (ran.exit !== 0) throw new Error(`${words.join(' ')}: ${ran.exit} ${ran.out} ${ran.error}`);
  return (ran.json as { value: T }).value;
}

beforeAll(async () => {
  service = await startSecretService();
  await done('practice', 'samples');
  workers = await done('worker', 'list', ...berk);
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('saves the account of one worker in the language that is asked for', async () => {
  const file = join(folder, 'one.pdf');
  const [worker] = workers.rows;
  if (worker === undefined) throw new Error('the sample employer has workers');
  const saved = await done(
    'training',
    'account-pdf',
    file,
    ...berk,
    '--worker',
    worker.insz,
    '--year',
    '2025',
  );
  expect(saved).toEqual({ saved: true, name: 'one.pdf', rows: 1 });
  const text = pdfText(readFileSync(file));
  expect(text).toContain('Individual training account 2025');
  expect(text).toContain(`Worker ${worker.givenName} ${worker.familyName} SSIN`);
});

it('saves those of all workers of a client in one file, of the year of the practice date where none is named', async () => {
  const file = join(folder, 'all.pdf');
  const saved = await done<{ rows: number }>('training', 'account-pdf', file, ...berk, '--all');
  const begun = pdfPages(readFileSync(file)).filter((page) =>
    page.includes('Individual training account 2025'),
  );
  expect(saved.rows).toBeGreaterThan(1);
  expect(begun.length).toBe(saved.rows);
});

it('saves nothing for a number that is none, or of nobody here', async () => {
  const file = join(folder, 'none.pdf');
  const wrong = await cli('training', 'account-pdf', file, ...berk, '--worker', '01.02.03-004.05');
  expect([wrong.exit, wrong.json]).toMatchObject([2, { failure: { code: 'identifierInvalid' } }]);
  const stranger = await cli('training', 'account-pdf', file, ...berk, '--worker', '90431599105');
  expect(stranger.exit).toBeGreaterThan(0);
  expect(existsSync(file)).toBe(false);
  expect(wrong.out + wrong.error).not.toContain('00405');
});
