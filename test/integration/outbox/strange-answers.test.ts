// Answers that a service should not give, and a queue over several accounts: nobody's set is replaced by what is known of a
// part of it, no record ends by the word of something on the way, and what is wrong with one account holds back no other.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainingAndOutboxHandlers } from '../../../main/outbox/handlers.ts';
import type { HttpAnswer, HttpOutcome, HttpPort, HttpRequest } from '../../../main/platform/http.ts';
import { secret } from '../../../main/platform/secret.ts';
import { type Failure, fail, ok } from '../../../preload/contract/result.ts';
import { call, must, sound } from '../../support/practice-outbox.ts';
import {
  addEmployer,
  addWorker,
  hetPark,
  type OpenProfile,
  openProfile,
} from '../../support/seed-profile.ts';

type Item = { externalReference: string } & Record<string, unknown>;
/** What the next requests meet instead of the service; undefined lets one through. */
type Script = (request: HttpRequest, put: number) => HttpOutcome | undefined;

let profile: OpenProfile;
let handlers: ReturnType<typeof trainingAndOutboxHandlers>;
let sets: Map<string, Item[]>;
let requests: HttpRequest[];
let script: Script;
let tokenFailure: Failure | null;

const answered = (status: number, json: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)),
});
const results = (items: readonly Item[]) => ({
  items: items.map(({ externalReference }) => ({ externalReference, state: 'accepted', anomalies: [] })),
});
const serve = (request: HttpRequest): HttpAnswer => {
  const items = sets.get(request.url) ?? [];
  if (request.method === 'GET') return answered(200, { items, total: items.length });
  const { trainings } = JSON.parse(String(request.body)) as { trainings: Item[] };
  sets.set(request.url, trainings);
  return answered(200, results(trainings));
};
const http: HttpPort = {
  async fetch(request) {
    requests.push(request);
    const puts = requests.filter(({ method }) => method === 'PUT').length;
    return script(request, puts) ?? serve(request);
  },
  close: async () => undefined,
};

beforeEach(() => {
  profile = openProfile({ http });
  sets = new Map();
  requests = [];
  script = () => undefined;
  tokenFailure = null;
  handlers = trainingAndOutboxHandlers(profile.session, {
    tokens: {
      token: async (accountId) =>
        tokenFailure !== null && accountId !== profile.employerId
          ? { ok: false, failure: tokenFailure }
          : ok({ value: secret(`token-of-${accountId}`) }),
    },
    // Every employer has an account of its own.
    route: (employerId) => ok({ accountId: employerId, scope: null }),
    random: () => 0,
    firstPauseMs: 10,
    concurrency: 1,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
  });
});
afterEach(() => profile.close());

