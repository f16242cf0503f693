// A service says which number counts now, and not by which steps: here some of them may be known already (R-e).
import type { Database } from '../../platform/database.ts';
import { resolveNumber } from './number-chain.ts';
import { onlyPersonSaid } from './number-store.ts';

/**
 * What is news in it, from the last number that is known here: where A became B, and the service says C of A, then B became C. Steps that
 * only a person recorded prove nothing: they stand against what the service says. Null: it says what is known.
 */
export function toldReplacement(
  db: Database,
  given: string,
  told: string,
): { oldInsz: string; newInsz: string } | null {
  const { path } = resolveNumber(db, given) ?? { path: [given] };
  const known = path.at(-1) ?? given;
  if (known === (resolveNumber(db, told)?.insz ?? told)) return null;
  const sure = path.slice(0, -1).every((one) => !onlyPersonSaid(db, one));
  return { oldInsz: sure ? known : given, newInsz: told };
}
