// Who may read and file for whom, what the schema refuses, the three modes, rights, credit and employees.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../../main/practice/contract/load-contract.ts';
import { findResources } from '../../../main/practice/resource-files.ts';
import { makeCertificate } from './support/certificates.ts';
import {
  DAAN,
  EMPLOYER,
  type PracticeClient,
  RANIA,
  SECRETARIAT,
  startClient,
  training,
  yearPath,
} from './support/client.ts';

let client: PracticeClient;
let employer: string;
let secretariat: string;

beforeAll(async () => {
  client = await startClient();
  const certificate = makeCertificate();
  employer = await client.token(await client.register(certificate), certificate.keyPem);
  const mandatary = await client.register(certificate, SECRETARIAT, 'socialSecretariat');
  secretariat = await client.token(mandatary, certificate.keyPem);
});
afterEach(() => client.admin('PUT', '/clock', { date: '2025-03-01' }));
afterAll(() => client.close());

const put = (trainings: unknown, path = `${yearPath(DAAN)}/trainings`, token = employer) =>
  client.fla('PUT', path, token, trainings);
const read = (path: string, token = employer) => client.fla('GET', path, token);

describe('permission', () => {
  it('lets a mandatary act for its mandator, and for nobody else', async () => {
    expect((await read(`${yearPath(DAAN)}/trainings`, secretariat)).status).toBe(200);
    const foreign = await read('/employers/1999999250/employees', secretariat);
    expect([foreign.status, foreign.json.type]).toEqual([403, 'urn:problem-type:belgif:missingPermission']);
    const without = yearPath('78031099771', 2025, '1999999250');
    expect((await put({ trainings: [training('A')] }, `${without}/trainings`, secretariat)).status).toBe(403);
  });
  it('lets an employer act for itself only', async () => {
    expect((await read('/employers/1999999250/employees')).status).toBe(403);
  });
  it('refuses reading under a mandate that ended', async () => {
    expect((await read('/employers/1999999052/employees', secretariat)).status).toBe(403);
  });
  it('follows a mandate that is given and closed later', async () => {
    const mandate = { mandator: '1999999250', mandatary: SECRETARIAT };
    await client.admin('PUT', '/world/mandates', mandate);
    expect((await read('/employers/1999999250/employees', secretariat)).status).toBe(200);
    await client.admin('PUT', '/world/mandates', { ...mandate, state: 'closed' });
    expect((await read('/employers/1999999250/employees', secretariat)).status).toBe(403);
  });
  it('does not show workers of other employers', async () => {
    expect((await read(`${yearPath('78031099771')}/trainings`)).status).toBe(404);
    expect((await read(`${yearPath('01020399745')}/trainings`)).status).toBe(400);
  });
  it('checks the token before the body, and the body before the worker', async () => {
    expect((await put({ wrong: true }, `${yearPath(DAAN)}/trainings`, 'nonsense')).status).toBe(401);
    expect((await put({ wrong: true }, `${yearPath('85073003328')}/trainings`)).status).toBe(400);
  });
  it('takes an employer number without its leading zero', async () => {
    expect(
      (await put({ trainings: [training('A')] }, `${yearPath(DAAN, 2025, '999999130')}/trainings`)).status,
    ).toBe(200);
  });
});

