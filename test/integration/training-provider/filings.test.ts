// What a training provider filed for the workers of a client: fetched, adopted, rejected, and kept by our own sending.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filing } from '../../../preload/contract/training-provider.ts';
import {
  daan,
  deBerk,
  openProvider,
  type ProviderBench,
  person,
  rania,
  soundSession,
} from './provider-bench.ts';

let open: ProviderBench;
let employerId: string;
beforeAll(async () => {
  open = await openProvider();
  employerId = await open.employerId(deBerk);
});
afterAll(() => open.close());

const file = async (title: string, insz: string): Promise<string> => {
  const { id } = await open.bench.must('provider.add', {
    fields: { ...soundSession, title },
    people: [person(insz, { certificateObtained: true, certificateName: 'Attest' })],
  });
  expect((await open.bench.must('provider.send', { id })).state).toBe('accepted');
  return id;
};
const fetch = () => open.bench.must('providerFiling.fetch', { employerId, year: 2025 });
const list = async (): Promise<Filing[]> =>
  (await open.bench.must('providerFiling.list', { employerId, year: 2025 })).rows;
const one = async (title: string): Promise<Filing> => {
  const found = (await list()).find(({ fields }) => fields.title === title);
  if (found === undefined) throw new Error(`no filing ${title}`);
  return found;
};
const trainings = async (workerId: string) =>
  (await open.bench.must('training.list', { employerId, workerId, year: 2025 })).rows;

