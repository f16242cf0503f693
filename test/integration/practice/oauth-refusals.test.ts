// Every way in which a token request can be wrong, against the real endpoint.
import { createHmac, createPublicKey, randomUUID, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeCertificate, makeCertificate } from './support/certificates.ts';
import { type PracticeClient, seconds, startClient } from './support/client.ts';

let client: PracticeClient;
let own: MadeCertificate;
let other: MadeCertificate;
let ec: MadeCertificate;
let p256: MadeCertificate;
let id: string;

beforeAll(async () => {
  client = await startClient();
  own = makeCertificate();
  other = makeCertificate();
  ec = makeCertificate({ key: 'ec:P-384', digest: 'sha384' });
  p256 = makeCertificate({ key: 'ec:P-256' });
  id = await client.register(own);
});
afterAll(() => client.close());

const b64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const describes = (answer: { json: { error: string; error_description: string } }): string =>
  `${answer.json.error}: ${answer.json.error_description}`;

describe('claims that make a client assertion invalid', () => {
  const cases: readonly (readonly [string, () => Record<string, unknown>, RegExp])[] = [
    [
      'an issuer that is unknown',
      () => ({ iss: 'self_service_chaman_1_abcdefghij', sub: 'self_service_chaman_1_abcdefghij' }),
      /unknown/,
    ],
    ['a missing issuer', () => ({ iss: undefined }), /iss is missing/],
    ['an issuer that is a number', () => ({ iss: 7, sub: 7 }), /iss is missing/],
    ['a subject other than the issuer', () => ({ sub: 'someone_else' }), /sub must equal iss/],
    ['a missing subject', () => ({ sub: undefined }), /sub must equal iss/],
    ['another audience', () => ({ aud: 'https://127.0.0.1/REST/oauth/v3/token' }), /aud/],
    ['an audience with a trailing slash', () => ({ aud: `${client.tokenUrl}/` }), /aud/],
    ['an audience list without ours', () => ({ aud: ['a', 'b'] }), /aud/],
    ['a missing audience', () => ({ aud: undefined }), /aud/],
    ['a missing expiry', () => ({ exp: undefined }), /exp is missing/],
    ['an expiry written as text', () => ({ exp: String(seconds() + 300) }), /exp is missing/],
    ['an expiry in the past', () => ({ exp: seconds() - 120 }), /has expired/],
    ['an expiry beyond ten minutes', () => ({ exp: seconds() + 720 }), /more than 600 seconds/],
    ['an expiry in milliseconds', () => ({ exp: Date.now() + 300_000 }), /more than 600 seconds/],
    ['a missing jti', () => ({ jti: undefined }), /jti is missing/],
    ['an empty jti', () => ({ jti: '' }), /jti is missing/],
    ['a jti that is a number', () => ({ jti: 5 }), /jti is missing/],
    ['an endless jti', () => ({ jti: 'x'.repeat(256) }), /jti is missing/],
    ['a not-before in the future', () => ({ nbf: seconds() + 200 }), /not yet valid/],
    ['a not-before written as text', () => ({ nbf: 'now' }), /not yet valid/],
    ['an issue time in the future', () => ({ iat: seconds() + 200 }), /from the future/],
  ];
  it.each(cases)('refuses %s', async (_name, change, reason) => {
    const unsigned = { ...client.claims(id), ...change() };
    const payload = JSON.parse(JSON.stringify(unsigned));
    const answer = await client.present(await client.sign(payload, own.keyPem));
    expect(answer.status).toBe(400);
    expect(answer.json.error).toBe('invalid_client');
    expect(answer.json.error_description).toMatch(reason);
  });
});

