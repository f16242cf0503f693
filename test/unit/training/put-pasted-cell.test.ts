// One cell of a pasted table put right in its text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastedCell, putPastedCell } from '../../../preload/rules/training/put-pasted-cell.ts';
import { readPastedTrainings } from '../../../preload/rules/training/read-pasted.ts';
import { splitTable } from '../../../preload/rules/workers/split-table.ts';

const text =
  'INSZ\tTitel\tBegindatum\tDuur\n90.01.01-997.81\tEHBO\t4/2/2025\t\n\n90.01.02-997.80\tHeftruck\t5/2/2025\t3:48';

test('the cell of one line is put right, and every row keeps its line', () => {
  const next = putPastedCell(text, { line: 2, column: 3 }, '7:36');
  const rows = readPastedTrainings(next, 10).rows;
  expect(pastedCell(next, { line: 2, column: 3 })).toBe('7:36');
  expect(splitTable(next).rows.map(({ line }) => line)).toEqual(
    splitTable(text).rows.map(({ line }) => line),
  );
  expect(rows).toHaveLength(2);
});

test('whatever is typed stays one cell, and no other cell changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a1é ;,"\t\n='), maxLength: 12 }), (typed) => {
      const value = typed.trim();
      const next = putPastedCell(text, { line: 2, column: 1 }, value);
      const others = (of: string) =>
        splitTable(of).rows.map(({ cells }) => cells.filter((_, at) => at !== 1));
      expect(pastedCell(next, { line: 2, column: 1 })).toBe(value);
      expect(others(next)).toEqual(others(text));
    }),
  );
});