async function sendOwn(workerId: string, title: string): Promise<void> {
  const { ids } = await open.bench.must('training.add', {
    workerIds: [workerId],
    year: 2025,
    fields: { title, startDate: '2025-02-20', endDate: '2025-02-20', durationMinutes: 120 },
  });
  await open.bench.must('training.submit', { ids });
  const { jobId } = await open.bench.must('outbox.send', { employerId });
  for (;;) {
    const { jobs } = await open.bench.must('job.list', {});
    if (jobs.find(({ id }) => id === jobId)?.state !== 'running') break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect((await trainings(workerId)).map(({ state }) => state)).not.toContain('ready');
}

describe('what providers filed for our workers', () => {
  it('is fetched by the route of the employer, and again without being counted twice', async () => {
    await file('Eerste hulp', rania);
    expect(await fetch()).toEqual({ found: 1, added: 1, changed: 0, gone: 0 });
    expect(await fetch()).toEqual({ found: 1, added: 0, changed: 0, gone: 0 });
    expect(await one('Eerste hulp')).toMatchObject({
      insz: rania,
      decision: 'open',
      providerName: 'Loodgieterij Wilgenhof',
      fields: { durationMinutes: 456, certificateObtained: true, providerKind: 'external' },
    });
  });

  it('survives our own sending for the worker while nobody has decided on it', async () => {
    const { workerId } = await one('Eerste hulp');
    await sendOwn(workerId ?? '', 'Ons eigen onthaal');
    expect(await fetch()).toMatchObject({ found: 1, gone: 0 });
    const { rows } = await open.bench.must('outbox.list', { employerId });
    const shown = await open.bench.must('outbox.show', { id: rows[0]?.id ?? '' });
    expect(shown.kept).toContain('Eerste hulp');
  });

  it('is adopted as accepted, rides along with our next sending and is not filed twice', async () => {
    const filing = await one('Eerste hulp');
    expect(await open.bench.must('providerFiling.adopt', { ids: [filing.id] })).toEqual({
      done: 1,
      refused: 0,
    });
    const adopted = (await trainings(filing.workerId ?? '')).find(
      ({ fields }) => fields.title === 'Eerste hulp',
    );
    expect(adopted).toMatchObject({
      state: 'accepted',
      fields: { providerEnterpriseNumber: filing.providerNumber },
    });
    await sendOwn(filing.workerId ?? '', 'Nog een van ons');
    expect((await trainings(filing.workerId ?? '')).map(({ state }) => state)).toEqual(
      expect.arrayContaining(['accepted']),
    );
    expect(await fetch()).toMatchObject({ found: 1, changed: 0, gone: 0 });
    const { rows } = await open.bench.must('outbox.list', { employerId });
    const { kept, results } = await open.bench.must('outbox.show', { id: rows[0]?.id ?? '' });
    expect(kept).not.toContain('Eerste hulp');
    expect(results.map(({ title }) => title)).toContain('Eerste hulp');
  });

  it('joins what already waits in the outbox, so that the waiting set does not drop it', async () => {
    await file('Heftruck', daan);
    await fetch();
    const filing = await one('Heftruck');
    const workerId = filing.workerId ?? '';
    const { ids } = await open.bench.must('training.add', {
      workerIds: [workerId],
      year: 2025,
      fields: { title: 'Wacht al', startDate: '2025-02-20', endDate: '2025-02-20', durationMinutes: 60 },
    });
    await open.bench.must('training.submit', { ids });
    await open.bench.must('providerFiling.adopt', { ids: [filing.id] });
    const { jobId } = await open.bench.must('outbox.send', { employerId });
    for (;;) {
      const { jobs } = await open.bench.must('job.list', {});
      if (jobs.find(({ id }) => id === jobId)?.state !== 'running') break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const after = await trainings(workerId);
    expect(after.map(({ fields, state }) => [fields.title, state]).toSorted()).toEqual([
      ['Heftruck', 'accepted'],
      ['Wacht al', 'accepted'],
    ]);
  });

  it('shows a correction of the provider after it was adopted, and takes it over when asked', async () => {
    const session = await file('Ladders', daan);
    await fetch();
    const filing = await one('Ladders');
    await open.bench.must('providerFiling.adopt', { ids: [filing.id] });
    const { revision } = await open.bench.must('provider.get', { id: session });
    const fields = { title: 'Ladders en steigers' };
    await open.bench.must('provider.update', { id: session, expectedRevision: revision, fields });
    await open.bench.must('provider.send', { id: session });
    expect(await fetch()).toMatchObject({ changed: 1 });
    const changed = await one('Ladders en steigers');
    expect(changed).toMatchObject({ id: filing.id, decision: 'adopted', changedSince: true });
    await open.bench.must('providerFiling.adopt', { ids: [changed.id] });
    const titles = (await trainings(filing.workerId ?? '')).map((row) => row.fields.title);
    expect(titles).toContain('Ladders en steigers');
    expect(titles).not.toContain('Ladders');
    const { trainingId } = await one('Ladders en steigers');
    const { steps } = await open.bench.must('outbox.chain', { trainingId: trainingId ?? '' });
    expect(steps.map(({ kind, itemId, changed }) => [kind, itemId, changed])).toEqual([
      ['adopted', null, []],
      ['adopted', null, [{ field: 'title', before: 'Ladders', after: 'Ladders en steigers' }]],
    ]);
  });

  it('is rejected with a reason that is kept, and marked as gone when the provider withdraws it', async () => {
    const session = await file('Nooit gevolgd', rania);
    await fetch();
    const filing = await one('Nooit gevolgd');
    const reject = { ids: [filing.id], reason: 'Was die dag ziek' };
    expect(await open.bench.must('providerFiling.reject', reject)).toEqual({ done: 1, refused: 0 });
    expect(await one('Nooit gevolgd')).toMatchObject({
      decision: 'rejected',
      reason: 'Was die dag ziek',
      gone: false,
    });
    await open.bench.must('provider.withdraw', { id: session });
    expect(await fetch()).toMatchObject({ gone: 1 });
    expect(await one('Nooit gevolgd')).toMatchObject({ gone: true, decision: 'rejected' });
    expect(await open.bench.must('providerFiling.adopt', { ids: [filing.id] })).toEqual({
      done: 0,
      refused: 1,
    });
  });

  it('names trainings of ours on the same days', async () => {
    await file('Samenvallend', rania);
    await fetch();
    const { workerId } = await one('Samenvallend');
    await open.bench.must('training.add', {
      workerIds: [workerId ?? ''],
      year: 2025,
      fields: {
        title: 'Zelf ingevoerd',
        startDate: '2025-02-11',
        endDate: '2025-02-12',
        durationMinutes: 60,
      },
    });
    expect((await one('Samenvallend')).alike.map(({ title }) => title)).toContain('Zelf ingevoerd');
  });
});
