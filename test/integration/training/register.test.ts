// The register without any network: autosave, conflicts, undo and redo, import, lists and what may not be changed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trainingAndOutboxHandlers } from '../../../main/outbox/handlers.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { emptyTraining } from '../../../preload/rules/training/facts.ts';
import {
  addEmployer,
  addWorker,
  hetPark,
  type OpenProfile,
  openProfile,
  workers,
} from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
const elsewhere = { windowId: 'w2', traceId: 't2' };
let profile: OpenProfile;
let handlers: ReturnType<typeof trainingAndOutboxHandlers>;
beforeEach(() => {
  profile = openProfile();
  handlers = trainingAndOutboxHandlers(profile.session);
});
afterEach(() => profile.close());

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}
const sound = { title: 'Tillen', startDate: '2025-02-03', endDate: '2025-02-03', durationMinutes: 228 };
const add = async (fields: object, who: (keyof typeof workers)[] = ['fien']) =>
  (
    await must(
      handlers['training.add'](
        { workerIds: who.map((name) => profile.workerIds[name]), year: 2025, fields },
        call,
      ),
    )
  ).ids;
const get = (id: string) => must(handlers['training.get']({ id }, call));
const update = async (id: string, fields: object, revision?: number) =>
  handlers['training.update']({ id, expectedRevision: revision ?? (await get(id)).revision, fields }, call);
const filter = {
  employerId: null,
  workerId: null,
  year: null,
  text: '',
  states: [],
  toFix: false,
  startFrom: null,
  startTo: null,
};
const list = (more: Partial<HandlerInput<'training.list'>> = {}) =>
  must(handlers['training.list']({ ...filter, page: 1, pageSize: 100, sort: 'worker', ...more }, call));

describe('a draft', () => {
  it('may lack anything, says what it lacks, and is counted as to fix until it is complete', async () => {
    const [id = ''] = await add({});
    expect((await get(id)).findings.map((one) => one.rule)).toEqual([
      'TRN-TITLE-MISSING',
      'TRN-START-MISSING',
      'TRN-END-MISSING',
      'TRN-DURATION-MISSING',
    ]);
    expect(await must(handlers['training.counts']({ employerId: null, year: 2025 }, call))).toMatchObject({
      all: 1,
      toFix: 1,
      drafts: 1,
    });
    const saved = await must(update(id, sound));
    expect(saved).toMatchObject({ state: 'draft', findings: [], revision: 2 });
    expect(await must(handlers['training.counts']({ employerId: null, year: 2025 }, call))).toMatchObject({
      toFix: 0,
    });
  });

  it('that changed since it was read is not overwritten', async () => {
    const [id = ''] = await add(sound);
    await must(update(id, { title: 'Een' }));
    expect(await update(id, { title: 'Twee' }, 1)).toMatchObject({
      ok: false,
      failure: { code: 'conflict' },
    });
    expect((await get(id)).fields.title).toBe('Een');
  });

  it('is undone and redone step by step, per window', async () => {
    const [id = ''] = await add(sound);
    await must(update(id, { title: 'Een' }));
    await must(update(id, { title: 'Twee' }));
    expect(await must(handlers['training.undo']({}, elsewhere))).toEqual({ undone: false, left: 0 });
    expect(await must(handlers['training.undo']({}, call))).toEqual({ undone: true, left: 2 });
    expect((await get(id)).fields.title).toBe('Een');
    expect(await must(handlers['training.redo']({}, call))).toEqual({ redone: true, left: 0 });
    expect((await get(id)).fields.title).toBe('Twee');
    for (const left of [2, 1, 0])
      expect(await must(handlers['training.undo']({}, call))).toEqual({ undone: true, left });
    expect(await handlers['training.get']({ id }, call)).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    });
    await must(handlers['training.redo']({}, call));
    expect((await get(id)).fields.title).toBe('Tillen');
  });

  it('that was removed comes back by undo; one that was submitted is not undone', async () => {
    const [id = ''] = await add(sound);
    expect(await must(handlers['training.remove']({ ids: [id] }, call))).toEqual({
      removed: 1,
      toWithdraw: 0,
    });
    await must(handlers['training.undo']({}, call));
    expect((await get(id)).state).toBe('draft');
    await must(handlers['training.submit']({ ids: [id] }, call));
    expect(await must(handlers['training.undo']({}, call))).toMatchObject({ undone: false });
    expect((await get(id)).state).toBe('ready');
  });
});

