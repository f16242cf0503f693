// What is to be said of a route by mandate on a day: no mandate recorded, ending, held by another, refuted by the service.
import type { Finding } from '../../contract/finding.ts';
import { firstDayOf, lastDayOf, type Quarter, quarterOf, quartersOverlap } from './quarters.ts';

export type MandateFacts = {
  mandataryNumber: string;
  startQuarter: Quarter;
  endQuarter: Quarter | null;
  /** What the service's last answer said of it, since a person last changed it. */
  lastAnswer: 'confirmed' | 'refuted' | null;
};

/** Whether it counts in the quarter of the day. */
export const mandateCounts = (
  mandate: Pick<MandateFacts, 'startQuarter' | 'endQuarter'>,
  day: string,
): boolean => spans(mandate, quarterOf(day));

const spans = (
  { startQuarter, endQuarter }: Pick<MandateFacts, 'startQuarter' | 'endQuarter'>,
  quarter: Quarter,
) => startQuarter <= quarter && (endQuarter === null || quarter <= endQuarter);

/**
 * Findings `MND-…` on a route by mandate. No register can be asked, so only a refusal of the service blocks (`MND-REFUTED`):
 * a mandate is as recorded, confirmed or refuted by the last answer (rest-services §13).
 */
export function mandateFindings(
  mandataryNumber: string,
  mandates: readonly MandateFacts[],
  day: string,
): Finding[] {
  const quarter = quarterOf(day);
  const now = mandates.filter((mandate) => spans(mandate, quarter));
  const ours = now.find((mandate) => mandate.mandataryNumber === mandataryNumber);
  if (ours === undefined) {
    const [other] = now;
    if (other !== undefined)
      return [finding('MND-OTHER', 'warning', { quarter, mandatary: other.mandataryNumber })];
    const next = mandates
      .filter((mandate) => mandate.mandataryNumber === mandataryNumber && mandate.startQuarter > quarter)
      .map((mandate) => mandate.startQuarter)
      .sort()[0];
    return next === undefined
      ? [finding('MND-NONE', 'warning', { quarter })]
      : [finding('MND-LATER', 'warning', { quarter, from: firstDayOf(next) })];
  }
  if (ours.lastAnswer === 'refuted') return [finding('MND-REFUTED', 'blocking', { quarter })];
  const follows = mandates.some(
    (mandate) => mandate.mandataryNumber === mandataryNumber && mandate.startQuarter > quarter,
  );
  if (ours.endQuarter === quarter && !follows)
    return [finding('MND-ENDS', 'warning', { quarter, day: lastDayOf(quarter) })];
  return [];
}

/** The first mandate that an employer already has for the same service in one of these quarters: only one is allowed. */
export function overlappingMandate<M extends Pick<MandateFacts, 'startQuarter' | 'endQuarter'>>(
  wanted: { startQuarter: Quarter; endQuarter: Quarter | null },
  others: readonly M[],
): M | null {
  const span = { start: wanted.startQuarter, end: wanted.endQuarter };
  return (
    others.find((other) => quartersOverlap(span, { start: other.startQuarter, end: other.endQuarter })) ??
    null
  );
}

const finding = (
  rule: string,
  severity: Finding['severity'],
  params: NonNullable<Finding['params']>,
): Finding => ({
  rule,
  severity,
  field: null,
  params,
});
