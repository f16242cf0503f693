// A list of applicants against the practice services: from a workbook to requests, cards, approvals and answers; nobody is asked twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sweepDay } from '../../../main/applicants/end-of-day.ts';
import { applicantRuntime } from '../../../main/applicants/runtime.ts';
import { applicantBatchCommands } from '../../../main/cli/applicant-batch.ts';
import type { Host } from '../../../main/host/host.ts';
import { newId } from '../../../main/platform/ids.ts';
import { writeXlsx } from '../../../main/platform/tables/write-table.ts';
import type { CallInput } from '../../../preload/contract/index.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { keptPrinter } from '../../support/kept-printer.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { runCommand } from '../../support/run-command.ts';
import { type BatchBench, cellsOf, inszOf, lines, making, openBatches } from './batch-bench.ts';
import { JASMIJN, ROGER } from './citizen-bench.ts';

const folder = newFolder();
let real: Host;
let bench: BatchBench;
beforeAll(async () => {
  real = await keptPrinter(folder);
  bench = await openBatches(folder, real);
});
afterEach(() => bench.admin('DELETE', '/faults'));
afterAll(async () => {
  await bench.close();
  await real.close();
  removeFolder(folder);
});

it('twenty applicants go from a workbook to cards, approvals and answers', async () => {
  const selectionId = newId();
  const people = Array.from({ length: 18 }, (_, at) => [
    'Bar',
    `Student ${at + 1}`,
    '',
    at % 2 ? 'Frans' : 'nl',
  ]);
  const bytes = await writeXlsx({
    name: 'Festival',
    headings: ['Functie', 'Naam', 'Rijksregisternummer', 'Taal'],
    rows: [
      ['Bar', 'Jasmijn', JASMIJN, 'nl'],
      ['=1+1', 'Roger', '57.03.18-991.75', ''],
      ...people,
      ['Bar', 'Nog eens Jasmijn', JASMIJN, 'nl'],
      ['Bar', 'Verkeerd', '57.03.18-991.76', 'nl'],
    ],
  });
  const path = join(folder, 'zomerfestival.xlsx');
  writeFileSync(path, bytes);
  bench.app.terminal.offer('cli:test', [{ selectionId, path }], null);
  const read = await bench.must('applicantBatch.read', {
    ...bench.of(),
    from: { selectionId },
    language: 'de',
  });
  expect(read.name).toBe('zomerfestival');
  expect(read.columns).toEqual(['label', 'insz', 'language']);
  expect(read.rows).toHaveLength(22);
  expect(read.rows[0]).toMatchObject({ line: 2, label: 'Jasmijn, Bar', insz: JASMIJN, language: 'nl' });
  expect(read.rows[1]).toMatchObject({ insz: ROGER, language: 'de' });
  const wrong = read.rows.filter(({ findings }) => findings.some(({ severity }) => severity === 'blocking'));
  expect(wrong.map(({ findings }) => findings[0]?.rule)).toEqual(['APB-TWICE', 'APB-INSZ']);
  const refused = bench.saving('terug.xlsx');
  const back = await bench.must('applicantBatch.saveRefused', {
    ...bench.of(),
    rows: read.rows.map(({ findings: _, ...row }) => row),
    ...{ format: 'xlsx', language: 'nl' },
  });
  expect(back.rows).toBe(2);
  expect((await cellsOf(refused()))[1]?.slice(0, 4)).toEqual([
    ...['Nog eens Jasmijn, Bar', '06.07.15-992.23', 'nl', '22'],
  ]);

  const asked = read.rows.filter((row) => !wrong.includes(row)).map(({ findings: _, ...row }) => row);
  const { batchId, jobId } = await bench.start('Zomerfestival', asked);
  expect(await bench.ended(jobId)).toMatchObject({ state: 'done', done: 20, total: 20 });
  const rows = await bench.rowsOf(batchId);
  expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 20 }, () => 'open'));
  expect((await bench.must('applicantBatch.list', {})).rows[0]).toMatchObject({ requests: 20, waiting: 0 });
  // The very same people in another list: who is known by number is not asked again.
  const twice = await bench.must('applicantBatch.check', { ...bench.of(), rows: asked });
  expect(twice.rows.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
    'APB-OPEN',
    'APB-OPEN',
  ]);

  const cards = bench.saving('kaarten.pdf');
  const sheet = await bench.must('applicantRequest.saveSheet', {
    ids: rows.map(({ id }) => id),
    language: 'nl',
  });
  expect(sheet).toMatchObject({ saved: true, cards: 20 });
  const pages = await pdfPages(cards());
  expect(pages).toHaveLength(4);
  expect(pages.join()).toContain('zaterdag 1 maart 2025');
  // The latest stands first on the board; on paper the order is that of the list.
  expect(pages[0]).toContain('Student 4, Bar');
  expect(pages[3]).toContain('Student 18, Bar');
  expect(pages.join()).not.toMatch(/06071599223|06\.07\.15/);

  const merge = bench.saving('links.csv');
  const merged = await bench.must('applicantBatch.saveMerge', { batchId, format: 'csv', language: 'fr' });
  expect(merged.rows).toBe(20);
  const [head, ...links] = await cellsOf(merge());
  expect(head).toEqual(['Libellé', 'Langue', 'Lien', 'Valable jusqu’au']);
  // No cell starts a formula, nor does what a spreadsheet may cut off it.
  expect(links[1]?.[0]).toBe("Roger, '=1+1");
  expect(links[0]?.[3]).toBe('01/03/2025 23:59');
  expect(Buffer.from(merge()).toString()).not.toContain(JASMIJN);

  for (const [at, cells] of links.entries()) {
    const requestId = /request\/([0-9a-f-]{36})$/.exec(cells[2] ?? '')?.[1] ?? '';
    const insz = at === 0 ? JASMIJN : at === 1 ? ROGER : inszOf(at);
    await bench.admin('POST', `/citizen/requests/${requestId}/approve`, { insz });
  }
  await bench.must('applicantRequest.refresh', {});
  const approved = await bench.rowsOf(batchId);
  expect(approved.map(({ column }) => column)).toEqual(Array.from({ length: 20 }, () => 'approved'));
  for (const { id } of approved) await bench.must('applicantAnswer.read', { id, purpose: 'beforeContract' });
  const { columns } = await bench.must('applicantRequest.counts', { batchId });
  expect(columns).toMatchObject({ asked: 0, approved: 0, read: 20 });
  const answered = await bench.rowsOf(batchId);
  expect(answered.every(({ answer }) => answer?.flexiJob != null && answer.studentHours != null)).toBe(true);
  expect(answered.find(({ insz }) => insz === JASMIJN)?.answer?.studentHours?.available).toBe(412);

  // Nothing is open any more: neither cards nor links are given out.
  const late = await bench.call('applicantRequest.saveSheet', {
    ids: rows.map(({ id }) => id),
    language: 'nl',
  });
  expect(late).toMatchObject({ ok: false, failure: { code: 'stateNotAllowed' } });
  expect(
    await bench.call('applicantBatch.saveMerge', { batchId, format: 'csv', language: 'nl' }),
  ).toMatchObject({
    failure: { code: 'stateNotAllowed' },
  });
});

