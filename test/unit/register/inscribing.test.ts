// Lines that the service is not known to have: which they are, and one job that inscribes them, each once.
import { expect, test } from 'vitest';
import type { AuthenticSource } from '../../../main/register/authentic-source.ts';
import { consultSource } from '../../../main/register/consult-lines.ts';
import { deleteLine } from '../../../main/register/delete-line.ts';
import { registerInscribingHandlers } from '../../../main/register/inscribing/handlers.ts';
import type { InscribingPorts } from '../../../main/register/inscribing/inscribe-run.ts';
import { startInscribing } from '../../../main/register/inscribing/inscribe-run.ts';
import { inscribedOf } from '../../../main/register/inscribing/inscribed-store.ts';
import { previewInscribing } from '../../../main/register/inscribing/preview.ts';
import { listRefused } from '../../../main/register/inscribing/refused-store.ts';
import { readRun } from '../../../main/register/inscribing/run-store.ts';
import { unknownLines } from '../../../main/register/inscribing/unknown-lines-store.ts';
import { insertLine } from '../../../main/register/insert-line.ts';
import { insertWaiting } from '../../../main/register/pending-store.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { unwrap } from '../platform/scratch.ts';
import { service } from './inscribing-service.ts';
import {
  allLines,
  deletion,
  insert,
  insertion,
  must,
  number,
  open,
  otherEmployer,
  period,
  person,
  registerBench,
} from './register-bench.ts';
import { unreachable } from './told-source.ts';

registerBench();
const [A, B, C] = [number(0), number(1), number(2)];

const unknown = (): string[] =>
  [...unknownLines(open().session.db)].flatMap((line) =>
    line === null || line.key.dossierType === 'EMPLOYEE'
      ? []
      : [`${line.key.dossierType} ${line.period.begin}`],
  );

/** Runs to the end; without the pauses between two tries. */
async function run(source: Pick<AuthenticSource, 'insert'> | null, again = false): Promise<Result<unknown>> {
  const { session } = open();
  const ports: InscribingPorts = { source: () => source, pause: async () => undefined };
  const started = await startInscribing(session, again, ports);
  if (!started.ok) return started;
  await expect
    .poll(() => session.jobs.list().find(({ id }) => id === started.value.jobId)?.state)
    .not.toBe('running');
  const job = session.jobs.list().find(({ id }) => id === started.value.jobId);
  return job?.failure == null ? ok(readRun(session.db)) : { ok: false, failure: job.failure };
}

const insertedWith = (source: AuthenticSource, days: string) =>
  must(insertLine(open().session, insertion(A, days), source));
const removedWith = (source: AuthenticSource, days: string) =>
  deleteLine(open().session, deletion(A, days), source);
const context = { windowId: 'test', traceId: 't' };

test('a line is known at the service once its answer holds all of its days, of whichever client', async () => {
  person(A);
  await must(insert({ insz: A, period: period('2024-01-01..2024-12-31') }));
  await must(insert({ insz: A, employerId: otherEmployer(), period: period('2024-03-01..2024-06-30') }));
  expect(unknown()).toEqual(['TRAINEE 2024-01-01', 'TRAINEE 2024-03-01']);
  const { source } = service();
  // A part of the days says that number and name are right, not that the line is there.
  expect(await insertedWith(source, '2024-04-01..2024-05-31')).toMatchObject({ outcome: 'unchanged' });
  expect(unknown()).toEqual(['TRAINEE 2024-01-01', 'TRAINEE 2024-03-01']);
  await insertedWith(source, '2024-02-01..2024-07-31');
  expect(unknown()).toEqual(['TRAINEE 2024-01-01']);
  await insertedWith(source, '2024-01-01..2024-12-31');
  expect(unknown()).toEqual([]);
});

test('what the service has afterwards equals our lines, asked once each, the second time not at all', async () => {
  const { session } = open();
  for (const insz of [A, B, C]) person(insz, 'Peeters', 'Jan');
  for (const insz of [A, B, C]) await must(insert({ insz, period: period('2024-01-01..2024-12-31') }));
  await must(insert({ insz: A, employerId: otherEmployer(), period: period('2024-06-01..open') }));
  await must(insert({ insz: B, dossierType: 'APPLICANT', period: period('2025-01-01..2025-01-31') }));
  const { source, kept, asked } = service();
  const done = await run(source);
  const all = allLines().length;
  expect(done).toMatchObject({
    ok: true,
    value: { state: 'done', total: all, inscribed: all, already: 0, refused: 0 },
  });
  expect(kept.get(`${A} TRAINEE`)).toEqual([{ begin: '2024-01-01', end: null }]);
  expect(kept.get(`${B} TRAINEE`)).toEqual([{ begin: '2024-01-01', end: '2024-12-31' }]);
  expect(kept.get(`${B} APPLICANT`)).toEqual([{ begin: '2025-01-01', end: '2025-01-31' }]);
  expect(new Set(asked).size).toBe(all);
  expect(asked.length).toBe(all);
  expect(await run(source)).toMatchObject({ failure: { code: 'nothingToSend' } });
  expect(asked.length).toBe(all);
  const told = session.db.prepare(`SELECT id FROM history_event WHERE kind = 'register.inscribed'`).all();
  expect(told).toHaveLength(1);
  expect(
    session.db.prepare(`SELECT count(*) FROM register_line WHERE verified_by = 'ownRecords'`).pluck().get(),
  ).toBe(0);
});

