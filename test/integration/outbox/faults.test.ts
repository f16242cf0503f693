// Every fault of the practice service ends in a stated state: nothing lost, nothing double, nothing claimed that is not so.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addOne,
  type Bench,
  call,
  must,
  openBench,
  type Practice,
  sendAll,
  sound,
  startPractice,
  stateOf,
  titlesAt,
} from '../../support/practice-outbox.ts';

let practice: Practice;
let bench: Bench;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());
beforeEach(async () => {
  await practice.admin('POST', '/reset', { keepAccounts: true });
  await practice.admin('DELETE', '/faults');
  await practice.tokens.token('account', null, { fresh: true });
  bench = openBench(practice);
});
afterEach(() => bench.close());

const path = '/trainings';
const fault = (kind: string, more: Record<string, unknown> = {}) =>
  practice.admin('PUT', '/faults', { kind, method: 'PUT', path, count: 1, ...more });
const queued = async (title = 'Veilig tillen') => {
  const id = await addOne(bench, 'marek', sound(title));
  await must(bench.handlers['training.submit']({ ids: [id] }, call));
  return id;
};
const item = async () => {
  const input = { page: 1, pageSize: 1, employerId: null, states: [] };
  const [row] = (await must(bench.handlers['outbox.list'](input, call))).rows;
  if (row === undefined) throw new Error('no item');
  return row;
};
const status = () => must(bench.handlers['outbox.status']({ employerId: null }, call));
type Commit = { committed: boolean; bodySha256: string; method: string };
const commits = async (): Promise<Commit[]> => {
  const { json } = await practice.admin('GET', '/ledger');
  return (json.items as Commit[]).filter((one) => one.committed && one.method === 'PUT');
};

describe('a fault that passes', () => {
  it.each([
    ['latency', { ms: 30 }, 1, 1],
    ['429', { retryAfter: 1 }, 2, 1],
    ['429', { retryAfter: 1, retryAfterAs: 'date' }, 2, 1],
    ['503', {}, 2, 1],
    ['503', { retryAfter: 1 }, 2, 1],
    ['409', {}, 2, 1],
    ['500', {}, 2, 1],
    ['resetBeforeCommit', {}, 2, 1],
    ['resetAfterCommit', {}, 1, 1],
    ['halfBody', {}, 1, 1],
    ['htmlInsteadOfJson', { commit: true }, 1, 1],
    ['htmlInsteadOfJson', { commit: false }, 2, 1],
    ['wrongJson', {}, 1, 1],
    ['garbledJson', {}, 1, 1],
    ['otherReferences', {}, 1, 1],
    ['trickle', { ms: 1 }, 1, 1],
    ['silence', { ms: 20 }, 2, 1],
    ['silence', { ms: 20, commit: true }, 1, 1],
    ['500AfterCommit', {}, 1, 1],
    ['503AfterCommit', {}, 1, 1],
  ])('%s %o: accepted after %i requests, committed %i times', async (kind, more, attempts, times) => {
    const id = await queued();
    await fault(kind, more);
    expect(await sendAll(bench)).toBeNull();
    expect((await stateOf(bench, id)).state).toBe('accepted');
    expect(await item()).toMatchObject({ state: 'accepted', attempts, failure: null });
    expect(await commits()).toHaveLength(times);
    expect(await titlesAt(practice, 'marek')).toEqual(['Veilig tillen']);
  });

  it('an expired token is renewed once, and the run goes on', async () => {
    const id = await queued();
    const before = practice.tokensAsked();
    await practice.admin('PUT', '/faults', { kind: 'expireTokens', method: 'GET', path, count: 1 });
    expect(await sendAll(bench)).toBeNull();
    expect((await stateOf(bench, id)).state).toBe('accepted');
    expect(practice.tokensAsked() - before).toBeLessThanOrEqual(2);
  });

  it.each(['429', '503', 'htmlInsteadOfJson', 'resetBeforeCommit', '500'])(
    '%s while reading first is waited out',
    async (kind) => {
      const id = await queued();
      await fault(kind, { method: 'GET', retryAfter: 1 });
      expect(await sendAll(bench)).toBeNull();
      expect((await stateOf(bench, id)).state).toBe('accepted');
      expect((await item()).attempts).toBe(1);
    },
  );
});

