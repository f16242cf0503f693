// The model of the outbox, a long run.
import { afterAll, beforeAll, it } from 'vitest';
import { checkOutboxModel } from '../support/outbox-model.ts';
import { type Practice, startPractice } from '../support/practice-outbox.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

it('any order of acts and faults ends in what was last submitted', () => checkOutboxModel(practice, 1_000));