test('a refusal is a finding that is not asked again until somebody puts it right, or says so', async () => {
  const { session } = open();
  const personId = person(A, 'Peters', 'Jan');
  await must(insert({ insz: A, period: period('2024-01-01..open'), identity: null }));
  let right = false;
  const differs = fail('refusedByRule', { details: { rules: 'INS00001', fields: 'lastName' } });
  const { source, asked } = service((insz) => (insz === A && !right ? differs : null));
  expect(await run(source)).toMatchObject({ value: { state: 'done', refused: 1 } });
  const refused = () => listRefused(session.db, 1, 10);
  expect(refused()).toMatchObject([
    { personId, insz: A, code: 'INS00001', fields: ['lastName'], final: true },
  ]);
  const before = asked.length;
  expect(await run(source)).toMatchObject({ failure: { code: 'nothingToSend' } });
  expect(await run(source, true)).toMatchObject({ value: { refused: 1, total: 1 } });
  expect(asked.length).toBe(before + 1);
  right = true;
  session.db.prepare(`UPDATE person SET family_name = 'Peeters' WHERE id = ?`).run(personId);
  const handlers = registerInscribingHandlers(session);
  expect(await handlers['registerInscribing.refused']({ page: 1, pageSize: 10 }, context)).toMatchObject({
    value: { rows: [{ changed: true }], total: 1 },
  });
  expect(await run(source)).toMatchObject({ value: { inscribed: 1, refused: 0, total: 1 } });
  expect(refused()).toEqual([]);
});

test('a type that the service does not know is told by the preview, and asked about once', async () => {
  const { session } = open();
  for (const insz of [A, B, C]) person(insz);
  for (const insz of [A, B, C]) await must(insert({ insz, period: period('2024-01-01..open') }));
  const strange = fail('refusedByRule', { details: { rules: 'INS00002', fields: 'inscriptionContext' } });
  const { source, asked } = service((_, context) => (context === 'TRAINEE' ? strange : null));
  const shown = unwrap(await previewInscribing(session, false, source));
  expect(shown.types).toContainEqual({ dossierType: 'TRAINEE', lines: 3, atService: 'unknown' });
  expect(shown.types).toContainEqual(
    expect.objectContaining({ dossierType: 'EMPLOYEE', atService: 'known' }),
  );
  expect(asked).toEqual([]);
  expect(await run(source)).toMatchObject({ value: { refused: 3 } });
  expect(asked.filter((one) => one.includes('TRAINEE'))).toHaveLength(1);
  expect(listRefused(session.db, 1, 10).map(({ code }) => code)).toEqual([
    'INS00002',
    'INS00002',
    'INS00002',
  ]);
});

test('out of reach it stops without a finding and goes on with what is left; one answer that is none is passed by', async () => {
  const { session } = open();
  for (const insz of [A, B]) {
    person(insz);
    await must(insert({ insz, period: period('2024-01-01..open') }));
  }
  let answers = 0;
  const { source, asked } = service(() => {
    answers += 1;
    return answers > 2 ? unreachable : null;
  });
  expect(await run(source)).toMatchObject({ failure: { code: 'connectionRefused' } });
  expect(readRun(session.db)).toMatchObject({ state: 'stopped', failure: 'connectionRefused', inscribed: 2 });
  expect(listRefused(session.db, 1, 10)).toEqual([]);
  const first = asked.slice(0, 2);
  const odd = fail('unexpectedAnswer', { retry: 'safe', details: { reason: 'wrongTicket' } });
  const next = service((insz) => (insz === A ? odd : null));
  expect(await run(next.source)).toMatchObject({ value: { state: 'done', refused: 1 } });
  expect(next.asked.filter((one) => first.includes(one))).toEqual([]);
  expect(listRefused(session.db, 1, 10)).toMatchObject([{ insz: A, code: 'unexpectedAnswer', final: false }]);
  expect(await run(service().source)).toMatchObject({ value: { inscribed: 1, total: 1 } });
});

