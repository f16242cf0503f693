// What must be in order before anybody is asked: told by the service's own words, with nothing left behind of what was not asked.
import { Agent, request } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAsApplicant } from '../../../main/applicants/open-as-applicant.ts';
import { type AppBench, openApp } from '../../support/application-bench.ts';
import { JASMIJN } from './citizen-bench.ts';

const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };
const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };
const citizens = ['citizenMandatesManage', 'citizenDataConsult'] as const;

let bench: AppBench;
let employerId: string;
beforeAll(async () => {
  bench = await openApp();
  await bench.must('practice.addSamples', {});
  employerId = (await bench.must('employer.list', { text: 'De Berk' })).rows[0]?.id ?? '';
});
afterAll(() => bench.close());

const ask = () =>
  bench.call('applicantRequest.ask', {
    employerId,
    dataSets: ['studentWorkHours'],
    insz: null,
    language: 'fr',
  });
const step = async (name: string) => {
  const { steps } = await bench.must('applicantRequest.readiness', { employerId });
  return steps.find((one) => one.step === name);
};

async function withScope(id: string, scopes: { citizenData?: string }): Promise<void> {
  const account = (await bench.must('account.list', {})).rows.find((one) => one.id === id);
  if (account === undefined) throw new Error('no account');
  const { name, clientId, rights, revision: expectedRevision } = account;
  const certificateId = account.certificateId ?? '';
  await bench.must('account.update', { id, expectedRevision, name, clientId, certificateId, rights, scopes });
}

