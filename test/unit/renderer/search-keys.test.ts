// Keys of a field that seeks in a list.
import { expect, test } from 'vitest';
import { stepOf } from '../../../renderer/ui/search-keys.ts';

const press = (key: string, state: Partial<Parameters<typeof stepOf>[1]> = {}, alt = false) =>
  stepOf(
    { key, altKey: alt, ctrlKey: false, metaKey: false },
    { open: true, at: -1, size: 3, typing: false, ...state },
  );

test('arrows go through the list and round its ends', () => {
  expect(press('ArrowDown')).toEqual({ kind: 'show', to: 0 });
  expect(press('ArrowDown', { at: 2 })).toEqual({ kind: 'show', to: 0 });
  expect(press('ArrowUp', { at: 0 })).toEqual({ kind: 'show', to: 2 });
  expect(press('ArrowUp')).toEqual({ kind: 'show', to: 2 });
  expect(press('ArrowDown', { size: 0 })).toEqual({ kind: 'show' });
});

test('a closed list opens where its choice stands; with Alt nothing moves', () => {
  expect(press('ArrowDown', { open: false })).toEqual({ kind: 'show' });
  expect(press('ArrowDown', { open: false }, true)).toEqual({ kind: 'show' });
  expect(press('ArrowUp', {}, true)).toEqual({ kind: 'close' });
  expect(press('ArrowUp', { open: false }, true)).toBeNull();
});

test('Enter chooses in an open list and sends the form where it is closed', () => {
  expect(press('Enter', { at: 1 })).toEqual({ kind: 'choose' });
  expect(press('Enter', { open: false })).toBeNull();
});

test('Escape closes the list first and is a dialog’s own after that; what is typed is not ours', () => {
  expect(press('Escape')).toEqual({ kind: 'close' });
  expect(press('Escape', { open: false })).toBeNull();
  expect(press('a')).toBeNull();
  expect(
    stepOf(
      { key: 'ArrowDown', altKey: false, ctrlKey: true, metaKey: false },
      { open: true, at: 0, size: 3, typing: false },
    ),
  ).toBeNull();
});