it('a list that was stopped goes on where it stopped, and nobody is asked for twice', async () => {
  const before = (await bench.atService()).length;
  await bench.admin('PUT', '/faults', { ...making, nth: 3, kind: 'resetAfterCommit' });
  const { batchId, jobId } = await bench.start('Ge\u202estopt', lines(12));
  await expect.poll(async () => (await bench.atService()).length - before).toBeGreaterThan(1);
  await bench.call('job.cancel', { id: jobId });
  await bench.ended(jobId);
  const stopped = (await bench.must('applicantBatch.list', {})).rows.find(({ id }) => id === batchId);
  // Without the sign that turns what follows.
  expect(stopped?.name).toBe('Gestopt');
  const waiting = stopped?.waiting ?? 0;
  if (waiting > 0) {
    const again = await bench.must('applicantBatch.resume', { batchId });
    expect((await bench.ended(again.jobId)).state).toBe('done');
  }
  await bench.must('applicantRequest.refresh', {});
  const rows = await bench.rowsOf(batchId);
  expect(rows.filter(({ state }) => state === 'open')).toHaveLength(12);
  const made = (await bench.atService()).slice(0, (await bench.atService()).length - before);
  expect(made).toHaveLength(12);
  expect(new Set(made.map(({ clientReference }) => clientReference)).size).toBe(12);
  expect(await bench.call('applicantBatch.resume', { batchId })).toMatchObject({
    failure: { code: 'nothingToSend' },
  });
});

