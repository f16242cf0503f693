// Sessions of a training provider where two persons are asked for, and to a channel that takes nothing any more.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnvironmentKind } from '../../../main/platform/environment.ts';
import type { Actor, Session } from '../../../main/platform/session.ts';
import { trainingProviderHandlers } from '../../../main/training-provider/handlers.ts';
import { call, must } from '../../support/practice-outbox.ts';
import {
  bram,
  deBerk,
  hetPark,
  openProvider,
  type ProviderBench,
  person,
  rania,
  soundSession,
} from './provider-bench.ts';

let open: ProviderBench;
let session: Session;
let day: string;
let later: number;
beforeAll(async () => {
  open = await openProvider();
});
afterAll(() => open.close());

/** The real practice service under another name and day: open there, whatever the calendar here says. */
const handlersAs = (kind: EnvironmentKind) => {
  const real = open.bench.app.session();
  if (real === null) throw new Error('nothing is open');
  session = {
    ...real,
    environment: { ...real.environment, kind },
    businessDate: () => day,
    clock: { ...real.clock, now: () => new Date(real.clock.now().getTime() + later) },
  };
  return trainingProviderHandlers(session, false);
};
let handlers: ReturnType<typeof handlersAs>;
beforeEach(() => {
  day = '2025-03-01';
  later = 0;
  handlers = handlersAs('practice');
});

const add = async () =>
  (await open.bench.must('provider.add', { fields: soundSession, people: [person(rania), person(bram)] })).id;
const get = (id: string) => open.bench.must('provider.get', { id });
const codeOf = async (given: Promise<{ ok: boolean; failure?: { code: string } }>): Promise<string> => {
  const result = await given;
  return result.ok ? 'sent' : (result.failure?.code ?? '');
};
const filings = async (): Promise<number> => {
  const { items } = (await open.admin('GET', '/ledger')) as { items: { operation: string }[] };
  return items.filter(({ operation }) => operation === 'putProviderTraining').length;
};

describe('where a second person must approve', () => {
  const lies = { pin: 'kastanje1' };
  const jan = { pin: 'eikenboom' };
  const ids = { lies: '', jan: '' };
  beforeAll(async () => {
    ids.lies = (await open.bench.must('approver.add', { name: 'Lies Verdonck', ...lies })).id;
    ids.jan = (await open.bench.must('approver.add', { name: 'Jan Peeters', ...jan })).id;
    await open.bench.must('outbox.requireApproval', { required: true });
  });
  afterAll(() => open.bench.must('outbox.requireApproval', { required: false }));
  const forward = async (id: string, withdraw = false) => {
    const { revision } = await get(id);
    return open.bench.must('provider.putForward', { id, withdraw, expectedRevision: revision });
  };
  const sign = (id: string, who: 'lies' | 'jan') =>
    open.bench.must('outbox.approve', {
      ids: [id],
      proof: { approverId: ids[who], ...(who === 'lies' ? lies : jan) },
    });

  it('nothing leaves that was not approved, and the approval is of the session as it stood', async () => {
    const id = await add();
    const before = await filings();
    expect(await codeOf(open.bench.call('provider.send', { id }))).toBe('notApproved');
    await forward(id);
    expect(await codeOf(open.bench.call('provider.send', { id }))).toBe('notApproved');
    expect(await sign(id, 'lies')).toMatchObject({ signed: 1 });
    expect(await sign(id, 'jan')).toMatchObject({ approved: 1 });
    // Approved to be sent is not approved to be withdrawn, and a change makes it another session.
    const { revision } = await get(id);
    const fields = { title: 'Iets anders' };
    await open.bench.must('provider.update', { id, expectedRevision: revision, fields });
    expect((await get(id)).approval).toBeNull();
    expect(await codeOf(open.bench.call('provider.send', { id }))).toBe('notApproved');
    expect(await filings()).toBe(before);
    await forward(id);
    await sign(id, 'jan');
    await sign(id, 'lies');
    const sent = await open.bench.must('provider.send', { id });
    expect(sent).toMatchObject({ state: 'accepted', approval: null });
    expect(await codeOf(open.bench.call('provider.withdraw', { id }))).toBe('notApproved');
    const { steps } = await open.bench.must('provider.chain', { id });
    expect(steps.map(({ kind, approvedBy }) => [kind, approvedBy])).toEqual([
      ['filed', 'Jan Peeters, Lies Verdonck'],
    ]);
  });

  it('stands in the one list with worker-years, by kind and by the employer of a participant', async () => {
    const { id } = await open.bench.must('provider.add', { fields: soundSession, people: [person(rania)] });
    await forward(id);
    const list = async (more: { subject?: 'session' | 'workerYear'; employerId?: string }) =>
      (await open.bench.must('outbox.approvals', more)).rows.map((row) => row.id);
    expect(await list({})).toContain(id);
    expect(await list({ subject: 'session' })).toContain(id);
    expect(await list({ subject: 'workerYear' })).not.toContain(id);
    expect(await list({ employerId: await open.employerId(deBerk) })).toContain(id);
    expect(await list({ employerId: await open.employerId(hetPark) })).not.toContain(id);
    const { waitsForApproval } = await open.bench.must('outbox.status', {});
    expect(waitsForApproval).toBeGreaterThan(0);
    const back = { ids: [id], reason: 'Verkeerde dag' };
    expect(await open.bench.must('outbox.refuseApproval', back)).toEqual({ refused: 1 });
    expect(await get(id)).toMatchObject({ state: 'draft', approval: null });
    expect(await open.bench.must('outbox.refuseApproval', back)).toEqual({ refused: 0 });
  });

  it('a page that takes another name approves nothing of what it prepared', async () => {
    const id = await add();
    await open.bench.must('settings.update', { personName: 'Lies Verdonck' });
    await forward(id);
    await open.bench.must('settings.update', { personName: 'Jan Peeters' });
    const { refused } = await open.bench.must('outbox.approve', { ids: [id] });
    expect(refused).toEqual([{ id, reason: 'sameAccount' }]);
    expect(await codeOf(open.bench.call('provider.send', { id }))).toBe('notApproved');
  });

  it('somebody else under another account of the computer approves without a PIN', async () => {
    const id = await add();
    const actor = (name: string, osAccount: string) => (): Actor => ({ kind: 'person', name, osAccount });
    const { revision: expectedRevision } = await get(id);
    session.actor = actor('Lies Verdonck', 'lies');
    await must(handlers['provider.putForward']({ id, withdraw: false, expectedRevision }, call));
    await open.bench.must('settings.update', { personName: 'Jan Peeters' });
    expect(await open.bench.must('outbox.approve', { ids: [id] })).toMatchObject({ approved: 1 });
  });
});

