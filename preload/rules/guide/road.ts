// The shortest road from what a person wants to being able to do it. Pure: answers and dated facts in, one road out.
// Sources: guide of the API channel 1, 2.1–2.5, 4 and 5; page on registration at work; slides on citizen data.
import { type Quality, type Right, rightsOf, type Service } from '../../contract/services.ts';
import type { GuideAnswers } from './answers.ts';
import { type NoteId, notesOf } from './road-notes.ts';
import { type RoadStep, stepsOf } from './road-steps.ts';

export type RoadFacts = {
  /** State of the training accounts on the business date. */
  fla: 'open' | 'announced' | 'readOnly' | 'closed' | 'unreachable';
  environment: 'practice' | 'simulation' | 'acceptance' | 'production';
};

/** Why a service goes this way; each has a sentence under `ways` in `guide.json`. */
export const wayIds = [
  'own',
  'byMandatary',
  'asMandatary',
  'asProvider',
  'closed',
  'noNewRegistrations',
  'participantsOnlyFla',
] as const;
export type Way = (typeof wayIds)[number];
export type ServiceWay = { service: Service; way: Way };

/** Through what it is done best: this program, the free web application, the mandatary, or not at all. */
export const channels = ['api', 'webApplication', 'mandatary', 'none'] as const;
export type Channel = (typeof channels)[number];

export type Road = {
  channel: Channel;
  /** Of the account, or of the mandator where a mandatary acts; null where nothing can be done. */
  quality: Quality | null;
  ways: ServiceWay[];
  account: 'add' | 'reuse' | 'none';
  certificate: 'make' | 'import' | 'ask' | 'none';
  /** Services for which a mandate must exist. */
  mandates: Service[];
  /** Rights to tick, the fullest set of each service. */
  rights: Right[];
  steps: RoadStep[];
  notes: NoteId[];
};

const passable: readonly Way[] = ['own', 'byMandatary', 'asMandatary', 'asProvider'];

/** `{ services: ['fla'], audience: 'ownWorkers', access: 'mandatary', … }` gives a road of a mandate only. */
export function roadOf(answers: GuideAnswers, facts: RoadFacts): Road {
  const ways = answers.services.map((service) => ({ service, way: wayOf(service, answers, facts) }));
  const reached = ways.filter(({ way }) => passable.includes(way)).map(({ service }) => service);
  const [way] = ways.map((one) => one.way).filter((one) => passable.includes(one));
  const withAccount = way !== undefined && way !== 'byMandatary';
  const byMandate = way === 'byMandatary' || way === 'asMandatary';
  const road: Omit<Road, 'steps' | 'notes'> = {
    channel: way === undefined ? 'none' : channelOf(way, answers),
    quality: way === undefined ? null : qualityOf(way, answers),
    ways,
    account: withAccount ? (answers.account ? 'reuse' : 'add') : 'none',
    certificate: withAccount ? certificateOf[answers.certificate] : 'none',
    mandates: byMandate ? reached : [],
    rights: withAccount ? reached.flatMap((service) => rightsFor(service, answers)) : [],
  };
  return {
    ...road,
    steps: stepsOf(road, { way: way ?? null, reached, acceptance: facts.environment === 'acceptance' }),
    notes: notesOf(answers, facts, { way: way ?? null, reached, channel: road.channel }),
  };
}

/** The fullest set of a service; for who only looks up presences, the smaller one. */
const rightsFor = (service: Service, { presences }: GuideAnswers): readonly Right[] =>
  rightsOf[service][service === 'checkInAndOutAtWork' && presences === 'consult' ? 1 : 0] ?? [];

const certificateOf = { none: 'make', own: 'import', elsewhere: 'ask' } as const;

function wayOf(service: Service, { audience, groupWay, access }: GuideAnswers, { fla }: RoadFacts): Way {
  if (service === 'fla' && fla === 'closed') return 'closed';
  if (audience === 'participants') {
    if (service !== 'fla') return 'participantsOnlyFla';
    return fla === 'readOnly' ? 'noNewRegistrations' : 'asProvider';
  }
  if (audience === 'clients' || (audience === 'group' && groupWay === 'one')) return 'asMandatary';
  return access === 'self' ? 'own' : 'byMandatary';
}

function qualityOf(way: Way, { audience, mandataryKind }: GuideAnswers): Quality {
  if (way === 'asProvider') return 'trainingProvider';
  if (way !== 'asMandatary') return 'employerNsso';
  return audience === 'group' ? 'serviceProvider' : mandataryKind;
}

/** A handful of workers is registered faster in the free application than a channel is set up. Source: guide, 1. */
function channelOf(way: Way, { size }: GuideAnswers): Channel {
  if (way === 'byMandatary') return 'mandatary';
  return way === 'own' && size === 'under10' ? 'webApplication' : 'api';
}
