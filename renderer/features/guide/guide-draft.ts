// What is answered in the first question so far, and the plan that it makes.
import type { GuidePlan } from '../../../preload/contract/guide.ts';
import type { Quality, Service } from '../../../preload/contract/services.ts';
import type {
  AccessKeeper,
  Audience,
  CertificatePlace,
  GroupWay,
  MandataryKind,
  Size,
  StopKind,
} from '../../../preload/rules/guide/answers.ts';

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
    },
  };
}
