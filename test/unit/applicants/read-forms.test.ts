// What the service for pre-contractual data may answer, and what it is taken for: an answer, no mandate, another number, or a failure.
import { describe, expect, it } from 'vitest';
import { type Consultation, consultData } from '../../../main/applicants/precontractual-api.ts';
import type { HttpOutcome, HttpPort, HttpRequest } from '../../../main/platform/http.ts';
import { secret } from '../../../main/platform/secret.ts';

const insz = '01020399645';
const asked: Consultation = {
  insz,
  enterpriseNumber: '0999999130',
  mandataryNumber: '0999999031',
  dataSets: ['flexiJobEligibility', 'studentWorkHours'],
  today: '2025-03-01',
};
const flexiJob = {
  eligible: true,
  period: { startDate: '2025-01-01', endDate: '2025-03-31' },
  yearQuarter: '2025Q1',
};
const studentWork = { year: 2025, quota: 650, availableHours: 412 };
const mandates = [
  { dataSet: 'flexiJobEligibility', endDate: '2025-03-31' },
  { dataSet: 'studentWorkHours', endDate: '2025-05-31' },
];
const whole = { ssin: insz, consultedAt: '2025-03-01T10:00:00+01:00', flexiJob, studentWork, mandates };

async function consulted(
  status: number,
  body: unknown,
  { type = 'application/problem+json', about = asked }: { type?: string; about?: Consultation } = {},
) {
  const seen: HttpRequest[] = [];
  const outcome: HttpOutcome = {
    kind: 'answer',
    status,
    headers: { 'content-type': type, 'belgov-trace-id': 'trace-1' },
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  };
  const http: HttpPort = {
    async fetch(request) {
      seen.push(request);
      return outcome;
    },
    async close() {},
  };
  const call = { http, token: secret('t'), now: new Date('2025-03-01T09:00:00Z'), traceId: 'x' };
  return { outcome: await consultData(call, 'https://service.invalid/v1', about), request: seen[0] };
}
const kindOf = async (...given: Parameters<typeof consulted>): Promise<string> => {
  const { outcome } = await consulted(...given);
  return outcome.kind === 'answer' ? outcome.value.kind : `${outcome.kind} ${outcome.failure.code}`;
};
const problem = (type: string, title: string, status = 403) => ({ type, title, status });
const urn = 'urn:problem-type:nsso:citizenData:noActiveCitizenMandate';
const title = 'No Active Citizen Mandate';

