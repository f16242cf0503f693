// What goes wrong between a point and the service: answers lost in every way, a service that is down, a clock that is off.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultHttp } from '../../../main/application/watched-http.ts';
import type { HttpPort } from '../../../main/platform/http.ts';
import { today } from '../presences/site-bench.ts';
import { openPointBench, type PointBench, REGISTER, withWorks } from './point-bench.ts';

let bench: PointBench;
let offline = false;
/** Workers of the site, each used once. */
const workers = ['01020399744', '01020399645', '01010199768', '01010199669', '90231599722', '90431599864'];
/** Numbers that exist nowhere but have the right check digits: the service takes them and remarks on them. */
function* numbers(): Generator<string> {
  yield* workers;
  for (let counter = 101; counter < 900; counter += 2) {
    const base = `800101${counter}`;
    yield base + String(97 - (Number(base) % 97)).padStart(2, '0');
  }
}
const fresh = numbers();
const someone = (): string => fresh.next().value ?? '';
const settled: { registrationId: string; outcome: string }[] = [];

/** Nobody waits five seconds in a test: the same port with less patience. */
const impatient = (port: HttpPort): HttpPort => ({
  ...port,
  fetch: (request) =>
    offline
      ? Promise.resolve({ kind: 'notSent', reason: 'offline' })
      : port.fetch({ ...request, timeoutMs: request.url.includes(REGISTER) ? 1_200 : request.timeoutMs }),
});

beforeAll(async () => {
  bench = await openPointBench({ http: (environment) => impatient(defaultHttp(environment)) });
  bench.app.onEvent((json) => {
    const { name, payload } = JSON.parse(json);
    if (name === 'point.settled') settled.push(payload);
  });
  await withWorks(bench);
  const started = await bench.start();
  if (!started.ok) throw new Error(started.failure.code);
});
afterEach(async () => {
  offline = false;
  await bench.admin('DELETE', '/faults');
  await bench.mustPage('point.check', {});
});
afterAll(() => bench.close());

const recordsOf = async (insz: string) => (await bench.onRecord()).filter((one) => one.insz === insz);

describe('an answer that is lost', () => {
  it.each([
    { kind: 'resetAfterCommit' },
    { kind: 'resetBeforeCommit' },
    { kind: 'halfBody' },
    { kind: 'garbledJson' },
    { kind: 'wrongJson' },
    { kind: 'htmlInsteadOfJson', commit: true },
    { kind: 'htmlInsteadOfJson', commit: false },
    { kind: '500AfterCommit' },
    { kind: '500' },
    { kind: '503AfterCommit' },
    { kind: 'silence', commit: true },
  ])('%j: asked first, and the worker is registered exactly once', async (fault) => {
    await bench.faults({ ...fault, path: REGISTER, count: 1 });
    const insz = someone();
    expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'registered', type: 'IN' });
    expect(await recordsOf(insz)).toHaveLength(1);
  });

  it('twice in a row: still once', async () => {
    await bench.faults(
      { kind: 'resetBeforeCommit', path: REGISTER, count: 1 },
      { kind: 'resetAfterCommit', path: REGISTER, nth: 2 },
    );
    const insz = someone();
    expect(await bench.press(insz, 'OUT')).toMatchObject({ kind: 'registered' });
    expect(await recordsOf(insz)).toHaveLength(1);
  });

  it('of a request that may still arrive: never sent again, looked for, and told once it is found', async () => {
    await bench.faults({ kind: 'silence', commit: false, path: REGISTER, count: 1 });
    const insz = someone();
    const outcome = await bench.press(insz, 'IN');
    expect(outcome.kind).toBe('checking');
    // The same key again asks, and sends nothing.
    expect((await bench.press(insz, 'IN')).kind).toBe('checking');
    expect(await recordsOf(insz)).toEqual([]);
    // It arrives late after all: as if the service had been slow.
    const at = bench.app
      .session()
      ?.db.prepare("SELECT moment FROM point_registration WHERE state = 'open'")
      .pluck()
      .get() as number;
    await late(insz, at);
    await bench.mustPage('point.check', {});
    expect(settled.at(-1)).toMatchObject({ outcome: 'registered' });
    expect(await recordsOf(insz)).toHaveLength(1);
    expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'registered', again: true });
  });

  it('while the service cannot be asked either: the phone way at once, and found when it is back', async () => {
    await bench.faults(
      { kind: 'resetAfterCommit', path: REGISTER, count: 1 },
      { kind: '503', path: 'presenceRegistrations/search' },
    );
    const insz = someone();
    const outcome = await bench.press(insz, 'IN');
    expect(outcome).toMatchObject({ kind: 'noConnection', code: 'serviceUnavailable' });
    expect(outcome.kind === 'noConnection' && outcome.registrationId).not.toBeNull();
    await bench.admin('DELETE', '/faults');
    await bench.mustPage('point.check', {});
    expect(settled.at(-1)).toMatchObject({ outcome: 'registered' });
    expect(await recordsOf(insz)).toHaveLength(1);
  });
});