it('a service that asks to wait is waited for, and one refused row does not stop the others', async () => {
  await bench.admin('PUT', '/faults', { ...making, nth: 2, kind: '429', retryAfter: 1 });
  // Nobody has this number: the service refuses that row alone.
  const { batchId, jobId } = await bench.start(
    'Met wachten',
    lines(3, (at) => (at === 1 ? '99061199520' : null)),
  );
  expect(await bench.ended(jobId)).toMatchObject({ state: 'done', done: 3 });
  const rows = await bench.rowsOf(batchId);
  expect(rows.map(({ state }) => state).sort()).toEqual(['notMade', 'open', 'open']);
});

it('of whom a part is open already that is read, and the rest is asked for in the same list', async () => {
  const insz = inszOf(40);
  const flexi = await bench.ask(['flexiJobEligibility']);
  await bench.approve(flexi, insz);
  const { batchId, jobId } = await bench.start('Een deel', [...lines(1, () => insz), ...lines(1)]);
  expect(await bench.ended(jobId)).toMatchObject({ state: 'done', done: 3, total: 3 });
  const rows = await bench.rowsOf(batchId);
  expect(rows.find(({ state }) => state === 'direct')?.answer?.missing).toEqual(['studentWorkHours']);
  expect(rows.filter(({ state, insz: own }) => state === 'open' && own === insz)).toMatchObject([
    { dataSets: ['studentWorkHours'], label: 'Kaart 1' },
  ]);
  expect(rows).toHaveLength(3);
});

