// Choosing, moving and copying in a grid.
import { expect, test } from 'vitest';
import { emptyTraining } from '../../../preload/rules/training/facts.ts';
import { fieldsOfColumn } from '../../../renderer/features/training/fillable-columns.ts';
import { toTabbedText } from '../../../renderer/ui/grid-copy.ts';
import { movePlace } from '../../../renderer/ui/grid-keys.ts';
import {
  countChosen,
  everythingChosen,
  isChosen,
  nothingChosen,
  setChosen,
  toggleChosen,
} from '../../../renderer/ui/grid-selection.ts';
import { hiddenOf } from '../../../renderer/ui/kept-columns.ts';

test('choosing everything and taking one out leaves all others chosen', () => {
  const selection = toggleChosen(everythingChosen, 'a');
  expect(isChosen(selection, 'a')).toBe(false);
  expect(isChosen(selection, 'b')).toBe(true);
  expect(countChosen(selection, 100_000)).toBe(99_999);
});

test('a range is chosen once, also where parts were chosen before', () => {
  const selection = setChosen(toggleChosen(nothingChosen, 'b'), ['a', 'b', 'c'], true);
  expect(countChosen(selection, 10)).toBe(3);
  expect(countChosen(setChosen(everythingChosen, ['a', 'b'], false), 10)).toBe(8);
  expect(countChosen(setChosen(setChosen(everythingChosen, ['a'], false), ['a'], true), 10)).toBe(10);
});

test('the place stays within the grid', () => {
  expect(movePlace({ row: 0, column: 0 }, 'ArrowUp', false, 10, 3)).toEqual({ row: 0, column: 0 });
  expect(movePlace({ row: 9, column: 2 }, 'ArrowRight', false, 10, 3)).toEqual({ row: 9, column: 2 });
  expect(movePlace({ row: 2, column: 1 }, 'End', true, 10, 3)).toEqual({ row: 9, column: 2 });
  expect(movePlace({ row: 2, column: 1 }, 'PageDown', false, 10, 3)).toEqual({ row: 9, column: 1 });
  expect(movePlace({ row: 2, column: 1 }, 'x', false, 10, 3)).toBeNull();
});

test('copied cells cannot become formulas or break rows', () => {
  expect(
    toTabbedText([
      ['a', '=1+1'],
      ['b\tc', '@x'],
      ['-3:48', '-cmd'],
    ]),
  ).toBe("a\t'=1+1\r\nb c\t'@x\r\n-3:48\t'-cmd");
});

test('remembered columns that are gone are forgotten, and never is every column left out', () => {
  const columns = [{ id: 'a' }, { id: 'b' }];
  expect(hiddenOf({ hidden: ['b', 'gone'] }, columns)).toEqual(new Set(['b']));
  expect(hiddenOf({ hidden: ['a', 'b'] }, columns)).toBeNull();
  expect(hiddenOf({ hidden: 'a' }, columns)).toBeNull();
  expect(hiddenOf(null, columns)).toBeNull();
});

test('a cell of the register fills what its column shows, and nothing where it shows a fact of the worker', () => {
  const fields = { ...emptyTraining, title: 'Tillen', durationMinutes: 228, startDate: '2025-02-04' };
  expect(fieldsOfColumn('title', fields)).toEqual({ title: 'Tillen' });
  expect(fieldsOfColumn('duration', fields)).toEqual({ durationMinutes: 228 });
  expect(fieldsOfColumn('start', fields)).toEqual({ startDate: '2025-02-04' });
  expect(fieldsOfColumn('worker', fields)).toBeNull();
  expect(fieldsOfColumn('state', fields)).toBeNull();
});