describe('an answer', () => {
  it('is read with the quarter it is of, the year, the quota and the ends, unknown fields besides', async () => {
    const { outcome, request } = await consulted(200, { ...whole, later: { more: [1] } });
    expect(outcome).toMatchObject({
      kind: 'answer',
      value: {
        kind: 'open',
        data: {
          flexiJob: { eligible: true, quarter: '2025Q1', from: '2025-01-01', to: '2025-03-31' },
          studentHours: { year: 2025, quota: 650, available: 412 },
          missing: [],
          ends: mandates,
        },
      },
    });
    expect(request?.url).not.toContain(insz);
    expect(JSON.parse(String(request?.body))).toEqual({
      ssin: insz,
      enterpriseNumber: '0999999130',
      mandataryEnterpriseNumber: '0999999031',
      dataSets: asked.dataSets,
    });
  });

  it('names the employer alone where its own account asks', async () => {
    const { request } = await consulted(200, whole, { about: { ...asked, mandataryNumber: null } });
    expect(JSON.parse(String(request?.body))).not.toHaveProperty('mandataryEnterpriseNumber');
  });

  it('shows the one of two that is missing, whether the service names it or only leaves it out', async () => {
    for (const missingMandates of [['studentWorkHours'], undefined]) {
      const { outcome } = await consulted(200, { ...whole, studentWork: null, missingMandates });
      expect(outcome).toMatchObject({
        value: { data: { studentHours: null, missing: ['studentWorkHours'], flexiJob: { eligible: true } } },
      });
    }
  });

  it('takes the quarter from the period, or the quota from the year, where the other is not said', async () => {
    const { outcome } = await consulted(200, {
      ...whole,
      flexiJob: { eligible: false, period: flexiJob.period },
      studentWork: { year: 2025, availableHours: 600 },
    });
    expect(outcome).toMatchObject({
      value: { data: { flexiJob: { quarter: '2025Q1' }, studentHours: { quota: 650 } } },
    });
  });

  it.each([
    ['an answer that does not say on whom', { ...whole, ssin: undefined }],
    ['a quarter that is not the period', { ...whole, flexiJob: { ...flexiJob, yearQuarter: '2025Q2' } }],
    [
      'a period that is no quarter',
      { ...whole, flexiJob: { eligible: true, period: { startDate: '2025-01-01', endDate: '2025-03-30' } } },
    ],
    ['no quarter at all', { ...whole, flexiJob: { eligible: true } }],
    ['a word for a boolean', { ...whole, flexiJob: { ...flexiJob, eligible: 'yes' } }],
    ['hours below zero', { ...whole, studentWork: { ...studentWork, availableHours: -1 } }],
    ['more hours than there are', { ...whole, studentWork: { ...studentWork, availableHours: 651 } }],
    ['an end that is no day', { ...whole, mandates: [{ dataSet: 'studentWorkHours', endDate: 'tomorrow' }] }],
    ['a quarter of the year nought', { ...whole, flexiJob: { eligible: true, yearQuarter: '0000Q1' } }],
    ['neither data nor a word', { ssin: insz, mandates: [] }],
    ['a list', [whole]],
    ['a page', '<html><title>No Active Citizen Mandate</title></html>'],
  ])('is not taken from %s', async (_what, body) => {
    expect(await kindOf(200, body, { type: 'application/json' })).toBe('unknown unexpectedAnswer');
  });

  const on = (yearQuarter: string) => ({ ...whole, flexiJob: { eligible: true, yearQuarter } });
  const of = (more: object) => ({ ...whole, studentWork: { ...studentWork, ...more } });
  const until = (endDate: string) => ({ ...whole, mandates: [{ dataSet: 'studentWorkHours', endDate }] });

  it.each([
    ['somebody else', { ...whole, ssin: '01020399744' }, 'otherCitizen'],
    ['the quarter before', on('2024Q4'), 'otherPeriod'],
    ['the quarter after the next', on('2025Q3'), 'otherPeriod'],
    ['the year before', of({ year: 2024, quota: 600 }), 'otherPeriod'],
    ['the year after', of({ year: 2026 }), 'otherPeriod'],
    ['more hours than a year has', of({ quota: 9_000, availableHours: 8_000 }), 'otherQuota'],
    ['fewer than the law says', of({ quota: 600 }), 'otherQuota'],
    ['an access without an end', until('9999-12-31'), 'otherEnd'],
    ['one of half a year', until('2025-09-01'), 'otherEnd'],
    ['one that was over long ago', until('0001-01-01'), 'otherEnd'],
    ['one that was over the day before yesterday', until('2025-02-27'), 'otherEnd'],
  ])('is not believed of %s, and says why', async (_what, body, reason) => {
    const { outcome } = await consulted(200, body);
    expect(outcome).toMatchObject({
      kind: 'unknown',
      failure: { code: 'unexpectedAnswer', retry: 'safe', traceId: 'trace-1', details: { reason } },
    });
  });

  it.each([
    ['that tells of the next quarter ahead', on('2025Q2')],
    ['that names the end of what is not read', { ...until('2020-01-31'), studentWork: null }],
    ['that was asked for as its access ended', until('2025-02-28')],
    [
      'with a moment of its own that is out of this world',
      { ...whole, consultedAt: '9999-12-31T23:59:59-12:00' },
    ],
  ])('is one %s', async (_what, body) => {
    expect(await kindOf(200, body)).toBe('open');
  });
});

