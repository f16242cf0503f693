// Access management: activate a quality, appoint, and grant or withdraw the technical channels. Source: guide of the FLA
// API channel, sections 4.3, 5 and 7.1.
import { isQuality } from '../chaman/qualities.ts';
import { textFinding } from './field-rules.ts';
import { type Finding, type Outcome, type Refusal, refuse, refuseAll } from './refusal.ts';
import { mustBeRegistered } from './registration.ts';
import {
  type AccessParts,
  type Actor,
  administrators,
  onlyAdministrator,
  onlyEntityManager,
  onlyMainManager,
} from './who-may.ts';

const personFinding = (parts: AccessParts, insz: string, field: string): Finding | undefined => {
  if (insz === '') return { code: 'administratorMissing', field };
  return parts.access.person(insz) === undefined ? { code: 'administratorUnknown', field } : undefined;
};

const mustBeActive = (parts: AccessParts, number: string, quality: string): Refusal | undefined => {
  const missing = mustBeRegistered(parts, number);
  if (missing !== undefined) return missing;
  if (!isQuality(quality)) return refuse('qualityUnknown');
  return parts.world.employer(number)?.qualities.includes(quality) ? undefined : refuse('qualityNotActive');
};

export interface ActivationWish {
  readonly quality: string;
  readonly email: string;
  /** Whether the acting person manages the quality; else `administrator` does. */
  readonly myself: boolean;
  readonly administrator: string;
}

/** Activates a quality with its e-mail address and its local administrator, who thereby has access to Chaman. */
export const activateQuality = (
  parts: AccessParts,
  actor: Actor,
  enterpriseNumber: string,
  wish: ActivationWish,
): Outcome<{ readonly quality: string }> => {
  const barred =
    mustBeRegistered(parts, enterpriseNumber) ?? onlyEntityManager(parts, actor, enterpriseNumber);
  if (barred !== undefined) return barred;
  const employer = parts.world.employer(enterpriseNumber);
  if (employer === undefined) return refuse('enterpriseUnknown');
  const { quality } = wish;
  if (!isQuality(quality)) return refuse('qualityUnknown', { field: 'quality' });
  if (employer.qualities.includes(quality)) return refuse('qualityAlreadyActive', { field: 'quality' });
  const self = wish.myself && actor !== 'program' ? actor.insz : undefined;
  const insz = self ?? wish.administrator.replace(/\D/g, '');
  const wrong = refuseAll([
    textFinding(wish.email, 'email', 'emailMissing'),
    personFinding(parts, insz, 'administrator'),
  ]);
  if (wrong !== undefined) return wrong;
  parts.world.together(() => {
    parts.world.saveEmployer({ ...employer, qualities: [...employer.qualities, quality] });
    parts.access.saveQualityEmail(enterpriseNumber, quality, wish.email.trim());
    const kind = 'localAdministrator';
    parts.access.saveRole({ insz, enterpriseNumber, kind, quality, technicalChannels: false });
  });
  return { done: { quality } };
};

export interface Appointment {
  readonly kind: 'coAccessManager' | 'localAdministrator' | 'coAdministrator' | 'user';
  /** Empty for the entity level. */
  readonly quality: string;
  readonly insz: string;
}

/** The main manager appoints at entity level, the entity level in each quality, local administrators below them. */
const mayAppoint = (
  parts: AccessParts,
  actor: Actor,
  number: string,
  { kind, quality }: Appointment,
): Refusal | undefined => {
  if (kind === 'coAccessManager') return onlyMainManager(parts, actor, number);
  if (kind === 'localAdministrator') return onlyEntityManager(parts, actor, number);
  if (kind === 'user') return onlyAdministrator(parts, actor, number, quality);
  const asManager = onlyEntityManager(parts, actor, number);
  if (asManager === undefined) return undefined;
  return onlyAdministrator(parts, actor, number, quality) === undefined ? undefined : asManager;
};

