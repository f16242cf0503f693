// The fictitious people of the practice world: who manages which sample enterprise, and a few without any role, who may
// be put in charge of an enterprise of one's own. Every name is made up and every number lies in a range not given out.
import type { AccessStore, RoleKind } from '../store/access-store.ts';

export const DE_BERK = '0999999130';
export const HET_PARK = '1999999250';
export const KLAVER = '0999999031';
export const ZILVERHOF = '1999999052';
export const WILGENHOF = '1999999151';

/** The INSZ of somebody born in the 1900s on `yymmdd`, with a counter from 990 on. */
const inszFor = (born: string, counter: number): string => {
  const stem = `${born}${counter}`;
  return stem + String(97 - (Number(stem) % 97)).padStart(2, '0');
};

type Part = readonly [kind: RoleKind, enterpriseNumber: string, quality?: string, technicalChannels?: true];
// yymmdd, counter, given name, family name, roles
type Row = readonly [string, number, string, string, readonly Part[]];

const PEOPLE: readonly Row[] = [
  ['700412', 996, 'Hilde', 'Berkelmans', [['mainAccessManager', DE_BERK]]],
  ['811103', 995, 'Wout', 'Sparrendam', [['coAccessManager', DE_BERK]]],
  ['760929', 996, 'Nadia', 'Ouchenne', [['localAdministrator', DE_BERK, 'employer']]],
  ['920217', 995, 'Sanne', 'Merelvelt', [['user', DE_BERK, 'employer', true]]],
  ['950608', 996, 'Kobe', 'Lieverdink', [['user', DE_BERK, 'employer']]],
  ['680523', 995, 'Pieter', 'Klavervelt', [['mainAccessManager', KLAVER]]],
  ['791214', 996, 'Ingrid', 'Waterheide', [['localAdministrator', KLAVER, 'socialSecretariat']]],
  ['840330', 995, 'Yusuf', 'Karamanlar', [['localAdministrator', KLAVER, 'serviceProvider']]],
  ['890701', 996, 'Lotte', 'Bosserveld', [['coAdministrator', KLAVER, 'socialSecretariat']]],
  ['970119', 995, 'Tine', 'Bollaarts', [['user', KLAVER, 'socialSecretariat']]],
  [
    '730826',
    996,
    'Mireille',
    'Zilverbeke',
    [
      ['mainAccessManager', ZILVERHOF],
      ['localAdministrator', ZILVERHOF, 'employer'],
    ],
  ],
  [
    '660210',
    995,
    'Dirk',
    'Wilgenmans',
    [
      ['mainAccessManager', WILGENHOF],
      ['localAdministrator', WILGENHOF, 'employer'],
      ['localAdministrator', WILGENHOF, 'trainingProvider'],
    ],
  ],
  ['780304', 996, 'Greet', 'Parkelaar', [['localAdministrator', HET_PARK, 'employer']]],
  ['750505', 995, 'Alma', 'Duinroos', []],
  ['820916', 996, 'Bastien', 'Fontavril', []],
  ['860422', 995, 'Chiara', 'Lindental', []],
  ['930730', 996, 'Emre', 'Veldegem', []],
  ['990227', 995, 'Farah', 'Montclair', []],
];

const EMAILS: readonly (readonly [string, string, string])[] = [
  [DE_BERK, 'employer', 'personeel@berk.invalid'],
  [HET_PARK, 'employer', 'office@park.invalid'],
  [KLAVER, 'employer', 'hr@klaver.invalid'],
  [KLAVER, 'socialSecretariat', 'aangiften@klaver.invalid'],
  [KLAVER, 'serviceProvider', 'diensten@klaver.invalid'],
  [ZILVERHOF, 'employer', 'receptie@zilverhof.invalid'],
  [WILGENHOF, 'employer', 'info@wilgenhof.invalid'],
  [WILGENHOF, 'trainingProvider', 'opleiding@wilgenhof.invalid'],
];

const REGISTERED_ON = '2024-01-15';

/** Writes the people, their roles and the registrations of the sample enterprises. */
export const seedSamplePeople = (access: AccessStore): void => {
  for (const [born, counter, givenName, familyName, roles] of PEOPLE) {
    const insz = inszFor(born, counter);
    access.savePerson({ insz, givenName, familyName });
    for (const [kind, enterpriseNumber, quality = '', technicalChannels = false] of roles) {
      access.saveRole({ insz, enterpriseNumber, kind, quality, technicalChannels });
    }
  }
  for (const [number, quality, email] of EMAILS) access.saveQualityEmail(number, quality, email);
  for (const enterpriseNumber of [DE_BERK, KLAVER, ZILVERHOF, WILGENHOF]) {
    access.saveRegistration({ enterpriseNumber, outsourcedTo: null, registeredOn: REGISTERED_ON });
  }
  // This one has its accesses managed by its social secretariat.
  access.saveRegistration({
    enterpriseNumber: HET_PARK,
    outsourcedTo: KLAVER,
    registeredOn: REGISTERED_ON,
  });
};
