// Two hundred rows of a spreadsheet into the register: good ones and incomplete ones as drafts, in one step of undo; what
// cannot be read or belongs to nobody stays out.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { trainingAndOutboxHandlers } from '../../../main/outbox/handlers.ts';
import { judge, trainingPasteHandlers } from '../../../main/training/paste/pasted-trainings.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { readPastedTrainings } from '../../../preload/rules/training/read-pasted.ts';
import { type OpenProfile, openProfile, workers } from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
let profile: OpenProfile;
let paste: ReturnType<typeof trainingPasteHandlers>;
let register: ReturnType<typeof trainingAndOutboxHandlers>;
beforeEach(() => {
  profile = openProfile({ businessDate: () => '2025-06-12' });
  paste = trainingPasteHandlers(profile.session);
  register = trainingAndOutboxHandlers(profile.session, { reachesProduction: () => false });
});
afterEach(() => profile.close());

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}
const numbers = Object.values(workers);
const row = (at: number): string[] => [
  numbers[at % numbers.length] ?? '',
  `Opleiding ${at}`,
  `${1 + (at % 28)}/5/2025`,
  '',
  '3:48',
];
/** 200 rows: row 10 lacks its title, row 20 has no day that exists, row 30 is of a stranger, row 40 comes twice. */
function rows(): string {
  const list = Array.from({ length: 200 }, (_, at) => row(at));
  const change = (at: number, cell: number, text: string): void => {
    const cells = list[at];
    if (cells !== undefined) cells[cell] = text;
  };
  change(10, 1, '');
  change(20, 2, '31/2/2025');
  change(30, 0, '04452099792');
  list[41] = [...(list[40] ?? [])];
  return [['INSZ', 'Titel', 'Begindatum', 'Einddatum', 'Duur'], ...list]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}
const input = () => ({ employerId: profile.employerId, text: rows() });
const counts = () => must(register['training.counts']({ employerId: null, year: 2025 }, call));

it('two hundred rows are read, judged and named before anything is added', async () => {
  const list = await must(paste['trainingPaste.read'](input(), call));
  expect(list.columns).toEqual(['insz', 'title', 'startDate', 'endDate', 'duration']);
  const states = (wanted: string) =>
    list.rows.filter(({ state }) => state === wanted).map(({ line }) => line - 2);
  expect(list.rows).toHaveLength(200);
  expect(states('toFix')).toEqual([10]);
  expect(states('bad')).toEqual([20, 30]);
  expect(states('there')).toEqual([41]);
  expect(list.rows[0]).toMatchObject({
    workerName: 'fien',
    title: 'Opleiding 0',
    durationMinutes: 228,
    findings: [],
  });
  expect(list.rows[30]?.findings.map(({ rule }) => rule)).toContain('TRN-WORKER-UNKNOWN');
  expect((await counts()).all).toBe(0);
});

it('they are added as drafts, taken back in one step of undo and brought back in one of redo', async () => {
  expect(await must(paste['trainingPaste.add'](input(), call))).toEqual({
    added: 197,
    toFix: 1,
    refused: 2,
    alreadyThere: 1,
  });
  expect(await counts()).toMatchObject({ all: 197, drafts: 197, toFix: 1 });
  await must(register['training.undo']({}, call));
  expect((await counts()).all).toBe(0);
  await must(register['training.redo']({}, call));
  expect((await counts()).all).toBe(197);
});

it('pasted again they add nothing', async () => {
  await must(paste['trainingPaste.add'](input(), call));
  expect(await paste['trainingPaste.add'](input(), call)).toMatchObject({
    failure: { code: 'nothingToSend' },
  });
  expect((await counts()).all).toBe(197);
});

it('an employer that is not there takes nothing', async () => {
  const strange = { ...input(), employerId: profile.workerIds.fien };
  expect(await paste['trainingPaste.add'](strange, call)).toMatchObject({ failure: { code: 'notFound' } });
});

it('they are judged row by row, with a place to pause after each', () => {
  const list = readPastedTrainings(rows(), 500).rows;
  const steps = judge(profile.session, profile.employerId, list);
  let pauses = 0;
  while (steps.next().done !== true) pauses += 1;
  expect(pauses).toBe(200);
});

it('who writes while they are being added finds all of them there, and undoes what was written last', async () => {
  const adding = paste['trainingPaste.add'](input(), call);
  const own = register['training.add'](
    { workerIds: [profile.workerIds.fien], year: 2025, fields: { title: 'Tussendoor' } },
    { windowId: 'w2', traceId: 't2' },
  );
  expect([await adding, await own]).toMatchObject([{ ok: true }, { ok: true }]);
  expect((await counts()).all).toBe(198);
  await must(register['training.undo']({}, call));
  expect((await counts()).all).toBe(1);
});