describe('once the channel takes nothing', () => {
  beforeEach(() => {
    handlers = handlersAs('production');
  });
  afterEach(() => {
    handlers = handlersAs('practice');
  });
  const send = (id: string, closedConfirmation: string | null = null) =>
    Promise.resolve(handlers['provider.send']({ id, confirmed: true, closedConfirmation }, call));
  const confirm = async (id: string, withdraw = false) =>
    (await must(handlers['provider.confirmClosed']({ id, withdraw, confirmed: true }, call))).confirmation;

  it('asks for none while the channel is open', async () => {
    day = '2025-12-31';
    const id = await add();
    expect(await confirm(id)).toBeNull();
    expect(await codeOf(send(id))).toBe('sent');
  });

  it('sends what was confirmed, once, and tells the history', async () => {
    const id = await add();
    day = '2026-01-01';
    expect(await codeOf(send(id))).toBe('closedNotConfirmed');
    const confirmation = await confirm(id);
    expect(await codeOf(send(id, confirmation))).toBe('sent');
    expect((await get(id)).state).toBe('accepted');
    const withdraw = { id, confirmed: true, closedConfirmation: confirmation };
    expect(await codeOf(Promise.resolve(handlers['provider.withdraw'](withdraw, call)))).toBe(
      'closedNotConfirmed',
    );
    const kinds = { kinds: ['provider.closedConfirmed'] };
    expect((await open.bench.must('history.search', kinds)).total).toBeGreaterThan(0);
  });

  it('is not confirmed by what was given for another session, act, version or hour', async () => {
    const id = await add();
    const other = await add();
    day = '2026-06-01';
    expect(await codeOf(send(id, session.ids.newId()))).toBe('closedNotConfirmed');
    expect(await codeOf(send(id, await confirm(other)))).toBe('closedNotConfirmed');
    expect(await codeOf(send(id, await confirm(id, true)))).toBe('closedNotConfirmed');
    const old = await confirm(id);
    const { revision } = await get(id);
    await open.bench.must('provider.update', { id, expectedRevision: revision, fields: { title: 'Anders' } });
    expect(await codeOf(send(id, old))).toBe('closedNotConfirmed');
    const late = await confirm(id);
    later = 15 * 60_000 + 1_000;
    expect(await codeOf(send(id, late))).toBe('closedNotConfirmed');
    expect((await get(id)).state).toBe('draft');
  });
});
