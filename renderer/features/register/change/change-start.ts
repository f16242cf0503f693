// What a page had in hand when somebody went on to add or take away a line: taken over once, by the form that opens next.
import type { Period } from '../../../../preload/rules/register/periods.ts';
import { forgetElsewhere } from '../../../elsewhere.ts';

export type ChangeStart = {
  employerId?: string;
  /** The present number. */
  insz?: string;
  dossierType?: string;
  period?: Period;
};

let waiting: ChangeStart | null = null;

export function startChange(start: ChangeStart): void {
  waiting = start;
}

/** Kept in memory only, so that no number stands in an address. The form may begin more than once while its texts are fetched. */
export const waitingStart = (): ChangeStart => waiting ?? {};

/** Once the form is there: the next one begins anew. */
export function forgetStart(): void {
  waiting = null;
}

forgetElsewhere(forgetStart);
