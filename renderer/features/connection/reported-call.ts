// A reading call that a step makes when it is asked to go on, its answer held in the step itself: not cached, since its
// input holds a password.
import { useCallback } from 'react';
import type { CallInput, CallName, CallOutput } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { call } from '../../bridge.ts';

export const useReportedCall = <N extends CallName>(
  name: N,
): ((input: CallInput<N>) => Promise<Result<CallOutput<N>>>) =>
  useCallback((input: CallInput<N>) => call(name, input), [name]);
