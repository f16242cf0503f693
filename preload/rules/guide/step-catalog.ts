// Every step of every guide: who can do it, where on the portal, and how many sentences tell it. The sentences stand in
// `guide.json` under `steps.<id>`; a test holds both together.
import type { LabelId } from './portal-labels.ts';

/** Who can do a step. `self` is the person in front of this program. */
export const roles = [
  'self',
  'manager',
  'mainAccessManager',
  'accessManager',
  'localManager',
  'channelUser',
  'certificateHolder',
  'employer',
  'mandatary',
] as const;
export type Role = (typeof roles)[number];

/** A page of the practice portal, and with it of the official one. */
export type PortalPage = 'portal' | 'accessManagement' | 'chaman' | 'mahis' | 'circleOfTrust';

export const drawingIds = [
  'audience',
  'quality',
  'activation',
  'contact',
  'newAccount',
  'accountPage',
  'mandate',
  'grants',
] as const;
export type DrawingId = (typeof drawingIds)[number];

/** Room of this program where a step is done. */
export type OwnPlace =
  | 'makeCertificate'
  | 'importCertificate'
  | 'addAccount'
  | 'account'
  | 'doctor'
  | 'life'
  | 'outbox'
  | 'connection'
  | 'employers';

export type StepFacts = {
  who: Role;
  /** Way through the portal, outermost first; empty where nothing is to be found there. */
  where: readonly LabelId[];
  page: PortalPage | null;
  place: OwnPlace | null;
  /** Sentences that say what to do, and troubles that are known with who solves them. */
  acts: number;
  troubles: number;
  drawings: readonly DrawingId[];
  /** An e-mail to whoever can do it is offered. */
  mail: boolean;
};

const inAccess = ['enterprise', 'allServices', 'accessManagement'] as const;
const inChaman = ['enterprise', 'allServices', 'chaman', 'manageChannels'] as const;
const inMahis = ['enterprise', 'allServices', 'mahis'] as const;

const onPortal = (
  who: Role,
  page: PortalPage,
  where: readonly LabelId[],
  acts: number,
  troubles: number,
  drawings: readonly DrawingId[] = [],
): StepFacts => ({ who, where, page, place: null, acts, troubles, drawings, mail: true });
const here = (place: OwnPlace, acts: number, troubles: number): StepFacts => ({
  who: 'self',
  where: [],
  page: null,
  place,
  acts,
  troubles,
  drawings: [],
  mail: false,
});

export const stepCatalog = {
  acceptanceRequest: { ...onPortal('self', 'portal', [], 2, 1), page: null },
  known: onPortal('manager', 'portal', ['enterprise'], 2, 1),
  registered: onPortal('manager', 'portal', ['enterprise'], 3, 1, ['grants']),
  mandataryConditions: onPortal('manager', 'mahis', [...inMahis, 'guidelines'], 2, 1),
  activateQuality: onPortal('accessManager', 'accessManagement', [...inAccess, 'activateQuality'], 4, 2, [
    'activation',
    'grants',
  ]),
  chamanAccess: onPortal('localManager', 'accessManagement', [...inAccess, 'yourManagers'], 3, 1, ['grants']),
  makeCertificate: here('makeCertificate', 2, 1),
  importCertificate: here('importCertificate', 2, 1),
  askContainer: {
    ...here('importCertificate', 3, 2),
    who: 'certificateHolder',
    mail: true,
  },
  signIn: onPortal('channelUser', 'chaman', inChaman, 3, 2, ['audience', 'quality']),
  contactData: onPortal('channelUser', 'chaman', [...inChaman, 'contactData'], 2, 1, ['contact']),
  circleOfTrust: onPortal('mainAccessManager', 'circleOfTrust', ['enterprise', 'allServices'], 2, 1, [
    'grants',
  ]),
  addAccount: onPortal('channelUser', 'chaman', [...inChaman, 'addAccount'], 5, 2, ['newAccount']),
  findAccount: onPortal('channelUser', 'chaman', [...inChaman, 'webServices'], 2, 1, ['accountPage']),
  addCertificate: onPortal('channelUser', 'chaman', [...inChaman, 'webServices', 'addCertificate'], 3, 1, [
    'accountPage',
  ]),
  changeRights: onPortal('channelUser', 'chaman', [...inChaman, 'webServices', 'rights'], 3, 1, [
    'accountPage',
  ]),
  keepClientId: here('addAccount', 2, 1),
  testConnection: here('doctor', 2, 1),
  giveMandate: onPortal('employer', 'mahis', inMahis, 4, 2, ['mandate']),
  acceptMandate: onPortal('mandatary', 'mahis', inMahis, 2, 1, ['mandate']),
  recordMandate: here('employers', 2, 1),
  chooseRoute: here('employers', 2, 1),
  chooseElsewhere: here('employers', 1, 1),
  finishSending: here('outbox', 2, 1),
  untickRight: onPortal('channelUser', 'chaman', [...inChaman, 'webServices', 'rights'], 3, 1, [
    'accountPage',
  ]),
  newCertificateFirst: here('life', 2, 1),
  removeCertificate: onPortal('channelUser', 'chaman', [...inChaman, 'webServices', 'certificates'], 3, 1, [
    'accountPage',
  ]),
  closeAccount: onPortal('channelUser', 'chaman', [...inChaman, 'webServices', 'action'], 2, 1),
  endMandate: onPortal('employer', 'mahis', inMahis, 3, 1, ['mandate']),
  recordStop: here('account', 2, 1),
  recordMandateEnd: here('employers', 2, 1),
  recordRemoval: here('connection', 2, 1),
} as const satisfies Record<string, StepFacts>;

export type StepId = keyof typeof stepCatalog;
export const stepIds = Object.keys(stepCatalog) as [StepId, ...StepId[]];
export const factsOf = (id: StepId): StepFacts => stepCatalog[id];
