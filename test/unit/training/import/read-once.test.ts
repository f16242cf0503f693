// A training that stands in many rows is read once: never may one row be taken for another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, placesOf, type Rules, rowJudge } from '../../../../main/training/import/judge-row.ts';
import type { ListRow } from '../../../../main/training/import/list-blocks.ts';
import { unpackFacts } from '../../../../main/training/import/list-facts.ts';
import { trainingReader } from '../../../../main/training/import/read-once.ts';
import { trainingParameters } from '../../../../main/training/training-parameters.ts';
import { readTraining } from '../../../../preload/rules/training/import-row.ts';
import { inszOf } from '../../../support/training-lists.ts';

const fields = ['insz', 'title', 'description', 'startDate', 'duration', 'externalReference'] as const;
const places = placesOf(fields);
const rules: Rules = {
  ...{ employerId: 'e', checkOnly: false, today: '2025-03-01' },
  parameters: trainingParameters('resources'),
};
/** The second came in the midst of the year, the third has left. */
const periods = [
  ['2020-01-01', null],
  ['2025-02-03', null],
  ['2020-01-01', '2024-06-30'],
] as const;
const facts = () =>
  unpackFacts({
    employers: ['["e","0999999130"]'],
    workers: periods.map(([start, end], at) => JSON.stringify(['e', inszOf(at), `w${at}`, start, end, 0])),
    records: [],
  });

/** Words that give the same text when they are only strung together, and signs that could be taken for a boundary. */
const word = fc.constantFrom('', 'a', 'aa', '\0', '\u0001a', '\u0001');
const day = fc.constantFrom('', '3/2/2025', '30/2/2025');
const duration = fc.constantFrom('', 'a', '3:48');
const person = fc.constantFrom(...periods.map((_, at) => inszOf(at)), '');
const rows = fc.array(
  fc.record({
    cells: fc.tuple(person, word, word, day, duration, word),
    fixes: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, fc.record({ title: word })),
  }),
  { minLength: 2, maxLength: 40 },
);
const given = (one: Pick<ListRow, 'cells' | 'fixes'>, at: number) => ({
  ...one,
  ...{ number: at + 1, line: at + 2, leftOut: false },
});

describe('what stands in many rows of a list', () => {
  it('is read as it would be in each of them', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const read = trainingReader(rules, facts(), places);
        for (const row of list) {
          const cell = cellOf(places, row.cells, row.fixes);
          const { fields: once, findings } = read(row, cell);
          expect({ fields: once, findings }).toEqual(readTraining(cell));
        }
      }),
    );
  });

  it('is judged for each worker as if the row stood alone, but for what repeats another', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const judge = rowJudge(rules, facts(), places, fields.length);
        for (const [at, row] of list.entries()) {
          const together = judge(given(row, at));
          const alone = rowJudge(rules, facts(), places, fields.length)(given(row, at));
          const own = together.findings.filter(({ rule }) => rule !== 'IMP-TWICE-IN-LIST');
          expect(own).toEqual(alone.findings);
          const outcome = together.outcome === 'duplicate' ? 'create' : together.outcome;
          expect({ ...together, findings: own, outcome }).toEqual(alone);
        }
      }),
    );
  });

  it('is told apart by the period of the worker', () => {
    const judge = rowJudge(rules, facts(), places, fields.length);
    const outcomes = periods.map((_, at) =>
      judge(given({ cells: [inszOf(at), 'VCA', '', '3/2/2025', '3:48', ''], fixes: {} }, at)),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['create', 'create', 'refused']);
  });
});
