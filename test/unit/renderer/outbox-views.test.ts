// The views of the outbox: each state stands in one of them, and a place that does not exist shows everything.
import { expect, test } from 'vitest';
import { outboxStateSchema } from '../../../preload/contract/outbox.ts';
import { countOf, pathOf, statesOf, viewOf, views } from '../../../renderer/features/outbox/outbox-views.ts';

const counts = {
  ready: 352,
  sending: 1,
  accepted: 120,
  acceptedWithWarnings: 4,
  refused: 5,
  unknown: 6,
  superseded: 7,
  withdrawn: 8,
};

test('every state of an item is found in exactly one view beside the whole list', () => {
  const shown = views.flatMap((view) => statesOf(view.id));
  expect(shown.toSorted()).toEqual(outboxStateSchema.options.toSorted());
});

test('a view counts its own states, the whole list all of them', () => {
  expect(countOf('accepted', counts)).toBe(124);
  expect(countOf('past', counts)).toBe(15);
  expect(countOf('all', counts)).toBe(503);
  expect(countOf('refused', {})).toBe(0);
});

test('a view is found back from its own place; another word shows everything', () => {
  for (const { id } of views) expect(viewOf(pathOf(id).split('/')[2])).toBe(id);
  expect(viewOf('nonsense')).toBe('all');
});
