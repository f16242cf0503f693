// Many open requests are followed by few calls, and what each of them became is found; somebody else's approval opens nothing.
import { afterEach, expect, it, vi } from 'vitest';
import { accessesOf } from '../../../main/applicants/access-store.ts';
import type { ApplicantLine, Side } from '../../../main/applicants/applicant-line.ts';
import { createRequest } from '../../../main/applicants/citizen-mandate-api.ts';
import { openRows } from '../../../main/applicants/follow-store.ts';
import { beginLook } from '../../../main/applicants/look.ts';
import { lookAtRequests } from '../../../main/applicants/look-at-requests.ts';
import { joined } from '../../../main/applicants/refresh.ts';
import {
  changeRequest,
  findRequest,
  insertRequest,
  otherCitizen,
} from '../../../main/applicants/request-store.ts';
import { transaction } from '../../../main/platform/database.ts';
import type { HttpPort, HttpRequest } from '../../../main/platform/http.ts';
import { secret } from '../../../main/platform/secret.ts';
import { deBerk, type OpenProfile, openProfile, workers } from '../../support/seed-profile.ts';

let profile: OpenProfile;
afterEach(() => profile.close());

type State = 'open' | 'approved' | 'refused' | 'expired';
const stranger = '06071599223';
const expiresAt = '2025-03-01T23:59:59+01:00';

/**
 * Requests by the service's number; `by`: who approved, where it was approved. `odd`: what the service writes in place of what it should.
 */
function service(
  states: Map<string, { state: State; by?: string }>,
  odd: { request?: object; mandate?: object } = {},
) {
  const calls: string[] = [];
  const shown = (requestId: string) => ({
    requestId,
    self: '',
    state: states.get(requestId)?.state,
    expiresAt,
    ...odd.request,
  });
  const given = (requestId: string) => ({
    ...{
      requestId,
      mandateId: `m-${requestId}`,
      ssin: states.get(requestId)?.by,
      dataSet: 'studentWorkHours',
    },
    ...{ state: 'active', period: { startDate: '2025-03-01', endDate: '2025-05-31' } },
    ...odd.mandate,
  });
  const answer = ({ url, body }: HttpRequest): unknown => {
    const path = url.replace('https://service', '');
    calls.push(path);
    const one = /^\/mandateRequests\/([^/]+)$/.exec(path)?.[1] ?? '';
    if (states.has(one)) return shown(one);
    const asked = JSON.parse(String(body)) as { states?: State[]; requestId?: string; page: number };
    const wanted = [...states.keys()].filter((id) =>
      path === '/mandates/search'
        ? states.get(id)?.by !== undefined && (asked.requestId ?? id) === id
        : asked.states?.includes(states.get(id)?.state ?? 'open'),
    );
    const from = (asked.page - 1) * 100;
    const draw: (id: string) => object = path === '/mandates/search' ? given : shown;
    const page = wanted.slice(from, from + 100).map(draw);
    return { items: page, page: asked.page, pageSize: 100, total: wanted.length };
  };
  const http: HttpPort = {
    fetch: async (request) => ({
      ...{ kind: 'answer', status: 200, headers: { 'content-type': 'application/json' } },
      body: new TextEncoder().encode(JSON.stringify(answer(request))),
    }),
    close: async () => undefined,
  };
  const side: Side = {
    baseUrl: 'https://service',
    ask: (act) => act({ http, token: secret('t'), now: new Date(), traceId: 't' }),
  };
  return { calls, side };
}

function ask(insz: string | null, serviceId: string): string {
  const { session, employerId } = profile;
  const id = session.ids.newId();
  transaction(session.db, () => {
    insertRequest(session.db, {
      ...{
        id,
        employer_id: employerId,
        enterprise_number: deBerk,
        mandatary_number: null,
        asked_as: 'employer',
      },
      ...{
        client_reference: id,
        dataSets: ['studentWorkHours'],
        language: 'nl',
        label: 'toog',
        insz,
        name: null,
      },
      ...{ asked_by: 'Test', asked_at: '2025-03-01T09:00:00.000Z' },
    });
    changeRequest(session.db, id, { state: 'open', service_id: serviceId });
  });
  return id;
}

