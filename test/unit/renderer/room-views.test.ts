// The tabs of the Training room: one line of groups, each view in one of them, each leading to a page there is.
import { expect, test } from 'vitest';
import { routes as outbox } from '../../../renderer/features/outbox/routes.ts';
import { routes as rescue } from '../../../renderer/features/rescue/routes.ts';
import { roomParts } from '../../../renderer/features/training/room-views.ts';
import { routes as training } from '../../../renderer/features/training/routes.ts';
import { routes as provider } from '../../../renderer/features/training-provider/routes.ts';

const paths = [...training, ...provider, ...rescue, ...outbox].map(({ path }) => path);
const places = roomParts.flatMap(({ views }) => views.map(({ to }): string => to));

test('the first line holds six groups at most, and no view stands twice', () => {
  expect(roomParts.length).toBeLessThanOrEqual(6);
  expect(new Set(places).size).toBe(places.length);
});

test('every tab leads to a page of its own', () => {
  // The receipts are a page of the outbox, which takes its view from the place.
  const own = places.filter((place) => place !== '/outbox/receipts');
  expect(own.filter((place) => !paths.includes(place))).toEqual([]);
});
