// What is answered in the first question so far, and the plan that it makes.
import type { CallInput } from '../../../preload/contract/index.ts';
import type { Quality, Service } from '../../../preload/contract/services.ts';
import type {
  AccessKeeper,
  Audience,
  CertificatePlace,
  GroupWay,
  MandataryKind,
  PresenceUse,
  Size,
  StopKind,
} from '../../../preload/rules/guide/answers.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';

export type GuideDraft = {
  step: string;
  kind: 'start' | StopKind | null;
  services: Service[];
  audience: Audience | null;
  groupWay: GroupWay;
  mandataryKind: MandataryKind;
  access: AccessKeeper | null;
  size: Size | null;
  account: 'no' | 'yes';
  certificate: CertificatePlace;
  employerId: string;
  enterpriseNumber: string;
  enterpriseName: string;
  quality: Quality | null;
  presences: PresenceUse;
  mandataryNumber: string;
  mandataryName: string;
};

export const emptyGuide: GuideDraft = {
  step: 'what',
  kind: null,
  services: [],
  audience: null,
  groupWay: 'one',
  mandataryKind: 'socialSecretariat',
  access: null,
  size: null,
  account: 'no',
  certificate: 'none',
  employerId: '',
  enterpriseNumber: '',
  enterpriseName: '',
  quality: null,
  presences: 'register',
  mandataryNumber: '',
  mandataryName: '',
};

/** Who does it matters to an employer and to each company of a group; a mandatary and a provider do it themselves. */
export const asksAccess = ({ kind, audience, groupWay }: GuideDraft): boolean =>
  kind === 'start' && (audience === 'ownWorkers' || (audience === 'group' && groupWay === 'each'));

/** What is there matters only where an account signs. */
export const asksThere = (draft: GuideDraft): boolean =>
  draft.kind === 'start' && !(asksAccess(draft) && draft.access === 'mandatary');

/** The right and the mandate are of a service; a certificate and an account are of all. */
export const asksServices = ({ kind }: GuideDraft): boolean =>
  kind === 'start' || kind === 'right' || kind === 'mandate';

/** The quality in which the account is, as far as the answers say. */
export function qualityOf({ audience, groupWay, mandataryKind }: GuideDraft): Quality {
  if (audience === 'clients') return mandataryKind;
  if (audience === 'participants') return 'trainingProvider';
  return audience === 'group' && groupWay === 'one' ? 'serviceProvider' : 'employerNsso';
}

/** Looking up presences and registering them are two rights. */
export const asksPresences = ({ kind, services }: GuideDraft): boolean =>
  kind === 'start' && services.includes('checkInAndOutAtWork');

/** Whoever acts may be named later: a number that is not whole yet stays out of the plan. */
function mandataryOf(draft: GuideDraft): Pick<Answers, 'mandatary'> {
  if (!asksAccess(draft) || draft.access !== 'mandatary') return {};
  const name = draft.mandataryName.trim();
  const enterpriseNumber = parseEnterpriseNumber(draft.mandataryNumber);
  return name === '' && enterpriseNumber === null ? {} : { mandatary: { name, enterpriseNumber } };
}

type GuidePlan = CallInput<'guide.road'>['plan'];
type Answers = Extract<GuidePlan, { kind: 'start' }>['answers'];

export function planOf(draft: GuideDraft): GuidePlan {
  const { kind, services, groupWay, mandataryKind, certificate } = draft;
  if (kind !== null && kind !== 'start')
    return {
      kind: 'stop',
      what: kind,
      quality: draft.quality ?? 'employerNsso',
      services: asksServices(draft) ? services : [],
    };
  return {
    kind: 'start',
    answers: {
      services,
      audience: draft.audience ?? 'ownWorkers',
      groupWay,
      mandataryKind,
      access: asksAccess(draft) ? (draft.access ?? 'self') : 'self',
      size: draft.size ?? 'from10to49',
      account: asksThere(draft) && draft.account === 'yes',
      certificate,
      ...(asksPresences(draft) ? { presences: draft.presences } : {}),
      ...mandataryOf(draft),
    },
  };
}
