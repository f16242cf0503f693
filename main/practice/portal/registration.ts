// The two steps before Chaman: to be known as employer of the NSSO, and to be registered on the portal.
import type { PracticeClock } from '../clock.ts';
import { enterpriseNumberIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import { textFinding } from './field-rules.ts';
import { type Finding, type Outcome, type Refusal, refuse, refuseAll } from './refusal.ts';
import type { AccessParts, Actor } from './who-may.ts';

export interface RegistrationParts extends AccessParts {
  readonly clock: PracticeClock;
}

/** `999.999.130` → `0999999130`; undefined when the check digits are wrong. */
export const readEnterpriseNumber = (text: string): string | undefined => {
  const number = padEnterpriseNumber(text.replace(/[\s.]/g, '').replace(/^BE/i, ''));
  return enterpriseNumberIsValid(number) ? number : undefined;
};

export interface KnownEnterprise {
  readonly enterpriseNumber: string;
  readonly name: string;
}

/**
 * Whoever plays a part in another enterprise only does not speak for this one; somebody without any does. Where everybody
 * has a part already, practice lets anybody begin, so that nobody is stuck.
 */
const mustBeOwn = (parts: AccessParts, actor: Actor, enterpriseNumber: string): Refusal | undefined => {
  if (actor === 'program') return undefined;
  const roles = parts.access.rolesOf(actor.insz);
  if (roles.length === 0 || roles.some((role) => role.enterpriseNumber === enterpriseNumber))
    return undefined;
  const free = parts.access.persons().filter(({ insz }) => parts.access.rolesOf(insz).length === 0);
  return free.length === 0 ? undefined : { ...refuse('otherEnterprise'), who: free };
};

/** Makes an enterprise known as employer of the NSSO, not yet registered on the portal. */
export const beKnown = (
  parts: AccessParts,
  actor: Actor,
  given: { readonly enterpriseNumber: string; readonly name: string },
): Outcome<KnownEnterprise> => {
  const enterpriseNumber = readEnterpriseNumber(given.enterpriseNumber);
  const wrong = refuseAll([
    enterpriseNumber === undefined ? { code: 'enterpriseNumberWrong', field: 'enterpriseNumber' } : undefined,
    textFinding(given.name, 'name', 'nameMissing'),
  ]);
  if (wrong !== undefined || enterpriseNumber === undefined) return wrong ?? refuse('enterpriseNumberWrong');
  if (parts.world.employer(enterpriseNumber) !== undefined) {
    return refuse('alreadyKnown', { field: 'enterpriseNumber' });
  }
  const barred = mustBeOwn(parts, actor, enterpriseNumber);
  if (barred !== undefined) return barred;
  const name = given.name.trim();
  parts.world.saveEmployer({ enterpriseNumber, name, qualities: ['employer'], fte: 20, weeklyHours: 38 });
  return { done: { enterpriseNumber, name } };
};

/** Refuses when practice does not know the enterprise, or when it is not registered yet. */
export const mustBeRegistered = (parts: AccessParts, enterpriseNumber: string): Refusal | undefined => {
  if (parts.world.employer(enterpriseNumber) === undefined) return refuse('enterpriseUnknown');
  return parts.access.registration(enterpriseNumber) === undefined ? refuse('notRegistered') : undefined;
};

export interface RegistrationWish {
  readonly access: string;
  readonly outsourcedTo: string;
  readonly email: string;
}

const outsourcingFinding = (
  parts: AccessParts,
  number: string,
  outsourcedTo: string | undefined,
): Finding | undefined => {
  const field = 'outsourcedTo';
  if (outsourcedTo === undefined) return { code: 'enterpriseNumberWrong', field };
  if (outsourcedTo === number) return { code: 'outsourcedToItself', field };
  const target = parts.access.registration(outsourcedTo);
  return target === undefined || target.outsourcedTo !== null
    ? { code: 'outsourcedToUnknown', field }
    : undefined;
};

/**
 * Registers an enterprise on the portal. Accesses kept in one's own hands make the acting person main access manager
 * and local administrator of the employer; outsourced ones are managed by the managers of the other enterprise.
 */
export const register = (
  parts: RegistrationParts,
  actor: Actor,
  enterpriseNumber: string,
  wish: RegistrationWish,
): Outcome<{ readonly enterpriseNumber: string; readonly outsourcedTo: string | null }> => {
  if (parts.world.employer(enterpriseNumber) === undefined) return refuse('enterpriseUnknown');
  if (parts.access.registration(enterpriseNumber) !== undefined) return refuse('alreadyRegistered');
  const barred = mustBeOwn(parts, actor, enterpriseNumber);
  if (barred !== undefined) return barred;
  const outsourced = wish.access === 'outsourced';
  const target = outsourced ? readEnterpriseNumber(wish.outsourcedTo) : undefined;
  const wrong = refuseAll([
    ['kept', 'outsourced'].includes(wish.access)
      ? undefined
      : { code: 'accessChoiceMissing', field: 'access' },
    outsourced ? outsourcingFinding(parts, enterpriseNumber, target) : undefined,
    textFinding(wish.email, 'email', 'emailMissing'),
  ]);
  if (wrong !== undefined) return wrong;
  const outsourcedTo = target ?? null;
  const registeredOn = parts.clock.businessDate();
  parts.world.together(() => {
    parts.access.saveRegistration({ enterpriseNumber, outsourcedTo, registeredOn });
    parts.access.saveQualityEmail(enterpriseNumber, 'employer', wish.email.trim());
    if (outsourced || actor === 'program') return;
    const role = { insz: actor.insz, enterpriseNumber, technicalChannels: false };
    parts.access.saveRole({ ...role, kind: 'mainAccessManager', quality: '' });
    parts.access.saveRole({ ...role, kind: 'localAdministrator', quality: 'employer' });
  });
  return { done: { enterpriseNumber, outsourcedTo } };
};
