// The links behind the token: one harmless call per service, and the mandate for a chosen employer.
import type { Account } from '../../preload/contract/accounts.ts';
import type { Link } from '../../preload/contract/doctor.ts';
import { rightLabels, type Service } from '../../preload/contract/services.ts';
import { quarterOf } from '../../preload/rules/employers/quarters.ts';
import type { GrantedToken } from '../accounts/token-api.ts';
import { noteMandateAnswer } from '../employers/mandate-of.ts';
import { mandatesOf } from '../employers/mandate-store.ts';
import type { HttpAnswer, HttpOutcome } from '../platform/http.ts';
import type { Session } from '../platform/session.ts';
import { missingRight } from './check-token.ts';
import { checkWay, isWebPage } from './check-way.ts';
import { broken, doubtful, inOrder } from './links.ts';
import { addressesOf, scopesNeeded } from './scopes-needed.ts';

type Visit = {
  session: Session;
  account: Account;
  service: Service;
  token: GrantedToken;
  signal: AbortSignal;
};

/** `GET {base}/health` with the token, as the BelgIF guide has it. A service answers 403 where the right is missing. */
export async function checkService(visit: Visit): Promise<Link> {
  const { session, service } = visit;
  for (const { name, baseUrl } of addressesOf(session.environment, service)) {
    if (baseUrl === null || baseUrl === '')
      return doubtful('service', 'serviceNoAddress', { params: { name }, service });
    const outcome = await read(visit, `${baseUrl}/health`);
    const link =
      outcome.kind === 'answer' ? serviceLink(visit, baseUrl, outcome) : await wayLink(visit, baseUrl);
    if (link.outcome !== 'ok') return link;
  }
  return inOrder('service', 'serviceOk', { service });
}

/** The service may stand on another host than the token service: where the way to it breaks is told as found there. */
async function wayLink({ session, service, signal }: Visit, baseUrl: string): Promise<Link> {
  const { links } = await checkWay(session.http, baseUrl, session.clock.now, signal);
  const found = links.find(({ outcome }) => outcome === 'failed');
  const host = URL.parse(baseUrl)?.hostname ?? '';
  return found === undefined
    ? broken('service', 'serviceUnreachable', { params: { host, status: 0 }, service })
    : { ...found, id: 'service', service };
}

function serviceLink({ account, service, session }: Visit, baseUrl: string, outcome: HttpAnswer): Link {
  const host = URL.parse(baseUrl)?.hostname ?? '';
  const { status } = outcome;
  const extra = { params: { host, status }, service };
  if (isWebPage(outcome, host)) return broken('service', 'serviceHtml', extra);
  if (status === 200) return inOrder('service', 'serviceOk', extra);
  if (status === 403) {
    const [needed] = scopesNeeded(session.environment, account, service);
    const right = needed === undefined ? '' : rightLabels[needed.right];
    return missingRight(service, { right, account: account.name, quality: account.quality });
  }
  if (status === 401) return broken('service', 'serviceTokenRefused', extra);
  if (status === 429) return broken('service', 'serviceTooMany', extra);
  if (status === 410) return broken('service', 'serviceClosed', extra);
  if (status >= 500) return broken('service', 'serviceDown', extra);
  return broken('service', 'serviceOther', extra);
}

const read = ({ session, token, signal }: Visit, url: string): Promise<HttpOutcome> =>
  session.http.fetch({
    method: 'GET',
    url,
    headers: {
      authorization: `Bearer ${token.value.reveal()}`,
      accept: 'application/json, application/problem+json',
    },
    timeoutMs: 15_000,
    maxBytes: 262_144,
    signal,
  });

export type Client = { id: string; name: string; enterpriseNumber: string };

/**
 * Only the training account has a read that names the employer and touches nobody; elsewhere the mandate is as recorded,
 * confirmed or refuted by the last answer.
 */
export async function checkMandate(visit: Visit, client: Client, kind: 'own' | 'mandatary'): Promise<Link> {
  const { session, service } = visit;
  const params = { employer: client.name, mandatary: visit.account.enterpriseName, date: '', quarter: '' };
  if (service !== 'fla')
    return kind === 'own'
      ? inOrder('mandate', 'mandateOwn', { params, service })
      : recorded(visit, client, params);
  const base = session.environment.services.fla.baseUrl.value;
  const outcome = await read(
    visit,
    `${base}/employers/${client.enterpriseNumber}/employees?page=1&pageSize=1`,
  );
  const status = outcome.kind === 'answer' ? outcome.status : 0;
  const said = outcome.kind === 'answer' ? problemType(outcome.body) : '';
  if (status === 200) {
    note(visit, client, 'confirmed');
    return inOrder('mandate', kind === 'own' ? 'mandateOwn' : 'mandateConfirmed', { params, service });
  }
  if (status === 403 && said.endsWith(':missingScope')) {
    const right = rightLabels.careerProFlaDeclaration;
    return missingRight(service, { right, account: visit.account.name, quality: visit.account.quality });
  }
  if (status === 410 || said.endsWith(':serviceClosed'))
    return broken('service', 'serviceClosed', { params: { host: '', status }, service });
  if (status !== 403 || said.endsWith(':registrationClosed'))
    return doubtful('mandate', 'mandateUnclear', { params: { ...params, status }, service });
  if (kind === 'own') return broken('mandate', 'mandateOther', { params, service });
  note(visit, client, 'refuted');
  const ended = endedQuarter(visit, client);
  return ended === null
    ? broken('mandate', 'mandateMissing', { params, service })
    : broken('mandate', 'mandateEnded', { params: { ...params, quarter: ended }, service });
}

function note({ session, service }: Visit, client: Client, answer: 'confirmed' | 'refuted'): void {
  const at = { instant: session.clock.now().toISOString(), day: session.businessDate() };
  if (noteMandateAnswer(session.db, client.id, service, answer, at))
    session.changed('employer.changed', [client.id]);
}

/** Last quarter of a recorded mandate that is over by now. */
function endedQuarter({ session, account }: Visit, client: Client): string | null {
  const now = quarterOf(session.businessDate());
  const own = mandatesOf(session.db, client.id, 'fla').filter(
    ({ mandataryNumber }) => mandataryNumber === account.enterpriseNumber,
  );
  const covers = own.some(
    ({ startQuarter, endQuarter }) => startQuarter <= now && (endQuarter === null || endQuarter >= now),
  );
  const ends = own.flatMap(({ endQuarter }) => (endQuarter !== null && endQuarter < now ? [endQuarter] : []));
  return covers ? null : (ends.sort().at(-1) ?? null);
}

function recorded(
  { session, account, service }: Visit,
  client: Client,
  params: { employer: string; mandatary: string; date: string; quarter: string },
): Link {
  const now = quarterOf(session.businessDate());
  const mandate = mandatesOf(session.db, client.id, service).find(
    (one) =>
      one.mandataryNumber === account.enterpriseNumber &&
      one.startQuarter <= now &&
      (one.endQuarter === null || one.endQuarter >= now),
  );
  if (mandate === undefined) return doubtful('mandate', 'mandateNotRecorded', { params, service });
  const since = { ...params, quarter: mandate.startQuarter, date: mandate.lastAnswerAt?.slice(0, 10) ?? '' };
  return mandate.lastAnswer === 'refuted'
    ? broken('mandate', 'mandateMissing', { params: since, service })
    : inOrder('mandate', 'mandateRecorded', { params: since, service });
}

function problemType(body: Uint8Array): string {
  try {
    const json: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof json === 'object' && json !== null && 'type' in json ? String(json.type) : '';
  } catch {
    return '';
  }
}
