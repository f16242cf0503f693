// What the page remembers of a person's work goes with the environment in which it was done.
import { expect, test } from 'vitest';
import { goneElsewhere } from '../../../renderer/elsewhere.ts';
import { requestInHand, takeInHand } from '../../../renderer/features/applicants/desk/in-hand.ts';
import { remember, roomMemory } from '../../../renderer/features/training/room-memory.ts';

test('nothing of practice is left in hand once another environment is opened', () => {
  const before = roomMemory();
  remember({ text: 'Bensoltane', pasted: '01.02.03-996.45\tErgonomie', forWorkers: ['one'] });
  takeInHand('0196f2d4-0000-7000-8000-00000000f001');
  goneElsewhere();
  expect(roomMemory()).toEqual(before);
  expect(requestInHand()).toBeNull();
});
