// The links of the chain from this PC to the service, in order. Each says what was found; the sentences (what to do, who
// must do it) stand in `accounts.json` under `checks.<key>`.

import type { z } from 'zod';
import { type Account, clientIdSchema, type connectionStepSchema } from '../../preload/contract/accounts.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import { judged } from '../certificates/show-certificates.ts';
import type { HttpOutcome } from '../platform/http.ts';
import type { Session } from '../platform/session.ts';
import { skewOf } from './token-api.ts';

export type Step = z.infer<typeof connectionStepSchema>;
type Params = NonNullable<Step['params']>;

/** Above this the person is told; an assertion of five minutes still works, corrected by the service's own date. */
const warnSkewSeconds = 60;

const step = (id: Step['id'], outcome: Step['outcome'], key: string, params?: Params): Step => ({
  id,
  outcome,
  key,
  ...(params ? { params } : {}),
});

export async function checkCertificate(session: Session, account: Account): Promise<Step> {
  const row = account.certificateId === null ? null : findCertificate(session.db, account.certificateId);
  if (row === null) return step('certificate', 'failed', 'certificateMissing');
  const key = await sessionVault(session).openSigningKey(row.id);
  if (!key.ok) return step('certificate', 'failed', keychainKey(key.failure), { name: row.name });
  const { certificate } = await judged(session, row);
  const params = { name: row.name, date: row.notAfter.slice(0, 10), days: certificate.daysLeft };
  if (certificate.daysLeft < 0) return step('certificate', 'failed', 'certificateEnded', params);
  if (certificate.verdict === 'notUsable')
    return step('certificate', 'failed', 'certificateNotUsable', params);
  if (certificate.verdict === 'usableUntil') return step('certificate', 'warning', 'certificateEnds', params);
  return step('certificate', 'ok', 'certificateOk', params);
}

function keychainKey({ code }: Failure): string {
  if (code === 'keychainMissing' || code === 'keychainLocked' || code === 'keychainDenied') return code;
  return code === 'entryMissing' ? 'certificateGone' : 'certificateDamaged';
}

export function checkClientId({ clientId }: Account): Step {
  const fits = clientIdSchema.safeParse(clientId).success;
  return step('clientId', fits ? 'ok' : 'failed', fits ? 'clientIdOk' : 'clientIdInvalid', { clientId });
}

/** One harmless request tells about the network, TLS and the clock. Any answer at all is good news here. */
export async function checkConnection(session: Session): Promise<Step[]> {
  const url = session.environment.oauth.tokenUrl.value;
  const host = URL.parse(url)?.hostname ?? '';
  const outcome = await session.http.fetch({
    method: 'GET',
    url,
    headers: {},
    timeoutMs: 15_000,
    maxBytes: 65_536,
  });
  if (outcome.kind !== 'answer') return notConnected(outcome, host);
  const skew = skewOf(outcome.headers['date'], session.clock.now());
  const clock =
    skew === null
      ? step('clock', 'warning', 'clockUnknown')
      : Math.abs(skew) > warnSkewSeconds
        ? step('clock', 'warning', skew > 0 ? 'clockBehind' : 'clockAhead', { seconds: Math.abs(skew) })
        : step('clock', 'ok', 'clockOk', { seconds: Math.abs(skew) });
  return [step('network', 'ok', 'networkOk', { host }), step('tls', 'ok', 'tlsOk', { host }), clock];
}

function notConnected(outcome: Exclude<HttpOutcome, { kind: 'answer' }>, host: string): Step[] {
  if (outcome.kind === 'notSent' && outcome.reason === 'tlsNotTrusted')
    return [step('network', 'ok', 'networkOk', { host }), step('tls', 'failed', 'tlsNotTrusted', { host })];
  const reason =
    outcome.reason === 'halfBody' || outcome.reason === 'tooLarge' ? 'connectionLost' : outcome.reason;
  return [step('network', 'failed', networkKeys[reason], { host })];
}

const networkKeys = {
  offline: 'networkOffline',
  nameNotResolved: 'networkName',
  connectionRefused: 'networkRefused',
  proxyRefused: 'networkProxy',
  tlsNotTrusted: 'tlsNotTrusted',
  timeout: 'networkTimeout',
  connectionLost: 'networkLost',
  cancelled: 'networkLost',
} as const;

/** A refused token, sorted to where it is solved. */
export function tokenRefused(failure: Failure): Step {
  const key = tokenKeys[failure.code] ?? 'tokenOther';
  const seconds = failure.details?.['seconds'];
  const id = key === 'scopeRefused' || key === 'permissionMissing' ? 'scope' : 'token';
  return step(id, 'failed', key, typeof seconds === 'number' ? { seconds: Math.abs(seconds) } : undefined);
}

const tokenKeys: Partial<Record<Failure['code'], string>> = {
  clientRefused: 'clientRefused',
  clockSkew: 'tokenClock',
  scopeRefused: 'scopeRefused',
  permissionMissing: 'permissionMissing',
  serviceUnavailable: 'tokenUnavailable',
  tooManyRequests: 'tokenTooMany',
  unexpectedAnswer: 'tokenUnexpected',
  timeout: 'networkTimeout',
  offline: 'networkLost',
};

export function tokenGranted(minutes: number, scope: string, asked: string | null): Step[] {
  const token = step('token', 'ok', 'tokenOk', { minutes });
  const granted = asked === null || scope.split(/\s+/).includes(asked);
  return [
    token,
    granted
      ? step('scope', 'ok', 'scopeOk', { scope: scope || '-' })
      : step('scope', 'failed', 'scopeMissing'),
  ];
}

export async function checkService(session: Session, token: string): Promise<Step> {
  const outcome = await session.http.fetch({
    method: 'GET',
    url: `${session.environment.services.fla.baseUrl.value}/health`,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    timeoutMs: 15_000,
    maxBytes: 65_536,
  });
  if (outcome.kind !== 'answer') return step('service', 'failed', 'serviceUnreachable');
  const { status } = outcome;
  if (status === 200) return step('service', 'ok', 'serviceOk');
  if (status === 503 || status === 429) return step('service', 'warning', 'serviceBusy', { status });
  return step('service', 'failed', 'serviceUnexpected', { status });
}
