// The mandate that a row tells of: new, ended at another quarter, or known already.
import type { Finding } from '../../../preload/contract/finding.ts';
import { overlappingMandate } from '../../../preload/rules/employers/check-mandate.ts';
import { type PlanFacts, placeOf } from './plan-facts.ts';
import { blocking, type ImportChange, nothingPart, type Part, type RowInHand } from './plan-part.ts';
import type { PlannedEmployer, PlannedMandate } from './planned-employer.ts';

/**
 * Findings: EMI-MANDATARY-MISSING, EMI-MANDATE-START (no quarter from which it counts), EMI-MANDATE-SELF, EMI-QUARTER-ORDER,
 * EMI-MANDATE-OVERLAP: one mandatary at a time for the training account (seed 001 §2.2.1), elsewhere one mandate of the same
 * mandatary. `routeMandatary` is taken where the row names no mandatary itself.
 */
export function planMandate(
  facts: PlanFacts,
  employer: PlannedEmployer,
  { values }: RowInHand,
  routeMandatary: string | null,
): Part {
  const { mandateStart, mandateEnd } = values;
  if (values.mandataryNumber === null && mandateStart === null && mandateEnd === null) return nothingPart;
  const service = values.service ?? 'fla';
  const mandataryNumber = values.mandataryNumber ?? routeMandatary;
  const refuse = (finding: Finding): Part => ({ ...nothingPart, findings: [finding] });
  if (mandataryNumber === null) return refuse(blocking('EMI-MANDATARY-MISSING', 'mandataryNumber'));
  if (mandataryNumber === employer.enterpriseNumber)
    return refuse(blocking('EMI-MANDATE-SELF', 'mandataryNumber'));
  const standing = standingMandates(facts, employer, service);
  const ofMandatary = standing.filter((one) => one.mandataryNumber === mandataryNumber);
  const present =
    mandateStart === null
      ? ofMandatary.toSorted((a, b) => b.startQuarter.localeCompare(a.startQuarter))[0]
      : ofMandatary.find((one) => one.startQuarter === mandateStart);
  const startQuarter = mandateStart ?? present?.startQuarter ?? null;
  if (startQuarter === null) return refuse(blocking('EMI-MANDATE-START', 'mandateStart'));
  // An empty cell leaves the end of a known mandate as it is.
  const endQuarter = mandateEnd ?? present?.endQuarter ?? null;
  if (endQuarter !== null && endQuarter < startQuarter)
    return refuse(blocking('EMI-QUARTER-ORDER', 'mandateEnd', { start: startQuarter, end: endQuarter }));
  const rivals = standing.filter(
    (one) => one !== present && (service === 'fla' || one.mandataryNumber === mandataryNumber),
  );
  const rival = overlappingMandate({ startQuarter, endQuarter }, rivals);
  if (rival !== null)
    return refuse(
      blocking('EMI-MANDATE-OVERLAP', 'mandataryNumber', {
        mandatary: rival.mandataryNumber,
        start: rival.startQuarter,
        end: rival.endQuarter ?? '',
      }),
    );
  if (present !== undefined && present.endQuarter === endQuarter) return nothingPart;
  const changes: ImportChange[] =
    present === undefined
      ? [
          { field: 'mandataryNumber', before: null, after: mandataryNumber },
          { field: 'mandateStart', before: null, after: startQuarter },
          ...(endQuarter === null ? [] : [{ field: 'mandateEnd' as const, before: null, after: endQuarter }]),
        ]
      : [{ field: 'mandateEnd', before: present.endQuarter, after: endQuarter ?? '' }];
  const wanted: PlannedMandate = {
    id: present?.id ?? null,
    revision: present?.revision ?? 0,
    service,
    mandataryNumber,
    startQuarter,
    endQuarter,
  };
  return {
    findings: [],
    changes,
    adds: present === undefined,
    take: () => {
      const at = employer.mandates.findIndex((one) => sameMandate(one, wanted));
      if (at < 0) employer.mandates.push(wanted);
      else employer.mandates[at] = wanted;
    },
  };
}

const sameMandate = (a: PlannedMandate, b: PlannedMandate): boolean =>
  a.service === b.service && a.mandataryNumber === b.mandataryNumber && a.startQuarter === b.startQuarter;

/** What is known, with what rows before this one have put over it. */
function standingMandates(
  facts: PlanFacts,
  employer: PlannedEmployer,
  service: PlannedMandate['service'],
): PlannedMandate[] {
  const known =
    employer.known === null ? [] : (facts.mandates.get(placeOf(employer.known.id, service)) ?? []);
  const planned = employer.mandates.filter((one) => one.service === service);
  return [...known.filter((one) => !planned.some((other) => sameMandate(one, other))), ...planned];
}
