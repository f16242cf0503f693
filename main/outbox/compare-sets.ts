// Tells from a reading whether a request whose answer was lost took effect. Pure: three sets in, a verdict out.
import { createHash } from 'node:crypto';
import { canonicalOf, type WireTraining } from '../training/fla-wire.ts';

/** Reference to a fingerprint of what stands under it. */
export type SetPrint = Record<string, string>;

export type Verdict =
  /** All of it stands there, or all but what the service must have refused. */
  | { kind: 'applied'; stored: Set<string>; complete: boolean }
  /** As it was before: the same request may be sent again. */
  | { kind: 'untouched' }
  /** Neither: somebody else was there in between. */
  | { kind: 'other' };

export const printOf = (training: WireTraining): string =>
  createHash('sha256').update(canonicalOf(training)).digest('base64url').slice(0, 27);

export const printsOf = (set: readonly WireTraining[]): SetPrint =>
  Object.fromEntries(set.map((training) => [training.externalReference, printOf(training)]));

/**
 * `sent`: the request; `before`: what stood there when it was made; `now`: what stands there; `ours`: references that may
 * have been refused (what others filed was sent back unchanged and must stand there).
 */
export function compareSets(
  sent: SetPrint,
  before: SetPrint,
  now: SetPrint,
  ours: ReadonlySet<string>,
): Verdict {
  const references = new Set([...Object.keys(sent), ...Object.keys(before), ...Object.keys(now)]);
  const stored = new Set<string>();
  let complete = true;
  let possible = true;
  let untouched = true;
  for (const reference of references) {
    const is = now[reference];
    if (is !== before[reference]) untouched = false;
    if (is === sent[reference]) {
      if (is !== undefined) stored.add(reference);
      continue;
    }
    complete = false;
    // A refused training leaves what stood there before; anything else was not our doing.
    const refused = sent[reference] !== undefined && ours.has(reference) && is === before[reference];
    if (!refused) possible = false;
  }
  if (complete) return { kind: 'applied', stored, complete: true };
  if (untouched) return { kind: 'untouched' };
  return possible ? { kind: 'applied', stored, complete: false } : { kind: 'other' };
}
