// A real channel that takes nothing: main refuses to send without a confirmation for that very sending, whoever asks.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trainingAndOutboxHandlers } from '../../../main/outbox/handlers.ts';
import type { EnvironmentKind } from '../../../main/platform/environment.ts';
import { practiceHttp } from '../../../main/platform/http-undici.ts';
import { ok } from '../../../preload/contract/result.ts';
import {
  addOne,
  type Bench,
  call,
  ended,
  must,
  type Practice,
  sound,
  startPractice,
  stateOf,
  titlesAt,
} from '../../support/practice-outbox.ts';
import { openProfile } from '../../support/seed-profile.ts';

let practice: Practice;
let bench: Bench;
let today = '2025-03-01';
let later = 0;
let reaches = false;

/** The practice service under the name of another environment: open there, whatever the calendar here says. */
function openAs(kind: EnvironmentKind): Bench {
  const environment = practice.service.environments['practice'];
  if (environment === undefined) throw new Error('no practice entry');
  const { caPem } = practice.service;
  const profile = openProfile({
    environment: { ...environment, caPem, practice: null, name: kind, kind },
    http: practiceHttp({ caPem }),
    businessDate: () => today,
  });
  const { clock } = profile.session;
  const moved = { ...clock, now: () => new Date(clock.now().getTime() + later) };
  const session = { ...profile.session, clock: moved };
  const handlers = trainingAndOutboxHandlers(session, {
    tokens: practice.tokens,
    route: () => ok({ accountId: 'account', scope: null }),
    random: () => 0,
    firstPauseMs: 10,
    reachesProduction: () => reaches,
  });
  return { ...profile, session, handlers };
}

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());
beforeEach(async () => {
  await practice.admin('POST', '/reset', { keepAccounts: true });
  await practice.tokens.token('account', null, { fresh: true });
  today = '2025-03-01';
  later = 0;
  reaches = false;
});
afterEach(() => bench.close());

const queued = async (title: string, worker: 'marek' | 'fien' = 'marek'): Promise<string> => {
  const day = today;
  today = '2025-03-01';
  const id = await addOne(bench, worker, sound(title));
  await must(bench.handlers['training.submit']({ ids: [id] }, call));
  today = day;
  return id;
};
const send = (closedConfirmation?: string | null, employerId: string | null = null) =>
  bench.handlers['outbox.send'](
    { employerId, confirmed: true, ...(closedConfirmation === undefined ? {} : { closedConfirmation }) },
    call,
  );
const codeOf = async (result: ReturnType<typeof send>): Promise<string> => {
  const given = await result;
  return given.ok ? 'sent' : given.failure.code;
};
const confirm = async (employerId: string | null = null): Promise<string | null> =>
  (await must(bench.handlers['outbox.confirmClosed']({ employerId, confirmed: true }, call))).confirmation;

describe.each(['production', 'acceptance'] as const)('%s, once the service takes nothing', (kind) => {
  beforeEach(() => {
    bench = openAs(kind);
  });

  it.each([
    ['2025-12-31', 'sent'],
    ['2026-01-01', 'closedNotConfirmed'],
    ['2026-12-31', 'closedNotConfirmed'],
    ['2027-01-01', 'closedNotConfirmed'],
  ])('on %s sending without a confirmation is %s', async (day, expected) => {
    const id = await queued('Veilig werken');
    today = day;
    const sent = await send();
    expect(sent.ok ? 'sent' : sent.failure.code).toBe(expected);
    if (sent.ok) expect(await ended(bench, sent.value.jobId)).toBeNull();
    expect((await stateOf(bench, id)).state).toBe(expected === 'sent' ? 'accepted' : 'ready');
    expect(await titlesAt(practice, 'marek')).toEqual(expected === 'sent' ? ['Veilig werken'] : []);
  });

  it('sends what was confirmed, once, and tells the history', async () => {
    const id = await queued('Veilig werken');
    today = '2026-11-29';
    const confirmation = await confirm();
    const sent = await must(send(confirmation));
    expect(await ended(bench, sent.jobId)).toBeNull();
    expect((await stateOf(bench, id)).state).toBe('accepted');
    const kinds = bench.session.db.prepare('SELECT kind FROM history_event').pluck().all();
    expect(kinds).toContain('outbox.closedConfirmed');
    await queued('EHBO', 'fien');
    expect(await codeOf(send(confirmation))).toBe('closedNotConfirmed');
  });
});

describe('a confirmation', () => {
  beforeEach(() => {
    bench = openAs('production');
    today = '2026-02-01';
  });

  it('is no id that a page makes up', async () => {
    await queued('Veilig werken');
    expect(await codeOf(send('0196f2d4-0000-7000-8000-000000000001'))).toBe('closedNotConfirmed');
    await confirm();
    expect(await codeOf(send('0196f2d4-0000-7000-8000-000000000001'))).toBe('closedNotConfirmed');
    expect(await titlesAt(practice, 'marek')).toEqual([]);
  });

  it('of one employer is none for all, nor the other way round', async () => {
    await queued('Veilig werken');
    expect(await codeOf(send(await confirm(bench.employerId), null))).toBe('closedNotConfirmed');
    expect(await codeOf(send(await confirm(null), bench.employerId))).toBe('closedNotConfirmed');
  });

  it('does not cover what was put in the outbox after it', async () => {
    await queued('Veilig werken');
    const confirmation = await confirm();
    await queued('EHBO', 'fien');
    expect(await codeOf(send(confirmation))).toBe('closedNotConfirmed');
  });

  it('is good for fifteen minutes and not longer', async () => {
    await queued('Veilig werken');
    const late = await confirm();
    later = 15 * 60_000 + 1_000;
    expect(await codeOf(send(late))).toBe('closedNotConfirmed');
    expect(await codeOf(send(await confirm()))).toBe('sent');
  });

  it('is not given where nothing waits', async () => {
    const given = await bench.handlers['outbox.confirmClosed']({ employerId: null, confirmed: true }, call);
    expect(!given.ok && given.failure.code).toBe('nothingToSend');
    expect(await codeOf(send())).toBe('nothingToSend');
  });
});

describe('elsewhere', () => {
  it.each(['practice', 'simulation'] as const)('%s asks for none', async (kind) => {
    bench = openAs(kind);
    await queued('Veilig werken');
    today = '2026-02-01';
    expect(await confirm()).toBeNull();
    expect(await codeOf(send())).toBe('sent');
  });

  it('simulation asks for one where production’s addresses were entered for it', async () => {
    bench = openAs('simulation');
    await queued('Veilig werken');
    today = '2026-02-01';
    reaches = true;
    expect(await codeOf(send())).toBe('closedNotConfirmed');
  });
});
