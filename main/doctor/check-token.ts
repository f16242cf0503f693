// The link `token`: is the pair of client id and certificate recognised? And per service the right that it was given.
import type { Account } from '../../preload/contract/accounts.ts';
import type { Link } from '../../preload/contract/doctor.ts';
import type { Failure, Result } from '../../preload/contract/result.ts';
import { rightLabels, type Service } from '../../preload/contract/services.ts';
import type { GrantedToken } from '../accounts/token-api.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import type { Session } from '../platform/session.ts';
import type { AskToken } from './ask-token.ts';
import { causeOfRefusal } from './find-cause.ts';
import { type BrokenKey, broken, doubtful, inOrder } from './links.ts';
import { noteRecognised } from './recognised-store.ts';
import { otherQuality, scopeAsked, scopesNeeded } from './scopes-needed.ts';

export type TokenFound = { link: Link; token: GrantedToken | null };

/** Asks without a scope: the answer then names all that the account holds. */
export async function checkToken(session: Session, account: Account, ask: AskToken): Promise<TokenFound> {
  const certificateId = account.certificateId ?? '';
  const pair = { certificateId, clientId: account.clientId };
  const answer = await ask({ ...pair, scope: null });
  if (answer.ok || answer.failure.code === 'scopeRefused') {
    noteRecognised(session.db, account.id, { ...pair, at: session.clock.now().toISOString() });
    if (!answer.ok) return { link: inOrder('token', 'tokenRecognised'), token: null };
    const minutes = Math.floor(answer.value.expiresInSeconds / 60);
    return { link: inOrder('token', 'tokenOk', { params: { minutes } }), token: answer.value };
  }
  if (answer.failure.code === 'clientRefused') {
    const certificateName = findCertificate(session.db, certificateId)?.name ?? '';
    return {
      link: await causeOfRefusal(session, { account, certificateId, certificateName }, ask),
      token: null,
    };
  }
  return { link: refused(answer.failure, account), token: null };
}

function refused({ code, details }: Failure, { clientId, name }: Account): Link {
  const key: BrokenKey = tokenKeys[code] ?? 'tokenLost';
  const status = typeof details?.['status'] === 'number' ? details['status'] : 0;
  return broken('token', code === 'unexpectedAnswer' && details?.['page'] === true ? 'tokenHtml' : key, {
    params: { clientId, account: name, status },
  });
}

const tokenKeys: Partial<Record<Failure['code'], BrokenKey>> = {
  permissionMissing: 'accountOff',
  clockSkew: 'tokenClock',
  serviceUnavailable: 'tokenDown',
  tooManyRequests: 'tokenTooMany',
  unexpectedAnswer: 'tokenNonsense',
};

export type RightFound = {
  link: Link;
  /** Good for this service; null when it holds none that is. */
  token: GrantedToken | null;
};

/** The right towards one service, by the scopes that were granted and, where they do not tell, by asking for one. */
export async function checkRight(
  session: Session,
  account: Account,
  service: Service,
  all: GrantedToken | null,
  ask: AskToken,
): Promise<RightFound> {
  const { environment } = session;
  const granted = all?.scope.split(/\s+/).filter((scope) => scope !== '') ?? [];
  const pair = { certificateId: account.certificateId ?? '', clientId: account.clientId };
  const asking = (scope: string): Promise<Result<GrantedToken>> => ask({ ...pair, scope });
  let token = all;
  let told = true;
  for (const { right, scope } of scopesNeeded(environment, account, service)) {
    if (scope === null) {
      told = false;
      continue;
    }
    if (scope.split(/\s+/).every((one) => granted.includes(one))) continue;
    const answer = await asking(scope);
    if (answer.ok) {
      token = answer.value;
      continue;
    }
    const params = { right: rightLabels[right], account: account.name, quality: account.quality };
    if (answer.failure.code !== 'scopeRefused' && answer.failure.code !== 'permissionMissing')
      return { link: doubtful('right', 'rightUnclear', { params, service }), token: all };
    const other = service === 'fla' ? otherQuality(environment, account.quality, granted) : null;
    if (other !== null)
      return {
        link: broken('right', 'wrongQuality', { params: { ...params, found: other }, service }),
        token: null,
      };
    return { link: missingRight(service, params), token: null };
  }
  const scope = scopeAsked(environment, account, service) ?? granted.join(' ');
  const link = inOrder('right', told ? 'rightOk' : 'rightNotTold', { params: { scope }, service });
  return { link, token };
}

type RightParams = { right: string; account: string; quality: string };

/** A citizen right is ticked in vain as long as the Circle of Trust was not accepted: both are named. */
export const missingRight = (service: Service, params: RightParams): Link =>
  broken('right', service === 'citizenData' ? 'rightCitizen' : 'rightMissing', { params, service });
