// Compares what stood at the service with the register, one worker-year at a time. Pure: two sets in, pairs out.
import type { RescueOutcome, RescueTally } from '../../preload/contract/rescue-values.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';

export type There = {
  reference: string;
  fields: TrainingFields;
  /** Fields that the source spoke of; null: all, as an answer of the service does. */
  said: ReadonlySet<keyof TrainingFields> | null;
};
export type Here = { trainingId: string; reference: string; fields: TrainingFields };
export type Pair<T extends There, H extends Here> = {
  outcome: RescueOutcome;
  there: T | null;
  here: H | null;
  differing: (keyof TrainingFields)[];
};

/**
 * First by reference; what is left over by title and days, because a record typed anew on the other side has another
 * reference. Each record is paired once.
 */
export function compareYear<T extends There, H extends Here>(
  there: readonly T[],
  here: readonly H[],
): Pair<T, H>[] {
  const free = new Set(here);
  const byReference = new Map(here.map((one) => [one.reference, one]));
  const partners = new Map<T, H>();
  const take = (one: T, partner: H | undefined): void => {
    if (partner === undefined || !free.has(partner) || partners.has(one)) return;
    partners.set(one, partner);
    free.delete(partner);
  };
  for (const one of there) take(one, byReference.get(one.reference));
  for (const one of there)
    if (!partners.has(one))
      take(
        one,
        [...free].find((other) => likeness(other.fields) === likeness(one.fields)),
      );
  const pairs = there.map((one): Pair<T, H> => {
    const partner = partners.get(one) ?? null;
    if (partner === null) return { outcome: 'onlyThere', there: one, here: null, differing: [] };
    const differing = differingFields(one, partner.fields);
    return { outcome: differing.length === 0 ? 'same' : 'differs', there: one, here: partner, differing };
  });
  for (const one of here)
    if (free.has(one)) pairs.push({ outcome: 'onlyHere', there: null, here: one, differing: [] });
  return pairs;
}

export const noTally: RescueTally = { same: 0, onlyThere: 0, onlyHere: 0, differs: 0 };

export function tallyOf(pairs: readonly { outcome: RescueOutcome }[]): RescueTally {
  const tally = { ...noTally };
  for (const { outcome } of pairs) tally[outcome] += 1;
  return tally;
}

export const sumOf = (a: RescueTally, b: RescueTally): RescueTally => ({
  same: a.same + b.same,
  onlyThere: a.onlyThere + b.onlyThere,
  onlyHere: a.onlyHere + b.onlyHere,
  differs: a.differs + b.differs,
});

const likeness = ({ title, startDate, endDate }: TrainingFields): string =>
  `${title.trim().toLowerCase()}|${startDate ?? ''}|${endDate ?? ''}`;

const names = (fields: TrainingFields) => Object.keys(fields) as (keyof TrainingFields)[];

function differingFields(there: There, here: TrainingFields): (keyof TrainingFields)[] {
  return names(there.fields).filter(
    (name) =>
      (there.said === null || there.said.has(name)) && plain(there.fields, name) !== plain(here, name),
  );
}

/** A value as it would be sent: blanks and what a missing certificate or provider makes meaningless set aside. */
function plain(fields: TrainingFields, name: keyof TrainingFields): string {
  if (name.startsWith('certificate') && name !== 'certificateObtained' && !fields.certificateObtained)
    return '';
  if (name.startsWith('provider') && fields.providerKind === null) return '';
  if (
    (name === 'costCents' || name === 'financedBy') &&
    (fields.costCents === null || fields.financedBy === null)
  )
    return '';
  if (name === 'providerEnterpriseNumber')
    return parseEnterpriseNumber(fields.providerEnterpriseNumber) ?? '';
  return String(fields[name] ?? '').trim();
}
