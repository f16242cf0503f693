// Whose key asks a token while an account goes over to another certificate: a token endpoint that answers when it is told to,
// and reads from each assertion which key signed it.
import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveLink } from '../../../main/accounts/account-certificate-store.ts';
import { insertAccount } from '../../../main/accounts/account-store.ts';
import { switchCertificate } from '../../../main/accounts/renew-certificate.ts';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import { findCertificate } from '../../../main/certificates/certificate-store.ts';
import { generateKept } from '../../../main/certificates/keep-certificate.ts';
import type { HttpOutcome } from '../../../main/platform/http.ts';
import { memoryKeychain } from '../../../main/platform/keychain-entries.ts';
import type { Session } from '../../../main/platform/session.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';

const accountId = '0196f2d4-0000-7000-8000-000000000041';
const clientId = 'self_service_chaman_100001_abcdefghij';

type Request = {
  url: string;
  clientId: string;
  audience: string;
  expiresAt: number;
  signedBy: (key: KeyObject) => boolean;
  answer: (outcome: HttpOutcome) => void;
};

let profile: OpenProfile;
let session: Session;
let requests: Request[];
let arrived: () => void;
let old: string;
let next: string;

beforeEach(async () => {
  profile = openProfile();
  requests = [];
  arrived = () => undefined;
  session = {
    ...profile.session,
    keychain: memoryKeychain(),
    http: {
      fetch: ({ url, body }) =>
        new Promise((resolve) => {
          const jwt = new URLSearchParams(String(body)).get('client_assertion') ?? '';
          requests.push({ url, ...readJwt(jwt), answer: resolve });
          arrived();
        }),
      close: async () => undefined,
    },
  };
  old = await made('Oud');
  next = await made('Nieuw');
  insertAccount(session.db, {
    id: accountId,
    name: 'Klaver',
    enterpriseNumber: '0999999031',
    enterpriseName: 'Klaver',
    quality: 'socialSecretariat',
    clientId,
    certificateId: old,
    rights: ['careerProFlaDeclaration'],
    scopes: {},
  });
  saveLink(session.db, accountId, {
    certificateId: next,
    role: 'staged',
    since: '2025-03-01T09:00:00Z',
    addedInChamanAt: '2025-03-01T09:00:00Z',
    testedAt: '2025-03-01T09:00:00Z',
    testOutcome: 'ok',
  });
});
afterEach(() => profile.close());

describe('a token that is asked while the account changes', () => {
  it('is asked with the key that is the account’s when the request leaves, not when it was begun', async () => {
    const asked = tokenSource(session).token(accountId, null);
    putInUse(next);
    await nextRequest(0);
    expect(signer(0)).toBe('new');
    answer(0, granted('t1'));
    expect(await tokenOf(asked)).toBe('t1');
    expect(requests).toHaveLength(1);
  });

  it('is asked again with the new key where the old one was refused after the change', async () => {
    const asked = tokenSource(session).token(accountId, null);
    await nextRequest(0);
    expect(signer(0)).toBe('old');
    await switchTo(next);
    answer(0, refusedClient);
    await nextRequest(1);
    expect(signer(1)).toBe('new');
    answer(1, granted('t2'));
    expect(await tokenOf(asked)).toBe('t2');
  });

  it('is not lost: who waited gets it, who comes after the change asks with the new key', async () => {
    const source = tokenSource(session);
    const waiting = [source.token(accountId, null), source.token(accountId, null)];
    await nextRequest(0);
    await switchTo(next);
    const later = source.token(accountId, null);
    await nextRequest(1);
    expect([signer(0), signer(1)]).toEqual(['old', 'new']);
    answer(0, granted('t1'));
    answer(1, granted('t2'));
    expect(await Promise.all([...waiting, later].map(tokenOf))).toEqual(['t1', 't1', 't2']);
    expect(await tokenOf(source.token(accountId, null))).toBe('t2');
    expect(requests).toHaveLength(2);
  });

  it('is not held when its answer comes after that of the new key', async () => {
    const source = tokenSource(session);
    const first = source.token(accountId, null);
    await nextRequest(0);
    await switchTo(next);
    const second = source.token(accountId, null);
    await nextRequest(1);
    answer(1, granted('t2'));
    await second;
    answer(0, granted('t1'));
    expect(await tokenOf(first)).toBe('t1');
    expect(await tokenOf(source.token(accountId, null))).toBe('t2');
  });

  it('of another client is not given out: it is asked for the client id that the account has now', async () => {
    const asked = tokenSource(session).token(accountId, null);
    await nextRequest(0);
    session.db.prepare("UPDATE account SET client_id = 'self_service_chaman_100001_zzzzzzzzzz'").run();
    answer(0, granted('t1'));
    await nextRequest(1);
    expect(requests[1]?.clientId).toBe('self_service_chaman_100001_zzzzzzzzzz');
    answer(1, granted('t2'));
    expect(await tokenOf(asked)).toBe('t2');
  });

  it('stays refused where the account did not change', async () => {
    const asked = tokenSource(session).token(accountId, null);
    await nextRequest(0);
    answer(0, refusedClient);
    expect(await tokenOf(asked)).toBe('clientRefused');
    expect(requests).toHaveLength(1);
  });
});

