// Who asks the inscription service: what must be entered first, where questions go, which functions wait for an authorisation, and how
// long exchanges are kept.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveCertificate } from '../../../../main/certificates/certificate-store.ts';
import { generateSelfSigned } from '../../../../main/certificates/generate-self-signed.ts';
import { authorise } from '../../../../main/register/cbss/authorise.ts';
import { connectionFor, missingOf } from '../../../../main/register/cbss/connection.ts';
import {
  beginExchange,
  endExchange,
  findExchange,
  forgetExchanges,
  listExchanges,
} from '../../../../main/register/cbss/exchange-store.ts';
import { type CbssPorts, saveProfile, showProfile } from '../../../../main/register/cbss/profile.ts';
import { readProfile } from '../../../../main/register/cbss/profile-store.ts';
import { cbssEndpointSchema } from '../../../../preload/contract/cbss.ts';
import type { CbssOutcome } from '../../../../preload/contract/cbss-answer.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { type OpenProfile, openProfile } from '../../../support/seed-profile.ts';

let profile: OpenProfile;
const certificates: Record<string, string> = {};
const asked: unknown[] = [];
const ports: CbssPorts = {
  async enterPractice(ask) {
    asked.push(ask);
    const certificateId = certificates['rsa2048'] ?? '';
    return ok({
      certificateId,
      urn: 'urn:practice',
      enterpriseNumber: '0999999031',
      legalContext: 'TEST:INSCRIPTION',
    });
  },
};
const session = () => profile.session;
const save = (input: object) =>
  saveProfile(
    session(),
    { kind: 'gateway', on: false, expectedRevision: readProfile(session().db)?.revision ?? 0, ...input },
    ports,
  );

