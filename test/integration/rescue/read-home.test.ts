// What stands at the service comes home whole: read worker by worker, killed and resumed, compared, adopted, exported.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import unzipper from 'unzipper';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyHistory } from '../../../main/history/verify-history.ts';
import { verifyArchives } from '../../../main/rescue/verify-archive.ts';
import { must, type Practice, startPractice } from '../../support/practice-outbox.ts';
import { type Change, problemsAfter, withoutAnswer } from './changed-archive.ts';
import { readingsOf, runAndKill, timesOf } from './kill-rescue.ts';
import {
  call,
  type Filed,
  filedYears,
  fileIn,
  fileRight,
  fillPractice,
  fillRegister,
  numbers,
  openRescue,
  type RescueBench,
} from './rescue-bench.ts';

const all = numbers(40);
const years = [...filedYears];
let practice: Practice;
let folder: string;
let filed: Filed[];
let bench: RescueBench;
const key = randomBytes(32);

beforeAll(async () => {
  practice = await startPractice();
  filed = await fillPractice(practice, all);
  folder = mkdtempSync(join(tmpdir(), 'rescue-'));
  await fileRight(practice, all[0] ?? '');
  // Registration closed, reading open: as in the year in which the data are brought home.
  await practice.admin('PUT', '/clock', { date: '2026-11-29' });
});
afterAll(async () => {
  await bench?.close();
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (): RescueBench =>
  openRescue(practice, { file: fileIn(folder), key, businessDate: () => '2026-11-29' });

const readings = () => readingsOf(practice);

it('is killed in the middle and goes on where it was, asking nothing twice that was answered', async () => {
  const first = open();
  fillRegister(first, all);
  const environment = { ...first.session.environment };
  const { employerId } = first;
  await first.close();
  const token = await practice.tokens.token('account', null, { fresh: true });
  if (!token.ok) throw new Error('no token');
  await practice.admin('PUT', '/faults', { kind: 'latency', path: '/trainings', ms: 5 });
  const order = {
    file: fileIn(folder),
    keyHex: key.toString('hex'),
    environment,
    token: token.value.value.reveal(),
    years,
  };
  const answered = await runAndKill(order, 40);
  await practice.admin('DELETE', '/faults');

  bench = open();
  const before = (await must(bench.handlers['rescue.status']({}, call))).counts;
  expect(before.found + before.empty).toBeGreaterThanOrEqual(answered);
  expect(before.waiting + before.asked).toBeGreaterThan(0);
  // Four were under way at most.
  expect(before.asked).toBeLessThanOrEqual(4);
  const doneBefore = new Set(
    (
      await must(bench.handlers['rescue.years']({ employerId, show: 'all', page: 1, pageSize: 500 }, call))
    ).rows.flatMap(({ id, state }) => (state === 'found' || state === 'empty' ? [id] : [])),
  );
  await must(bench.handlers['rescue.resume']({}, call));
  expect(await bench.until()).toBeNull();
  const after = (await must(bench.handlers['rescue.status']({}, call))).counts;
  // Forty of this test and the nine of the sample world, three years each.
  expect(after).toMatchObject({ waiting: 0, asked: 0, failed: 0 });
  expect(after.found + after.empty).toBe(49 * 3);
  expect(doneBefore.size).toBeGreaterThan(0);

  const times = timesOf((await readings()).filter(({ path }) => path.endsWith('/trainings')));
  expect(times.size).toBe(49 * 3);
  const twice = [...times.values()].filter((count) => count > 1);
  expect(twice.every((count) => count === 2)).toBe(true);
  expect(twice.length).toBeLessThanOrEqual(4);
});

it('agrees with the service record by record', async () => {
  const { employerId } = bench;
  const found: string[] = [];
  const { rows } = await must(
    bench.handlers['rescue.years']({ employerId, show: 'all', page: 1, pageSize: 500 }, call),
  );
  for (const { id, year } of rows) {
    const shown = await must(bench.handlers['rescue.year']({ id }, call));
    for (const { there, reference } of shown.records)
      if (there !== null && reference.startsWith('W-')) found.push(`${year} ${reference} ${there.channel}`);
  }
  expect(found.toSorted()).toEqual(
    filed.map(({ year, reference, channel }) => `${year} ${reference} ${channel}`).toSorted(),
  );
});

it('tells right and credit of each worker-year beside the computation here, and why they differ', async () => {
  const { employerId } = bench;
  const report = await must(bench.handlers['rescue.report']({ employerId }, call));
  expect(report.rights.told).toBe(49 * 3);
  expect(report.rights.differing).toBeGreaterThan(0);
  const shown = await must(
    bench.handlers['rescue.years']({ employerId, show: 'rights', page: 1, pageSize: 500 }, call),
  );
  expect(shown.total).toBe(report.rights.differing);
  const filedFor = shown.rows.find(
    ({ workerName, year }) => workerName.startsWith('Werknemer 00') && year === 2025,
  );
  const { rights } = await must(bench.handlers['rescue.year']({ id: filedFor?.id ?? '' }, call));
  expect(rights).toMatchObject({ source: 'sectorCba', jointCommittee: '121.00', agreement: '178221/CO/121' });
  const line = (measure: string) => rights?.lines.find((one) => one.measure === measure);
  expect(line('carriedOver')).toEqual({
    measure: 'carriedOver',
    there: 100,
    here: 0,
    differs: true,
    reasons: ['carriedOver'],
  });
  expect(line('right')).toMatchObject({ there: 300, differs: true, reasons: ['agreement'] });
});

it('names the workers that one side alone knows, and finds what we never sent', async () => {
  const report = await must(bench.handlers['rescue.report']({ employerId: bench.employerId }, call));
  expect(report.onlyThere.names).toContain('Werknemer 39, Proef');
  expect(report.onlyThere.names).toContain('Werknemer 38, Proef');
  expect(report.onlyThere.names).not.toContain('Werknemer 00, Proef');
  expect(report.tally.onlyThere).toBeGreaterThanOrEqual(filed.length);
  const ofKnown = filed.filter(({ insz }) => all.indexOf(insz) < 38).length;
  expect(report.adoptable).toBeGreaterThanOrEqual(ofKnown);
});

it('adopts into the register as accepted, leaves drafts alone, adds nothing twice, and takes it back', async () => {
  const { employerId, session } = bench;
  const { db } = session;
  const draft = 'a draft that nobody may touch';
  const worker = db.prepare('SELECT id FROM worker ORDER BY id LIMIT 1').pluck().get() as string;
  db.prepare(
    `INSERT INTO training (id, employer_id, worker_id, year, external_reference, title, updated_at)
     VALUES (?, ?, ?, 2025, 'own', ?, '2026-11-29T10:00:00.000Z')`,
  ).run(session.ids.newId(), employerId, worker, draft);
  const { adoptable } = await must(bench.handlers['rescue.report']({ employerId }, call));
  const adopted = await must(bench.handlers['rescue.adopt']({ employerId, yearIds: null }, call));
  expect(adopted.adopted).toBe(adoptable);
  const states = db.prepare('SELECT state, count(*) AS n FROM training GROUP BY state ORDER BY state').all();
  expect(states).toEqual([
    { state: 'accepted', n: adoptable },
    { state: 'draft', n: 1 },
  ]);
  const again = await must(bench.handlers['rescue.adopt']({ employerId, yearIds: null }, call));
  expect(again).toMatchObject({ adoptionId: null, adopted: 0 });
  const report = await must(bench.handlers['rescue.report']({ employerId }, call));
  expect(report.tally.same).toBe(adoptable);
  expect(report.tally.differs).toBe(0);

  // One was put right here since: it stays when the rest goes.
  db.prepare(
    "UPDATE training SET title = 'changed', revision = 2 WHERE id = (SELECT id FROM training WHERE state = 'accepted' LIMIT 1)",
  ).run();
  const differing = await must(
    bench.handlers['rescue.years']({ employerId, show: 'differs', page: 1, pageSize: 25 }, call),
  );
  expect(differing.total).toBe(1);
  const [row] = differing.rows;
  const shown = await must(bench.handlers['rescue.year']({ id: row?.id ?? '' }, call));
  expect(
    shown.records.filter(({ outcome }) => outcome === 'differs').map(({ differing }) => differing),
  ).toEqual([['title']]);
  const undone = await must(
    bench.handlers['rescue.undoAdopt']({ adoptionId: adopted.adoptionId ?? '' }, call),
  );
  expect(undone).toEqual({ removed: adoptable - 1, kept: 1 });
  expect(
    await bench.handlers['rescue.undoAdopt']({ adoptionId: adopted.adoptionId ?? '' }, call),
  ).toMatchObject({
    ok: false,
    failure: { code: 'stateNotAllowed' },
  });
  expect(db.prepare('SELECT count(*) FROM training WHERE title = ?').pluck().get(draft)).toBe(1);
});

it('exports in four forms and four languages, each with its hash in the history and no number of a person in its name', async () => {
  const { employerId } = bench;
  const languages = ['nl', 'fr', 'de', 'en'] as const;
  // What a worker thread writes costs a start each: its words are those of the delimited text.
  for (const format of ['csv', 'xlsx', 'pdf', 'json', 'zip'] as const)
    for (const language of format === 'csv' || format === 'pdf' ? languages : (['fr'] as const)) {
      const { name, hash } = await must(
        bench.handlers['rescue.export']({ employerId, format, language }, call),
      );
      const bytes = bench.saved.get(name) ?? new Uint8Array();
      expect(bytes.length).toBeGreaterThan(1_000);
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(name).not.toMatch(/\d{9}/);
      const noted = bench.session.db
        .prepare(
          "SELECT p.payload FROM history_event e JOIN history_payload p ON p.event_id = e.id WHERE e.kind = 'rescue.exported' ORDER BY e.seq DESC LIMIT 1",
        )
        .pluck()
        .get() as string;
      expect(JSON.parse(noted)).toMatchObject({ sha256: hash, format, language });
      if (format === 'pdf' || format === 'csv')
        expect(new TextDecoder().decode(bytes)).not.toMatch(/rescue\.|export\.|rights\./);
    }
  const json = [...bench.saved].findLast(([name]) => name.endsWith('.json'))?.[1];
  const archive = JSON.parse(new TextDecoder().decode(json)) as {
    workerYears: {
      answers: { part: string; body: string; hash: string }[];
      rights: { lines: { measure: string }[] } | null;
    }[];
  };
  expect(archive.workerYears.filter(({ rights }) => rights !== null)).toHaveLength(49 * 3);
  const answers = archive.workerYears.flatMap((year) => year.answers);
  expect(answers.length).toBeGreaterThan(49 * 3);
  for (const { body, hash } of answers) expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
  const items = answers
    .filter(({ part }) => part === 'trainings')
    .flatMap(({ body }) => (JSON.parse(body) as { items: { externalReference: string }[] }).items);
  expect(items.filter(({ externalReference }) => externalReference.startsWith('W-')).length).toBe(
    filed.length,
  );
});

it('shows years later whether anything of an archive was changed', async () => {
  const zip = [...bench.saved].find(([name]) => name.endsWith('.zip'))?.[1] ?? new Uint8Array();
  const directory = await unzipper.Open.buffer(Buffer.from(zip));
  const files = await Promise.all(
    directory.files.map(async (file) => ({ name: file.path, bytes: new Uint8Array(await file.buffer()) })),
  );
  expect(files.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)).toSorted()).toEqual([
    'csv',
    'json',
    'pdf',
    'xlsx',
  ]);
  expect(verifyArchives(files)).toMatchObject([{ files: 3, problems: [] }]);
  const problemsWith = (change: Change) => problemsAfter(files, change);
  expect(problemsWith((name, text) => (name.endsWith('.csv') ? `${text} ` : text))).toEqual(['fileChanged']);
  expect(problemsWith((name, text) => (name.endsWith('.pdf') ? null : text))).toEqual(['fileMissing']);
  expect(problemsWith((_, text) => text.replace('\\"initial\\":5', '\\"initial\\":4'))).toEqual([
    'answerChanged',
  ]);
  // A whole answer taken out, with its hash: the worker-year no longer agrees.
  expect(problemsWith(withoutAnswer)).toEqual(['yearChanged']);
});

