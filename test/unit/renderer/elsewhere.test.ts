// What the page remembers of a person's work goes with the environment in which it was done.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goneElsewhere } from '../../../renderer/elsewhere.ts';
import { requestInHand, takeInHand } from '../../../renderer/features/applicants/desk/in-hand.ts';

test('nothing of practice is left in hand once another environment is opened', () => {
  takeInHand('0196f2d4-0000-7000-8000-00000000f001');
  goneElsewhere();
  expect(requestInHand()).toBeNull();
});

test('every module of a room that remembers anything forgets it, or keeps the environment beside it', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'renderer', 'features');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  // A counter of keys and the sounds of the registration point say nothing about anybody.
  const harmless = /^let (lastKey|made)\b/m;
  const remembering = files.filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const holds = /^let /m.test(text.replace(harmless, '')) || /^const \w+ = new Map<.*>\(\);/m.test(text);
    return holds && !text.includes('forgetElsewhere(') && !text.includes('.environment === environment');
  });
  expect(files.length).toBeGreaterThan(200);
  expect(remembering).toEqual([]);
});