describe('a fault that stays', () => {
  it('a lost answer that nobody can ask about leaves the outcome unknown, until it is asked', async () => {
    const id = await queued();
    await practice.admin('PUT', '/faults', {
      faults: [
        { kind: 'resetAfterCommit', method: 'PUT', path, count: 1 },
        { kind: '500', method: 'GET', path, nth: 2, count: 90 },
      ],
    });
    await sendAll(bench);
    expect((await stateOf(bench, id)).state).toBe('unknown');
    expect(await item()).toMatchObject({
      state: 'unknown',
      failure: { code: 'outcomeUnknown', retry: 'unknown' },
    });
    const refusedEdit = await bench.handlers['training.update'](
      { id, expectedRevision: (await stateOf(bench, id)).revision, fields: { title: 'x' } },
      call,
    );
    expect(refusedEdit).toMatchObject({ ok: false, failure: { code: 'stateNotAllowed' } });
    await practice.admin('DELETE', '/faults');
    const { jobId } = await must(bench.handlers['outbox.resolve']({ ids: [] }, call));
    while (bench.session.jobs.list().find((job) => job.id === jobId)?.state === 'running')
      await new Promise((r) => setTimeout(r, 5));
    expect((await stateOf(bench, id)).state).toBe('accepted');
    expect(await commits()).toHaveLength(1);
  });

  it('what somebody else filed after a lost answer is for a person to decide', async () => {
    const id = await queued();
    await practice.admin('PUT', '/faults', {
      faults: [
        { kind: 'resetBeforeCommit', method: 'PUT', path, count: 1 },
        { kind: '500', method: 'GET', path, nth: 2, count: 90 },
      ],
    });
    await sendAll(bench);
    expect((await item()).state).toBe('unknown');
    await practice.admin('DELETE', '/faults');
    const token = await practice.tokens.token('account', null);
    if (!token.ok) throw new Error('no token');
    const other = {
      externalReference: 'WEB-1',
      title: 'Van elders',
      type: 'formal',
      status: 'completed',
      startDate: '2025-02-01',
      endDate: '2025-02-01',
      duration: { hours: 1, minutes: 0 },
      countsForTrainingRight: true,
    };
    await practice.fla(
      'PUT',
      '/employers/0999999130/employees/90231599722/calendarYears/2025/trainings',
      token.value.value.reveal(),
      { trainings: [other] },
    );
    await sendAll(bench);
    const waiting = await item();
    expect(waiting).toMatchObject({ state: 'unknown', needsDecision: true });
    expect((await stateOf(bench, id)).state).toBe('unknown');
    expect(await titlesAt(practice, 'marek')).toEqual(['Van elders']);
    await must(bench.handlers['outbox.decide']({ id: waiting.id, decision: 'takeBack' }, call));
    expect((await stateOf(bench, id)).state).toBe('draft');
    expect((await item()).state).toBe('withdrawn');
  });

  it('no mandate refuses the worker-year with the reason at the training', async () => {
    const id = await queued();
    await fault('403mandate', { method: 'GET' });
    expect(await sendAll(bench)).toBeNull();
    expect(await stateOf(bench, id)).toMatchObject({ state: 'refused', anomalies: [{ code: 'F0003-155' }] });
    expect(await item()).toMatchObject({ state: 'refused', failure: { code: 'mandateMissing' } });
    await must(bench.handlers['training.submit']({ ids: [id] }, call));
    await sendAll(bench);
    expect((await stateOf(bench, id)).state).toBe('accepted');
  });

  it('413 refuses the message', async () => {
    const id = await queued();
    await fault('413');
    await sendAll(bench);
    expect(await stateOf(bench, id)).toMatchObject({
      state: 'refused',
      anomalies: [{ code: 'OUT-MESSAGE-REFUSED' }],
    });
  });

  it('a service that never has room ends the run and keeps the queue', async () => {
    const id = await queued();
    await fault('503', { count: 1_000 });
    expect(await sendAll(bench)).toBe('serviceUnavailable');
    expect((await stateOf(bench, id)).state).toBe('ready');
    expect(await status()).toMatchObject({
      running: false,
      lastFailure: { code: 'serviceUnavailable', retry: 'safe' },
    });
    expect(await commits()).toHaveLength(0);
  });

  it('asked to wait an hour, the run ends and says until when', async () => {
    await queued();
    await fault('429', { retryAfter: 3_600 });
    expect(await sendAll(bench)).toBe('tooManyRequests');
    expect(await item()).toMatchObject({
      state: 'ready',
      failure: { code: 'tooManyRequests' },
      nextAttemptAt: expect.any(String),
    });
    expect((await status()).waitUntil).not.toBeNull();
  });

  it.each([
    ['2026-02-01', 'serviceReadOnly'],
    ['2027-02-01', 'serviceClosed'],
  ])('on %s the run ends with %s and the queue stays', async (date, code) => {
    const id = await queued();
    await practice.admin('PUT', '/clock', { date });
    expect(await sendAll(bench)).toBe(code);
    expect((await stateOf(bench, id)).state).toBe('ready');
    expect(await item()).toMatchObject({ state: 'ready', failure: { code } });
  });

  it('refuses a worker whom the service does not know with the service’s own reason', async () => {
    bench.session.db
      .prepare("UPDATE person_number SET insz = '90231599623' WHERE insz = '90231599722'")
      .run();
    const id = await queued();
    await sendAll(bench);
    expect(await stateOf(bench, id)).toMatchObject({ state: 'refused', anomalies: [{ code: 'F0002-003' }] });
  });

  it('without a network nothing is lost, and the run says so', async () => {
    const alone = await startPractice();
    const away = openBench(alone);
    const { ids } = await must(
      away.handlers['training.add'](
        { workerIds: [away.workerIds.fien], year: 2025, fields: sound('Later') },
        call,
      ),
    );
    await must(away.handlers['training.submit']({ ids }, call));
    await alone.tokens.token('account', null);
    await alone.close();
    expect(await sendAll(away)).toBe('connectionRefused');
    expect((await stateOf(away, ids[0] ?? '')).state).toBe('ready');
    await away.close();
  });
});