it('asks an answered worker-year again only when that is wished', async () => {
  const { employerId } = bench;
  expect(
    await bench.handlers['rescue.start']({ employerId, which: 'all', years, again: 'none' }, call),
  ).toMatchObject({
    ok: false,
    failure: { code: 'nothingToSend' },
  });
  const before = (await readings()).length;
  await must(bench.handlers['rescue.start']({ employerId, which: 'all', years: [2023], again: 'all' }, call));
  expect(await bench.until()).toBeNull();
  const more = (await readings()).slice(before);
  expect(more.filter(({ path }) => path.endsWith('/2023/trainings')).length).toBe(49);
  expect(more.filter(({ path }) => path.includes('/2024/')).length).toBe(0);
  // The answers of before are still in the archive.
  const kept = bench.session.db
    .prepare("SELECT count(*) FROM rescue_answer WHERE part = 'trainings'")
    .pluck()
    .get();
  expect(kept).toBe(49 * 3 + 49);
  expect(verifyHistory(bench.session.db)).toMatchObject({ intact: true });
});

it('tells plainly that the service is closed for good, and keeps what waits', async () => {
  await practice.admin('PUT', '/clock', { date: '2027-01-01' });
  const { employerId } = bench;
  await must(bench.handlers['rescue.start']({ employerId, which: 'all', years: [2024], again: 'all' }, call));
  expect(await bench.until()).toBe('serviceClosed');
  const status = await must(bench.handlers['rescue.status']({}, call));
  expect(status.lastFailure?.code).toBe('serviceClosed');
  const report = await must(bench.handlers['rescue.report']({ employerId }, call));
  expect(report.client.failure?.code).toBe('serviceClosed');
  expect(report.client.counts.waiting).toBe(49);
  // What was read stays readable.
  expect(
    (await must(bench.handlers['rescue.export']({ employerId, format: 'json', language: 'nl' }, call))).saved,
  ).toBe(true);
});