/** The role that is meant, with whether it is held, for an actor who may give and take it. */
const roleMeant = (
  parts: AccessParts,
  actor: Actor,
  number: string,
  wish: Appointment,
): { readonly barred: Refusal } | { readonly meant: Appointment; readonly held: boolean } => {
  const entity = wish.kind === 'coAccessManager';
  const quality = entity ? '' : wish.quality;
  const barred =
    (entity ? mustBeRegistered(parts, number) : mustBeActive(parts, number, quality)) ??
    mayAppoint(parts, actor, number, wish);
  if (barred !== undefined) return { barred };
  const insz = wish.insz.replace(/\D/g, '');
  const wrong = refuseAll([personFinding(parts, insz, 'person')]);
  if (wrong !== undefined) return { barred: wrong };
  const held = parts.access.rolesIn(number).some((role) => {
    return role.insz === insz && role.kind === wish.kind && role.quality === quality;
  });
  return { meant: { kind: wish.kind, quality, insz }, held };
};

/** Gives a person a role in the enterprise or in one of its qualities. */
export const appoint = (
  parts: AccessParts,
  actor: Actor,
  enterpriseNumber: string,
  wish: Appointment,
): Outcome<Appointment> => {
  const found = roleMeant(parts, actor, enterpriseNumber, wish);
  if ('barred' in found) return found.barred;
  if (found.held) return refuse('roleAlreadyHeld', { field: 'person' });
  parts.access.saveRole({ ...found.meant, enterpriseNumber, technicalChannels: false });
  return { done: found.meant };
};

/** Takes a role back, from whoever may give it: what it opened is shut at once, the technical channels too. */
export const withdrawRole = (
  parts: AccessParts,
  actor: Actor,
  enterpriseNumber: string,
  wish: Appointment,
): Outcome<Appointment> => {
  const found = roleMeant(parts, actor, enterpriseNumber, wish);
  if ('barred' in found) return found.barred;
  if (!found.held) return refuse('roleNotHeld');
  parts.access.removeRole({ ...found.meant, enterpriseNumber });
  return { done: found.meant };
};

/** Grants "Beheer van de technische kanalen" to a user of a quality, or takes it back. */
export const setTechnicalChannels = (
  parts: AccessParts,
  actor: Actor,
  enterpriseNumber: string,
  wish: { readonly quality: string; readonly insz: string; readonly granted: boolean },
): Outcome<{ readonly granted: boolean }> => {
  const barred =
    mustBeActive(parts, enterpriseNumber, wish.quality) ??
    onlyAdministrator(parts, actor, enterpriseNumber, wish.quality);
  if (barred !== undefined) return barred;
  const role = parts.access.rolesIn(enterpriseNumber).find((one) => {
    return one.kind === 'user' && one.quality === wish.quality && one.insz === wish.insz;
  });
  if (role === undefined) {
    return {
      ...refuse('notAUser', { field: 'person' }),
      who: administrators(parts, enterpriseNumber, wish.quality),
    };
  }
  parts.access.saveRole({ ...role, technicalChannels: wish.granted });
  return { done: { granted: wish.granted } };
};

/** Accepts the circle of trust; without it the rights on citizens' data carry no scope. */
export const acceptCircleOfTrust = (
  parts: AccessParts,
  actor: Actor,
  enterpriseNumber: string,
  today: string,
): Outcome<{ readonly acceptedOn: string }> => {
  const barred = mustBeRegistered(parts, enterpriseNumber) ?? onlyMainManager(parts, actor, enterpriseNumber);
  if (barred !== undefined) return barred;
  if (parts.access.circleOfTrust(enterpriseNumber) !== undefined) return refuse('circleAlreadyAccepted');
  const acceptedBy = actor === 'program' ? '' : actor.insz;
  parts.access.acceptCircleOfTrust(enterpriseNumber, { acceptedBy, acceptedOn: today });
  return { done: { acceptedOn: today } };
};
