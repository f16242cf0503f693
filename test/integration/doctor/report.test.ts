// What the doctor keeps and gives away: all in order, a report to copy and save, exchanges to look at, a run to stop.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../preload/contract/values.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';
import { admin, klaver, type Registered, registered, sessionOf } from './doctor-bench.ts';

let bench: AppBench;
let known: Registered;

beforeAll(async () => {
  bench = await openApp();
  known = await registered(bench);
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

describe('an examination without a fault', () => {
  it('finds every link in order, in the order of the way, and tells validity and scope of the token only', async () => {
    const report = await bench.must('doctor.run', { accountId: known.accountId });
    const [one] = report.examinations;
    expect(one?.links.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'network ok',
      'dns ok',
      'tls ok',
      'clock ok',
      'certificate ok',
      'key ok',
      'clientId ok',
      'token ok',
      'right ok',
      'service ok',
    ]);
    expect(one?.token).toMatchObject({ expiresInSeconds: 600 });
    expect(report.outcome).toBe('ok');
    const { rows } = await bench.must('account.list', {});
    expect(rows[0]?.lastCheck).toEqual({ at: report.at, outcome: 'ok' });
  });

  it('confirms a mandate that the service takes, along the route of the employer', async () => {
    await bench.must('practice.addSamples', {});
    const { rows } = await bench.must('employer.list', {});
    const given = { mandator: rows[0]?.enterpriseNumber, mandatary: klaver.enterpriseNumber };
    await admin(bench, 'POST', '/world/import', { mandates: [given] });
    const employerId = rows[0]?.id ?? '';
    const { accountId } = known;
    await bench.must('route.set', { employerId, service: 'fla', route: { kind: 'mandatary', accountId } });
    const { examinations } = await bench.must('doctor.run', { employerId });
    expect(examinations.map(({ account, employer }) => [account?.id, employer?.id])).toEqual([
      [accountId, employerId],
    ]);
    expect(examinations[0]?.links.find(({ id }) => id === 'mandate')).toMatchObject({
      key: 'mandateConfirmed',
    });
  });

  it('says what is missing for an employer without a route', async () => {
    const { rows } = await bench.must('employer.list', {});
    const report = await bench.must('doctor.run', { employerId: rows[0]?.id ?? '', service: 'dimona' });
    expect(report.examinations[0]?.links[0]).toMatchObject({
      id: 'route',
      key: 'routeNone',
      where: 'employer',
    });
  });

  it('examines all accounts at once, the one that needs most first', async () => {
    const other = await registered(bench);
    sessionOf(bench).db.prepare("UPDATE account SET client_id = 'no' WHERE id = ?").run(other.accountId);
    const { examinations } = await bench.must('doctor.run', {});
    expect(examinations.map(({ account }) => account?.id)[0]).toBe(other.accountId);
    expect(examinations.map(({ outcome }) => outcome)).toEqual(['failed', 'ok']);
    await bench.must('account.remove', { id: other.accountId, confirmed: true });
  });
});

describe('a report', () => {
  it('is there to copy in four languages without a missing sentence or a secret', async () => {
    const report = await bench.must('doctor.run', { accountId: known.accountId });
    expect((await bench.must('doctor.last', {})).report?.id).toBe(report.id);
    for (const language of languages) {
      const { text } = await bench.must('doctor.copy', { id: report.id, form: 'text', language });
      expect(text).toContain('127.0.0.1');
      expect(text).not.toMatch(/doctor:|links\.|undefined|\{[a-z]+\}|eyJ|BEGIN/);
    }
    const { text } = await bench.must('doctor.copy', { id: report.id, form: 'json', language: 'en' });
    expect(JSON.parse(text)).toMatchObject({ id: report.id, outcome: 'ok' });
  });

  it('of another sitting is not there any more', async () => {
    const id = sessionOf(bench).ids.newId();
    const gone = await bench.call('doctor.copy', { id, form: 'text', language: 'nl' });
    expect(!gone.ok && gone.failure.code).toBe('notFound');
  });
});

describe('a run', () => {
  it('is a job that can be stopped, and answers that it was', async () => {
    await admin(bench, 'PUT', '/faults', { faults: [{ kind: 'latency', ms: 20_000 }] });
    const running = bench.call('doctor.run', { accountId: known.accountId });
    let job: { id: string } | undefined;
    while (job === undefined) {
      const { jobs } = await bench.must('job.list', {});
      job = jobs.find(({ kind, state }) => kind === 'doctor' && state === 'running');
    }
    await bench.must('job.cancel', { id: job.id });
    const stopped = await running;
    await admin(bench, 'PUT', '/faults', { faults: [] });
    expect(!stopped.ok && stopped.failure.code).toBe('cancelled');
  });
});

describe('exchanges', () => {
  it('show what was asked without assertion and token, and copy as a command', async () => {
    await bench.must('exchange.clear', {});
    await bench.must('doctor.run', { accountId: known.accountId });
    const { rows } = await bench.must('exchange.list', {});
    const asked = rows.find(({ method }) => method === 'POST');
    expect(asked).toMatchObject({ status: 200, ended: 'answer' });
    const detail = await bench.must('exchange.show', { number: asked?.number ?? 0 });
    expect(detail.requestBody).toContain('client_assertion=[secret]');
    expect(detail.responseBody).toContain('"access_token": "[secret]"');
    expect(detail.responseBody).toContain('"token_type": "bearer"');
    const curl = await bench.must('exchange.copy', { number: asked?.number ?? 0, form: 'curl' });
    expect(curl.text).toMatch(/^curl -i -X POST 'https:\/\/127\.0\.0\.1:\d+\/REST\/oauth\/v5\/token'/);
    const health = rows.find(({ url }) => url.endsWith('/health'));
    const shown = await bench.must('exchange.show', { number: health?.number ?? 0 });
    expect(shown.requestHeaders).toContainEqual({ name: 'authorization', value: 'Bearer …' });
    expect(JSON.stringify([rows, detail, shown])).not.toMatch(/eyJ/);
  });

  it('can be filtered, and are gone after clearing', async () => {
    const { rows } = await bench.must('exchange.list', { problemsOnly: true });
    expect(rows.every(({ status }) => status === null || status >= 400)).toBe(true);
    expect((await bench.must('exchange.list', { text: 'health' })).total).toBe(1);
    await bench.must('exchange.clear', {});
    expect((await bench.must('exchange.list', {})).rows).toEqual([]);
  });
});
