// Which person may do what, after the guides: entity level activates and appoints, quality level grants Chaman.
import type { AccessStore, Person, Role, RoleKind } from '../store/access-store.ts';
import type { WorldStore } from '../store/world-store.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The person who acts; `program` is the app itself, which no role restrains. */
export type Actor = Person | 'program';

export interface AccessParts {
  readonly access: AccessStore;
  readonly world: WorldStore;
}

const peopleOf = (access: AccessStore, roles: readonly Role[]): Person[] => {
  const found = new Map<string, Person>();
  for (const { insz } of roles) {
    const person = access.person(insz);
    if (person !== undefined) found.set(insz, person);
  }
  return [...found.values()];
};

const holders = (
  { access }: AccessParts,
  enterpriseNumber: string,
  kinds: readonly RoleKind[],
  quality = '',
): Person[] =>
  peopleOf(
    access,
    access.rolesIn(enterpriseNumber).filter((role) => kinds.includes(role.kind) && role.quality === quality),
  );

/** Who manages the accesses of the entity: its own managers, or those of the enterprise it was outsourced to. */
const managing = ({ access }: AccessParts, enterpriseNumber: string): string =>
  access.registration(enterpriseNumber)?.outsourcedTo ?? enterpriseNumber;

export const mainManagers = (parts: AccessParts, enterpriseNumber: string): Person[] =>
  holders(parts, managing(parts, enterpriseNumber), ['mainAccessManager']);

export const coManagers = (parts: AccessParts, enterpriseNumber: string): Person[] =>
  holders(parts, managing(parts, enterpriseNumber), ['coAccessManager']);

export const entityManagers = (parts: AccessParts, enterpriseNumber: string): Person[] =>
  holders(parts, managing(parts, enterpriseNumber), ['mainAccessManager', 'coAccessManager']);

export const localAdministrators = (parts: AccessParts, number: string, quality: string): Person[] =>
  holders(parts, number, ['localAdministrator'], quality);

export const coAdministrators = (parts: AccessParts, number: string, quality: string): Person[] =>
  holders(parts, number, ['coAdministrator'], quality);

/** Local administrators and co-administrators of a quality: they grant Chaman. */
export const administrators = (parts: AccessParts, number: string, quality: string): Person[] =>
  holders(parts, number, ['localAdministrator', 'coAdministrator'], quality);

/** Users of a quality, each with whether "Beheer van technische kanalen" was granted. */
export const usersOf = ({ access }: AccessParts, number: string, quality: string): (Person & Role)[] =>
  access
    .rolesIn(number)
    .filter((role) => role.kind === 'user' && role.quality === quality)
    .flatMap((role) => {
      const person = access.person(role.insz);
      return person === undefined ? [] : [{ ...role, ...person }];
    });

const includes = (people: readonly Person[], actor: Actor): boolean =>
  actor === 'program' || people.some(({ insz }) => insz === actor.insz);

const only = (
  code: 'onlyMainAccessManager' | 'onlyAccessManager' | 'onlyLocalAdministrator' | 'noAccess',
  people: readonly Person[],
  actor: Actor,
): Refusal | undefined => (includes(people, actor) ? undefined : { ...refuse(code), who: people });

export const onlyMainManager = (parts: AccessParts, actor: Actor, number: string): Refusal | undefined =>
  only('onlyMainAccessManager', mainManagers(parts, number), actor);

export const onlyEntityManager = (parts: AccessParts, actor: Actor, number: string): Refusal | undefined =>
  only('onlyAccessManager', entityManagers(parts, number), actor);

export const onlyAdministrator = (
  parts: AccessParts,
  actor: Actor,
  number: string,
  quality: string,
): Refusal | undefined => only('onlyLocalAdministrator', administrators(parts, number, quality), actor);

/** Managers of the entity or the quality, and users to whom the technical channels were granted. */
export const hasChaman = (parts: AccessParts, actor: Actor, number: string, quality: string): boolean => {
  const granted = usersOf(parts, number, quality).filter((user) => user.technicalChannels);
  const managers = [...entityManagers(parts, number), ...administrators(parts, number, quality)];
  return includes([...managers, ...granted], actor);
};

/** Refuses as the portal does with "geen toegang", naming who may grant. */
export const noChaman = (
  parts: AccessParts,
  actor: Actor,
  number: string,
  quality: string,
): Refusal | undefined =>
  hasChaman(parts, actor, number, quality)
    ? undefined
    : { ...refuse('noAccess'), who: administrators(parts, number, quality) };

/** Who may speak for an enterprise in MAHIS: managers of the entity and administrators of any of its qualities. */
export const representatives = (parts: AccessParts, number: string): Person[] => {
  const qualities = parts.world.employer(number)?.qualities ?? [];
  const all = [
    ...entityManagers(parts, number),
    ...qualities.flatMap((quality) => administrators(parts, number, quality)),
  ];
  return [...new Map(all.map((person) => [person.insz, person])).values()];
};

export const onlyRepresentative = (parts: AccessParts, actor: Actor, number: string): Refusal | undefined => {
  const people = representatives(parts, number);
  return includes(people, actor) ? undefined : { ...refuse('onlyParty'), who: people };
};

/** The enterprises in which a person plays a part, or whose accesses that person manages. */
export const enterprisesOf = (parts: AccessParts, insz: string): string[] => {
  const own = parts.access.rolesOf(insz).map((role) => role.enterpriseNumber);
  const managed = parts.world
    .employers()
    .map(({ enterpriseNumber }) => enterpriseNumber)
    .filter((number) => entityManagers(parts, number).some((person) => person.insz === insz));
  return [...new Set([...own, ...managed])];
};