describe('signatures that do not count', () => {
  const unsignedParts = (alg: string): string => `${b64({ alg, typ: 'JWT' })}.${b64(client.claims(id))}`;

  it('refuses alg none', async () => {
    expect(describes(await client.present(`${unsignedParts('none')}.`))).toMatch(/algorithm is not allowed/);
  });
  it('refuses HS256 keyed with the public key', async () => {
    const publicPem = createPublicKey(own.pem).export({ type: 'spki', format: 'pem' });
    const parts = unsignedParts('HS256');
    const mac = createHmac('sha256', publicPem).update(parts).digest('base64url');
    expect(describes(await client.present(`${parts}.${mac}`))).toMatch(/algorithm is not allowed/);
  });
  it('refuses HS256 keyed with the certificate', async () => {
    const parts = unsignedParts('HS256');
    const mac = createHmac('sha256', own.pem).update(parts).digest('base64url');
    expect(describes(await client.present(`${parts}.${mac}`))).toMatch(/algorithm is not allowed/);
  });
  it('refuses ES256', async () => {
    const jws = await client.sign(client.claims(id), p256.keyPem, 'ES256');
    expect(describes(await client.present(jws))).toMatch(/algorithm is not allowed/);
  });
  it('refuses the key of another certificate', async () => {
    const jws = await client.sign(client.claims(id), other.keyPem);
    expect(describes(await client.present(jws))).toMatch(/no attached certificate/);
  });
  it('does not trust a certificate that the header brings along', async () => {
    const x5c = [new X509Certificate(other.pem).raw.toString('base64')];
    const jws = await client.sign(client.claims(id), other.keyPem, 'RS256', { x5c, kid: id });
    expect(describes(await client.present(jws))).toMatch(/no attached certificate/);
  });
  it('refuses an EC algorithm for an RSA account', async () => {
    const jws = await client.sign(client.claims(id), ec.keyPem, 'ES384');
    expect(describes(await client.present(jws))).toMatch(/no attached certificate/);
  });
  it('refuses claims changed after signing', async () => {
    const [head, , tail] = (await client.sign(client.claims(id), own.keyPem)).split('.');
    const answer = await client.present(`${head}.${b64({ ...client.claims(id), jti: 'changed' })}.${tail}`);
    expect(describes(answer)).toMatch(/no attached certificate/);
  });
  it('refuses a signature cut short', async () => {
    const jws = await client.sign(client.claims(id), own.keyPem);
    expect(describes(await client.present(jws.slice(0, -20)))).toMatch(/no attached certificate/);
  });
  it('refuses an algorithm in the header that did not sign', async () => {
    const [, body, tail] = (await client.sign(client.claims(id), own.keyPem, 'RS256')).split('.');
    const answer = await client.present(`${b64({ alg: 'RS512', typ: 'JWT' })}.${body}.${tail}`);
    expect(describes(answer)).toMatch(/no attached certificate/);
  });
  it('refuses critical header parameters', async () => {
    const head = b64({ alg: 'RS256', crit: ['exp'], exp: 1 });
    expect(describes(await client.present(`${head}.${b64(client.claims(id))}.AAAA`))).toMatch(/critical/);
  });
  it('refuses another header type', async () => {
    const jws = await client.sign(client.claims(id), own.keyPem, 'RS256', { typ: 'at+jwt' });
    expect(describes(await client.present(jws))).toMatch(/header type/);
  });
  it.each([
    ['two parts', 'a.b'],
    ['five parts, as an encrypted token has', 'a.b.c.d.e'],
    ['parts that are not base64url', 'a+=.b/.c'],
    ['a header that is a list', `${b64([])}.${b64({})}.AAAA`],
    ['noise', '%%%'],
  ])('refuses %s', async (_name, assertion) => {
    expect(describes(await client.present(assertion))).toMatch(/not a JWT/);
  });
  it('refuses a jti that was used before, even in another assertion', async () => {
    const claims = { ...client.claims(id), jti: randomUUID() };
    expect((await client.present(await client.sign(claims, own.keyPem))).status).toBe(200);
    const again = await client.sign({ ...claims, exp: seconds() + 200 }, own.keyPem);
    expect(describes(await client.present(again))).toMatch(/jti was used before/);
  });
  it('does not let a refused assertion use up a jti', async () => {
    const claims = { ...client.claims(id), jti: randomUUID() };
    expect((await client.present(await client.sign(claims, other.keyPem))).status).toBe(400);
    expect((await client.present(await client.sign(claims, own.keyPem))).status).toBe(200);
  });
});

describe('token requests that are wrong in themselves', () => {
  it('refuses JSON instead of a form', async () => {
    const answer = await client.send('POST', client.tokenUrl, { json: { grant_type: 'client_credentials' } });
    expect(answer.status).toBe(400);
    expect(answer.json.error).toBe('invalid_request');
  });
  it('refuses a repeated parameter', async () => {
    const answer = await client.send('POST', client.tokenUrl, {
      body: 'grant_type=client_credentials&grant_type=client_credentials',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(describes(answer)).toMatch(/invalid_request: a parameter is repeated/);
  });
  it('refuses another grant type', async () => {
    const answer = await client.form({ grant_type: 'authorization_code' });
    expect(answer.json.error).toBe('unsupported_grant_type');
  });
  it('refuses a missing assertion', async () => {
    const answer = await client.form({ grant_type: 'client_credentials' });
    expect(describes(answer)).toMatch(/invalid_request/);
  });
  it('refuses another assertion type', async () => {
    const answer = await client.present('a.b.c', { client_assertion_type: 'urn:ietf:params:oauth:saml2' });
    expect(describes(answer)).toMatch(/invalid_request: client_assertion_type/);
  });
  it('refuses a client_id that is not the issuer', async () => {
    const jws = await client.sign(client.claims(id), own.keyPem);
    expect(describes(await client.present(jws, { client_id: 'other' }))).toMatch(/client_id/);
  });
  it('refuses a scope that the account does not have', async () => {
    const jws = await client.sign(client.claims(id), own.keyPem);
    const answer = await client.present(jws, { scope: 'scope:dimona:declaration:consult' });
    expect(answer.json.error).toBe('invalid_scope');
  });
  it('answers only to POST', async () => {
    const answer = await client.send('GET', client.tokenUrl);
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
  });
});
