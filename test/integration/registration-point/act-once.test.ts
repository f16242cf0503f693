// A worker's act is registered at most once, over faults, double keys and kills; `npm run long` does the same for longer.
import { afterAll, beforeAll, it } from 'vitest';
import { closeActRuns, openActRuns, runActs } from './act-runs.ts';

beforeAll(openActRuns);
afterAll(closeActRuns);

it('over 3 kills no act is there twice, and none is missing that was confirmed', () => runActs(3));
