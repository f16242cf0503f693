// Short ways to say what Continue leads to.
import type { Failure } from '../../../preload/contract/result.ts';
import type { StepOutcome } from '../../wizard/wizard.tsx';

export const goOn = (to?: string): StepOutcome => (to === undefined ? { kind: 'on' } : { kind: 'on', to });

export const failedWith = (failure: Failure): StepOutcome => ({ kind: 'failed', failure });
