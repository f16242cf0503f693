// The other ways of a rescue: a service that asks to wait or refuses, a night run over clients, and what is saved by hand.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/result.ts';
import { must, type Practice, startPractice } from '../../support/practice-outbox.ts';
import { addEmployer, addWorker, hetPark, workers } from '../../support/seed-profile.ts';
import { call, openRescue, type RescueBench } from './rescue-bench.ts';

let practice: Practice;
let bench: RescueBench;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(async () => {
  await bench.close();
  await practice.close();
});
const one = { years: [2025], again: 'none' as const, which: 'all' as const };

it('waits as long as the service asks, goes on after its faults, and ends with everything read', async () => {
  bench = openRescue(practice);
  await practice.admin('PUT', '/faults', [
    { kind: '429', path: '/trainings', nth: 2, retryAfter: 1 },
    { kind: '503', path: '/trainingRights', nth: 3 },
    { kind: 'halfBody', path: '/trainings', nth: 5 },
    { kind: 'htmlInsteadOfJson', path: '/trainingCredit', nth: 2 },
    { kind: 'expireTokens', path: '/trainings', nth: 6 },
  ]);
  const waits: (string | null)[] = [];
  await must(bench.handlers['rescue.start']({ ...one, employerId: bench.employerId }, call));
  const watch = setInterval(() => {
    const status = bench.handlers['rescue.status']({}, call);
    if ('ok' in status && status.ok) waits.push(status.value.waitUntil);
  }, 10);
  expect(await bench.until()).toBeNull();
  clearInterval(watch);
  expect(waits.some((until) => until !== null)).toBe(true);
  const { counts } = await must(bench.handlers['rescue.status']({}, call));
  expect(counts).toMatchObject({ waiting: 0, asked: 0, failed: 0 });
  expect(counts.found + counts.empty).toBe(9);
});

it('reads for all clients that a route leads to, and tells at each client why it cannot', async () => {
  const routed = new Set<string>();
  bench = openRescue(practice, {
    rescue: {
      route: (id) =>
        routed.has(id)
          ? ok({ accountId: 'account', scope: null })
          : fail('routeMissing', { details: { kind: 'none' } }),
    },
  });
  const { db } = bench.session;
  const park = addEmployer(db, { enterpriseNumber: hetPark, name: 'Zalen Het Park' });
  addWorker(db, park, { insz: '78031099771', familyName: 'Hazelaar', startDate: '2020-02-03' });
  const none = addEmployer(db, { enterpriseNumber: '0999999328', name: 'No route' });
  routed.add(bench.employerId).add(park);
  const started = await must(bench.handlers['rescue.start']({ ...one, employerId: null }, call));
  expect(started.clients).toBe(2);
  expect(await bench.until()).toBeNull();
  const page = {
    text: '',
    employerId: null,
    show: 'all' as const,
    sort: 'name' as const,
    descending: false,
    page: 1,
    pageSize: 100,
  };
  const { rows } = await must(bench.handlers['rescue.clients'](page, call));
  const of = (id: string) => rows.find(({ employerId }) => employerId === id);
  expect(of(bench.employerId)).toMatchObject({ failure: null, counts: { failed: 0, waiting: 0 } });
  // De Berk's own account has no mandate for Het Park: the service refuses, and nobody goes on asking.
  expect(of(park)).toMatchObject({ failure: { code: 'mandateMissing' }, counts: { failed: 1, waiting: 0 } });
  expect(of(none)).toMatchObject({ begun: false, route: { code: 'routeMissing' } });
  const ledger = await practice.admin('GET', '/ledger?all=true');
  const paths = (ledger.json.items as unknown as { path: string }[]).map(({ path }) => path);
  expect(paths.filter((path) => path.includes(hetPark) && path.includes('calendarYears'))).toEqual([]);
});

