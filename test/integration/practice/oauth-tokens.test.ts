// Tokens that are given out: to whom, for what, for how long, and when they stop working.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeCertificate, makeCertificate } from './support/certificates.ts';
import { EMPLOYER, type PracticeClient, seconds, startClient } from './support/client.ts';

let client: PracticeClient;
let rsa: MadeCertificate;
let id: string;
let offset = 0;

beforeAll(async () => {
  client = await startClient({ wallClock: () => Date.now() + offset });
  rsa = makeCertificate();
  id = await client.register(rsa);
});
afterAll(() => client.close());

const employees = (token: string | undefined) => client.fla('GET', `/employers/${EMPLOYER}/employees`, token);
const SCOPE = 'scope:sigedis:gestion:careerpro-federal-learning-account:employer';

describe('a granted token', () => {
  it('is an uncached bearer token with its life and the default scope of the account', async () => {
    const answer = await client.present(await client.sign(client.claims(id), rsa.keyPem));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ token_type: 'bearer', expires_in: 600, scope: SCOPE });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });
  it('is granted for an audience list that holds the token endpoint', async () => {
    const claims = { ...client.claims(id), aud: ['x', client.tokenUrl] };
    expect((await client.present(await client.sign(claims, rsa.keyPem))).status).toBe(200);
  });
  it('is granted for the scope that was asked', async () => {
    const answer = await client.present(await client.sign(client.claims(id), rsa.keyPem), { scope: SCOPE });
    expect(answer.json.scope).toBe(SCOPE);
  });
  it('tolerates a clock that is just under a minute off', async () => {
    const early = { ...client.claims(id), exp: seconds() + 655, iat: seconds() + 50 };
    expect((await client.present(await client.sign(early, rsa.keyPem))).status).toBe(200);
    const late = { ...client.claims(id), exp: seconds() - 50 };
    expect((await client.present(await client.sign(late, rsa.keyPem))).status).toBe(200);
  });
  it.each([
    ['RS384', 'rsa:2048', 'sha256'],
    ['RS512', 'rsa:3072', 'sha384'],
    ['PS256', 'rsa:2048', 'sha512'],
    ['PS384', 'rsa:2048', 'sha256'],
    ['PS512', 'rsa:2048', 'sha256'],
    ['ES384', 'ec:P-384', 'sha384'],
    ['ES512', 'ec:P-521', 'sha512'],
  ])('is granted for %s with %s', async (alg, key, digest) => {
    const made = makeCertificate({ key, digest });
    const clientId = await client.register(made);
    expect(await client.token(clientId, made.keyPem, alg)).toMatch(/^[\w-]{43}$/);
  });
  it('is granted for any certificate of the account, and no more once it was removed', async () => {
    const second = makeCertificate();
    const upload = { name: 'tweede', content: second.der.toString('base64') };
    const added = await client.chaman('POST', `/accounts/${id}/certificates`, upload);
    expect(added.status).toBe(201);
    await client.token(id, second.keyPem);
    await client.token(id, rsa.keyPem);
    const fingerprint = added.json.certificates.at(-1)?.fingerprint;
    await client.chaman('DELETE', `/accounts/${id}/certificates/${fingerprint}`);
    await expect(client.token(id, second.keyPem)).rejects.toThrow(/no attached certificate/);
  });
});

