// How posters are to look: what is remembered of it, what main is asked for, and what is missing.
import { expect, it } from 'vitest';
import { firstLook, lookInput, readLook, wrongIn } from '../../../renderer/features/posters/poster-look.ts';

it('remembers size, whom to call and languages in the order in which they were chosen', () => {
  const kept = { ...firstLook, kind: 'notice', size: 'badge', languages: ['ar', 'nl', 'uk'], call: 'Fien' };
  expect(readLook(JSON.parse(JSON.stringify(kept)))).toEqual({ ...kept, kind: 'poster' });
});

it.each([
  [{}, firstLook],
  [{ size: 'a3', languages: ['xx'], call: 7, phone: 1, own: null }, firstLook],
  [{ languages: ['xx', 'tr'] }, { ...firstLook, languages: ['tr'] }],
  [{ languages: ['ar', 'uk', 'tr', 'pt', 'ro'] }, { ...firstLook, languages: ['ar', 'uk', 'tr', 'pt'] }],
])('takes of %j what still means something', (kept, look) => {
  expect(readLook(kept)).toEqual(look);
});

it('forgets what is no look at all', () => {
  expect(readLook('a4')).toBeNull();
  expect(readLook(null)).toBeNull();
});

it('asks for a notice only where one is made', () => {
  expect(lookInput(firstLook)).toEqual({ size: 'a4', languages: ['nl', 'fr', 'en'], call: '' });
  expect(lookInput({ ...firstLook, kind: 'notice', own: ' Bel Fien ' })).toMatchObject({
    notice: { phone: true, point: false, own: 'Bel Fien' },
  });
});

it('misses languages, and on a notice every way', () => {
  expect(wrongIn(firstLook)).toEqual([]);
  expect(wrongIn({ ...firstLook, languages: [] })).toEqual(['languages']);
  expect(wrongIn({ ...firstLook, kind: 'notice', phone: false, own: '  ' })).toEqual(['phone']);
  expect(wrongIn({ ...firstLook, kind: 'notice', phone: false, own: 'Bel Fien' })).toEqual([]);
  expect(wrongIn({ ...firstLook, phone: false })).toEqual([]);
});