describe('the queue', () => {
  it('pauses, refuses to send meanwhile, and goes on when resumed', async () => {
    const id = await queued();
    await must(bench.handlers['outbox.pause']({}, call));
    expect(await bench.handlers['outbox.send']({ employerId: null, confirmed: true }, call)).toMatchObject({
      ok: false,
      failure: { code: 'stateNotAllowed' },
    });
    expect((await status()).paused).toBe(true);
    await must(bench.handlers['outbox.resume']({}, call));
    await sendAll(bench);
    expect((await stateOf(bench, id)).state).toBe('accepted');
  });

  it('takes a second press on send as the first one', async () => {
    const id = await queued('Tweemaal');
    const press = () => bench.handlers['outbox.send']({ employerId: null, confirmed: true }, call);
    const first = await must(press());
    expect(await press()).toEqual({ ok: true, value: first });
    await expect.poll(async () => (await stateOf(bench, id)).state).toBe('accepted');
  });

  it('sends a record edited while it waited only after it was submitted again', async () => {
    const id = await queued('Eerst');
    const { revision } = await stateOf(bench, id);
    await must(
      bench.handlers['training.update']({ id, expectedRevision: revision, fields: { title: 'Later' } }, call),
    );
    expect((await item()).state).toBe('withdrawn');
    expect(await bench.handlers['outbox.send']({ employerId: null, confirmed: true }, call)).toMatchObject({
      ok: false,
      failure: { code: 'nothingToSend' },
    });
    await must(bench.handlers['training.submit']({ ids: [id] }, call));
    await sendAll(bench);
    expect(await titlesAt(practice, 'marek')).toEqual(['Later']);
  });
});