describe('a request that comes in after its connection broke, as late as it likes', () => {
  const land = async () => (await bench.admin('POST', '/faults/landing')) as { landed: number };
  const acts = (insz: string) =>
    bench.app
      .session()
      ?.db.prepare('SELECT state, code FROM point_registration WHERE insz = ? ORDER BY moment, id')
      .all(insz);

  it('is the same registration: it was sent again under its reference', async () => {
    await bench.faults({ kind: 'resetBeforeCommit', path: REGISTER, count: 1, held: true });
    const insz = someone();
    expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'registered', again: false });
    expect(await land()).toEqual({ landed: 1 });
    expect(await recordsOf(insz)).toHaveLength(1);
  });

  it('after it was given up and the worker registered again: taken back by itself, and told', async () => {
    await bench.faults({ kind: 'silence', path: REGISTER, count: 1, held: true });
    const insz = someone();
    expect((await bench.press(insz, 'IN')).kind).toBe('checking');
    // As after the time in which anything may be on its way.
    bench.app
      .session()
      ?.db.prepare("UPDATE point_registration SET state = 'notRegistered' WHERE insz = ?")
      .run(insz);
    expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'registered', again: false });
    expect(await land()).toEqual({ landed: 1 });
    expect(await recordsOf(insz)).toHaveLength(2);
    // However late it is: what the office looks up shows it.
    await bench.lookUp(today());
    await bench.mustPage('point.check', {});
    expect(acts(insz)).toContainEqual({ state: 'notRegistered', code: 'doubleCancelled' });
    expect(acts(insz)).toContainEqual({ state: 'registered', code: null });
    const { rows } = await bench.must('history.search', { text: '' } as never);
    expect(rows.map(({ kind }) => kind)).toContain('presence.doubleCancelled');
  });
});

/** Puts a registration at the service, as one of ours that was slow. */
async function late(insz: string, moment: number): Promise<void> {
  const session = bench.app.session();
  const { pointRuntime } = await import('../../../main/registration-point/runtime.ts');
  const { openLine } = await import('../../../main/registration-point/line.ts');
  const { registerInBulk } = await import('../../../main/registration-point/register-api.ts');
  if (session === null || session === undefined) throw new Error('closed');
  const line = openLine(session, pointRuntime(session), bench.employerId);
  if (!line.ok) throw new Error(line.failure.code);
  const { enterpriseNumber, baseUrl } = line.value;
  const place = { coordinates: { latitude: 50.8503, longitude: 4.3517 } };
  const reference = '1Y100PARK0001';
  const whose = { insz, reference, enterpriseNumber, place, clientReference: null };
  const one = { ...whose, type: 'IN', moment } as const;
  await line.value.ask(5_000, (call) => registerInBulk(call, baseUrl, [one]));
}

describe('a service that is down', () => {
  it('503: says so, registers nothing, keeps nothing for later, and works again once it is back', async () => {
    await bench.faults({ kind: '503', path: '/presenceRegistration/' });
    const insz = someone();
    expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'noConnection', code: 'serviceUnavailable' });
    expect(await bench.press(someone(), 'IN')).toMatchObject({ kind: 'noConnection', registrationId: null });
    expect((await bench.mustPage('point.state', {})).connection).toMatchObject({
      state: 'down',
      code: 'serviceUnavailable',
    });
    await bench.admin('DELETE', '/faults');
    expect((await bench.mustPage('point.check', {})).connection.state).toBe('up');
    expect(await recordsOf(insz)).toEqual([]);
    expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'registered', again: false });
    expect(await recordsOf(insz)).toHaveLength(1);
  });

  it('429: is left alone for as long as it asks', async () => {
    await bench.faults({ kind: '429', path: REGISTER, retryAfter: 2, count: 1 });
    const insz = someone();
    // The second waits its turn behind the first, and so comes right after it.
    const outcomes = await Promise.all([bench.press(insz, 'IN'), bench.press(insz, 'IN')]);
    const busy = { kind: 'noConnection', code: 'tooManyRequests', registrationId: null };
    expect(outcomes).toMatchObject([busy, busy]);
    expect(await recordsOf(insz)).toEqual([]);
    await expect
      .poll(async () => (await bench.press(insz, 'IN')).kind, { timeout: 10_000 })
      .toBe('registered');
    expect(await recordsOf(insz)).toHaveLength(1);
  });

  it('offline: nothing left, nothing is kept', async () => {
    offline = true;
    const insz = someone();
    expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'noConnection', registrationId: null });
    offline = false;
    await bench.mustPage('point.check', {});
    expect(await recordsOf(insz)).toEqual([]);
  });
});

describe('a service that does not want it', () => {
  it('without a mandate it is a matter for the office', async () => {
    await bench.faults({ kind: '403mandate', path: REGISTER, count: 1 });
    expect(await bench.press(someone(), 'IN')).toEqual({ kind: 'refused', code: 'notAllowed' });
  });
});

describe('a clock that is off', () => {
  it.each([900, -900])(
    'by %i seconds: seen before anything is sent, and over once it is right',
    async (seconds) => {
      await bench.faults({ kind: 'clockSkew', seconds });
      await bench.mustPage('point.check', {});
      expect((await bench.mustPage('point.state', {})).clock.off).toBe(true);
      const insz = someone();
      const outcome = await bench.press(insz, 'IN');
      expect(outcome.kind === 'clockOff' && Math.abs(outcome.seconds - seconds)).toBeLessThan(3);
      expect(await recordsOf(insz)).toEqual([]);
      await bench.admin('DELETE', '/faults');
      expect(await bench.press(insz, 'IN')).toMatchObject({ kind: 'registered' });
      expect(await recordsOf(insz)).toHaveLength(1);
    },
  );

  it('by hours, so that no token is given: told all the same', async () => {
    await bench.faults(
      { kind: 'clockSkew', seconds: 7_200 },
      { kind: 'expireTokens', path: '/health', count: 1 },
    );
    const { clock, connection } = await bench.mustPage('point.check', {});
    expect([clock.off, connection.state]).toEqual([true, 'up']);
    expect(Math.abs((clock.difference ?? 0) - 7_200)).toBeLessThan(3);
    expect((await bench.press(someone(), 'IN')).kind).toBe('clockOff');
  });
});
