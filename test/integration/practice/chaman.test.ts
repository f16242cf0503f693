// The portal's stand-in: contact first, active quality, rights, and the criteria for a certificate.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CertificateWish,
  type MadeCertificate,
  makeCertificate,
  withImpossibleEnd,
} from './support/certificates.ts';
import { EMPLOYER, type PracticeClient, SECRETARIAT, startClient } from './support/client.ts';

let client: PracticeClient;
let good: MadeCertificate;

beforeAll(async () => {
  client = await startClient();
  good = makeCertificate();
  await client.chaman('PUT', `/enterprises/${EMPLOYER}/sender`, { name: 'An', email: 'an@berk.example' });
});
afterAll(() => client.close());

const order = (content: Buffer, more: Record<string, unknown> = {}) => ({
  quality: 'employer',
  name: 'proef',
  rights: ['careerProFlaDeclaration'],
  certificate: { name: 'proef.cer', content: content.toString('base64') },
  ...more,
});
const create = (content: Buffer, more: Record<string, unknown> = {}, employer = EMPLOYER) =>
  client.chaman('POST', `/enterprises/${employer}/accounts`, order(content, more));

describe('creating an account', () => {
  it('gives a client id of the known form, and shows it in the list', async () => {
    const made = await create(good.der);
    expect(made.status).toBe(201);
    expect(made.json.clientId).toMatch(/^self_service_chaman_\d{6}_[a-z0-9]{10}$/);
    expect(made.json.scopes).toEqual(['scope:sigedis:gestion:careerpro-federal-learning-account:employer']);
    const list = await client.chaman('GET', `/enterprises/${EMPLOYER}/accounts`);
    expect(list.json.items.map((item: { clientId: string }) => item.clientId)).toContain(made.json.clientId);
  });
  it('takes PEM as well as DER', async () => {
    expect((await create(Buffer.from(good.pem))).status).toBe(201);
  });
  it('keeps the sender number of an enterprise when its contact changes', async () => {
    const contact = { name: 'Bo', email: 'bo@berk.example' };
    const again = await client.chaman('PUT', `/enterprises/${EMPLOYER}/sender`, contact);
    const read = await client.chaman('GET', `/enterprises/${EMPLOYER}/sender`);
    expect(read.json).toEqual(again.json);
    expect(read.json).toMatchObject({ number: 100_001, name: 'Bo' });
  });
  it('asks for the technical contact first', async () => {
    const answer = await create(good.der, {}, '1999999250');
    expect([answer.status, answer.json.type]).toEqual([
      409,
      'urn:problem-type:practice:chaman:senderMissing',
    ]);
  });
  it('refuses a quality that was not activated', async () => {
    expect((await create(good.der, { quality: 'socialSecretariat' })).status).toBe(403);
  });
  it('refuses a right that does not exist', async () => {
    expect((await create(good.der, { rights: ['everything'] })).json.issues[0].name).toBe('rights');
  });
  it('refuses unknown fields', async () => {
    const answer = await create(good.der, { password: 'x' });
    expect(answer.json.issues[0]).toMatchObject({ name: 'password', title: 'Unknown input' });
  });
  it('refuses wrong check digits, and an enterprise that practice does not know', async () => {
    expect((await create(good.der, {}, '0999999131')).status).toBe(400);
    expect((await create(good.der, {}, '0880820673')).status).toBe(404);
  });
  it('warns when two enterprises share a certificate', async () => {
    await client.chaman('PUT', `/enterprises/${SECRETARIAT}/sender`, {
      name: 'Cas',
      email: 'c@klaver.example',
    });
    const answer = await create(good.der, { quality: 'socialSecretariat' }, SECRETARIAT);
    expect(answer.json.warnings).toEqual(['certificateSharedWithOtherEnterprise']);
    expect(answer.json.scopes).toEqual(['scope:sigedis:gestion:careerpro-federal-learning-account:provider']);
  });
  it('is closed without the secret', async () => {
    const url = `${client.service.environments['practice']?.practice?.chamanUrl}/qualities`;
    expect((await client.send('GET', url)).status).toBe(401);
    expect((await client.send('GET', url, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });
});

describe('an existing account', () => {
  it('can be renamed and given other rights under the same client id', async () => {
    const { clientId } = (await create(good.der)).json;
    const changed = await client.chaman('PATCH', `/accounts/${clientId}`, {
      name: 'nieuw',
      rights: ['dimonaConsult'],
    });
    expect(changed.json).toMatchObject({ clientId, name: 'nieuw', rights: ['dimonaConsult'] });
    expect(changed.json.scopes).toEqual(['scope:dimona:declaration:consult']);
  });
  it('refuses the same certificate twice', async () => {
    const { clientId } = (await create(good.der)).json;
    const upload = { name: 'weer', content: good.der.toString('base64') };
    expect((await client.chaman('POST', `/accounts/${clientId}/certificates`, upload)).status).toBe(409);
  });
  it('is not found under another client id', async () => {
    expect((await client.chaman('GET', '/accounts/self_service_chaman_999999_abcdefghij')).status).toBe(404);
  });
});

describe('the criteria for a certificate', () => {
  const refused: readonly (readonly [string, CertificateWish, string])[] = [
    ['RSA 1024', { key: 'rsa:1024' }, 'keySizeNotAllowed'],
    ['RSA 2560', { key: 'rsa:2560' }, 'keySizeNotAllowed'],
    ['P-256', { key: 'ec:P-256' }, 'curveNotAllowed'],
    ['Ed25519', { key: 'ed25519' }, 'keyTypeNotAllowed'],
    ['SHA-1', { digest: 'sha1' }, 'digestNotAllowed'],
    ['SHA-224', { digest: 'sha224' }, 'digestNotAllowed'],
    ['no key usage at all', { keyUsage: null }, 'keyUsageMissing'],
    ['key encipherment only', { keyUsage: 'keyEncipherment' }, 'keyUsageNotDigitalSignature'],
  ];
  it.each(refused)('refuses %s', async (_name, wish, code) => {
    const answer = await create(makeCertificate(wish).der);
    expect(answer.status).toBe(422);
    expect(answer.json.issues).toContainEqual({ code });
  });
  const accepted: readonly (readonly [string, CertificateWish])[] = [
    ['RSA 3072 with SHA-384', { key: 'rsa:3072', digest: 'sha384' }],
    ['RSA 4096 with SHA-512', { key: 'rsa:4096', digest: 'sha512' }],
    ['P-384', { key: 'ec:P-384', digest: 'sha384' }],
    ['P-521', { key: 'ec:P-521', digest: 'sha512' }],
    ['RSASSA-PSS with SHA-256', { pss: true }],
    ['several usages', { keyUsage: 'digitalSignature,nonRepudiation,keyEncipherment' }],
  ];
  it.each(accepted)('accepts %s', async (_name, wish) => {
    expect((await create(makeCertificate(wish).der)).status).toBe(201);
  });
  it.each([
    ['expired', 31 * 86_400],
    ['notYetValid', -86_400],
  ])('judges the period by the security clock: %s', async (code, skewSeconds) => {
    await client.admin('PUT', '/clock', { skewSeconds });
    const answer = await create(good.der);
    await client.admin('PUT', '/clock', { skewSeconds: 0 });
    expect([answer.status, answer.json.issues]).toEqual([422, [{ code }]]);
  });
  it('names every failing criterion at once', async () => {
    const bad = makeCertificate({ key: 'rsa:1024', keyUsage: null, digest: 'sha1' });
    const codes = (await create(bad.der)).json.issues.map((issue: { code: string }) => issue.code);
    expect(codes).toEqual(['keySizeNotAllowed', 'digestNotAllowed', 'keyUsageMissing']);
  });
  it('refuses a private key, a cut-off file and noise', async () => {
    const codeOf = async (content: Buffer) => (await create(content)).json.issues[0].code;
    expect(await codeOf(Buffer.from(good.keyPem))).toBe('privateKeyUploaded');
    expect(await codeOf(Buffer.from(good.pem + good.keyPem))).toBe('privateKeyUploaded');
    expect(await codeOf(good.der.subarray(0, 400))).toBe('notACertificate');
    expect(await codeOf(Buffer.alloc(2000, 0x30))).toBe('notACertificate');
    expect(await codeOf(withImpossibleEnd(good))).toBe('notACertificate');
  });
});
