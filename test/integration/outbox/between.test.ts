// What others file between our reading of a worker-year and our replacing it, and answers that are lost on filing and on
// withdrawing: tried on the real practice service, for the employer itself and for its mandatary.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TokenPort } from '../../../main/outbox/connection.ts';
import { differenceOf } from '../../../main/outbox/look-again.ts';
import type { HttpPort } from '../../../main/platform/http.ts';
import { secret } from '../../../main/platform/secret.ts';
import { ok } from '../../../preload/contract/result.ts';
import {
  addOne,
  type Bench,
  call,
  certificate,
  must,
  openBench,
  type Practice,
  sendAll,
  sound,
  startPractice,
  stateOf,
  titlesAt,
} from '../../support/practice-outbox.ts';
import { workers } from '../../support/seed-profile.ts';
import { SECRETARIAT, yearPath } from '../practice/support/client.ts';

let practice: Practice;
let bench: Bench;
let mandatary: TokenPort;
beforeAll(async () => {
  practice = await startPractice();
  const clientId = await practice.register(certificate, SECRETARIAT, 'socialSecretariat');
  mandatary = {
    token: async () => ok({ value: secret(await practice.token(clientId, certificate.keyPem)) }),
  };
});
afterAll(() => practice.close());
beforeEach(async () => {
  await practice.admin('POST', '/reset', { keepAccounts: true });
  await practice.admin('DELETE', '/faults');
  await practice.tokens.token('account', null, { fresh: true });
  bench = openBench(practice);
});
afterEach(() => bench.close());

const foreign = (title: string) => ({
  externalReference: `web-${title}`,
  title,
  type: 'formal',
  status: 'completed',
  startDate: '2025-02-05',
  endDate: '2025-02-05',
  duration: { hours: 2, minutes: 0 },
  countsForTrainingRight: true,
});
const path = `${yearPath(workers.marek)}/trainings`;
const bearer = async (): Promise<string> => {
  const token = await practice.tokens.token('account', null);
  if (!token.ok) throw new Error('no token');
  return token.value.value.reveal();
};
/** Somebody else adds to the set, by the web application or another program. */
async function others(title: string): Promise<void> {
  const now = await practice.fla('GET', path, await bearer());
  const kept = (now.json.items as Record<string, unknown>[]).map(
    ({ trainingId, channel, registrationDate, ...training }) => training,
  );
  const put = await practice.fla('PUT', path, await bearer(), { trainings: [...kept, foreign(title)] });
  expect(put.status).toBe(200);
}

/** Something happens just before, or just after, the first replacing; `marks` false: the service gives no ETag. */
function between(when: 'before' | 'after', act: () => Promise<void>, marks = true): void {
  const real = bench.session.http;
  let once = false;
  const fetch: HttpPort['fetch'] = async (request) => {
    const first = request.method === 'PUT' && !once;
    if (first) once = true;
    if (first && when === 'before') await act();
    const outcome = await real.fetch(request);
    if (first && when === 'after') await act();
    if (marks || outcome.kind !== 'answer') return outcome;
    const { etag, ...headers } = outcome.headers;
    return { ...outcome, headers };
  };
  bench.session.http = { ...real, fetch };
}
const queued = async (title: string): Promise<string> => {
  const id = await addOne(bench, 'marek', sound(title));
  await must(bench.handlers['training.submit']({ ids: [id] }, call));
  return id;
};
const shownItem = async () => {
  const page = { page: 1, pageSize: 10, employerId: null, states: [] };
  const { rows } = await must(bench.handlers['outbox.list'](page, call));
  return must(bench.handlers['outbox.show']({ id: rows[0]?.id ?? '' }, call));
};

describe('what others file between our reading and our replacing', () => {
  it.each(['employer', 'mandatary'] as const)(
    'is not lost to the %s: the replacing is refused, and what is shown now is read and kept',
    async (who) => {
      if (who === 'mandatary') {
        bench.close();
        bench = openBench({ ...practice, tokens: mandatary });
      }
      const id = await queued('Van ons');
      between('before', () => others('Van elders'));
      expect(await sendAll(bench)).toBeNull();
      expect(await titlesAt(practice, 'marek')).toEqual(['Van elders', 'Van ons']);
      expect((await stateOf(bench, id)).state).toBe('accepted');
      expect(await shownItem()).toMatchObject({ kept: ['Van elders'], difference: null });
    },
  );

  it('is told where the service gives no mark of what it showed, as read once more after the answer', async () => {
    await queued('Van ons');
    between('after', () => others('Van elders'), false);
    expect(await sendAll(bench)).toBeNull();
    expect(await titlesAt(practice, 'marek')).toEqual(['Van elders', 'Van ons']);
    const { difference } = await shownItem();
    expect(difference).toEqual({ appeared: ['Van elders'], missing: [], changed: [] });
    const told = bench.session.db.prepare(
      "SELECT count(*) FROM history_event WHERE kind = 'fla.setDiffered'",
    );
    expect(told.pluck().get()).toBe(1);
  });

  it('is kept by the next sending, and no difference is told where there is none', async () => {
    await others('Stond er al');
    await queued('Van ons');
    between('after', async () => undefined, false);
    expect(await sendAll(bench)).toBeNull();
    expect(await shownItem()).toMatchObject({ kept: ['Stond er al'], difference: null });
  });

  it('is told apart: what appeared, what is missing, what reads otherwise', () => {
    const [one, two, three] = [foreign('Een'), foreign('Twee'), foreign('Drie')];
    const changed = { ...two, duration: { hours: 3, minutes: 0 } };
    const refused = new Set([one.externalReference]);
    expect(differenceOf([one, two], [changed, three], new Set())).toEqual({
      appeared: ['Drie'],
      missing: ['Een'],
      changed: ['Twee'],
    });
    expect(differenceOf([one, two], [two], refused)).toBeNull();
  });
});

describe('an answer that is lost', () => {
  const lose = () => practice.admin('PUT', '/faults', { kind: 'resetAfterCommit', method: 'PUT', count: 1 });
  const ledgerPuts = async (): Promise<number> =>
    (await practice.admin('GET', '/ledger')).json.items.filter(
      ({ operation }: { operation: string }) => operation === 'putTrainings',
    ).length;

  it('on filing is resolved by reading back, and nothing is sent twice', async () => {
    const id = await queued('Van ons');
    await lose();
    expect(await sendAll(bench)).toBeNull();
    expect((await stateOf(bench, id)).state).toBe('accepted');
    expect(await ledgerPuts()).toBe(1);
  });

  it('on withdrawing the only training is resolved by reading back an empty set', async () => {
    const id = await queued('Van ons');
    await sendAll(bench);
    await must(bench.handlers['training.remove']({ ids: [id] }, call));
    await must(bench.handlers['training.submit']({ ids: [id] }, call));
    await lose();
    expect(await sendAll(bench)).toBeNull();
    expect(await titlesAt(practice, 'marek')).toEqual([]);
    expect(await ledgerPuts()).toBe(2);
    const { steps } = await must(bench.handlers['outbox.chain']({ trainingId: id }, call));
    expect(steps.map(({ kind, result }) => [kind, result])).toEqual([
      ['filed', 'accepted'],
      ['withdrawn', 'accepted'],
    ]);
  });
});
