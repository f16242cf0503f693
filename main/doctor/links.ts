// A link of the way to a service as it was found, with who mends it and where. The sentences stand in `doctor.json`.
import { type Link, type LinkId, linkIds, type Place } from '../../preload/contract/doctor.ts';
import type { Service } from '../../preload/contract/services.ts';

type Mender = NonNullable<Link['who']>;
type Remedy = readonly [who: Mender, where: Place];

/** Every broken or doubtful finding, with its mender; a finding in order has none. */
const remedies = {
  routeNone: ['you', 'employer'],
  routeElsewhere: ['nobody', 'employer'],
  routeAccountClosed: ['you', 'employer'],
  routeQuality: ['you', 'employer'],
  routeRight: ['you', 'account'],
  networkOffline: ['you', 'network'],
  networkRefused: ['it', 'network'],
  networkTimeout: ['it', 'network'],
  networkLost: ['it', 'network'],
  networkSignIn: ['you', 'network'],
  proxyUnreachable: ['it', 'network'],
  proxyPassword: ['it', 'network'],
  proxyRefuses: ['it', 'network'],
  dnsUnknown: ['it', 'addresses'],
  dnsSilent: ['it', 'network'],
  tlsOffice: ['it', 'network'],
  tlsUnknown: ['it', 'network'],
  tlsOtherName: ['it', 'network'],
  tlsEnded: ['it', 'computer'],
  tlsNotYet: ['you', 'computer'],
  tlsBroken: ['it', 'network'],
  tlsNone: ['it', 'network'],
  clockUnknown: ['you', 'computer'],
  clockBehind: ['it', 'computer'],
  clockAhead: ['it', 'computer'],
  clockFarBehind: ['it', 'computer'],
  clockFarAhead: ['it', 'computer'],
  certificateEnds: ['you', 'certificate'],
  certificateEnded: ['you', 'certificate'],
  certificateNotYet: ['nobody', 'certificate'],
  certificateNotUsable: ['you', 'certificate'],
  certificateMissing: ['you', 'account'],
  keychainMissing: ['it', 'computer'],
  keychainLocked: ['you', 'computer'],
  keychainDenied: ['you', 'computer'],
  keyGone: ['you', 'certificate'],
  keyDamaged: ['you', 'certificate'],
  keyOther: ['you', 'certificate'],
  clientIdInvalid: ['you', 'account'],
  clientIdLegacy: ['you', 'account'],
  wrongCertificate: ['you', 'account'],
  clientIdOfOther: ['you', 'account'],
  wrongClientId: ['you', 'account'],
  certificateNotRegistered: ['chamanUser', 'chamanCertificates'],
  pairUnknown: ['chamanUser', 'chamanCertificates'],
  wrongAudience: ['you', 'addresses'],
  accountOff: ['chamanUser', 'chamanAccount'],
  tokenClock: ['it', 'computer'],
  tokenDown: ['nobody', 'none'],
  tokenTooMany: ['nobody', 'none'],
  tokenHtml: ['it', 'network'],
  tokenNonsense: ['authority', 'addresses'],
  tokenLost: ['it', 'network'],
  rightMissing: ['chamanUser', 'chamanRights'],
  rightCitizen: ['accessManager', 'circleOfTrust'],
  wrongQuality: ['you', 'account'],
  rightUnclear: ['nobody', 'none'],
  serviceDown: ['nobody', 'none'],
  serviceTooMany: ['nobody', 'none'],
  serviceClosed: ['nobody', 'none'],
  serviceNoAddress: ['you', 'addresses'],
  serviceHtml: ['it', 'network'],
  serviceUnreachable: ['it', 'network'],
  serviceTokenRefused: ['authority', 'addresses'],
  serviceOther: ['authority', 'addresses'],
  mandateMissing: ['employer', 'mahis'],
  mandateEnded: ['employer', 'mahis'],
  mandateOther: ['you', 'employer'],
  mandateNotRecorded: ['you', 'employer'],
  mandateUnclear: ['nobody', 'none'],
} as const satisfies Record<string, Remedy>;

const fine = [
  'routeOwn',
  'routeMandatary',
  'networkDirect',
  'networkByProxy',
  'dnsOk',
  'dnsByProxy',
  'dnsNotNeeded',
  'tlsOk',
  'tlsOwn',
  'clockOk',
  'certificateOk',
  'keyOk',
  'clientIdOk',
  'tokenOk',
  'tokenRecognised',
  'rightOk',
  'rightNotTold',
  'serviceOk',
  'mandateConfirmed',
  'mandateRecorded',
  'mandateOwn',
  'notReached',
] as const;

export type BrokenKey = keyof typeof remedies;
export type FineKey = (typeof fine)[number];
export const brokenKeys: readonly string[] = Object.keys(remedies);
export const linkKeys: readonly string[] = [...fine, ...brokenKeys];

type Extra = { params?: NonNullable<Link['params']>; service?: Service | null };

export const inOrder = (id: LinkId, key: FineKey, { params, service = null }: Extra = {}): Link => ({
  id,
  outcome: 'ok',
  key,
  ...(params ? { params: short(params) } : {}),
  service,
  who: null,
  where: null,
});

export function broken(
  id: LinkId,
  key: BrokenKey,
  extra: Extra = {},
  outcome: 'failed' | 'warning' = 'failed',
): Link {
  const [who, where] = remedies[key];
  return {
    id,
    outcome,
    key,
    ...(extra.params ? { params: short(extra.params) } : {}),
    service: extra.service ?? null,
    who,
    where,
  };
}

export const doubtful = (id: LinkId, key: BrokenKey, extra: Extra = {}): Link =>
  broken(id, key, extra, 'warning');

const short = (params: NonNullable<Link['params']>): NonNullable<Link['params']> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, 300) : value,
    ]),
  );

export const isBroken = (links: readonly Link[]): boolean =>
  links.some(({ outcome }) => outcome === 'failed');

export function outcomeOf(links: readonly Link[]): 'ok' | 'warning' | 'failed' {
  if (isBroken(links)) return 'failed';
  return links.some(({ outcome }) => outcome === 'warning') ? 'warning' : 'ok';
}

/** In the order of the chain, with the links of it that were not reached. */
export function complete(links: readonly Link[], withRoute: boolean): Link[] {
  const reached = new Set(links.map(({ id }) => id));
  const rest = linkIds
    .filter((id) => !reached.has(id) && (withRoute || (id !== 'route' && id !== 'mandate')))
    .map((id): Link => ({ ...inOrder(id, 'notReached'), outcome: 'notReached' }));
  return [...links, ...rest].sort((a, b) => linkIds.indexOf(a.id) - linkIds.indexOf(b.id)).slice(0, 40);
}
