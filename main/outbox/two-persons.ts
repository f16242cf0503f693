// Who counts as another person than who prepared something. Pure: what main knows of both goes in, a verdict comes out.

/** A person as main knows one: the name in Settings, and the account of the computer, which no page can choose. */
export type Hand = { name: string; osAccount: string };
/** An approval; `approverId` where it was proven by a PIN, else ''. */
export type Given = Hand & { approverId: string };

/** `  lies VERDONCK` and `Lies Verdonck` are one person. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase();

const sameName = (one: Hand, other: Hand): boolean =>
  nameKey(one.name) !== '' && nameKey(one.name) === nameKey(other.name);

/** Another account of the computer and another name: nobody is both. */
const isAnother = (given: Given, preparer: Hand): boolean =>
  given.osAccount !== preparer.osAccount && !sameName(given, preparer);

/** How many different persons proved by a PIN who they are: one of two is not the one who prepared it. */
const proven = (given: readonly Given[]): number =>
  new Set(given.map(({ approverId }) => approverId).filter((id) => id !== '')).size;

/** Everything that somebody prepared was approved by somebody who is certainly another. */
export function isApproved(preparers: readonly Hand[], given: readonly Given[]): boolean {
  if (given.length === 0) return false;
  if (proven(given) >= 2) return true;
  return preparers.every((preparer) => given.some((one) => isAnother(one, preparer)));
}

/** Why an approval brings nothing; null where it counts, if only as the first of two. */
export function whyItCountsNot(
  preparers: readonly Hand[],
  given: readonly Given[],
  next: Given,
): 'nameMissing' | 'samePerson' | 'sameAccount' | 'alreadyGiven' | null {
  const again = given.some((one) =>
    next.approverId === ''
      ? one.approverId === '' && one.osAccount === next.osAccount && sameName(one, next)
      : one.approverId === next.approverId,
  );
  if (again) return 'alreadyGiven';
  if (next.approverId !== '') return null;
  if (nameKey(next.name) === '') return 'nameMissing';
  if (preparers.length === 0 || preparers.some((preparer) => isAnother(next, preparer))) return null;
  return preparers.some((preparer) => sameName(preparer, next)) ? 'samePerson' : 'sameAccount';
}