beforeAll(async () => {
  profile = openProfile();
  for (const keyKind of ['rsa2048', 'ecP384'] as const) {
    const made = await generateSelfSigned({
      enterpriseName: 'Klaver',
      enterpriseNumber: '0999999031',
      keyKind,
      now: new Date(),
    });
    const id = session().ids.newId();
    certificates[keyKind] = id;
    saveCertificate(session().db, {
      ...{
        id,
        name: keyKind,
        enterpriseNumber: null,
        enterpriseName: null,
        origin: 'generated',
        verdict: 'usable',
      },
      ...{ certificateDer: made.certificateDer, fingerprint: keyKind, addedAt: '2026-01-01T00:00:00.000Z' },
      ...{ notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2029-01-01T00:00:00.000Z' },
    });
  }
});
afterAll(() => profile.close());

const whole = () => ({
  ...{
    endpoint: 'https://gateway.invalid/CBSSInscription/v1',
    urn: 'urn:x:y',
    certificateId: certificates['rsa2048'],
  },
  ...{ identification: { by: 'sector', sector: 12, institution: 0 }, legalContext: 'ORG:INSCRIPTION' },
});

it('nothing is asked before a profile is on, and a gateway is on only once all of it is entered', async () => {
  expect(showProfile(session())).toMatchObject({ kind: null, on: false, missing: [], practiceOffered: true });
  expect(connectionFor(session(), 'insertInscription')).toEqual(
    fail('stateNotAllowed', { details: { reason: 'connectorOff' } }),
  );
  const missing = 'endpoint,certificate,urn,identification,legalContext';
  expect(await save({ on: true })).toEqual(fail('stateNotAllowed', { details: { missing } }));
  expect(readProfile(session().db)).toBeNull();
  expect(await save({ ...whole(), on: true, certificateId: certificates['ecP384'] })).toMatchObject({
    failure: { details: { missing: 'certificateKind' } },
  });
  expect(await save({ ...whole(), on: true, certificateId: session().ids.newId() })).toMatchObject({
    failure: { code: 'notFound' },
  });
  expect(await save(whole())).toMatchObject({
    value: { on: false, missing: [], certificateName: 'rsa2048', revision: 1 },
  });
  expect(connectionFor(session(), 'insertInscription')).toMatchObject({
    failure: { details: { reason: 'connectorOff' } },
  });
  expect(connectionFor(session(), 'checkConnection', { evenOff: true })).toMatchObject({
    value: { url: 'https://gateway.invalid/PlatformIntegrationConsumerTest/v1' },
  });
  // A slash at the end is no part of the way.
  expect(await save({ endpoint: `${whole().endpoint}/` })).toMatchObject({ ok: true });
  expect(connectionFor(session(), 'checkConnection', { evenOff: true })).toMatchObject({
    value: { url: 'https://gateway.invalid/PlatformIntegrationConsumerTest/v1' },
  });
  await save({ endpoint: whole().endpoint });
  expect(await save({ on: true, expectedRevision: 0 })).toMatchObject({ failure: { code: 'conflict' } });
  expect(await save({ on: true })).toMatchObject({ value: { on: true, endpoint: whole().endpoint } });
});

it('questions go where they were sent to be, under the legal context of their function', async () => {
  await save({
    on: true,
    testEndpoint: 'https://test.invalid/pict',
    legalContexts: { search: 'ORG:SEARCH' },
  });
  expect(connectionFor(session(), 'deleteInscription')).toMatchObject({
    value: {
      url: whole().endpoint,
      legalContext: 'ORG:INSCRIPTION',
      identification: { by: 'sector', sector: 12 },
    },
  });
  expect(connectionFor(session(), 'checkAccessControl')).toMatchObject({
    value: { url: 'https://test.invalid/pict' },
  });
  const operations = [
    'searchPersonPhonetic',
    'createPerson',
    'correctPerson',
    'subscribe',
    'unsubscribe',
  ] as const;
  for (const operation of operations)
    expect(connectionFor(session(), operation)).toMatchObject({ failure: { code: 'permissionMissing' } });
  const authorisation = { reference: 'CSI/26/041', date: '2026-02-02' };
  await authorise(session(), { right: 'search', authorisation }, ports);
  await authorise(session(), { right: 'subscribe', authorisation }, ports);
  expect(connectionFor(session(), 'searchPersonPhonetic')).toMatchObject({
    value: { legalContext: 'ORG:SEARCH' },
  });
  expect(connectionFor(session(), 'unsubscribe')).toMatchObject({
    value: { legalContext: 'ORG:INSCRIPTION' },
  });
  expect(connectionFor(session(), 'createPerson')).toMatchObject({
    failure: { details: { right: 'create' } },
  });
  await authorise(session(), { right: 'search', authorisation: null }, ports);
  expect(connectionFor(session(), 'searchPersonPhonetic')).toMatchObject({
    failure: { details: { right: 'search' } },
  });
  expect(asked).toEqual([]);
});

it('the practice profile fills itself in, and nothing of another kind stays', async () => {
  expect(await save({ kind: 'practice', on: true })).toMatchObject({
    value: { kind: 'practice', endpoint: null, urn: 'urn:practice', legalContexts: {}, missing: [] },
  });
  expect(asked).toEqual([{ certificateId: null, orAnother: true, rights: ['subscribe'] }]);
  // Practice does not run in this test: where it is, is not known.
  expect(connectionFor(session(), 'insertInscription')).toMatchObject({
    failure: { code: 'serviceUnavailable', retry: 'safe' },
  });
  await authorise(
    session(),
    { right: 'create', authorisation: { reference: 'x', date: '2026-02-02' } },
    ports,
  );
  expect(asked.at(-1)).toMatchObject({ rights: ['subscribe', 'create'], orAnother: false });
  const elsewhere = { ...session(), environment: { ...session().environment, kind: 'acceptance' as const } };
  const expectedRevision = readProfile(session().db)?.revision ?? 0;
  expect(await saveProfile(elsewhere, { kind: 'practice', on: true, expectedRevision }, ports)).toEqual(
    fail('notSupportedHere'),
  );
  expect(missingOf(session(), null)).toEqual([]);
});

it.each([
  ['https://gateway.invalid/CBSSInscription/v1', true],
  ['http://gateway.invalid/x', false],
  ['https://user@gateway.invalid/x', false],
  ['https://gateway.invalid/x?y=1', false],
  ['https:///x', false],
])('takes %s as an address: %s', (address, good) => {
  expect(cbssEndpointSchema.safeParse(address).success).toBe(good);
});

it('exchanges are found again, go after thirty days, and one that a kill cut off has no outcome', () => {
  const { db, ids } = session();
  const start = (at: string, ticket: string) => {
    const id = ids.newId();
    beginExchange(db, {
      ...{
        id,
        at,
        ticket,
        operation: 'insertInscription',
        askedBy: 'Noor',
        address: 'https://x.invalid/',
        request: '<a/>',
      },
    });
    return id;
  };
  const old = start('2026-01-01T08:00:00.000Z', 'aaaa');
  const cut = start('2026-01-20T08:00:00.000Z', 'bbbb');
  const last = start('2026-01-21T08:00:00.000Z', 'cccc');
  const outcome = {
    layer: 'transport',
    reason: 'timeout',
    status: null,
    mayHaveHappened: true,
    line: null,
    finding: null,
  } satisfies CbssOutcome;
  endExchange(db, last, {
    outcome,
    request: '<b/>',
    tries: 2,
    milliseconds: 30_000,
    status: null,
    response: Buffer.from('<c/>'),
  });
  const page = { page: 1, pageSize: 10 };
  expect(listExchanges(db, {}, page).rows.map(({ id }) => id)).toEqual([last, cut, old]);
  expect(listExchanges(db, { text: 'TIME' }, page)).toMatchObject({
    total: 1,
    rows: [{ id: last, code: 'timeout', tries: 2 }],
  });
  expect(listExchanges(db, { layer: 'business' }, page).total).toBe(0);
  expect(findExchange(db, last)).toMatchObject({ request: '<b/>', response: '<c/>', outcome });
  expect(findExchange(db, cut)).toMatchObject({ layer: null, outcome: null, request: '<a/>' });
  forgetExchanges(db, '2026-02-01T08:00:00.000Z');
  expect(listExchanges(db, {}, page).rows.map(({ id }) => id)).toEqual([last, cut]);
  expect(findExchange(db, old)).toBeNull();
});