describe('what the contract refuses', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['a missing list', {}, 'trainings'],
    ['an unknown property', { trainings: [training('A', { trainingId: 'x' })] }, 'trainings[0].trainingId'],
    ['a missing title', { trainings: [training('A', { title: undefined })] }, 'trainings[0].title'],
    [
      'a day that does not exist',
      { trainings: [training('A', { endDate: '2025-02-30' })] },
      'trainings[0].endDate',
    ],
    ['an unknown status', { trainings: [training('A', { status: 'done' })] }, 'trainings[0].status'],
    [
      'sixty minutes',
      { trainings: [training('A', { duration: { hours: 1, minutes: 60 } })] },
      'trainings[0].duration.minutes',
    ],
    [
      'more than 2,000 hours',
      { trainings: [training('A', { duration: { hours: 2001, minutes: 0 } })] },
      'trainings[0].duration.hours',
    ],
    [
      'a number as text',
      { trainings: [training('A', { duration: { hours: '1', minutes: 0 } })] },
      'trainings[0].duration.hours',
    ],
    ['a reference twice', { trainings: [training('A'), training('A')] }, 'trainings[1].externalReference'],
    [
      'a reference of 65 characters',
      { trainings: [training('A'.repeat(65))] },
      'trainings[0].externalReference',
    ],
  ];
  it.each(cases)('%s', async (_name, body, name) => {
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json.issues.map((issue: { name: string }) => issue.name)).toContain(name);
  });
  it('tells an unknown property from a wrong value', async () => {
    const wrong = { trainings: [training('A', { extra: 1, status: 'done' })] };
    const types = (await put(wrong)).json.issues.map((issue: { type: string }) =>
      issue.type.split(':').at(-1),
    );
    expect(types.sort()).toEqual(['schemaViolation', 'unknownInput']);
  });
  it('a body that is not JSON, another media type, a year out of range, an unknown query parameter', async () => {
    const url = `${client.flaUrl}${yearPath(DAAN)}/trainings`;
    const headers = { authorization: `Bearer ${employer}`, 'content-type': 'application/json' };
    expect((await client.send('PUT', url, { body: '{"trainings":', headers })).status).toBe(400);
    const text = { ...headers, 'content-type': 'text/plain' };
    expect((await client.send('PUT', url, { body: '{}', headers: text })).status).toBe(415);
    const outside = await put({ trainings: [] }, `${yearPath(DAAN, 2027)}/trainings`);
    expect(outside.json.issues[0]).toMatchObject({ name: 'year', minimum: 2023, maximum: 2026 });
    expect((await read(`${yearPath(DAAN, 2022)}/trainings`)).status).toBe(400);
    expect((await read(`${yearPath(DAAN)}/trainings?all=1`)).json.issues[0].in).toBe('query');
  });
  it('a body over one mebibyte, an unknown path, an unknown method, an answer that is not JSON', async () => {
    const big = await put({ trainings: [training('A', { description: 'x'.repeat(1_100_000) })] });
    expect([big.status, big.json.limit]).toEqual([413, 1_048_576]);
    expect((await read('/nothing')).status).toBe(404);
    const post = await client.fla('POST', `${yearPath(DAAN)}/trainings`, employer, {});
    expect([post.status, post.headers['allow']]).toEqual([405, 'GET, PUT']);
    const html = { accept: 'text/html', authorization: `Bearer ${employer}` };
    const url = `${client.flaUrl}/employers/${EMPLOYER}/employees`;
    expect((await client.send('GET', url, { headers: html })).status).toBe(406);
  });
  it('gives each answer a trace id and echoes the caller’s', async () => {
    const answer = await client.send('GET', `${client.flaUrl}/health`, {
      headers: { 'belgov-trace-id': 'mine' },
    });
    expect(answer.headers['belgov-related-trace-id']).toBe('mine');
    expect(answer.headers['belgov-trace-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the three modes', () => {
  it('is open on 31 December 2025 and reads only from 1 January 2026', async () => {
    await client.admin('PUT', '/clock', { date: '2025-12-31' });
    expect((await put({ trainings: [training('A')] })).status).toBe(200);
    await client.admin('PUT', '/clock', { date: '2026-01-01' });
    const closed = await put({ trainings: [training('A')] });
    expect([closed.status, closed.json.type]).toEqual([
      403,
      'urn:problem-type:sigedis:fla:registrationClosed',
    ]);
    const stored = await read(`${yearPath(DAAN)}/trainings`);
    expect([stored.status, stored.json.total]).toEqual([200, 1]);
    const removal = `${yearPath(DAAN)}/trainings/${stored.json.items[0].trainingId}`;
    expect((await client.fla('DELETE', removal, employer)).status).toBe(403);
  });
  it('is gone from 1 January 2027, but healthy', async () => {
    await client.admin('PUT', '/clock', { date: '2026-12-31' });
    expect((await read(`/employers/${EMPLOYER}/employees`)).status).toBe(200);
    await client.admin('PUT', '/clock', { date: '2027-01-01' });
    expect((await read(`/employers/${EMPLOYER}/employees`)).status).toBe(410);
    expect((await put({ trainings: [] })).status).toBe(410);
    expect((await client.fla('GET', '/health', undefined)).json).toEqual({ status: 'UP' });
  });
});

describe('deleting, rights, credit and employees', () => {
  it('deletes one training once', async () => {
    const made = await put({ trainings: [training('A'), training('B')] });
    const path = `${yearPath(DAAN)}/trainings/${made.json.items[0].trainingId}`;
    expect((await client.fla('DELETE', path, employer)).status).toBe(204);
    expect((await client.fla('DELETE', path, employer)).status).toBe(404);
    expect((await read(`${yearPath(DAAN)}/trainings`)).json.total).toBe(1);
  });
  it('computes the balance by law, fraction and months: 5 days × 0.8', async () => {
    const filed = { trainings: [training('A', { duration: { hours: 7, minutes: 36 } })] };
    await put(filed, `${yearPath(RANIA)}/trainings`);
    const credit = await read(`${yearPath(RANIA)}/trainingCredit`);
    expect(credit.json).toMatchObject({
      initial: 4,
      followed: 1,
      planned: 0,
      remaining: 3,
      hoursPerDay: 7.6,
    });
  });
  it('takes filed rights instead', async () => {
    const rights = {
      individualRight: { days: 3, source: 'sectorCba' },
      jointCommitteeNumber: '121',
      workRegime: { q: 20, s: 40 },
      employmentFraction: 0.5,
      carriedOverDays: 0.25,
      automaticCalculation: false,
    };
    const path = `${yearPath('90231599722')}`;
    expect((await read(`${path}/trainingRights`)).status).toBe(404);
    expect((await client.fla('PUT', `${path}/trainingRights`, employer, rights)).status).toBe(200);
    expect((await read(`${path}/trainingRights`)).json.trainingRights).toEqual(rights);
    expect((await read(`${path}/trainingCredit`)).json).toMatchObject({ initial: 3.25, hoursPerDay: 8 });
    const bad = await client.fla('PUT', `${path}/trainingRights`, employer, {
      ...rights,
      jointCommitteeNumber: 'x',
    });
    expect(bad.json.issues[0].name).toBe('jointCommitteeNumber');
  });
  it('pages the employees, with links until the last page', async () => {
    const first = (await read(`/employers/${EMPLOYER}/employees?pageSize=4`)).json;
    expect([first.items.length, first.total, first.page]).toEqual([4, 9, 1]);
    const last = await client.send('GET', first.last, { headers: { authorization: `Bearer ${employer}` } });
    expect([last.json.items.length, last.json.next]).toEqual([1, undefined]);
  });
  it('answers in the shape of its own contract', async () => {
    const contract = loadContract(`${findResources()}/contracts`, 'fla-employer-v1.yaml');
    const shapes: [string, unknown][] = [
      [
        'TrainingsResult',
        (await put({ trainings: [training('A'), training('B', { endDate: '2025-01-01' })] })).json,
      ],
      ['TrainingsCollection', (await read(`${yearPath(DAAN)}/trainings`)).json],
      ['TrainingCredit', (await read(`${yearPath(DAAN)}/trainingCredit`)).json],
      ['EmployeesCollection', (await read(`/employers/${EMPLOYER}/employees`)).json],
    ];
    for (const [name, answer] of shapes) {
      const check = contract.schema(name);
      check(answer);
      expect([name, check.errors]).toEqual([name, null]);
    }
  });
});
