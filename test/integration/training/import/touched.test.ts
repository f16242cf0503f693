// One row put right is judged with the rows that it touches: the same as if the whole list were judged anew.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inSlices } from '../../../../main/platform/slices.ts';
import { hasProblem } from '../../../../main/training/import/change-rows.ts';
import { gatherFacts } from '../../../../main/training/import/facts-store.ts';
import { judgeList } from '../../../../main/training/import/judge-list.ts';
import { indexOf } from '../../../../main/training/import/kept-indexes.ts';
import { countsOf } from '../../../../main/training/import/list-blocks.ts';
import { allBlocks, blockRows, findList } from '../../../../main/training/import/list-store.ts';
import { rulesOf } from '../../../../main/training/import/run-judge.ts';
import type { CallInput } from '../../../../preload/contract/index.ts';
import { inszOf, listOf, openTrainingLists, type TrainingLists } from '../../../support/training-lists.ts';

let lists: TrainingLists;
beforeAll(async () => {
  lists = await openTrainingLists();
});
afterAll(() => lists.end());

const session = () => {
  const open = lists.app.session();
  if (open === null) throw new Error('no session');
  return open;
};
const listed = (importId: string) => {
  const record = findList(session().db, importId);
  if (record === null) throw new Error('no list');
  return record;
};
/** Three blocks. */
const length = 620;
const standing = (importId: string) => ({
  rows: [0, 1, 2].flatMap((at) => blockRows(session().db, importId, at)),
  counts: listed(importId).counts,
  problems: listed(importId).problems,
});

/** As the worker judges the whole list: the blocks that would differ from what stands there, and the counts. */
async function judgeWhole(importId: string) {
  const { db } = session();
  const record = listed(importId);
  const differing: number[] = [];
  const judged = await judgeList(
    {
      source: { kind: 'blocks', columns: record.columns, blocks: await inSlices(allBlocks(db, importId)) },
      facts: await inSlices(gatherFacts(db, record.employerId)),
      rules: rulesOf(session(), record),
      ...{ fields: null, remembered: [], change: null },
    },
    () => undefined,
    (blocks) => differing.push(...blocks.map(({ at }) => at)),
  );
  if (!judged.ok) throw new Error(judged.failure.code);
  const { summary, workers, employers } = judged.value;
  return { differing, summary, counts: countsOf(summary, workers, employers) };
}

type Cells = { insz: string; title: string; startDate: string; duration: string };
/** Few values, so that rows are alike again and again. */
const cells = (): fc.Arbitrary<Cells> =>
  fc.record({
    insz: fc.constantFrom(...lists.workers.map(({ insz }) => insz), '05011512379', ''),
    title: fc.constantFrom('VCA', ' vca', 'Heftruck', 'EHBO', ''),
    startDate: fc.constantFrom('3/2/2025', '4/2/2025', '31/2/2025'),
    duration: fc.constantFrom('8', '4', '0:60'),
  });
type Put = Omit<CallInput<'trainingImport.fix'>, 'importId'>;
const put = (): fc.Arbitrary<Put> =>
  fc.record({
    number: fc.integer({ min: 1, max: length }),
    values: fc
      .tuple(fc.constantFrom('insz', 'title', 'startDate', 'duration'), cells())
      .map(([field, one]) => [{ field: field as keyof Cells, text: one[field as keyof Cells] }]),
    leftOut: fc.constantFrom(undefined, undefined, undefined, true, false),
  });

it('whatever is put right, and in whatever order', async () => {
  // What stands in the register already, to be told from what is new.
  const known = await lists.stage(
    'eerder.csv',
    listOf([
      ['INSZ', 'Titel', 'Begindatum', 'Duur'],
      [lists.workers[0]?.insz ?? '', 'VCA', '3/2/2025', '8'],
      [lists.workers[1]?.insz ?? '', 'EHBO', '4/2/2025', '2'],
    ]),
  );
  await lists.apply(known);
  const random = fc.sample(cells(), { numRuns: length });
  const lines = random.map((row) => [row.insz, row.title, row.startDate, row.duration]);
  const importId = await lists.stage(
    'lijst.csv',
    listOf([['INSZ', 'Titel', 'Begindatum', 'Duur'], ...lines]),
  );
  const putRight = async (one: Put): Promise<void> => {
    const [problem] = standing(importId).rows[one.number - 1]?.findings ?? [];
    // Else the whole list would be judged anyway.
    expect(indexOf(session(), importId)).not.toBeNull();
    const { alike, row } = await lists.must('trainingImport.fix', {
      ...one,
      importId,
      ...(problem === undefined ? {} : { problem }),
    });
    const same = standing(importId).rows.filter(
      (other) => problem !== undefined && hasProblem(other, problem, false),
    );
    expect(alike).toBe(same.some(({ number }) => number === row.number) ? 0 : same.length);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(put(), { minLength: 1, maxLength: 12 }), async (puts) => {
      for (const one of puts) await putRight(one);
      const whole = await judgeWhole(importId);
      expect(whole.differing).toEqual([]);
      const { counts, problems } = standing(importId);
      expect(counts).toEqual(whole.counts);
      expect(problems).toEqual({ rows: whole.summary.attention, kinds: whole.summary.kinds });
    }),
    { numRuns: 12, interruptAfterTimeLimit: 40_000 },
  );
});

it('after something was registered elsewhere the whole list is judged by what is there now', async () => {
  const stranger = inszOf(50);
  const rows = [
    [stranger, 'Brand', '3/2/2025', '8'],
    [lists.workers[2]?.insz ?? '', 'Brand', '3/2/2025', 'x'],
  ];
  const importId = await lists.stage('nieuw.csv', listOf([['INSZ', 'Titel', 'Begindatum', 'Duur'], ...rows]));
  expect((await lists.rows(importId)).map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  await lists.must('worker.add', {
    ...{ employerId: lists.employers[0]?.id ?? '', insz: stranger, familyName: 'Nieuw', givenName: 'N' },
    startDate: '2020-01-01',
  });
  const values = [{ field: 'duration' as const, text: '8' }];
  const { counts } = await lists.must('trainingImport.fix', { importId, number: 2, values });
  expect(counts).toMatchObject({ create: 2, refused: 0, workers: 2 });
});
