// MAHIS: mandates are proposed by one party, hold once the other agrees, and end with a quarter. For the training account
// an employer has one mandatary at a time. Sources: pages of MAHIS; guide of the FLA API channel, section 2.2.1.
import { randomUUID } from 'node:crypto';
import { MANDATARY_QUALITIES } from '../chaman/qualities.ts';
import type { PracticeClock } from '../clock.ts';
import { quarterOf } from '../fla/calendar.ts';
import {
  type Mandate,
  type MandateStore,
  SERVICE_GROUPS,
  type ServiceGroup,
} from '../store/mandate-store.ts';
import { type Finding, type Outcome, type Refusal, refuse, refuseAll } from './refusal.ts';
import { mustBeRegistered, readEnterpriseNumber } from './registration.ts';
import { type AccessParts, type Actor, onlyRepresentative } from './who-may.ts';

export interface MahisParts extends AccessParts {
  readonly mandates: MandateStore;
  readonly clock: PracticeClock;
}

/** How a mandate stands on a day: an agreed one may still have to begin, or its last quarter may be over. */
export type MandateStanding = 'proposed' | 'toCome' | 'active' | 'closed';

export const standingOf = (mandate: Mandate, today: string): MandateStanding => {
  if (mandate.state !== 'active') return mandate.state;
  const quarter = quarterOf(today);
  if (mandate.endQuarter !== null && mandate.endQuarter < quarter) return 'closed';
  return mandate.startQuarter > quarter ? 'toCome' : 'active';
};

export interface MandateWish {
  /** The enterprise for which the acting person speaks: one of the two parties. */
  readonly speaksFor: string;
  readonly mandator: string;
  readonly mandatary: string;
  readonly serviceGroup: string;
  readonly startQuarter: string;
  /** Empty: no end. */
  readonly endQuarter: string;
  readonly sameGroup: boolean;
}

const QUARTER = /^\d{4}Q[1-4]$/;
const isServiceGroup = (text: string): text is ServiceGroup => SERVICE_GROUPS.some((group) => group === text);

const quarterFindings = (
  today: string,
  { startQuarter, endQuarter }: Pick<MandateWish, 'startQuarter' | 'endQuarter'>,
): (Finding | undefined)[] => {
  if (!QUARTER.test(startQuarter)) return [{ code: 'quarterWrong', field: 'startQuarter' }];
  if (endQuarter !== '' && !QUARTER.test(endQuarter)) return [{ code: 'quarterWrong', field: 'endQuarter' }];
  return [
    startQuarter < quarterOf(today) ? { code: 'startQuarterPast', field: 'startQuarter' } : undefined,
    endQuarter !== '' && endQuarter < startQuarter
      ? { code: 'endBeforeStart', field: 'endQuarter' }
      : undefined,
  ];
};

const overlaps = (one: Mandate, startQuarter: string, endQuarter: string): boolean =>
  one.state !== 'closed' &&
  (endQuarter === '' || one.startQuarter <= endQuarter) &&
  (one.endQuarter === null || startQuarter <= one.endQuarter);

const partyFindings = (
  parts: MahisParts,
  mandator: string | undefined,
  mandatary: string | undefined,
  sameGroup: boolean,
): (Finding | undefined)[] => {
  if (mandator === undefined || mandatary === undefined) {
    return [
      mandator === undefined ? { code: 'partyMissing', field: 'mandator' } : undefined,
      mandatary === undefined ? { code: 'partyMissing', field: 'mandatary' } : undefined,
    ];
  }
  if (mandator === mandatary) return [{ code: 'sameParty', field: 'mandatary' }];
  const other = [mandator, mandatary].find((number) => parts.world.employer(number) === undefined);
  if (other !== undefined) {
    return [{ code: 'enterpriseUnknown', field: other === mandator ? 'mandator' : 'mandatary' }];
  }
  const qualities = parts.world.employer(mandatary)?.qualities ?? [];
  const entitled = sameGroup || qualities.some((quality) => MANDATARY_QUALITIES.includes(quality));
  return [entitled ? undefined : { code: 'notAMandatary', field: 'mandatary' }];
};

const clash = (parts: MahisParts, wish: Omit<Mandate, 'id'>): Refusal | undefined => {
  const overlapping = parts.mandates
    .of(wish.mandator, wish.serviceGroup)
    .filter((one) => overlaps(one, wish.startQuarter, wish.endQuarter ?? ''));
  if (overlapping.some((one) => one.mandatary === wish.mandatary)) {
    return refuse('mandateOverlaps', { field: 'startQuarter' });
  }
  const [other] = overlapping;
  if (other === undefined || wish.serviceGroup !== 'fla') return undefined;
  const name = parts.world.employer(other.mandatary)?.name ?? other.mandatary;
  return refuse('secondMandatary', { field: 'mandatary', params: { mandatary: name } });
};