describe('a token in use', () => {
  it('opens a service; without, with a wrong or with another kind of header nothing opens', async () => {
    expect((await employees(await client.token(id, rsa.keyPem))).status).toBe(200);
    const none = await employees(undefined);
    expect([none.status, none.json.type]).toEqual([401, 'urn:problem-type:belgif:noAccessToken']);
    const wrong = await employees('nonsense');
    expect([wrong.status, wrong.json.type]).toEqual([401, 'urn:problem-type:belgif:invalidAccessToken']);
    expect(wrong.headers['www-authenticate']).toContain('error="invalid_token"');
    const basic = await client.send('GET', `${client.flaUrl}/employers/${EMPLOYER}/employees`, {
      headers: { authorization: 'Basic YTpi' },
    });
    expect(basic.status).toBe(401);
  });
  it('is not accepted in the query', async () => {
    const token = await client.token(id, rsa.keyPem);
    const path = `${client.flaUrl}/employers/${EMPLOYER}/employees?access_token=${token}`;
    expect((await client.send('GET', path)).status).toBe(401);
  });
  it('expires after its life', async () => {
    await client.admin('PUT', '/switches', { tokenSeconds: 30 });
    const token = await client.token(id, rsa.keyPem);
    offset = 28_000;
    expect((await employees(token)).status).toBe(200);
    offset = 31_000;
    const late = await employees(token);
    expect([late.status, late.json.type]).toEqual([401, 'urn:problem-type:belgif:expiredAccessToken']);
    offset = 0;
    await client.admin('PUT', '/switches', { tokenSeconds: 600 });
  });
  it('stops working when the account is disabled, and none is given out then', async () => {
    const made = makeCertificate();
    const clientId = await client.register(made);
    const token = await client.token(clientId, made.keyPem);
    await client.chaman('PATCH', `/accounts/${clientId}`, { state: 'disabled' });
    expect((await employees(token)).status).toBe(401);
    await expect(client.token(clientId, made.keyPem)).rejects.toThrow(/unauthorized_client/);
  });
  it('lacks the scope of a service whose right was not ticked', async () => {
    const made = makeCertificate();
    const clientId = await client.register(made, EMPLOYER, 'employer', ['dimonaConsult']);
    const answer = await employees(await client.token(clientId, made.keyPem));
    expect([answer.status, answer.json.type]).toEqual([403, 'urn:problem-type:belgif:missingScope']);
  });
  it('of a training provider does not open the employers’ service', async () => {
    const made = makeCertificate();
    const clientId = await client.register(made, '1999999151', 'trainingProvider');
    const answer = await client.fla(
      'GET',
      '/employers/1999999151/employees',
      await client.token(clientId, made.keyPem),
    );
    expect([answer.status, answer.json.type]).toEqual([403, 'urn:problem-type:belgif:missingScope']);
    expect(answer.json.requiredScopes).toContain(SCOPE);
  });
});

describe('the security clock', () => {
  it('refuses a certificate that expired since it was uploaded', async () => {
    offset = 31 * 86_400_000;
    const now = Math.floor((Date.now() + offset) / 1000);
    const answer = await client.present(
      await client.sign({ ...client.claims(id), exp: now + 100 }, rsa.keyPem),
    );
    offset = 0;
    expect(answer.json.error_description).toMatch(/expired or not yet valid/);
  });
  it('refuses fresh assertions while it is skewed, and takes them again after', async () => {
    await client.admin('PUT', '/faults', { kind: 'clockSkew', seconds: 900 });
    await expect(client.token(id, rsa.keyPem)).rejects.toThrow(/has expired/);
    await client.admin('PUT', '/faults', { kind: 'clockSkew', seconds: -900 });
    await expect(client.token(id, rsa.keyPem)).rejects.toThrow(/more than 600 seconds/);
    await client.admin('DELETE', '/faults');
    await client.token(id, rsa.keyPem);
  });
});

describe('switches', () => {
  it('can answer invalid_client with 401', async () => {
    await client.admin('PUT', '/switches', { invalidClientStatus: 401 });
    const answer = await client.present('a.b');
    await client.admin('PUT', '/switches', { invalidClientStatus: 400 });
    expect([answer.status, answer.json.error]).toEqual([401, 'invalid_client']);
  });
  it('can let a jti be replayed', async () => {
    await client.admin('PUT', '/switches', { refuseReplay: false });
    const jws = await client.sign(client.claims(id), rsa.keyPem);
    const statuses = [(await client.present(jws)).status, (await client.present(jws)).status];
    await client.admin('PUT', '/switches', { refuseReplay: true });
    expect(statuses).toEqual([200, 200]);
  });
});
