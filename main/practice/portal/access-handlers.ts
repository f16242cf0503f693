// The JSON interfaces of registration, access management, the circle of trust, and MAHIS.
import type { Call } from '../http/contract-routes.ts';
import { ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import type { Person } from '../store/access-store.ts';
import type { Mandate } from '../store/mandate-store.ts';
import { padEnterpriseNumber } from '../world/check-digits.ts';
import {
  type ActivationWish,
  type Appointment,
  acceptCircleOfTrust,
  activateQuality,
  appoint,
  setTechnicalChannels,
  withdrawRole,
} from './access-management.ts';
import { actingPerson } from './acting-person.ts';
import {
  agreeToMandate,
  endMandate,
  type MahisParts,
  type MandateWish,
  proposeMandate,
  standingOf,
  withdrawProposal,
} from './mahis.ts';
import { type Outcome, refusalProblem } from './refusal.ts';
import { beKnown, type RegistrationWish, register } from './registration.ts';
import {
  type Actor,
  coAdministrators,
  coManagers,
  enterprisesOf,
  localAdministrators,
  mainManagers,
  usersOf,
} from './who-may.ts';

type Handler = (call: Call<null>) => Reply;
type Work<T> = (actor: Actor, number: string, call: Call<null>) => Outcome<T>;

const created = (json: unknown): Reply => ({ status: 201, json });
const personOf = ({ insz, givenName, familyName }: Person): Person => ({ insz, givenName, familyName });

/** Everything that access management knows about an enterprise; undefined when practice does not know it. */
const describe = (parts: MahisParts, number: string): unknown => {
  const employer = parts.world.employer(number);
  if (employer === undefined) return undefined;
  const registration = parts.access.registration(number);
  return {
    enterpriseNumber: number,
    name: employer.name,
    registered: registration !== undefined,
    outsourcedTo: registration?.outsourcedTo ?? null,
    circleOfTrustAcceptedOn: parts.access.circleOfTrust(number)?.acceptedOn ?? null,
    mainAccessManagers: mainManagers(parts, number).map(personOf),
    coAccessManagers: coManagers(parts, number).map(personOf),
    qualities: employer.qualities.map((quality) => ({
      quality,
      email: parts.access.qualityEmail(number, quality) ?? null,
      localAdministrators: localAdministrators(parts, number, quality).map(personOf),
      coAdministrators: coAdministrators(parts, number, quality).map(personOf),
      users: usersOf(parts, number, quality).map((user) => ({
        ...personOf(user),
        technicalChannels: user.technicalChannels,
      })),
    })),
  };
};

export const createAccessHandlers = (parts: MahisParts): Record<string, Handler> => {
  const act =
    <T>(area: 'access' | 'mahis', reply: (done: T) => Reply, work: Work<T>): Handler =>
    (call) => {
      const acting = actingPerson(parts.access, call.exchange);
      const number = padEnterpriseNumber(call.parameters['enterpriseNumber'] ?? '');
      const outcome = 'barred' in acting ? acting.barred : work(acting.actor, number, call);
      return 'done' in outcome ? reply(outcome.done) : refusalProblem(area, outcome);
    };
  const json = <T>({ json: body }: Call<null>): T => body as T;
  const showMandate = (mandate: Mandate): unknown => ({
    ...mandate,
    standing: standingOf(mandate, parts.clock.businessDate()),
  });

  return {
    listPeople: () =>
      ok({
        items: parts.access.persons().map((person) => ({
          ...person,
          roles: parts.access.rolesOf(person.insz).map(({ insz: _insz, ...role }) => role),
          enterprises: enterprisesOf(parts, person.insz),
        })),
      }),
    getEnterprise: ({ parameters }) => {
      const number = padEnterpriseNumber(parameters['enterpriseNumber'] ?? '');
      const found = describe(parts, number);
      return found === undefined
        ? problems.resourceNotFound('enterpriseNumber', number, 'the enterprise is unknown in practice')
        : ok(found);
    },
    beKnown: act('access', created, (actor, enterpriseNumber, call) =>
      beKnown(parts, actor, { enterpriseNumber, name: json<{ name: string }>(call).name }),
    ),
    register: act('access', created, (actor, number, call) => {
      const { outsourcedTo = '', ...wish } = json<
        Omit<RegistrationWish, 'outsourcedTo'> & { outsourcedTo?: string }
      >(call);
      return register(parts, actor, number, { ...wish, outsourcedTo });
    }),
    activateQuality: act('access', created, (actor, number, call) => {
      const { administrator = '', ...wish } = json<
        Omit<ActivationWish, 'myself'> & { administrator?: string }
      >(call);
      return activateQuality(parts, actor, number, { ...wish, administrator, myself: administrator === '' });
    }),
    appoint: act('access', created, (actor, number, call) => appoint(parts, actor, number, roleIn(call))),
    withdrawRole: act(
      'access',
      () => ({ status: 204 }),
      (actor, number, call) => withdrawRole(parts, actor, number, roleIn(call)),
    ),
    setTechnicalChannels: act('access', ok, (actor, number, call) => {
      const { person, quality, granted } = json<{ person: string; quality: string; granted: boolean }>(call);
      return setTechnicalChannels(parts, actor, number, { quality, granted, insz: person });
    }),
    acceptCircleOfTrust: act('access', created, (actor, number) =>
      acceptCircleOfTrust(parts, actor, number, parts.clock.businessDate()),
    ),
    listMandates: ({ parameters }) => {
      const number = parameters['enterpriseNumber'];
      const all =
        number === undefined ? parts.mandates.all() : parts.mandates.involving(padEnterpriseNumber(number));
      return ok({ items: all.map(showMandate) });
    },
    proposeMandate: act(
      'mahis',
      (done: Mandate) => created(showMandate(done)),
      (actor, _number, call) => {
        const {
          endQuarter = '',
          sameGroup = false,
          ...wish
        } = json<
          Omit<MandateWish, 'endQuarter' | 'sameGroup'> & { endQuarter?: string; sameGroup?: boolean }
        >(call);
        const speaksFor = padEnterpriseNumber(wish.speaksFor);
        return proposeMandate(parts, actor, { ...wish, speaksFor, endQuarter, sameGroup });
      },
    ),
    agreeToMandate: act(
      'mahis',
      (done: Mandate) => ok(showMandate(done)),
      (actor, _number, call) => agreeToMandate(parts, actor, call.parameters['id'] ?? '', speaker(call)),
    ),
    withdrawProposal: act(
      'mahis',
      () => ({ status: 204 }),
      (actor, _number, call) => withdrawProposal(parts, actor, call.parameters['id'] ?? '', speaker(call)),
    ),
    endMandate: act(
      'mahis',
      (done: Mandate) => ok(showMandate(done)),
      (actor, _number, call) => {
        const { endQuarter } = json<{ endQuarter: string }>(call);
        return endMandate(parts, actor, call.parameters['id'] ?? '', {
          speaksFor: speaker(call),
          endQuarter,
        });
      },
    ),
  };
};

const roleIn = ({ json }: Call<null>): Appointment => {
  const {
    person,
    kind,
    quality = '',
  } = json as {
    person: string;
    kind: Appointment['kind'];
    quality?: string;
  };
  return { kind, quality, insz: person };
};

const speaker = ({ json }: Call<null>): string =>
  padEnterpriseNumber((json as { speaksFor: string }).speaksFor);