async function look(side: Side): Promise<void> {
  const { session, employerId } = profile;
  const parties = { enterpriseNumber: deBerk, mandataryNumber: null };
  const line: ApplicantLine = { employerId, ...parties, mandates: side, data: side };
  const { signal } = new AbortController();
  await lookAtRequests(
    beginLook(session, line, parties, signal, async () => true),
    openRows(session.db),
  );
}
const numbered = (n: number): string => `request-${String(n).padStart(4, '0')}`;

it('five hundred open requests cost five calls, and ten that are over two more', async () => {
  profile = openProfile();
  const states = new Map<string, { state: State; by?: string }>();
  const ids = Array.from({ length: 500 }, (_, n) => {
    states.set(numbered(n), { state: 'open' });
    return ask(null, numbered(n));
  });
  const { calls, side } = service(states);
  await look(side);
  expect(calls).toHaveLength(5);
  for (let n = 0; n < 10; n += 1)
    states.set(
      numbered(n),
      n < 6 ? { state: 'approved', by: stranger } : { state: n < 9 ? 'refused' : 'expired' },
    );
  calls.length = 0;
  await look(side);
  expect(calls).toHaveLength(7);
  const stateOf = (n: number) => findRequest(profile.session.db, ids[n] ?? '')?.state;
  expect([0, 5, 6, 8, 9, 10].map(stateOf)).toEqual([
    ...['approved', 'approved', 'refused', 'refused', 'expired', 'open'],
  ]);
});

it('an approval by another citizen than was asked is told, and whose number it is is not kept', async () => {
  profile = openProfile();
  const states = new Map<string, { state: State; by?: string }>([
    [numbered(1), { state: 'approved', by: stranger }],
    [numbered(2), { state: 'approved', by: workers.fien }],
  ]);
  const [other, own] = [ask(workers.rania, numbered(1)), ask(workers.fien, numbered(2))];
  await look(service(states).side);
  const { db } = profile.session;
  expect(findRequest(db, other)).toMatchObject({
    insz: workers.rania,
    approved_by: otherCitizen,
    name: null,
  });
  expect(findRequest(db, own)).toMatchObject({ state: 'approved', approved_by: workers.fien });
  expect(accessesOf(db, [own])).toMatchObject([{ state: 'active', end_date: '2025-05-31' }]);
});

it('a refused request keeps nobody, and the count goes up by one however often it is seen', async () => {
  profile = openProfile();
  const states = new Map<string, { state: State }>([[numbered(1), { state: 'refused' }]]);
  const id = ask(workers.rania, numbered(1));
  const { side } = service(states);
  await look(side);
  await look(side);
  const { db } = profile.session;
  expect(findRequest(db, id)).toMatchObject({ state: 'refused', board: 'refused', insz: null, label: '' });
  expect(db.prepare('SELECT sum(refusals) AS n FROM applicant_refusals').get()).toEqual({ n: 1 });
});

it.each([
  ['number', { requestId: numbered(9) }],
  ['address', { requestId: undefined, self: `https://service/mandateRequests/${numbered(9)}` }],
  ['reference', { requestId: undefined, clientReference: 'of-somebody' }],
])('an answer with the %s of another request settles nothing', async (_what, request) => {
  profile = openProfile();
  const states = new Map<string, { state: State }>([[numbered(1), { state: 'refused' }]]);
  const id = ask(workers.rania, numbered(1));
  await look(service(states, { request }).side);
  expect(findRequest(profile.session.db, id)).toMatchObject({ state: 'open', insz: workers.rania });
});

it('a list that shows our reference under another number settles nothing', async () => {
  profile = openProfile();
  // Of a state that no list shows, and that cannot be read either.
  const states = new Map<string, { state: State }>();
  const ids = [1, 2, 3].map((n) => {
    states.set(numbered(n), { state: 'lost' as State });
    return ask(null, numbered(n));
  });
  states.set(numbered(9), { state: 'refused' });
  await look(service(states, { request: { clientReference: ids[0] } }).side);
  expect(ids.map((id) => findRequest(profile.session.db, id)?.state)).toEqual(['open', 'open', 'open']);
});