/** A call of the practice environment beside the app, with its own secret. */
async function beside(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  { json, from = '/admin' }: { json?: unknown; from?: string } = {},
): Promise<unknown> {
  const environment = bench.app.session()?.environment;
  const practice = environment?.practice;
  const agent = new Agent({ connect: { ca: environment?.caPem ?? '' } });
  const answer = await request(`${practice?.adminUrl.replace('/admin', from)}${path}`, {
    ...{ method, dispatcher: agent, body: json === undefined ? null : JSON.stringify(json) },
    headers: {
      authorization: `Bearer ${practice?.adminToken}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
  const text = await answer.body.text();
  await agent.close();
  if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** As the main access manager of the enterprise does on the portal. */
const acceptCircle = (enterpriseNumber: string): Promise<unknown> =>
  beside('POST', `/enterprises/${enterpriseNumber}/circleOfTrust`, { from: '/practice/access' });

it('an employer without a channel is led to the online service', async () => {
  expect((await bench.must('applicantRequest.readiness', { employerId })).way).toBe('online');
  expect(await ask()).toMatchObject({ failure: { code: 'routeMissing' } });
});

it('without the Circle of Trust nothing is asked; once it is accepted a token of before stands in nobody’s way', async () => {
  const { id: certificateId } = await bench.must('certificate.generate', {
    ...berk,
    name: 'Berk',
    keyKind: 'ecP384',
  });
  const account = { ...berk, name: 'Berk', quality: 'employerNsso', certificateId } as const;
  const rights = ['checkInAndOutAtWork', ...citizens] as (
    | 'checkInAndOutAtWork'
    | (typeof citizens)[number]
  )[];
  const { id: accountId } = await bench.must('account.registerInPractice', { ...account, rights });
  await bench.must('route.set', { employerId, service: 'citizenData', route: { kind: 'own', accountId } });
  // A scope that the token is refused for says it less surely; it is the first thing to look at all the same.
  expect(await step('circleOfTrust')).toMatchObject({ state: 'unknown' });
  await withScope(accountId, { citizenData: 'scope:citizenmandate:mandate:manage' });
  expect(await ask()).toMatchObject({ failure: { code: 'circleNotAccepted', details: { sure: false } } });
  expect(await step('circleOfTrust')).toMatchObject({ state: 'missing', who: 'mainAccessManager' });
  await withScope(accountId, {});
  expect(await ask()).toMatchObject({ failure: { code: 'circleNotAccepted' } });
  expect(await step('circleOfTrust')).toMatchObject({ state: 'missing', who: 'mainAccessManager' });
  expect((await bench.must('applicantRequest.list', {})).total).toBe(0);
  // In practice one press has what this employer's ways need.
  await bench.must('practice.enrol', { employerId });
  expect(await ask()).toMatchObject({ ok: true, value: { outcome: 'asked' } });
  expect(await step('circleOfTrust')).toMatchObject({ state: 'done' });
});

it('a mandatary without a mandate for this service is told so, and the employer is named as the one to act', async () => {
  const { id: certificateId } = await bench.must('certificate.generate', {
    ...klaver,
    name: 'K',
    keyKind: 'ecP384',
  });
  const account = { ...klaver, name: 'K', quality: 'socialSecretariat', certificateId } as const;
  const { id: accountId } = await bench.must('account.registerInPractice', {
    ...account,
    rights: [...citizens],
  });
  await acceptCircle(klaver.enterpriseNumber);
  await bench.must('route.set', {
    employerId,
    service: 'citizenData',
    route: { kind: 'mandatary', accountId },
  });
  await bench.must('mandate.record', {
    ...{ employerId, mandataryNumber: klaver.enterpriseNumber, service: 'citizenData' },
    ...{ startQuarter: '2025Q1', endQuarter: null },
  });
  const refused = await ask();
  expect(refused).toMatchObject({ failure: { code: 'mandateMissing' } });
  expect(await step('mandate')).toMatchObject({ state: 'missing', who: 'employer' });
});

it('an agency asks for its client once that gave the mandate: the service has both, and the answer is read', async () => {
  await bench.must('practice.enrol', { employerId });
  expect(await step('mandate')).toMatchObject({ state: 'done' });
  const { id } = await bench.must('applicantRequest.ask', {
    ...{ employerId, dataSets: ['studentWorkHours'], insz: null, language: 'nl', label: '' },
    as: 'agency',
  });
  expect(await step('mandate')).toMatchObject({ state: 'done' });
  const { request: own, link } = await bench.must('applicantRequest.get', { id });
  const { items } = (await beside('GET', '/citizen/requests')) as {
    items: { requestId: string; requestUrl: string }[];
  };
  const there = items.find(({ requestUrl }) => requestUrl === link?.url);
  expect(there).toMatchObject({
    ...{ enterpriseNumber: berk.enterpriseNumber, mandatary: klaver.enterpriseNumber },
    state: 'open',
  });
  expect(own.code?.replace('-', '').toLowerCase()).toBe(there?.requestId.slice(0, 8));
  // Who is asked knows both by name.
  const { body } = await bench.must('applicantRequest.message', { id, language: 'nl' });
  for (const { enterpriseName } of [berk, klaver]) expect(body).toContain(enterpriseName);

  // In practice whoever asks may play the applicant: while somebody is let in by the link.
  const opened: string[] = [];
  const openPractice = async (url: string) => ({ ok: true as const, value: void opened.push(url) });
  const session = bench.app.session();
  if (session === null) throw new Error('no session');
  const played = { ...session, host: { ...session.host, openPractice } };
  expect(await openAsApplicant(played, id)).toEqual({ ok: true, value: {} });
  expect(opened).toEqual([link?.url]);

  await beside('POST', `/citizen/requests/${there?.requestId}/approve`, { json: { insz: JASMIJN } });
  await bench.must('applicantRequest.refresh', {});
  await bench.must('applicantAnswer.read', { id, purpose: 'beforeContract' });
  expect(await openAsApplicant(played, id)).toMatchObject({ failure: { code: 'stateNotAllowed' } });
  const { request: read } = await bench.must('applicantRequest.get', { id });
  expect(read).toMatchObject({ column: 'read', insz: JASMIJN });
  expect(read.answer?.studentHours).toMatchObject({ available: 412 });
});