it('stops when paused, keeps what is left to be resumed, and forgets it only when given up', async () => {
  bench = openRescue(practice, { rescue: { concurrency: 1 } });
  await practice.admin('PUT', '/faults', { kind: 'latency', path: '/calendarYears', ms: 15 });
  await must(bench.handlers['rescue.start']({ ...one, employerId: bench.employerId }, call));
  for (;;) {
    const { counts } = await must(bench.handlers['rescue.status']({}, call));
    if (counts.found + counts.empty >= 2) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await must(bench.handlers['rescue.pause']({}, call));
  expect(await bench.until()).toBe('cancelled');
  const paused = await must(bench.handlers['rescue.status']({}, call));
  expect(paused.jobId).toBeNull();
  expect(paused.counts.waiting).toBeGreaterThan(0);
  const { dropped } = await must(bench.handlers['rescue.cancel']({ employerId: null }, call));
  expect(dropped).toBe(paused.counts.waiting);
  const after = await must(bench.handlers['rescue.status']({}, call));
  expect(after.counts).toMatchObject({ waiting: 0, found: paused.counts.found, empty: paused.counts.empty });
});

it('asks nothing outside practice as long as nobody confirmed the address', async () => {
  bench = openRescue(practice);
  const { fla } = bench.session.environment.services;
  Object.assign(bench.session.environment, { kind: 'production' });
  Object.assign(fla, { baseUrl: { ...fla.baseUrl, status: 'assumed' } });
  const refused = await bench.handlers['rescue.start']({ ...one, employerId: bench.employerId }, call);
  expect(refused).toMatchObject({ ok: false, failure: { details: { reason: 'addressNotConfirmed' } } });
  expect((await must(bench.handlers['rescue.status']({}, call))).api).toBe('addressNotConfirmed');
  const ledger = await practice.admin('GET', '/ledger?all=true');
  expect(ledger.json.items).toEqual([]);
  // By hand everything goes on.
  expect(
    (await must(bench.handlers['rescue.begin']({ employerId: bench.employerId }, call))).years,
  ).toBeGreaterThan(0);
});

it('takes in a saved list, compares only what it speaks of, and tells the rows that it cannot place', async () => {
  bench = openRescue(practice);
  const { employerId } = bench;
  const list = [
    'INSZ;Opleiding;Begindatum;Einddatum;Duur',
    `${workers.fien};Heftruck;03/02/2025;03/02/2025;7:36`,
    `${workers.fien};Brandpreventie;04/02/2024;04/02/2024;3:48`,
    `${workers.daan};;03/02/2025;03/02/2025;4`,
    '85061599492;Heftruck;03/02/2025;03/02/2025;4',
    `${workers.jef};Heftruck;eens;;4`,
    `${workers.jef};Heftruck;03/02/2019;03/02/2019;4`,
  ].join('\r\n');
  const selectionId = bench.offer('bewaard.csv', list);
  const taken = await must(
    bench.handlers['rescue.takeFile']({ employerId, selectionId, yearId: null }, call),
  );
  expect(taken).toMatchObject({ kind: 'list', rows: 6, taken: 2, years: 2 });
  expect(taken.refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '4 titleMissing',
    '5 workerUnknown',
    '6 dateUnreadable',
    '7 yearUnknown',
  ]);
  const shown = await must(
    bench.handlers['rescue.years']({ employerId, show: 'onlyThere', page: 1, pageSize: 25 }, call),
  );
  expect(shown.rows.map(({ year, manual, state }) => [year, manual, state])).toEqual([
    [2024, 'saved', 'found'],
    [2025, 'saved', 'found'],
  ]);
  // The same training here, with a description that the list has no column for: that is no difference.
  bench.session.db
    .prepare(
      `INSERT INTO training (id, employer_id, worker_id, year, external_reference, title, description, start_date, end_date,
         duration_minutes, updated_at) VALUES (?, ?, ?, 2025, 'own', 'heftruck ', 'x', '2025-02-03', '2025-02-03', 450, '')`,
    )
    .run(bench.session.ids.newId(), employerId, bench.workerIds.fien);
  const [year] = shown.rows.filter((row) => row.year === 2025);
  const { records } = await must(bench.handlers['rescue.year']({ id: year?.id ?? '' }, call));
  expect(records).toMatchObject([{ outcome: 'differs', differing: ['title', 'durationMinutes'] }]);
});

it('keeps a document as evidence only, and remembers which steps and lines are done', async () => {
  bench = openRescue(practice);
  const { employerId } = bench;
  await must(bench.handlers['rescue.begin']({ employerId }, call));
  const { rows } = await must(
    bench.handlers['rescue.years']({ employerId, show: 'toDo', page: 1, pageSize: 500 }, call),
  );
  const [first, second] = rows;
  const selectionId = bench.offer('scherm.pdf', '%PDF-1.7 a page');
  const taken = await must(
    bench.handlers['rescue.takeFile']({ employerId, selectionId, yearId: first?.id ?? null }, call),
  );
  expect(taken).toMatchObject({ kind: 'evidence', taken: 0 });
  await must(bench.handlers['rescue.mark']({ yearIds: [second?.id ?? ''], manual: 'nothing' }, call));
  await must(bench.handlers['rescue.tick']({ employerId, step: 'access', done: true }, call));
  const report = await must(bench.handlers['rescue.report']({ employerId }, call));
  expect(report.client.manual).toEqual({ done: 2, total: rows.length });
  expect(report.steps).toEqual(['access']);
  expect(report.evidence).toMatchObject([{ name: 'scherm.pdf', bytes: 15, hash: taken.hash }]);
  const all = await must(
    bench.handlers['rescue.years']({ employerId, show: 'all', page: 1, pageSize: 500 }, call),
  );
  const looked = all.rows.find(({ id }) => id === second?.id);
  expect(looked).toMatchObject({ manual: 'nothing', manualBy: bench.session.actor().name });
  expect(looked?.manualAt).not.toBeNull();
  const told = bench.session.db
    .prepare("SELECT count(*) FROM history_event WHERE kind = 'rescue.marked'")
    .pluck();
  expect(told.get()).toBe(1);
  // The original comes back as it came, and a picture is kept like a printed page.
  await must(bench.handlers['rescue.saveEvidence']({ id: report.evidence[0]?.id ?? '' }, call));
  expect(new TextDecoder().decode(bench.saved.get('scherm.pdf'))).toBe('%PDF-1.7 a page');
  const picture = bench.offer('foto.PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  const seen = await must(
    bench.handlers['rescue.look']({ employerId, selectionId: picture, yearId: null }, call),
  );
  expect(seen).toMatchObject({ previewId: null, taken: { kind: 'evidence', name: 'foto.PNG' } });
  expect(report.tally).toEqual({ same: 0, onlyThere: 0, onlyHere: 0, differs: 0 });
  const left = await must(
    bench.handlers['rescue.years']({ employerId, show: 'toDo', page: 1, pageSize: 500 }, call),
  );
  expect(left.total).toBe(rows.length - 2);
});