it.each([
  ['names another request, although ours lists it', { requestId: numbered(9) }],
  ['is of another employer', { enterpriseNumber: '0999999031' }],
  ['lasts for years', { period: { startDate: '2025-03-01', endDate: '2035-05-31' } }],
  ['ends before it begins', { period: { startDate: '2025-03-01', endDate: '2025-02-01' } }],
  ['opens data that do not exist', { dataSet: 'salary' }],
])('a mandate that %s opens nothing', async (_what, mandate) => {
  profile = openProfile();
  const states = new Map<string, { state: State; by?: string }>([
    [numbered(1), { state: 'approved', by: stranger }],
  ]);
  const id = ask(null, numbered(1));
  const request = { mandates: [{ mandateId: `m-${numbered(1)}` }] };
  await look(service(states, { request, mandate }).side);
  const { db } = profile.session;
  expect(accessesOf(db, [id])).toEqual([]);
  expect(findRequest(db, id)).toMatchObject({ state: 'approved', approved_by: null });
});

it('a mandate that does not say to which request it belongs is ours where ours lists it', async () => {
  profile = openProfile();
  const states = new Map<string, { state: State; by?: string }>([
    [numbered(1), { state: 'approved', by: stranger }],
  ]);
  const id = ask(null, numbered(1));
  const request = { mandates: [{ mandateId: `m-${numbered(1)}` }, { mandateId: '../..' }] };
  await look(service(states, { request, mandate: { requestId: undefined } }).side);
  expect(accessesOf(profile.session.db, [id])).toMatchObject([{ state: 'active' }]);
});

it.each([
  ['9999-12-31T23:59:59-12:00', null],
  ['9999-12-30T23:59:59Z', '2025-03-01T22:59:59.000Z'],
  ['1999-01-01T00:00:00Z', '2025-03-01T22:59:59.000Z'],
  ['2025-03-02T12:00:00Z', '2025-03-02T12:00:00.000Z'],
])('an end of a request at %s is kept as %s', async (said, kept) => {
  profile = openProfile();
  const states = new Map<string, { state: State }>([[numbered(1), { state: 'open' }]]);
  const id = ask(null, numbered(1));
  await look(service(states, { request: { expiresAt: said } }).side);
  expect(findRequest(profile.session.db, id)?.expires_at).toBe(kept);
});

it('what was made otherwise than it was asked for is unknown until it is found again', async () => {
  profile = openProfile();
  const { side } = service(new Map([[numbered(1), { state: 'open' as State }]]));
  const asked = {
    ...{ enterpriseNumber: deBerk, mandataryNumber: null, dataSets: ['studentWorkHours'] as const },
    ...{ insz: workers.rania, language: 'nl' as const, clientReference: 'ours' },
  };
  const other = { requestId: numbered(1), state: 'open', ssin: workers.fien };
  const http: HttpPort = {
    fetch: async () => ({
      ...{ kind: 'answer', status: 201, headers: { 'content-type': 'application/json' } },
      body: new TextEncoder().encode(JSON.stringify(other)),
    }),
    close: async () => undefined,
  };
  const outcome = await side.ask((call) => createRequest({ ...call, http }, 'https://service', asked));
  expect(outcome).toMatchObject({ kind: 'unknown', failure: { code: 'unexpectedAnswer' } });
});

it('however often a person asks to look now, one look leaves, and the next one a second later', async () => {
  profile = openProfile();
  const { session, employerId } = profile;
  let looks = 0;
  const look = async () => {
    looks += 1;
    return null;
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    const all = Array.from({ length: 40 }, () => joined(session, employerId, look));
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all(all);
    expect(looks).toBe(1);
    const next = joined(session, employerId, look);
    await vi.advanceTimersByTimeAsync(900);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(101);
    await next;
    expect(looks).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});