describe('"no active citizen mandate"', () => {
  it.each([
    ['403 with its type', 403, problem(urn, title)],
    ['403 with its title under another type', 403, problem('about:blank', title)],
    ['403 with its title and no type', 403, { title, status: 403 }],
    ['404 with its type', 404, problem(urn, 'Not Found', 404)],
    ['404 with its title', 404, problem('urn:problem-type:belgif:resourceNotFound', title, 404)],
    ['200 with a status', 200, { ssin: insz, status: 'noActiveCitizenMandate' }],
    ['200 with a state in capitals', 200, { ssin: insz, state: 'NO_ACTIVE_CITIZEN_MANDATE', mandates: [] }],
    ['200 with another name and words', 200, { ssin: insz, mandateStatus: 'No active citizen mandate' }],
    ['200 with hyphens', 200, { ssin: insz, status: 'no-active-citizen-mandate' }],
    ['200 that lists all as missing', 200, { ssin: insz, mandates: [], missingMandates: asked.dataSets }],
  ])('is understood as %s', async (_what, status, body) => {
    expect(await kindOf(status, body)).toBe('noMandate');
  });

  it('is understood where one data set was asked for and that one is missing', async () => {
    const about: Consultation = { ...asked, dataSets: ['studentWorkHours'] };
    expect(
      await kindOf(
        200,
        { ...whole, studentWork: undefined, missingMandates: ['studentWorkHours'] },
        { about },
      ),
    ).toBe('noMandate');
  });

  it.each([
    [
      'the Circle of Trust',
      problem('urn:problem-type:nsso:circleOfTrustNotAccepted', 'Circle Of Trust Not Accepted'),
      'stop circleNotAccepted',
    ],
    [
      'a missing scope',
      problem('urn:problem-type:belgif:missingScope', 'Missing Scope'),
      'token permissionMissing',
    ],
    [
      'a mandate of the employer',
      problem('urn:problem-type:belgif:missingPermission', 'No active mandate'),
      'refused mandateMissing',
    ],
    ['a page', `<html><h1>${title}</h1></html>`, 'unknown unexpectedAnswer'],
    [
      'a sentence that mentions it',
      problem('about:blank', `Whether there is ${title} could not be found out`),
      'unknown unexpectedAnswer',
    ],
    ['a type that goes on', problem(`${urn}:unknown`, 'Unknown'), 'refused mandateMissing'],
  ])('is never taken from a 403 on %s', async (_what, body, kind) => {
    const type = typeof body === 'string' ? 'text/html' : 'application/problem+json';
    expect(await kindOf(403, body, { type })).toBe(kind);
  });

  it.each([
    ['a remark', { remark: 'noActiveCitizenMandate' }],
    ['a sentence', { status: 'OK, unless there is no active citizen mandate' }],
    ['another word', { status: 'noMandate' }],
  ])('is never taken from %s in a 200', async (_what, body) => {
    expect(await kindOf(200, { ssin: insz, mandates: [], ...body })).toBe('unknown unexpectedAnswer');
  });

  it.each([
    [404, problem('urn:problem-type:belgif:resourceNotFound', 'Resource Not Found', 404), 'refused notFound'],
    [500, problem(urn, title, 500), 'unknown outcomeUnknown'],
    [429, problem(urn, title, 429), 'wait tooManyRequests'],
    [401, problem('urn:problem-type:belgif:expiredAccessToken', 'Expired', 401), 'token tokenExpired'],
  ])('is not taken from another %i', async (status, body, kind) => {
    expect(await kindOf(status, body)).toBe(kind);
  });
});

describe('a number', () => {
  const refusal = (issue: object) => ({
    ...problem('urn:problem-type:belgif:badRequest', 'Bad Request', 400),
    issues: [{ in: 'body', name: 'ssin', title: '', ...issue }],
  });
  const cbss = 'urn:problem-type:cbss:input-validation:replacedSsin';

  it('that was replaced comes back as the new one, without an answer', async () => {
    const { outcome } = await consulted(400, refusal({ type: cbss, replacedBy: '01020399744' }));
    expect(outcome).toMatchObject({ kind: 'answer', value: { kind: 'replaced', insz: '01020399744' } });
  });

  it.each([
    ['replaced by none', { type: cbss }, 'numberReplaced'],
    [
      'replaced by one whose check digits are wrong',
      { type: cbss, replacedBy: '01020399745' },
      'numberReplaced',
    ],
    ['canceled', { type: 'urn:problem-type:cbss:input-validation:canceledSsin' }, 'numberCanceled'],
    [
      'of nobody',
      { type: 'urn:problem-type:belgif:input-validation:referencedResourceNotFound' },
      'numberUnknown',
    ],
    [
      'with wrong check digits',
      { type: 'urn:problem-type:belgif-ext:input-validation:invalidStructure' },
      'numberInvalid',
    ],
  ])('that is %s is a refusal that says so', async (_what, issue, reason) => {
    const { outcome } = await consulted(400, refusal(issue));
    expect(outcome).toMatchObject({
      kind: 'refused',
      failure: { code: 'identifierInvalid', traceId: 'trace-1', details: { reason } },
    });
  });

  it('of an employer that is not known is not taken for the person', async () => {
    const type = 'urn:problem-type:belgif:input-validation:referencedResourceNotFound';
    expect(await kindOf(400, refusal({ type, name: 'enterpriseNumber' }))).toBe('refused unexpectedAnswer');
  });
});