it('shows what it understood of a list, lets columns and cells be put right, and keeps the file as it came', async () => {
  bench = openRescue(practice);
  const { employerId, session } = bench;
  const { fien, jef } = bench.workerIds;
  const named = session.db
    .prepare(
      'SELECT p.family_name AS family, p.given_name AS given FROM worker w JOIN person p ON p.id = w.person_id WHERE w.id = ?',
    )
    .get(fien) as { family: string; given: string };
  const list = [
    'Wie;Wat;Begindatum;Duur',
    `${named.given} ${named.family.toUpperCase()};Heftruck;03/02/2025;7:36`,
    'Niemand Hier;Heftruck;03/02/2025;4',
    `${named.family};;03/02/2025;4`,
  ].join('\r\n');
  const selectionId = bench.offer('scherm.csv', list);
  const { previewId } = await must(
    bench.handlers['rescue.look']({ employerId, selectionId, yearId: null }, call),
  );
  const id = previewId ?? '';
  const show = (which: 'all' | 'problems') =>
    must(bench.handlers['rescue.preview']({ previewId: id, show: which, page: 1, pageSize: 25 }, call));
  expect(await show('all')).toMatchObject({
    missing: 'title',
    columns: [
      { heading: 'Wie', field: null },
      { heading: 'Wat', field: null, sample: 'Heftruck' },
      { heading: 'Begindatum', field: 'startDate' },
      { heading: 'Duur', field: 'duration' },
    ],
  });
  expect(await bench.handlers['rescue.takePreview']({ previewId: id }, call)).toMatchObject({
    ok: false,
    failure: { details: { missing: 'title' } },
  });
  await must(bench.handlers['rescue.mapPreview']({ previewId: id, column: 0, field: 'workerName' }, call));
  await must(bench.handlers['rescue.mapPreview']({ previewId: id, column: 1, field: 'title' }, call));
  const problems = await show('problems');
  expect(problems).toMatchObject({ missing: null, good: 1, problems: 2 });
  expect(problems.rows.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 workerUnknown',
    '4 titleMissing',
  ]);
  const mend = (line: number, field: 'insz' | 'title', text: string) =>
    must(bench.handlers['rescue.fixPreview']({ previewId: id, line, field, text }, call));
  await mend(3, 'insz', workers.jef);
  expect((await show('problems')).rows).toMatchObject([{ line: 4, reason: 'titleMissing' }]);
  await mend(4, 'title', 'Brandpreventie');
  expect(await show('all')).toMatchObject({ good: 3, problems: 0, fixed: 2 });
  // Nothing stands in the archive before it is taken in.
  expect((await must(bench.handlers['rescue.report']({ employerId }, call))).evidence).toEqual([]);
  const taken = await must(bench.handlers['rescue.takePreview']({ previewId: id }, call));
  expect(taken).toMatchObject({ rows: 3, taken: 3, years: 2, refused: [] });
  const { evidence } = await must(bench.handlers['rescue.report']({ employerId }, call));
  expect(evidence).toMatchObject([{ name: 'scherm.csv', bytes: Buffer.byteLength(list) }]);
  await must(bench.handlers['rescue.saveEvidence']({ id: evidence[0]?.id ?? '' }, call));
  expect(new TextDecoder().decode(bench.saved.get('scherm.csv'))).toBe(list);
  const { rows } = await must(
    bench.handlers['rescue.years']({ employerId, show: 'onlyThere', page: 1, pageSize: 25 }, call),
  );
  expect(rows.map((row) => [row.workerId, row.tally.onlyThere]).toSorted()).toEqual(
    [
      [fien, 2],
      [jef, 1],
    ].toSorted(),
  );
  expect(await bench.handlers['rescue.takePreview']({ previewId: id }, call)).toMatchObject({
    failure: { code: 'notFound' },
  });
});

it('says of a file without a worker or a training what it lacks', async () => {
  bench = openRescue(practice);
  const { employerId } = bench;
  const selectionId = bench.offer('iets.csv', 'Opleiding;Begindatum;Duur\r\nHeftruck;03/02/2025;4');
  const refused = await bench.handlers['rescue.takeFile']({ employerId, selectionId, yearId: null }, call);
  expect(refused).toMatchObject({
    ok: false,
    failure: { code: 'fileUnreadable', details: { missing: 'insz' } },
  });
});