test('what is not allowed at all stops it at once, with no finding of a line', async () => {
  person(A);
  await must(insert({ insz: A }));
  const { source, asked } = service(() => fail('refusedByRule', { details: { rules: 'MSG00013' } }));
  expect(await run(source)).toMatchObject({ failure: { code: 'refusedByRule' } });
  expect(asked).toHaveLength(1);
  expect(listRefused(open().session.db, 1, 10)).toEqual([]);
});

test('what waits for an answer, and a cancelled number, are left out; what is taken away there is unknown no more', async () => {
  const { session, employerId } = open();
  const personId = person(A);
  await must(insert({ insz: A, period: period('2024-01-01..2024-12-31') }));
  insertWaiting(session.db, {
    ...{ id: session.ids.newId(), employerId, dossierType: 'TRAINEE', insz: A, identity: null },
    ...{ period: period('2024-01-01..open'), at: '2026-11-30T08:00:00.000Z', by: 'Test', failure: 'offline' },
  });
  expect(unknown()).toEqual([]);
  session.db.prepare('DELETE FROM register_pending').run();
  session.db.prepare(`UPDATE register_line SET review = 'numberCancelled' WHERE person_id = ?`).run(personId);
  expect(unknown()).toEqual([]);
  session.db.prepare('UPDATE register_line SET review = NULL').run();
  const { source, kept } = service();
  await run(source);
  await must(removedWith(source, '2024-03-01..2024-04-30'));
  expect(unknown()).toEqual([]);
  expect(inscribedOf(session.db, { personId, dossierType: 'TRAINEE' })).toEqual(kept.get(`${A} TRAINEE`));
  // Somebody else took days away at the service: asking it tells.
  kept.set(`${A} TRAINEE`, []);
  unwrap(await consultSource(session, { employerId, insz: A, dossierType: null, period: null }, source));
  expect(unknown()).toEqual(['TRAINEE 2024-01-01', 'TRAINEE 2024-05-01']);
});

test('days that are taken away while they are being inscribed do not come back at the service', async () => {
  person(A);
  await must(insert({ insz: A, period: period('2024-01-01..open') }));
  const { source, kept } = service();
  let asks = () => {};
  const asking = new Promise<void>((resolve) => {
    asks = resolve;
  });
  let answer = () => {};
  const slow: AuthenticSource = {
    ...source,
    async insert(question) {
      if (question.insz === A) {
        asks();
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      }
      return source.insert(question);
    },
  };
  const running = run(slow);
  await asking;
  const away = removedWith(source, '2024-01-01..open');
  answer();
  await running;
  expect(await away).toMatchObject({ ok: true, value: { outcome: 'stored' } });
  expect(kept.get(`${A} TRAINEE`)).toEqual([]);
  expect(unknown()).toEqual([]);
});

test('what the end of the app cut off goes on, and only that', async () => {
  const { session } = open();
  const { source, asked } = service();
  const ports: InscribingPorts = { source: () => source, pause: async () => undefined };
  const handlers = registerInscribingHandlers(session, ports);
  const resume = () => handlers['registerInscribing.resume']({}, context);
  expect(await resume()).toMatchObject({ failure: { code: 'nothingToSend' } });
  session.db
    .prepare(
      `INSERT INTO register_inscribing (id, state, started_at, started_by) VALUES (1, 'running', '2026-11-30T08:00:00.000Z', 'Test')`,
    )
    .run();
  expect(asked).toEqual([]);
  expect(await resume()).toMatchObject({ ok: true });
  await expect.poll(() => readRun(session.db)?.state).toBe('done');
  expect(asked).toHaveLength(allLines().length);
  expect(await resume()).toMatchObject({ failure: { code: 'nothingToSend' } });
});

test('cut off by the end of the app it is still to go on; stopped by a person it is not', async () => {
  const { session } = open();
  const never: Pick<AuthenticSource, 'insert'> = { insert: async () => unreachable };
  const started = () =>
    startInscribing(session, false, {
      source: () => never,
      pause: (_, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    });
  const first = unwrap(await started());
  await expect.poll(() => readRun(session.db)?.total).toBeGreaterThan(0);
  session.jobs.cancel(first.jobId);
  await expect.poll(() => readRun(session.db)?.state).toBe('stopped');
  await started();
  await session.jobs.close();
  expect(readRun(session.db)).toMatchObject({ state: 'running', refused: 0 });
});
