// One examination: the links of one account, or of the route by which one employer's data go to a service. It stops at the
// first broken link, because what lies behind it cannot be judged.
import type { Account } from '../../preload/contract/accounts.ts';
import type { Examination, Link } from '../../preload/contract/doctor.ts';
import { type Service, services } from '../../preload/contract/services.ts';
import { findAccount } from '../accounts/account-store.ts';
import type { GrantedToken } from '../accounts/token-api.ts';
import { hasRights, routeOn } from '../employers/route-of.ts';
import { routeOfDay } from '../employers/route-store.ts';
import type { Session } from '../platform/session.ts';
import { tokenAsker } from './ask-token.ts';
import { checkCertificate, checkClientId, checkKey } from './check-identity.ts';
import { type Client, checkMandate, checkService } from './check-service.ts';
import { checkRight, checkToken } from './check-token.ts';
import type { WayFound } from './check-way.ts';
import { type BrokenKey, broken, complete, doubtful, inOrder, isBroken, outcomeOf } from './links.ts';

export type Subject =
  | { account: Account; service: Service | null; client: null }
  | { account: null; service: Service; client: Client };

export type Rounds = {
  session: Session;
  /** Walked once for all examinations of a run. */
  way: () => Promise<WayFound>;
  signal: AbortSignal;
  /** Told of every stage that is over. */
  stage: () => void;
};
/** How often `stage` is called at most. */
export const stagesEach = 4;

export async function examine(rounds: Rounds, subject: Subject): Promise<Examination> {
  const { session } = rounds;
  const { client } = subject;
  const route = client === null ? null : routeLink(session, client, subject.service);
  const account = subject.account ?? route?.account ?? null;
  const links: Link[] = route === null ? [] : [route.link];
  let token: GrantedToken | null = null;
  if (account !== null && !isBroken(links)) {
    const services = subject.service === null ? servicesOf(account) : [subject.service];
    const found = await examineAccount(rounds, account, services);
    links.push(...found.links);
    token = found.token;
    const good = found.tokens.get(services[0] ?? 'fla');
    if (client !== null && route?.kind && good !== undefined && !isBroken(links)) {
      const visit = { session, account, service: subject.service, token: good, signal: rounds.signal };
      links.push(await checkMandate(visit, client, route.kind));
    }
  }
  return {
    account: account && { id: account.id, name: account.name },
    employer: client && { id: client.id, name: client.name },
    outcome: outcomeOf(links),
    links: complete(links, client !== null),
    token: token && { expiresInSeconds: token.expiresInSeconds, scope: token.scope.slice(0, 2_000) },
  };
}

type AccountFound = { links: Link[]; token: GrantedToken | null; tokens: Map<Service, GrantedToken> };

async function examineAccount(
  { session, way, signal, stage }: Rounds,
  account: Account,
  services: readonly Service[],
): Promise<AccountFound> {
  const tokens = new Map<Service, GrantedToken>();
  const walked = await way();
  stage();
  // What stands on this computer is judged also without a network: then a person may mend both at once.
  const links = [...walked.links, await checkCertificate(session, account)];
  if (!isBroken(links.slice(-1))) links.push(await checkKey(session, account));
  links.push(checkClientId(account));
  stage();
  if (isBroken(links) || signal.aborted) return { links, token: null, tokens };
  const ask = tokenAsker(session, walked.skewSeconds, signal);
  const { link, token } = await checkToken(session, account, ask);
  links.push(link);
  stage();
  if (link.outcome === 'failed' || signal.aborted) return { links, token, tokens };
  for (const service of services) {
    const right = await checkRight(session, account, service, token, ask);
    links.push(right.link);
    if (right.token === null || signal.aborted) continue;
    tokens.set(service, right.token);
    links.push(await checkService({ session, account, service, token: right.token, signal }));
  }
  stage();
  return { links: onceEach(links), token, tokens };
}

/** Where the service itself said that the right is missing, that replaces what the token seemed to say. */
const onceEach = (links: readonly Link[]): Link[] =>
  links.filter(
    (link, at) =>
      link.id !== 'right' ||
      !links.slice(at + 1).some(({ id, service }) => id === 'right' && service === link.service),
  );

/** By the rights that are ticked; without any, the service that was there first. */
function servicesOf(account: Account): Service[] {
  const ticked = services.filter((service) => hasRights(account.rights, service));
  return ticked.length === 0 ? ['fla'] : ticked;
}

type RouteFound = { link: Link; account: Account | null; kind: 'own' | 'mandatary' | null };

function routeLink(session: Session, client: Client, service: Service): RouteFound {
  const day = session.businessDate();
  const found = routeOn(session.db, client.id, service, day);
  const params = {
    employer: client.name,
    account: routeOfDay(session.db, client.id, service, day)?.account?.name ?? '',
  };
  if (found.ok) {
    const { kind, accountId } = found.value;
    const link = inOrder('route', kind === 'own' ? 'routeOwn' : 'routeMandatary', { params, service });
    return { link, account: findAccount(session.db, accountId), kind };
  }
  const kind = String(found.failure.details?.['kind'] ?? '');
  const key = found.failure.code === 'permissionMissing' ? 'routeRight' : (routeKeys[kind] ?? 'routeNone');
  const link =
    kind === 'elsewhere'
      ? doubtful('route', key, { params, service })
      : broken('route', key, { params, service });
  return { link, account: null, kind: null };
}

const routeKeys: Record<string, BrokenKey> = {
  none: 'routeNone',
  elsewhere: 'routeElsewhere',
  accountClosed: 'routeAccountClosed',
  quality: 'routeQuality',
};
