// Lines from before the connection, inscribed at the practice service: after a kill, a lost answer and a refusal it has exactly ours.
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { exitOf } from '../../../main/cli/command.ts';
import { registerInscribeCommand } from '../../../main/cli/register-inscribe.ts';
import { newId } from '../../../main/platform/ids.ts';
import { memoryBackend } from '../../../main/platform/keychain.ts';
import { partedKeychain } from '../../../main/platform/keychain-entries.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { SAMPLE } from '../../../main/practice/cbss/sample-persons.ts';
import { addPeriod, type Period } from '../../../preload/rules/register/periods.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { builtProcess } from '../../support/built-processes.ts';
import type { InscribingKillOrder } from '../../support/inscribing-kill-child.ts';
import { type CbssBench, openCbss } from './cbss-bench.ts';

const profileDir = newFolder();
const backend = memoryBackend();
const keys = partedKeychain(backend);
let bench: CbssBench;
let employers: string[] = [];
beforeAll(async () => {
  bench = await openCbss({ profileDir, keys });
  employers = (await bench.must('employer.list', {})).rows.map(({ id }) => id);
});
afterAll(async () => {
  await bench.close();
  removeFolder(profileDir);
});

const state = () => bench.must('registerInscribing.state', {});
const owner = '0999999031';

/** Of all clients together, by number of today and role: what the service should have. */
function ours(): string[] {
  const rows = bench
    .session()
    .db.prepare(
      `SELECT n.insz, l.dossier_type AS type, l.begin_date AS begin, l.end_date AS "end"
         FROM register_line l JOIN person_number n ON n.person_id = l.person_id AND n.replaced_by IS NULL`,
    )
    .all() as ({ insz: string; type: string } & Period)[];
  const keys = Map.groupBy(rows, ({ insz, type }) => `${insz} ${type}`);
  return [...keys]
    .flatMap(([key, lines]) =>
      lines
        .reduce<Period[]>((all, { begin, end }) => addPeriod(all, { begin, end }).periods, [])
        .map(({ begin, end }) => `${key} ${begin} ${end}`),
    )
    .toSorted();
}

type Inscribed = { ssin: string; context: string; begin: string; end: string | null };
async function theirs(): Promise<string[]> {
  const { items } = (await bench.admin('GET', `/cbss/inscriptions?owner=${owner}`)) as { items: Inscribed[] };
  return items.map(({ ssin, context, begin, end }) => `${ssin} ${context} ${begin} ${end}`).toSorted();
}

const texts = createTexts();
async function command(values: Record<string, boolean>): Promise<{ exit: number; lines: string }> {
  const outcome = await registerInscribeCommand.run({
    app: { call: bench.call, close: async () => undefined },
    ...{ values: { all: true, ...values }, words: [], language: 'nl', newId },
    t: (key, params) => texts.t('nl', key.includes(':') ? key : `cli:${key}`, params),
    progress: () => undefined,
    readInput: async () => '',
  });
  return { exit: exitOf(outcome), lines: (outcome.lines ?? []).join('\n') };
}

it('nothing is said of lines while no connection is on; then how many, and of which types, with nothing done', async () => {
  const person = { lastName: 'Kestelaar', givenName: 'Bruno' };
  const insert = (insz: string, dossierType: string, more: object = {}) =>
    bench.must('register.insert', {
      ...{ employerId: employers[0] ?? '', insz, dossierType, identity: person },
      ...{ period: { begin: '2025-01-01', end: null }, ...more },
    });
  await insert(SAMPLE.active, 'TRAINEE');
  await insert(SAMPLE.active, 'TRAINEE', {
    employerId: employers[1],
    period: { begin: '2024-12-01', end: '2025-06-30' },
  });
  await bench.must('register.saveType', {
    ...{
      code: 'GUEST',
      name: 'Gast',
      inscriptionContext: 'GUEST',
      qualityCode: null,
      expectedRevision: null,
    },
  });
  await insert(SAMPLE.active, 'GUEST');
  expect(await state()).toMatchObject({ connected: false, lines: 0, run: null });
  await bench.must('cbss.saveProfile', { kind: 'practice', on: true, expectedRevision: 0 });
  const all = bench.session().db.prepare('SELECT count(*) FROM register_line').pluck().get() as number;
  expect(all).toBeGreaterThan(6);
  expect(await state()).toMatchObject({ connected: true, lines: all, more: false, refused: 0 });
  const before = await theirs();
  const would = await command({ 'dry-run': true });
  expect(would).toMatchObject({
    exit: 0,
    lines: expect.stringMatching(/Gast\t1\tde dienst kent dit type niet/),
  });
  expect(await theirs()).toEqual(before);
});

