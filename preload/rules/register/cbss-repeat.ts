// Which questions may be asked twice without harm: reading ones, and those whose second time changes nothing (contract §11.5, I5, D-d).
import type { CbssOperation } from '../../contract/cbss-answer.ts';

/** A number made or data corrected twice may be two changes. */
const risky: readonly CbssOperation[] = ['createPerson', 'correctPerson'];

export const isSafeTwice = (operation: CbssOperation): boolean => !risky.includes(operation);
