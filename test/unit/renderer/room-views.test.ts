// The tabs of the Training room: one line of groups, each view in one of them, each leading to a page there is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roomParts } from '../../../renderer/features/training/room-views.ts';

/** As they are written in the lists of pages: the pages themselves need a window. */
const paths = ['training', 'training-provider', 'rescue', 'outbox'].flatMap((feature) => {
  const text = readFileSync(`renderer/features/${feature}/routes.ts`, 'utf8');
  return [...text.matchAll(/path: '([^']+)'/g)].map((match) => match[1] ?? '');
});
const places = roomParts.flatMap(({ views }) => views.map(({ to }): string => to));

test('the first line holds six groups at most, and no view stands twice', () => {
  expect(roomParts.length).toBeLessThanOrEqual(6);
  expect(new Set(places).size).toBe(places.length);
});

test('every tab leads to a page that there is', () => {
  expect(paths).toContain('/training/:id');
  expect(places.filter((place) => !paths.includes(place))).toEqual([]);
});