it('killed with an answer that it did not keep, it goes on at the next start; then the service has our lines', async () => {
  const { lines: all } = await state();
  await bench.close();
  const order: InscribingKillOrder = {
    ...{ profileDir, after: 3 },
    entries: [...backend.entries].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
  };
  const child = spawn(process.execPath, [await builtProcess('inscribing-kill-child')], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.write(`${JSON.stringify(order)}\n`);
  expect(await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))).toBe('SIGKILL');
  bench = await openCbss({ profileDir, keys }, false);
  await vi.waitFor(async () => expect((await state()).run?.state).toBe('done'), {
    timeout: 60_000,
    interval: 50,
  });
  const { run, lines, refused } = await state();
  // Two were kept before the kill; the third is there already.
  expect(run).toMatchObject({ total: all, inscribed: all - 2, already: 1, refused: 1, failure: null });
  expect([lines, refused]).toEqual([0, 1]);
  expect(await theirs()).toEqual(ours().filter((line) => !line.includes('GUEST')));
  const { rows } = await bench.must('registerInscribing.refused', {});
  expect(rows).toMatchObject([{ dossierType: 'GUEST', code: 'INS00002', final: true, changed: false }]);
});

it('what was taken leaves no message behind, what was refused does; by command it says what and why', async () => {
  expect(
    bench
      .session()
      .db.prepare(`SELECT operation, code FROM cbss_exchange WHERE operation = 'insertInscription'`)
      .all(),
  ).toEqual([{ operation: 'insertInscription', code: 'INS00002' }]);
  expect(await command({})).toEqual({ exit: 0, lines: 'De dienst kent elke lijn.' });
  const again = await command({ again: true });
  expect(again.exit).toBe(2);
  expect(again.lines).toMatch(/Geweigerd: 1\.\nKestelaar Bruno\t.*Gast\t.*INS00002/);
});

it('an answer that is lost makes no double, and a type that was put right is asked again by itself', async () => {
  const types = (await bench.must('register.types', {})).rows;
  const guest = types.find(({ code }) => code === 'GUEST');
  await bench.must('register.saveType', {
    ...{ code: 'GUEST', name: 'Gast', inscriptionContext: 'ON_SITE', qualityCode: null },
    expectedRevision: guest?.revision ?? 0,
  });
  expect(await state()).toMatchObject({ lines: 1 });
  await bench.fault('resetAfterCommit');
  expect(await command({})).toMatchObject({
    exit: 0,
    lines: 'Ingeschreven: 0. Stonden er al: 1. Geweigerd: 0.',
  });
  expect(await theirs()).toEqual(
    ours()
      .map((line) => line.replace('GUEST', 'ON_SITE'))
      .toSorted(),
  );
  expect(await state()).toMatchObject({ lines: 0, refused: 0 });
  // A message that somebody wrote by hand: what it did is not known, and asking anew does no harm.
  await bench.must('cbss.call', {
    operation: 'deleteInscription',
    fields: { 'inscription.ssin': SAMPLE.active, 'inscription.inscriptionContext': 'TRAINEE' },
  });
  expect((await state()).lines).toBe(3);
  await command({});
  expect(await theirs()).toEqual(
    ours()
      .map((line) => line.replace('GUEST', 'ON_SITE'))
      .toSorted(),
  );
});