describe('a clock that is off', () => {
  it.each([840, -840])('by %i seconds is corrected once, by what the service says', async (seconds) => {
    const asked = tokenSource(session).token(accountId, null);
    await nextRequest(0);
    answer(0, refusedAt(seconds));
    await nextRequest(1);
    const expected = nowMs() / 1_000 + seconds + 300;
    expect(Math.abs((requests[1]?.expiresAt ?? 0) - expected)).toBeLessThan(60);
    answer(1, granted('t1'));
    expect(await tokenOf(asked)).toBe('t1');
  });

  it.each([1_000, -1_000, 129_000_000])(
    'by %i seconds is not believed: nothing is signed for that time, now or later',
    async (seconds) => {
      const source = tokenSource(session);
      const asked = source.token(accountId, null);
      await nextRequest(0);
      answer(0, refusedAt(seconds));
      expect(await tokenOf(asked)).toBe('clockSkew');
      expect(requests).toHaveLength(1);
      const later = source.token(accountId, null);
      await nextRequest(1);
      expect(Math.abs((requests[1]?.expiresAt ?? 0) - nowMs() / 1_000 - 300)).toBeLessThan(60);
      answer(1, granted('t1'));
      expect(await tokenOf(later)).toBe('t1');
    },
  );
});

it('what is signed for one service is not posted to another that is entered meanwhile', async () => {
  const { oauth } = session.environment;
  const before = { url: oauth.tokenUrl.value, audience: oauth.audience.value };
  const asked = tokenSource(session).token(accountId, null);
  await nextRequest(0);
  oauth.tokenUrl = { value: 'https://elsewhere.example.org/token', status: 'entered' };
  answer(0, refusedAt(300));
  await nextRequest(1);
  expect(requests[1]).toMatchObject(before);
  answer(1, granted('t1'));
  expect(await tokenOf(asked)).toBe('t1');
});

it('a key that is only tried signs its own request, and its token is not held', async () => {
  const source = tokenSource(session);
  const tried = source.tokenWith(next, accountId, null);
  await nextRequest(0);
  expect(signer(0)).toBe('new');
  answer(0, granted('tried'));
  expect(await tokenOf(tried)).toBe('tried');
  const asked = source.token(accountId, null);
  await nextRequest(1);
  expect(signer(1)).toBe('old');
  answer(1, granted('own'));
  expect(await tokenOf(asked)).toBe('own');
});

async function made(name: string): Promise<string> {
  const input = {
    name,
    enterpriseName: 'Klaver',
    enterpriseNumber: '0999999031',
    keyKind: 'ecP384',
  } as const;
  const kept = await generateKept(session, {
    ...input,
    validityMonths: 36,
    // Branded by its parser in the app; the number is one of practice.
    enterpriseNumber: input.enterpriseNumber as HandlerInput<'certificate.generate'>['enterpriseNumber'],
  });
  if (!kept.ok) throw new Error(kept.failure.code);
  return kept.value.id;
}

/** As another writer would, without telling the token source. */
const putInUse = (id: string) => session.db.prepare('UPDATE account SET certificate_id = ?').run(id);

async function switchTo(certificateId: string): Promise<void> {
  const switched = await switchCertificate(session, { accountId, certificateId, untested: false });
  if (!switched.ok) throw new Error(switched.failure.code);
}

async function nextRequest(index: number): Promise<void> {
  while (requests.length <= index)
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
}

function signer(index: number): 'old' | 'new' | 'neither' {
  const signs = (id: string): boolean => {
    const row = findCertificate(session.db, id);
    if (row === null) return false;
    return requests[index]?.signedBy(new X509Certificate(row.certificateDer).publicKey) === true;
  };
  return signs(old) ? 'old' : signs(next) ? 'new' : 'neither';
}

const answer = (index: number, outcome: HttpOutcome) => requests[index]?.answer(outcome);

async function tokenOf(asked: ReturnType<ReturnType<typeof tokenSource>['token']>): Promise<string> {
  const token = await asked;
  return token.ok ? token.value.value.reveal() : token.failure.code;
}

const answered = (status: number, json: object, headers: Record<string, string> = {}): HttpOutcome => ({
  kind: 'answer',
  status,
  headers,
  body: Buffer.from(JSON.stringify(json)),
});
const granted = (token: string): HttpOutcome =>
  answered(200, { access_token: token, token_type: 'bearer', expires_in: 600, scope: 's' });
const refusedClient = answered(400, { error: 'invalid_client' });
const refusedAt = (seconds: number): HttpOutcome =>
  answered(400, { error: 'invalid_client' }, { date: new Date(nowMs() + seconds * 1_000).toUTCString() });
const nowMs = (): number => session.clock.now().getTime();

function readJwt(jwt: string): Omit<Request, 'url' | 'answer'> {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
    iss: string;
    aud: string;
    exp: number;
  };
  return {
    clientId: claims.iss,
    audience: claims.aud,
    expiresAt: claims.exp,
    signedBy: (key) =>
      verify(
        'sha384',
        Buffer.from(`${header}.${payload}`),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
  };
}
