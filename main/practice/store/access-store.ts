// Who there is and who may do what: persons, their roles, registrations on the portal, qualities, the circle of trust.
import type { Connection } from './file-store.ts';

export interface Person {
  readonly insz: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** The first two hold for the whole enterprise (their `quality` is empty), the others for one quality. */
export type RoleKind =
  | 'mainAccessManager'
  | 'coAccessManager'
  | 'localAdministrator'
  | 'coAdministrator'
  | 'user';

export interface Role {
  readonly insz: string;
  readonly enterpriseNumber: string;
  readonly kind: RoleKind;
  readonly quality: string;
  /** "Beheer van technische kanalen", as granted to a user. */
  readonly technicalChannels: boolean;
}

export interface Registration {
  readonly enterpriseNumber: string;
  /** The enterprise that manages the accesses; null: kept in one's own hands. */
  readonly outsourcedTo: string | null;
  readonly registeredOn: string;
}

export interface CircleOfTrust {
  readonly acceptedBy: string;
  readonly acceptedOn: string;
}

export interface AccessStore {
  person(insz: string): Person | undefined;
  persons(): Person[];
  savePerson(person: Person): void;
  rolesIn(enterpriseNumber: string): Role[];
  rolesOf(insz: string): Role[];
  saveRole(role: Role): void;
  removeRole(role: Omit<Role, 'technicalChannels'>): void;
  registration(enterpriseNumber: string): Registration | undefined;
  saveRegistration(registration: Registration): void;
  qualityEmail(enterpriseNumber: string, quality: string): string | undefined;
  saveQualityEmail(enterpriseNumber: string, quality: string, email: string): void;
  circleOfTrust(enterpriseNumber: string): CircleOfTrust | undefined;
  acceptCircleOfTrust(enterpriseNumber: string, circle: CircleOfTrust): void;
}

type RoleRow = Omit<Role, 'technicalChannels'> & { technicalChannels: number };
const roleOf = (row: RoleRow): Role => ({ ...row, technicalChannels: row.technicalChannels === 1 });

const PERSON = 'insz, given_name AS givenName, family_name AS familyName';
const ROLE =
  'insz, enterprise_number AS enterpriseNumber, kind, quality, technical_channels AS technicalChannels';

export const createAccessStore = (database: Connection): AccessStore => {
  const person = database.prepare<[string], Person>(`SELECT ${PERSON} FROM person WHERE insz = ?`);
  const persons = database.prepare<[], Person>(
    `SELECT ${PERSON} FROM person ORDER BY family_name, given_name, insz`,
  );
  const savePerson = database.prepare('INSERT OR REPLACE INTO person VALUES (?, ?, ?)');
  const rolesIn = database.prepare<[string], RoleRow>(
    `SELECT ${ROLE} FROM role WHERE enterprise_number = ? ORDER BY rowid`,
  );
  const rolesOf = database.prepare<[string], RoleRow>(
    `SELECT ${ROLE} FROM role WHERE insz = ? ORDER BY rowid`,
  );
  const saveRole = database.prepare(
    `INSERT INTO role (insz, enterprise_number, kind, quality, technical_channels) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET technical_channels = excluded.technical_channels`,
  );
  const removeRole = database.prepare(
    'DELETE FROM role WHERE insz = ? AND enterprise_number = ? AND kind = ? AND quality = ?',
  );
  const registration = database.prepare<[string], Registration>(
    `SELECT enterprise_number AS enterpriseNumber, outsourced_to AS outsourcedTo, registered_on AS registeredOn
     FROM registration WHERE enterprise_number = ?`,
  );
  const saveRegistration = database.prepare('INSERT OR REPLACE INTO registration VALUES (?, ?, ?)');
  const email = database.prepare<[string, string], { email: string }>(
    'SELECT email FROM quality_contact WHERE enterprise_number = ? AND quality = ?',
  );
  const saveEmail = database.prepare('INSERT OR REPLACE INTO quality_contact VALUES (?, ?, ?)');
  const circle = database.prepare<[string], CircleOfTrust>(
    'SELECT accepted_by AS acceptedBy, accepted_on AS acceptedOn FROM circle_of_trust WHERE enterprise_number = ?',
  );
  const acceptCircle = database.prepare('INSERT OR REPLACE INTO circle_of_trust VALUES (?, ?, ?)');
  return {
    person: (insz) => person.get(insz),
    persons: () => persons.all(),
    savePerson: ({ insz, givenName, familyName }) => {
      savePerson.run(insz, givenName, familyName);
    },
    rolesIn: (number) => rolesIn.all(number).map(roleOf),
    rolesOf: (insz) => rolesOf.all(insz).map(roleOf),
    saveRole: ({ insz, enterpriseNumber, kind, quality, technicalChannels }) => {
      saveRole.run(insz, enterpriseNumber, kind, quality, technicalChannels ? 1 : 0);
    },
    removeRole: ({ insz, enterpriseNumber, kind, quality }) => {
      removeRole.run(insz, enterpriseNumber, kind, quality);
    },
    registration: (number) => registration.get(number),
    saveRegistration: ({ enterpriseNumber, outsourcedTo, registeredOn }) => {
      saveRegistration.run(enterpriseNumber, outsourcedTo, registeredOn);
    },
    qualityEmail: (number, quality) => email.get(number, quality)?.email,
    saveQualityEmail: (number, quality, address) => {
      saveEmail.run(number, quality, address);
    },
    circleOfTrust: (number) => circle.get(number),
    acceptCircleOfTrust: (number, { acceptedBy, acceptedOn }) => {
      acceptCircle.run(number, acceptedBy, acceptedOn);
    },
  };
};