describe('submitting', () => {
  it('refuses what a rule blocks, with the findings, and puts the rest in the outbox', async () => {
    const [good = ''] = await add(sound);
    const [bad = ''] = await add({ ...sound, endDate: '2025-02-02' });
    const answer = await must(handlers['training.submit']({ ids: [good, bad] }, call));
    expect(answer).toMatchObject({
      submitted: 1,
      workerYears: 1,
      refusedCount: 1,
      refused: [{ id: bad, findings: [{ rule: 'F0010-014' }] }],
    });
    expect(await handlers['training.submit']({ ids: [good] }, call)).toMatchObject({
      ok: false,
      failure: { code: 'nothingToSend' },
    });
  });

  it('joins the item of the worker-year that waits already', async () => {
    const [one = ''] = await add(sound);
    await must(handlers['training.submit']({ ids: [one] }, call));
    const [two = ''] = await add({ ...sound, title: 'Nog een' });
    await must(handlers['training.submit']({ ids: [two] }, call));
    const { rows } = await must(
      handlers['outbox.list']({ page: 1, pageSize: 10, employerId: null, states: [] }, call),
    );
    expect(rows).toMatchObject([{ state: 'ready', trainings: 2 }]);
  });
});

describe('an import', () => {
  const importId = '01936d2e-5b1a-7c41-9b0e-3f6b8f0a1c22';
  const row = (line: number, insz: string, fields: object = sound) => ({
    line,
    insz,
    fields: { ...emptyTraining, ...fields },
  });
  it('adds drafts, refuses rows with their line, and adds nothing the second time', async () => {
    const rows = [
      row(2, workers.fien),
      row(3, '01.02.03-996.45'),
      row(4, '01020399646'),
      row(5, '85061599492'),
      row(6, workers.jef, { ...sound, title: '' }),
    ];
    const first = await must(
      handlers['training.importRows']({ employerId: profile.employerId, importId, rows }, call),
    );
    expect(first).toMatchObject({ added: 2, alreadyThere: 0 });
    expect(first.refused.map(({ line, findings }) => [line, findings[0]?.rule])).toEqual([
      [4, 'F0002-004'],
      [5, 'TRN-WORKER-UNKNOWN'],
      [6, 'TRN-TITLE-MISSING'],
    ]);
    const checked = await must(
      handlers['training.validateRows']({ employerId: profile.employerId, rows }, call),
    );
    expect(checked.rows.map(({ findings }) => findings[0]?.rule)).toEqual([
      undefined,
      undefined,
      'F0002-004',
      'TRN-WORKER-UNKNOWN',
      'TRN-TITLE-MISSING',
    ]);
    for (const again of [importId, '01936d2e-5b1a-7c41-9b0e-3f6b8f0a1c23'])
      expect(
        await must(
          handlers['training.importRows']({ employerId: profile.employerId, importId: again, rows }, call),
        ),
      ).toMatchObject({ added: 0, alreadyThere: 2 });
  });
});

describe('the list', () => {
  it('sorts, filters and pages in the database, and never shows another employer', async () => {
    const other = addEmployer(profile.session.db, { enterpriseNumber: hetPark, name: 'Zalen Het Park' });
    const stranger = addWorker(profile.session.db, other, {
      insz: '78031099771',
      familyName: 'Hazelaar',
      startDate: '2020-02-03',
    });
    await must(handlers['training.add']({ workerIds: [stranger], year: 2025, fields: sound }, call));
    await add(sound, ['fien', 'jef', 'rania']);
    await add({ ...sound, title: '100% veilig', startDate: '2025-02-20', endDate: '2025-02-20' }, ['jef']);
    const mine = await list({ employerId: profile.employerId });
    expect(mine).toMatchObject({ total: 4, minutes: 912 });
    expect(mine.rows.map((one) => one.workerName)).toEqual(['fien', 'jef', 'jef', 'rania']);
    expect((await list({ sort: '-start', pageSize: 1 })).rows[0]?.fields.title).toBe('100% veilig');
    expect((await list({ text: '0%' })).total).toBe(1);
    expect((await list({ text: 'til jef' })).total).toBe(1);
    expect((await list({ text: '90.43.15' })).total).toBe(2);
    expect((await list({ page: 2, pageSize: 3, employerId: profile.employerId })).rows).toHaveLength(1);
    expect((await list({ states: ['ready'] })).total).toBe(0);
    expect((await list({ startFrom: '2025-02-10' })).total).toBe(1);
  });

  it('warns of the same training twice and of more than the right', async () => {
    const ids = [
      ...(await add(sound)),
      ...(await add({ ...sound, title: ' tillen ' })),
      ...(await add({ ...sound, startDate: '2025-01-06', endDate: '2025-01-31', durationMinutes: 2_400 })),
    ];
    const { rows } = await must(handlers['training.check']({ ids }, call));
    const found = rows.map(({ findings }) => findings.map((one) => one.rule));
    expect(found).toEqual([['F0013-361', 'F0012-360'], ['F0013-361', 'F0012-360'], ['F0012-360']]);
    expect(
      await must(handlers['training.balance']({ workerId: profile.workerIds.fien, year: 2025 }, call)),
    ).toMatchObject({ rightHundredths: 500, completedMinutes: 2_856, certain: true });
  });
});
