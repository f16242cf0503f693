// A worker's act is registered at most once, over faults, double keys and many kills.
import { afterAll, beforeAll, it } from 'vitest';
import { closeActRuns, openActRuns, runActs } from '../integration/registration-point/act-runs.ts';

beforeAll(openActRuns);
afterAll(closeActRuns);

it('over 75 kills no act is there twice, and none is missing that was confirmed', () => runActs(75));
