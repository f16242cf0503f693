// The steps of a road in their order, each with the need that it meets. A step without a need is not on the road.
import type { Service } from '../../contract/services.ts';
import type { Road, Way } from './road.ts';
import { factsOf, type Role, type StepId } from './step-catalog.ts';

/** Why a step is on the road; each has a sentence under `needs` in `guide.json`. */
export const needIds = [
  'acceptance',
  'beKnown',
  'portal',
  'conditions',
  'quality',
  'channels',
  'proof',
  'proofOfAccount',
  'secondProof',
  'signIn',
  'contact',
  'trust',
  'account',
  'reuse',
  'rights',
  'clientId',
  'test',
  'mandate',
  'bothAgree',
  'record',
  'route',
  'nothingLost',
  'gapless',
  'stop',
] as const;
export type NeedId = (typeof needIds)[number];

export type RoadStep = {
  id: StepId;
  need: NeedId;
  who: Role;
  /** What was answered shows that it is done: an account in Chaman proves that the enterprise is known and registered. */
  settled: boolean;
};

export const roadStep = (id: StepId, need: NeedId, more: Partial<RoadStep> = {}): RoadStep => ({
  id,
  need,
  who: factsOf(id).who,
  settled: false,
  ...more,
});

type OnTheWay = { way: Way | null; reached: readonly Service[]; acceptance: boolean };

export function stepsOf(road: Omit<Road, 'steps' | 'notes'>, on: OnTheWay): RoadStep[] {
  if (on.way === null) return [];
  const mandate =
    road.mandates.length === 0
      ? []
      : [
          roadStep('giveMandate', 'mandate'),
          roadStep('acceptMandate', 'bothAgree'),
          roadStep('recordMandate', 'record'),
        ];
  if (road.account === 'none') return [...mandate, roadStep('chooseElsewhere', 'route')];
  return [
    ...beforeChaman(road, on),
    ...certificateSteps(road),
    ...chamanSteps(road, on),
    roadStep('keepClientId', 'clientId'),
    roadStep('testConnection', 'test'),
    ...mandate,
    // A training provider files in its own name: no employer is reached by it.
    ...(on.way === 'asProvider' ? [] : [roadStep('chooseRoute', 'route')]),
  ];
}

function beforeChaman({ quality, account }: Omit<Road, 'steps' | 'notes'>, on: OnTheWay): RoadStep[] {
  const settled = account === 'reuse';
  return [
    ...(on.acceptance ? [roadStep('acceptanceRequest', 'acceptance')] : []),
    ...(quality === 'employerNsso' ? [roadStep('known', 'beKnown', { settled })] : []),
    roadStep('registered', 'portal', { settled }),
    ...(on.way === 'asMandatary' ? [roadStep('mandataryConditions', 'conditions', { settled })] : []),
    ...(quality === 'employerNsso' ? [] : [roadStep('activateQuality', 'quality', { settled })]),
    roadStep('chamanAccess', 'channels'),
  ];
}

function certificateSteps({ account, certificate }: Omit<Road, 'steps' | 'notes'>): RoadStep[] {
  const need = account === 'reuse' && certificate !== 'make' ? 'proofOfAccount' : 'proof';
  if (certificate === 'make') return [roadStep('makeCertificate', need)];
  return [roadStep(certificate === 'ask' ? 'askContainer' : 'importCertificate', need)];
}

function chamanSteps({ account, certificate }: Omit<Road, 'steps' | 'notes'>, on: OnTheWay): RoadStep[] {
  const citizens = on.reached.includes('citizenData');
  // The two interfaces of citizen data are activated by the access manager. Source: slides on citizen data.
  const who: Partial<RoadStep> = citizens ? { who: 'accessManager' } : {};
  const trust = citizens ? [roadStep('circleOfTrust', 'trust')] : [];
  if (account === 'add')
    return [
      roadStep('signIn', 'signIn'),
      roadStep('contactData', 'contact'),
      ...trust,
      roadStep('addAccount', 'account', who),
    ];
  return [
    roadStep('signIn', 'signIn'),
    roadStep('findAccount', 'reuse'),
    ...(certificate === 'make' ? [roadStep('addCertificate', 'secondProof')] : []),
    ...trust,
    roadStep('changeRights', 'rights', who),
  ];
}