it('what stands in the way of all stops the list, and it is whole once that is mended', async () => {
  const { rows: accounts } = await bench.must('account.list', {});
  const route = (choice: CallInput<'route.set'>['route']) =>
    bench.must('route.set', { employerId: bench.employerId, service: 'citizenData', route: choice });
  await route({ kind: 'elsewhere' });
  const { batchId, jobId } = await bench.start('Zonder weg', lines(3));
  expect(await bench.ended(jobId)).toMatchObject({ state: 'failed', failure: { code: 'routeMissing' } });
  expect((await bench.must('applicantBatch.list', {})).rows.find(({ id }) => id === batchId)?.waiting).toBe(
    3,
  );
  await route({ kind: 'own', accountId: accounts[0]?.id ?? '' });
  const again = await bench.must('applicantBatch.resume', { batchId });
  expect((await bench.ended(again.jobId)).state).toBe('done');
  expect((await bench.rowsOf(batchId)).map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  await bench.must('applicantBatch.remove', { batchId });
  expect((await bench.must('applicantBatch.list', {})).rows.map(({ id }) => id)).not.toContain(batchId);
  // What was made stands on.
  expect(await bench.rowsOf(batchId)).toHaveLength(3);
});

it('rows that nobody went on with for a week go, and those of yesterday stay', async () => {
  const session = bench.app.session();
  if (session === null) throw new Error('no session');
  const { db } = session;
  await bench.admin('PUT', '/faults', { ...making, kind: '429', retryAfter: 3_600 });
  const { batchId, jobId } = await bench.start(
    'Blijft liggen',
    lines(3, (at) => (at === 0 ? inszOf(90) : null)),
  );
  expect((await bench.ended(jobId)).failure?.code).toBe('tooManyRequests');
  const waiting = async () =>
    (await bench.must('applicantBatch.list', {})).rows.find(({ id }) => id === batchId)?.waiting;
  expect(await waiting()).toBe(3);
  const since = db.prepare('UPDATE applicant_request SET asked_at = ? WHERE batch_id = ? AND batch_line = ?');
  since.run('2025-02-21T22:59:59.000Z', batchId, 1);
  since.run('2025-02-28T10:00:00.000Z', batchId, 2);
  applicantRuntime(session).sweptOn = '';
  expect(sweepDay(session)).toBe(true);
  expect(await waiting()).toBe(2);
  await bench.must('applicantBatch.remove', { batchId });
  expect(await bench.rowsOf(batchId)).toEqual([]);
});

it('a list is read from pasted text and from a mere number, and one that is too long is refused', async () => {
  const read = (from: { text: string } | { count: number }) =>
    bench.call('applicantBatch.read', { ...bench.of(), from, language: 'nl' });
  expect(await read({ text: 'Aardewijn, Fien\nWolkenveld, Jasmijn\n' })).toMatchObject({
    value: { rows: [{ label: 'Aardewijn Fien' }, { label: 'Wolkenveld Jasmijn', insz: null }] },
  });
  expect(await read({ text: 'naam\ttaal\nFien\tenglish' })).toMatchObject({
    value: { rows: [{ line: 2, language: 'nl', findings: [{ rule: 'APB-LANGUAGE' }] }] },
  });
  expect(await read({ count: 3 })).toMatchObject({
    value: { rows: [{ label: 'Nr. 1' }, {}, { label: 'Nr. 3' }] },
  });
  const many = Array.from({ length: 201 }, (_, at) => `Student ${at}`).join('\n');
  expect(await read({ text: many })).toMatchObject({
    failure: { code: 'tableTooManyRows', details: { most: 200 } },
  });
  expect(await read({ text: ' \n' })).toMatchObject({ failure: { code: 'tableEmpty' } });
});

it('the command line asks a number of cards, saves their links, and says what it left out', async () => {
  const [command] = applicantBatchCommands;
  const links = join(folder, 'cli.csv');
  const values = { employer: '0999999130', hours: true, count: '2', links, name: 'Aan de lijn' };
  const { result, lines = [], exit } = await runCommand(bench, command, [], values);
  expect(exit).toBe(0);
  const { batchId, requests } = (result as { value: { batchId: string; requests: { state: string }[] } })
    .value;
  expect(requests.map(({ state }) => state)).toEqual(['open', 'open']);
  expect(lines).toEqual([`2 requests made, list ${batchId}.`, 'Saved as cli.csv.']);
  expect(await cellsOf(readFileSync(links))).toHaveLength(3);
  const list = join(folder, 'lijst.csv');
  const back = join(folder, 'terug.csv');
  writeFileSync(list, 'Nom;NISS\nFien;57.03.18-991.76\nTuur;\n');
  const { count: _, ...named } = values;
  const looked = await runCommand(bench, command, [list], { ...named, 'dry-run': true, refused: back });
  expect(looked).toMatchObject({
    exit: 2,
    result: { ok: true, value: { rows: [{ line: 2 }, { insz: null }] } },
  });
  expect(looked.lines?.[0]).toMatch(/^2\tAPB-INSZ\tThis is no SSIN/);
  expect((await cellsOf(readFileSync(back)))[1]?.slice(0, 2)).toEqual(['Fien', '57.03.18-991.76']);
  const both = await runCommand(bench, command, ['list.csv'], values);
  expect(both.result).toMatchObject({ failure: { code: 'invalidInput', details: { fields: '--count' } } });
});

it('a message says who asks for what, until when and how to stop it, in the language of the reader', async () => {
  const id = await bench.ask(['studentWorkHours']);
  const { subject, body } = await bench.must('applicantRequest.message', { id, language: 'de' });
  const { link } = await bench.must('applicantRequest.get', { id });
  expect(subject).toBe('Schoonmaak De Berk bittet um Zugang zu Ihren Daten');
  expect(body).toContain(link?.url);
  expect(body).toContain('Samstag, 1. März 2025');
  expect(body).toContain('Studentenstunden');
  expect(body).not.toContain('Flexi');
  expect(body).toContain('jederzeit');
});