/** Proposes a mandate for one of its parties, which thereby agrees; it holds once the other agrees too. */
export const proposeMandate = (parts: MahisParts, actor: Actor, wish: MandateWish): Outcome<Mandate> => {
  const mandator = readEnterpriseNumber(wish.mandator);
  const mandatary = readEnterpriseNumber(wish.mandatary);
  const barred = mustBeRegistered(parts, wish.speaksFor) ?? onlyRepresentative(parts, actor, wish.speaksFor);
  if (barred !== undefined) return barred;
  const wrong = refuseAll([
    ...partyFindings(parts, mandator, mandatary, wish.sameGroup),
    isServiceGroup(wish.serviceGroup) ? undefined : { code: 'serviceGroupMissing', field: 'serviceGroup' },
    ...quarterFindings(parts.clock.businessDate(), wish),
  ]);
  if (wrong !== undefined || mandator === undefined || mandatary === undefined) {
    return wrong ?? refuse('partyMissing');
  }
  if (!isServiceGroup(wish.serviceGroup)) return refuse('serviceGroupMissing', { field: 'serviceGroup' });
  if (wish.speaksFor !== mandator && wish.speaksFor !== mandatary) return refuse('onlyParty');
  const proposed: Omit<Mandate, 'id'> = {
    mandator,
    mandatary,
    serviceGroup: wish.serviceGroup,
    startQuarter: wish.startQuarter,
    endQuarter: wish.endQuarter === '' ? null : wish.endQuarter,
    state: 'proposed',
    mandatorAgreed: wish.speaksFor === mandator,
    mandataryAgreed: wish.speaksFor === mandatary,
    sameGroup: wish.sameGroup,
  };
  const taken = clash(parts, proposed);
  if (taken !== undefined) return taken;
  const mandate: Mandate = { id: randomUUID(), ...proposed };
  parts.mandates.save(mandate);
  return { done: mandate };
};

/** The mandate when the actor may speak for that party of it. */
const asParty = (
  parts: MahisParts,
  actor: Actor,
  id: string,
  speaksFor: string,
): { readonly mandate: Mandate } | { readonly barred: Refusal } => {
  const mandate = parts.mandates.mandate(id);
  if (mandate === undefined) return { barred: refuse('mandateUnknown') };
  if (![mandate.mandator, mandate.mandatary].includes(speaksFor)) return { barred: refuse('onlyParty') };
  const barred = onlyRepresentative(parts, actor, speaksFor);
  return barred === undefined ? { mandate } : { barred };
};

/** Agrees to a proposal as the party that did not yet. */
export const agreeToMandate = (
  parts: MahisParts,
  actor: Actor,
  id: string,
  speaksFor: string,
): Outcome<Mandate> => {
  const found = asParty(parts, actor, id, speaksFor);
  if ('barred' in found) return found.barred;
  const { mandate } = found;
  if (mandate.state !== 'proposed') return refuse('mandateNotProposed');
  const asMandator = speaksFor === mandate.mandator;
  if (asMandator ? mandate.mandatorAgreed : mandate.mandataryAgreed) return refuse('alreadyAgreed');
  const agreed: Mandate = { ...mandate, mandatorAgreed: true, mandataryAgreed: true, state: 'active' };
  parts.mandates.save(agreed);
  return { done: agreed };
};

/** Withdraws or declines a proposal: nothing of it stays. */
export const withdrawProposal = (
  parts: MahisParts,
  actor: Actor,
  id: string,
  speaksFor: string,
): Outcome<Mandate> => {
  const found = asParty(parts, actor, id, speaksFor);
  if ('barred' in found) return found.barred;
  if (found.mandate.state !== 'proposed') return refuse('mandateNotProposed');
  parts.mandates.remove(id);
  return { done: { ...found.mandate, state: 'closed' } };
};

/** Ends a mandate with a quarter, the present one at the earliest: it changes hands only where a quarter ends. */
export const endMandate = (
  parts: MahisParts,
  actor: Actor,
  id: string,
  wish: { readonly speaksFor: string; readonly endQuarter: string },
): Outcome<Mandate> => {
  const found = asParty(parts, actor, id, wish.speaksFor);
  if ('barred' in found) return found.barred;
  const { mandate } = found;
  const today = parts.clock.businessDate();
  if (!['active', 'toCome'].includes(standingOf(mandate, today))) return refuse('mandateNotActive');
  const field = 'endQuarter';
  if (!QUARTER.test(wish.endQuarter)) return refuse('quarterWrong', { field });
  if (wish.endQuarter < quarterOf(today)) return refuse('endQuarterPast', { field });
  if (wish.endQuarter < mandate.startQuarter) return refuse('endBeforeStart', { field });
  const ended: Mandate = { ...mandate, endQuarter: wish.endQuarter };
  parts.mandates.save(ended);
  return { done: ended };
};
