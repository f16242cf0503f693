// Routes, mandates and stopping in the whole app, against the real practice service.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callPractice } from '../../../main/settings/practice-api.ts';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

const deBerk = '0999999130';
const klaver = '0999999031';
let bench: AppBench;
let accountId: string;
let employerId: string;
let workerIds: string[];

beforeAll(async () => {
  bench = await openApp();
  ({ accountId } = await connect(bench));
  await bench.must('practice.addSamples', {});
  const { rows } = await bench.must('employer.list', { text: deBerk });
  employerId = rows[0]?.id ?? '';
  const workers = await bench.must('worker.list', { employerId });
  workerIds = workers.rows.map(({ id }) => id);
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

const fla = async () => {
  const { rows } = await bench.must('route.list', { employerId });
  const row = rows.find(({ service }) => service === 'fla');
  if (row === undefined) throw new Error('no row of the training account');
  return row;
};
const rulesNow = async () => (await fla()).findings.map(({ rule }) => rule);
const finished = async (jobId: string): Promise<void> => {
  for (;;) {
    const { jobs } = await bench.must('job.list', {});
    const job = jobs.find(({ id }) => id === jobId);
    if (job !== undefined && job.state !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const submit = async (title: string, worker = 0): Promise<void> => {
  const fields = {
    title,
    startDate: '2025-02-03',
    endDate: '2025-02-03',
    durationMinutes: 228,
  };
  const added = await bench.must('training.add', {
    workerIds: [workerIds[worker] ?? ''],
    year: 2025,
    fields,
  });
  await bench.must('training.submit', { ids: added.ids });
};
const send = async (): Promise<void> => {
  const { jobId } = await bench.must('outbox.send', { employerId });
  await finished(jobId);
};
const states = async () => {
  const { rows } = await bench.must('outbox.list', { employerId });
  return rows.map(({ state, failure }) => `${state} ${failure?.code ?? ''}`.trim());
};

describe('a route', () => {
  it('is the mandatary’s by itself where there is only one account, and warns that no mandate is recorded', async () => {
    expect((await fla()).present).toMatchObject({ kind: 'mandatary', account: { id: accountId } });
    expect(await rulesNow()).toEqual(['MND-NONE']);
    const { rows } = await bench.must('route.table', { attention: true });
    expect(rows.map((row) => row.employerId)).toContain(employerId);
  });

  it('may change on a later day: until then the present one counts', async () => {
    await bench.must('route.set', {
      employerId,
      service: 'fla',
      route: { kind: 'elsewhere' },
      from: '2025-07-01' as never,
    });
    expect(await fla()).toMatchObject({
      present: { kind: 'mandatary', until: '2025-07-01' },
      next: { kind: 'elsewhere', from: '2025-07-01', until: null },
    });
    const { rows } = await bench.must('employer.list', { text: deBerk });
    expect(rows[0]?.route.kind).toBe('mandatary');
    await bench.must('practice.setDate', { date: '2025-07-01' });
    expect(await fla()).toMatchObject({ present: { kind: 'elsewhere' }, past: [{ kind: 'mandatary' }] });
    await bench.must('practice.setDate', { date: '2025-03-01' });
  });

  it('drops the planned change when the present one is chosen again', async () => {
    await bench.must('route.set', { employerId, service: 'fla', route: { kind: 'mandatary', accountId } });
    expect(await fla()).toMatchObject({ present: { kind: 'mandatary', until: null }, next: null, past: [] });
  });

  it('is not rewritten for days on which another counted', async () => {
    const given = {
      employerId,
      service: 'fla',
      route: { kind: 'elsewhere' },
      from: '2025-01-01' as never,
    } as const;
    expect(await bench.call('route.set', given)).toMatchObject({
      failure: { code: 'stateNotAllowed', details: { reason: 'past' } },
    });
  });

  it('does not lead through an account that cannot file this way', async () => {
    const own = { kind: 'own', accountId } as const;
    expect(await bench.call('route.set', { employerId, service: 'fla', route: own })).toMatchObject({
      failure: { code: 'routeMissing' },
    });
  });

  it('is kept for each service apart', async () => {
    await bench.must('route.set', { employerId, service: 'dimona', route: { kind: 'elsewhere' } });
    const { rows } = await bench.must('route.list', { employerId });
    expect(rows.map(({ service, present }) => `${service} ${present?.kind ?? 'none'}`)).toEqual([
      'fla mandatary',
      'checkInAndOutAtWork none',
      'citizenData none',
      'dimona elsewhere',
    ]);
  });
});

describe('a mandate', () => {
  let id: string;
  const current = async () => {
    const { rows } = await bench.must('mandate.list', { employerId });
    const mandate = rows.find((row) => row.id === id);
    if (mandate === undefined) throw new Error('the mandate is gone');
    return mandate;
  };

  it('is as recorded until the service answers', async () => {
    const terms = { employerId, service: 'fla', mandataryNumber: klaver, startQuarter: '2024Q2' } as const;
    ({ id } = await bench.must('mandate.record', { ...terms, endQuarter: null }));
    expect(await current()).toMatchObject({
      mandataryName: 'Sociaal secretariaat Klaver',
      time: 'now',
      lastAnswer: null,
    });
    expect(await rulesNow()).toEqual([]);
    const second = { ...terms, mandataryNumber: '1999999250', startQuarter: '2025Q3', endQuarter: null };
    expect(await bench.call('mandate.record', second)).toMatchObject({
      failure: { code: 'alreadyExists', details: { mandatary: klaver, startQuarter: '2024Q2' } },
    });
  });

  it('is confirmed by an accepted sending', async () => {
    await submit('Veilig werken op hoogte');
    await send();
    expect(await states()).toEqual(['accepted']);
    expect((await current()).lastAnswer).toBe('confirmed');
  });

  it('is refuted by a refusal, which then blocks until a person says that it was put right', async () => {
    const session = bench.app.session();
    if (session === null) throw new Error('no open environment');
    const fault = { method: 'PUT', path: '/REST/sigedis/careerProFla/v1', nth: 1, kind: '403mandate' };
    const set = await callPractice(session, 'admin', 'PUT', '/faults', { faults: [fault] });
    expect(set.ok).toBe(true);
    await submit('Heftruck', 1);
    await send();
    expect((await states())[0]).toBe('refused mandateMissing');
    expect(await current()).toMatchObject({ lastAnswer: 'refuted' });
    expect(await rulesNow()).toEqual(['MND-REFUTED']);
    await callPractice(session, 'admin', 'PUT', '/faults', { faults: [] });
    await submit('Brandblussen', 2);
    await send();
    expect((await states())[0]).toBe('ready mandateMissing');
    const { mandataryNumber, startQuarter, endQuarter, revision } = await current();
    await bench.must('mandate.update', {
      id,
      expectedRevision: revision,
      mandataryNumber,
      startQuarter,
      endQuarter,
    });
    await send();
    expect((await states())[0]).toBe('accepted');
    expect((await current()).lastAnswer).toBe('confirmed');
  });

  it('that ends this quarter warns, and is none on the first day of the next', async () => {
    const { revision } = await current();
    await bench.must('mandate.end', { id, expectedRevision: revision, endQuarter: '2025Q1' });
    await bench.must('practice.setDate', { date: '2025-03-31' });
    expect(await rulesNow()).toEqual(['MND-ENDS']);
    await bench.must('practice.setDate', { date: '2025-04-01' });
    expect(await rulesNow()).toEqual(['MND-NONE']);
    await bench.must('practice.setDate', { date: '2025-03-01' });
  });

  it('comes back when it was removed by mistake', async () => {
    await bench.must('mandate.remove', { id });
    expect(await rulesNow()).toEqual(['MND-NONE']);
    await bench.must('mandate.restore', { id });
    expect(await rulesNow()).toEqual(['MND-ENDS']);
  });
});

describe('stopping', () => {
  it('shows what waits, takes it out of the outbox and keeps it as drafts; the account is never used again', async () => {
    await submit('Eerste hulp', 3);
    const stop = { kind: 'account', accountId } as const;
    // Another employer, of whom nothing but Dimona goes by it: counted once, as the account's own page counts.
    const other = (await bench.must('employer.list', {})).rows.find(({ id }) => id !== employerId);
    const mandatary = { kind: 'mandatary', accountId } as const;
    for (const one of [employerId, other?.id ?? ''])
      await bench.must('route.set', { employerId: one, service: 'dimona', route: mandatary });
    await bench.must('route.set', {
      employerId: other?.id ?? '',
      service: 'fla',
      route: { kind: 'elsewhere' },
    });
    const preview = await bench.must('route.stopPreview', { stop });
    const [account] = (await bench.must('account.list', {})).rows;
    expect(preview.totals.employers).toBe(account?.employers);
    expect(preview).toMatchObject({ atOnce: true, totals: { waiting: 1, neverSent: 1, away: 0 } });
    expect(preview.employers.find((row) => row.employerId === employerId)).toMatchObject({ waiting: 1 });
    const done = await bench.must('route.stop', { stop, waiting: 'keep', confirmed: true });
    expect(done).toMatchObject({ takenOut: 1, dropped: 0 });
    const dimona = (await bench.must('route.list', { employerId })).rows.at(-1);
    expect(dimona).toMatchObject({ service: 'dimona', trouble: 'accountClosed' });
    expect((await bench.must('outbox.status', {})).counts.ready).toBe(0);
    expect((await fla()).trouble).toBe('accountClosed');
    expect((await bench.must('account.list', {})).rows).toEqual([]);
    expect((await bench.must('account.list', { closed: true })).rows).toHaveLength(1);
    expect(await bench.call('doctor.run', { accountId: accountId })).toMatchObject({
      failure: { code: 'accountMissing' },
    });
    const { rows } = await bench.must('history.search', { kinds: ['account.closed', 'route.stopped'] });
    expect(rows.length).toBeGreaterThan(1);
    await bench.must('account.reopen', { id: accountId });
    expect((await fla()).trouble).toBeNull();
    const { stopId } = done;
    expect(await bench.must('route.submitTakenOut', { stopId })).toEqual({ submitted: 1, left: 0 });
    expect((await bench.must('outbox.status', {})).counts.ready).toBe(1);
    expect(await bench.call('route.submitTakenOut', { stopId })).toMatchObject({
      failure: { code: 'notFound' },
    });
  });

  it('submits nothing again that was changed after it came out of the outbox', async () => {
    const stop = { kind: 'account', accountId } as const;
    const { stopId } = await bench.must('route.stop', { stop, waiting: 'keep', confirmed: true });
    const { rows } = await bench.must('training.list', { employerId, year: 2025 });
    const draft = rows.find(({ fields }) => fields.title === 'Eerste hulp');
    await bench.must('training.updateMany', {
      ids: [draft?.id ?? ''],
      fields: { title: 'Eerste hulp, vervolg' },
    });
    await bench.must('account.reopen', { id: accountId });
    expect(await bench.must('route.submitTakenOut', { stopId })).toEqual({ submitted: 0, left: 1 });
  });

  it('drops the drafts that were never sent where a person says so, and gives them back on undo', async () => {
    const before = (await bench.must('training.counts', { employerId, year: 2025 })).drafts;
    const stop = { kind: 'right', accountId, service: 'fla' } as const;
    const done = await bench.must('route.stop', { stop, waiting: 'drop', confirmed: true });
    expect(done.dropped).toBe(before);
    expect(before).toBeGreaterThan(0);
    expect((await fla()).trouble).toBe('right');
    expect((await bench.must('training.counts', { employerId, year: 2025 })).drafts).toBe(0);
    expect(await bench.must('training.undo', {})).toMatchObject({ undone: true });
    expect((await bench.must('training.counts', { employerId, year: 2025 })).drafts).toBe(before);
  });

  it('sends nothing by an account whose right was taken off', async () => {
    await submit('Tillen', 4);
    await send();
    expect((await states())[0]).toBe('ready permissionMissing');
  });
});