async function queue(workerId: string, title = 'Veilig tillen'): Promise<string> {
  const added = { workerIds: [workerId], year: 2025, fields: sound(title) };
  const { ids } = await must(handlers['training.add'](added, call));
  await must(handlers['training.submit']({ ids }, call));
  return ids[0] ?? '';
}
async function send(): Promise<string | null> {
  const { jobId } = await must(handlers['outbox.send']({ employerId: null, confirmed: true }, call));
  for (;;) {
    const job = profile.session.jobs.list().find((one) => one.id === jobId);
    if (job !== undefined && job.state !== 'running') return job.failure?.code ?? null;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
const stateOf = async (id: string) => (await must(handlers['training.get']({ id }, call))).state;
const urlOf = (insz: string) =>
  `https://127.0.0.1:9/employers/0999999130/employees/${insz}/calendarYears/2025/trainings`;
const puts = () => requests.filter(({ method }) => method === 'PUT');

describe('an answer to a replacing that is none', () => {
  it.each<[string, (items: Item[]) => HttpOutcome]>([
    ['201 with half a body', (items) => answered(201, JSON.stringify(results(items)).slice(0, -9))],
    ['204 without a body', () => answered(204, '')],
    ['202 that promises one', () => answered(202, { status: { state: 'processing' } })],
    ['about others', () => answered(200, results([{ externalReference: 'OTHER' }]))],
    ['about ours and others', (items) => answered(200, results([...items, { externalReference: 'OTHER' }]))],
    ['about ours twice, once refused', (items) => twice(items)],
    ['about nothing', () => answered(200, { items: [] })],
  ])('%s: the service is asked, and nothing is sent twice', async (_what, reply) => {
    const id = await queue(profile.workerIds.marek);
    script = (request, put) => {
      if (request.method !== 'PUT' || put > 1) return undefined;
      const { trainings } = JSON.parse(String(request.body)) as { trainings: Item[] };
      sets.set(request.url, trainings);
      return reply(trainings);
    };
    expect(await send()).toBeNull();
    expect(await stateOf(id)).toBe('accepted');
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
  });
  it('about others, to a withdrawal of the last one: it is withdrawn once the service shows it gone', async () => {
    const id = await queue(profile.workerIds.marek);
    await send();
    await must(handlers['training.remove']({ ids: [id] }, call));
    await must(handlers['training.submit']({ ids: [id] }, call));
    requests = [];
    script = (request, put) =>
      request.method === 'PUT' && put === 1
        ? answered(200, results([{ externalReference: 'OTHER' }]))
        : undefined;
    expect(await send()).toBeNull();
    // The first was answered about others and did nothing: the same left once more.
    expect(puts().map(({ body }) => body)).toEqual(['{"trainings":[]}', '{"trainings":[]}']);
    expect(sets.get(urlOf('90231599722'))).toEqual([]);
  });
});

const twice = (items: readonly Item[]): HttpAnswer => {
  const [first] = results(items).items;
  return answered(200, { items: [{ ...first, state: 'refused' }, first] });
};

describe('a reading that is none', () => {
  const others = (): Item[] => ['A', 'B'].map((name) => ({ externalReference: name, title: name }));
  it.each<[string, HttpOutcome]>([
    ['the first page of more', answered(200, { items: others().slice(0, 1), total: 2 })],
    ['a page with a next one', answered(200, { items: others(), total: 2, next: '/page/2' })],
    ['404 of a gateway', answered(404, { message: 'no Route matched with those values' })],
    ['403 of a proxy', answered(403, '<h1>Blocked</h1>', { 'content-type': 'text/html' })],
    ['a redirect', answered(302, '', { location: 'https://login.example/' })],
  ])('%s: nothing is replaced, and the training waits', async (_what, reply) => {
    const id = await queue(profile.workerIds.marek);
    sets.set(urlOf('90231599722'), others());
    script = (request) => (request.method === 'GET' ? reply : undefined);
    expect(await send()).toBe('serviceUnavailable');
    expect(puts()).toEqual([]);
    expect(await stateOf(id)).toBe('ready');
    script = () => undefined;
    expect(await send()).toBeNull();
    expect(sets.get(urlOf('90231599722'))?.map(({ externalReference }) => externalReference)).toEqual(
      expect.arrayContaining(['A', 'B']),
    );
    expect(await stateOf(id)).toBe('accepted');
  });
  it('a page that forbids does not say that a mandate is missing', async () => {
    const id = await queue(profile.workerIds.marek);
    script = (request, put) =>
      request.method === 'PUT' && put === 1
        ? answered(403, '<h1>Blocked</h1>', { 'content-type': 'text/html' })
        : undefined;
    expect(await send()).toBeNull();
    expect(await stateOf(id)).toBe('accepted');
  });
});

it('a token that ends as it is used twice in a row is renewed twice', async () => {
  const id = await queue(profile.workerIds.marek);
  let refusals = 0;
  script = (request) => {
    if (request.method !== 'PUT' || refusals === 2) return undefined;
    refusals += 1;
    return answered(401, {});
  };
  expect(await send()).toBeNull();
  expect(await stateOf(id)).toBe('accepted');
  expect(puts()).toHaveLength(3);
});

describe('several accounts', () => {
  let theirs: string;
  let ours: string;
  beforeEach(async () => {
    const { db } = profile.session;
    const park = addEmployer(db, { enterpriseNumber: hetPark, name: 'Zalen Het Park' });
    const worker = { insz: '85010100137', familyName: 'Noor', startDate: '2024-01-01' };
    // Queued first: in line, it stands before ours.
    theirs = await queue(addWorker(db, park, worker));
    ours = await queue(profile.workerIds.marek);
  });
  const isTheirs = ({ url }: HttpRequest) => url.includes(hetPark);

  it('one that is asked to wait an hour does not hold back the others', async () => {
    script = (request) => (isTheirs(request) ? answered(429, {}, { 'retry-after': '3600' }) : undefined);
    expect(await send()).toBe('tooManyRequests');
    expect([await stateOf(theirs), await stateOf(ours)]).toEqual(['ready', 'accepted']);
    const { waitUntil } = await must(handlers['outbox.status']({ employerId: null }, call));
    expect(new Date(waitUntil ?? 0).getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });
  it('one that waits a moment lets the others go first, and then has its turn', async () => {
    let refused = false;
    script = (request) => {
      if (refused || !isTheirs(request)) return undefined;
      refused = true;
      return answered(429, {}, { 'retry-after': '1' });
    };
    expect(await send()).toBeNull();
    expect([await stateOf(theirs), await stateOf(ours)]).toEqual(['accepted', 'accepted']);
    expect(puts().map(isTheirs)).toEqual([false, true]);
  });
  it.each(['entryMissing', 'permissionMissing', 'clientRefused'] as const)(
    'one without a token (%s) does not hold back the others, and the run says why',
    async (code) => {
      tokenFailure = fail(code).failure;
      expect(await send()).toBe(code);
      expect([await stateOf(theirs), await stateOf(ours)]).toEqual(['ready', 'accepted']);
    },
  );
  it('a conflict over one worker-year keeps nobody else waiting', async () => {
    let conflicts = 0;
    script = (request) => {
      if (request.method !== 'PUT' || !isTheirs(request) || conflicts === 2) return undefined;
      conflicts += 1;
      return answered(409, { type: 'urn:problem-type:belgif:conflict' });
    };
    expect(await send()).toBeNull();
    expect([await stateOf(theirs), await stateOf(ours)]).toEqual(['accepted', 'accepted']);
  });
});

it('a token service that names a time is not asked before', async () => {
  await queue(profile.workerIds.marek);
  const { db } = profile.session;
  const park = addEmployer(db, { enterpriseNumber: hetPark, name: 'Zalen Het Park' });
  await queue(addWorker(db, park, { insz: '85010100137', familyName: 'Noor', startDate: '2024-01-01' }));
  tokenFailure = fail('serviceUnavailable', {
    retry: 'safe',
    details: { retryAfterSeconds: 3_600 },
  }).failure;
  expect(await send()).toBe('serviceUnavailable');
  const { waitUntil } = await must(handlers['outbox.status']({ employerId: null }, call));
  expect(new Date(waitUntil ?? 0).getTime()).toBeGreaterThan(Date.now() + 3_000_000);
});

it('an item whose answer could not be written down is asked about at the next sending', async () => {
  const id = await queue(profile.workerIds.marek);
  const { db } = profile.session;
  db.exec(
    "CREATE TEMP TRIGGER full BEFORE UPDATE OF state ON outbox_item WHEN NEW.state = 'accepted' BEGIN SELECT RAISE(ABORT, 'full'); END",
  );
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  await send();
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
  expect(await stateOf(id)).toBe('sending');
  db.exec('DROP TRIGGER full');
  expect(await send()).toBeNull();
  expect(await stateOf(id)).toBe('accepted');
  expect(puts()).toHaveLength(1);
});

it('a run that starts while an item is being asked about ends when that is done', async () => {
  const id = await queue(profile.workerIds.marek);
  script = (_request, put) => (put > 0 ? { kind: 'unknown', reason: 'connectionLost' } : undefined);
  await send();
  expect(await stateOf(id)).toBe('unknown');
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const fetch = http.fetch;
  http.fetch = async (request) => {
    await held;
    return fetch(request);
  };
  script = () => undefined;
  await must(handlers['outbox.resolve']({ ids: [] }, call));
  const sending = send();
  // The run looks for something to do, and finds the item held.
  await new Promise(setImmediate);
  release();
  http.fetch = fetch;
  expect(await sending).toBeNull();
  expect(await stateOf(id)).toBe('accepted');
});
