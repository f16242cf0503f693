// The JSON interfaces of access management and Chaman with a named person: the same acts, refused with a type that says
// what is missing and with the names of those who may do it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeCertificate, makeCertificate } from './support/certificates.ts';
import { type PracticeClient, startClient } from './support/client.ts';
import { peopleOf } from './support/portal-window.ts';

const BERK = '0999999130';
const OWN = '0880820673';

let client: PracticeClient;
let person: (name: string) => string;
let made: MadeCertificate;
beforeAll(async () => {
  client = await startClient();
  person = await peopleOf(client);
  made = makeCertificate();
});
afterAll(() => client.close());

const act = (
  surface: 'access' | 'chaman' | 'mahis',
  who: string,
  method: string,
  path: string,
  json?: unknown,
) => {
  const url = client.service.environments['practice']?.practice?.chamanUrl.replace(/chaman$/, surface);
  const headers = {
    authorization: `Bearer ${client.service.admin.token}`,
    ...(who === '' ? {} : { 'practice-person': /^\d/.test(who) ? who : person(who) }),
  };
  return client.send(method, `${url}${path}`, json === undefined ? { headers } : { json, headers });
};
const typeOf = ({ json }: { json: { type?: string } }): string | undefined =>
  json.type?.split(':').slice(-2).join(':');
const order = (more: Record<string, unknown> = {}) => ({
  quality: 'employer',
  name: 'proef',
  rights: ['careerProFlaDeclaration'],
  certificate: { name: 'proef', fileName: 'proef.cer', content: made.der.toString('base64') },
  ...more,
});

describe('a road by JSON', () => {
  it('leads from an unknown enterprise to a token, each step by the right person', async () => {
    const at = `/enterprises/${OWN}`;
    expect((await act('access', 'Alma', 'GET', at)).status).toBe(404);
    expect((await act('access', 'Alma', 'PUT', at, { name: 'Eigen zaak' })).status).toBe(201);
    expect(typeOf(await act('access', 'Alma', 'PUT', at, { name: 'Weer' }))).toBe('access:alreadyKnown');
    expect(typeOf(await act('chaman', 'Alma', 'GET', `${at}/access?quality=employer`))).toBe(
      'chaman:notRegistered',
    );
    const registration = { access: 'kept', email: 'a@eigen.invalid' };
    expect((await act('access', 'Alma', 'POST', `${at}/registration`, registration)).status).toBe(201);
    const activation = {
      quality: 'trainingProvider',
      email: 'o@eigen.invalid',
      administrator: person('Emre'),
    };
    expect((await act('access', 'Alma', 'POST', `${at}/qualities`, activation)).status).toBe(201);
    const user = { person: person('Farah'), kind: 'user', quality: 'trainingProvider' };
    expect(typeOf(await act('access', 'Alma', 'POST', `${at}/roles`, user))).toBe(
      'access:onlyLocalAdministrator',
    );
    expect((await act('access', 'Emre', 'POST', `${at}/roles`, user)).status).toBe(201);
    const contact = { name: 'Farah', email: 'f@eigen.invalid', quality: 'trainingProvider' };
    expect(typeOf(await act('chaman', 'Farah', 'PUT', `${at}/sender`, contact))).toBe('chaman:noAccess');
    const grant = { person: person('Farah'), quality: 'trainingProvider', granted: true };
    expect((await act('access', 'Emre', 'PUT', `${at}/technicalChannels`, grant)).json).toEqual({
      granted: true,
    });
    const early = await act(
      'chaman',
      'Farah',
      'POST',
      `${at}/accounts`,
      order({ quality: 'trainingProvider' }),
    );
    expect(typeOf(early)).toBe('chaman:senderMissing');
    expect((await act('chaman', 'Farah', 'PUT', `${at}/sender`, contact)).status).toBe(200);
    const account = await act(
      'chaman',
      'Farah',
      'POST',
      `${at}/accounts`,
      order({ quality: 'trainingProvider' }),
    );
    expect(account.status).toBe(201);
    expect(account.json.certificates[0]).toMatchObject({ name: 'proef', fileName: 'proef.cer' });
    expect(await client.token(account.json.clientId, made.keyPem)).toBeTruthy();
    expect((await act('access', '', 'GET', at)).json).toMatchObject({
      registered: true,
      mainAccessManagers: [{ givenName: 'Alma' }],
      qualities: [
        { quality: 'employer' },
        { quality: 'trainingProvider', users: [{ technicalChannels: true }] },
      ],
    });
  });
});

describe('the wrong person', () => {
  it('is told who must do it, by name and without a number', async () => {
    const answer = await act('chaman', 'Kobe', 'GET', `/enterprises/${BERK}/access?quality=employer`);
    expect([answer.status, typeOf(answer)]).toEqual([403, 'chaman:noAccess']);
    expect(answer.json.mustBeDoneBy).toEqual([{ givenName: 'Nadia', familyName: 'Ouchenne' }]);
    expect(answer.text).not.toMatch(/\d{11}/);
  });
  it.each([
    [
      'Nadia',
      'POST',
      '/qualities',
      { quality: 'serviceProvider', email: 'a@b.invalid' },
      'onlyAccessManager',
    ],
    ['Wout', 'POST', '/circleOfTrust', undefined, 'onlyMainAccessManager'],
    [
      'Kobe',
      'POST',
      '/roles',
      { kind: 'user', person: '01010199768', quality: 'employer' },
      'onlyLocalAdministrator',
    ],
  ])('%s cannot %s %s', async (who, method, path, json, code) => {
    const answer = await act('access', who, method, `/enterprises/${BERK}${path}`, json);
    expect([answer.status, typeOf(answer)]).toEqual([403, `access:${code}`]);
  });
  it('cannot be somebody whom practice does not know', async () => {
    const answer = await act('chaman', '85073003328', 'GET', `/enterprises/${BERK}/access?quality=employer`);
    expect([answer.status, typeOf(answer)]).toEqual([403, 'chaman:personUnknown']);
  });
});

describe('a role that is withdrawn', () => {
  const sanne = () => ({ person: person('Sanne'), kind: 'user', quality: 'employer' });
  const path = `/enterprises/${BERK}/roles/withdrawal`;
  const reach = (who: string) => act('chaman', who, 'GET', `/enterprises/${BERK}/access?quality=employer`);
  it('is taken only by whoever may give it, and shuts what it opened', async () => {
    expect((await reach('Sanne')).status).toBe(200);
    const answer = await act('access', 'Kobe', 'POST', path, sanne());
    expect([answer.status, typeOf(answer)]).toEqual([403, 'access:onlyLocalAdministrator']);
    expect((await act('access', 'Nadia', 'POST', path, sanne())).status).toBe(204);
    expect(typeOf(await reach('Sanne'))).toBe('chaman:noAccess');
    expect(typeOf(await act('access', 'Nadia', 'POST', path, sanne()))).toBe('access:roleNotHeld');
    // Given again, the role is a new one: the technical channels did not wait for it.
    expect((await act('access', 'Nadia', 'POST', `/enterprises/${BERK}/roles`, sanne())).status).toBe(201);
    expect(typeOf(await reach('Sanne'))).toBe('chaman:noAccess');
    const grant = { person: person('Sanne'), quality: 'employer', granted: true };
    await act('access', 'Nadia', 'PUT', `/enterprises/${BERK}/technicalChannels`, grant);
    expect((await reach('Sanne')).status).toBe(200);
  });
  it('at entity level is taken by the main access manager, who then alone activates qualities', async () => {
    const wout = { person: person('Wout'), kind: 'coAccessManager' };
    expect(typeOf(await act('access', 'Wout', 'POST', path, wout))).toBe('access:onlyMainAccessManager');
    expect((await act('access', 'Hilde', 'POST', path, wout)).status).toBe(204);
    const wish = { quality: 'pensionManager', email: 'a@b.invalid' };
    const barred = await act('access', 'Wout', 'POST', `/enterprises/${BERK}/qualities`, wish);
    expect(typeOf(barred)).toBe('access:onlyAccessManager');
    expect(barred.json.mustBeDoneBy).toEqual([{ givenName: 'Hilde', familyName: 'Berkelmans' }]);
    expect((await act('access', 'Hilde', 'POST', `/enterprises/${BERK}/roles`, wout)).status).toBe(201);
  });
});

describe('a manager of another enterprise', () => {
  it('neither makes an enterprise known nor registers it, and is told who can', async () => {
    const at = '/enterprises/1999999349';
    const known = await act('access', 'Hilde', 'PUT', at, { name: 'Eigen zaak' });
    expect([known.status, typeOf(known)]).toEqual([403, 'access:otherEnterprise']);
    expect(known.json.mustBeDoneBy).toContainEqual({ givenName: 'Bastien', familyName: 'Fontavril' });
    expect((await act('access', 'Bastien', 'PUT', at, { name: 'Eigen zaak' })).status).toBe(201);
    const registration = { access: 'kept', email: 'a@eigen.invalid' };
    const registered = await act('access', 'Hilde', 'POST', `${at}/registration`, registration);
    expect(typeOf(registered)).toBe('access:otherEnterprise');
  });
});

describe('accounts', () => {
  it('are closed once, keep their last certificate, and hold each certificate once', async () => {
    const clientId = await client.register(made);
    const [{ fingerprint }] = (await act('chaman', '', 'GET', `/accounts/${clientId}`)).json.certificates;
    const last = await act('chaman', '', 'DELETE', `/accounts/${clientId}/certificates/${fingerprint}`);
    expect([last.status, typeOf(last)]).toEqual([409, 'chaman:lastCertificate']);
    expect((await act('chaman', 'Sanne', 'POST', `/accounts/${clientId}/closure`)).json.state).toBe('closed');
    expect(typeOf(await act('chaman', 'Sanne', 'POST', `/accounts/${clientId}/closure`))).toBe(
      'chaman:alreadyClosed',
    );
    const change = await act('chaman', '', 'PATCH', `/accounts/${clientId}`, { name: 'weer' });
    expect(typeOf(change)).toBe('chaman:accountClosed');
  });
  it('hold no FLA channel in another quality', async () => {
    await act('access', 'Hilde', 'POST', `/enterprises/${BERK}/qualities`, {
      quality: 'employerPpl',
      email: 'p@berk.invalid',
    });
    const answer = await act(
      'chaman',
      'Hilde',
      'POST',
      `/enterprises/${BERK}/accounts`,
      order({ quality: 'employerPpl' }),
    );
    expect([answer.status, typeOf(answer)]).toEqual([403, 'chaman:qualityHoldsNoFlaChannel']);
    const rights = (await act('chaman', '', 'GET', '/rights?quality=employerPpl')).json.items;
    expect(rights.map(({ id }: { id: string }) => id)).not.toContain('careerProFlaDeclaration');
  });
});

describe('the services beside the training account', () => {
  const services = () => client.service.environments['practice']?.services;
  const health = (
    service: 'checkInAndOutAtWork' | 'citizenMandates' | 'citizenData' | 'dimona',
    token?: string,
  ) =>
    client.send('GET', `${services()?.[service].baseUrl?.value}/health`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  const all = ['checkInAndOutAtWork', 'citizenMandates', 'citizenData', 'dimona'] as const;

  it.each([
    ['checkInAndOutAtWork', 'checkInAndOutAtWork'],
    ['checkInAndOutAtWorkConsult', 'checkInAndOutAtWork'],
    ['dimonaDeclare', 'dimona'],
    ['dimonaConsult', 'dimona'],
  ] as const)('open with the right %s %s and no other', async (right, service) => {
    const token = await client.token(await client.register(made, BERK, 'employer', [right]), made.keyPem);
    for (const one of all) {
      const answer = await health(one, token);
      const expected = one === service ? [200, undefined] : [403, 'belgif:missingScope'];
      expect([one, answer.status, typeOf(answer)]).toEqual([one, ...expected]);
    }
  });
  it.each(all)('%s is shut without a token, and with a wrong one', async (service) => {
    expect((await health(service)).status).toBe(401);
    expect((await health(service, 'nonsense')).status).toBe(401);
    const url = `${services()?.[service].baseUrl?.value}/anything`;
    expect((await client.send('GET', url)).status).toBe(404);
  });
  it('of citizens carry a scope only while the circle of trust is accepted', async () => {
    const rights = ['citizenMandatesManage', 'citizenDataConsult', 'dimonaConsult'];
    const clientId = await client.register(made, BERK, 'employer', rights);
    const before = await client.token(clientId, made.keyPem);
    expect((await health('citizenData', before)).status).toBe(403);
    expect((await act('access', 'Hilde', 'POST', `/enterprises/${BERK}/circleOfTrust`)).status).toBe(201);
    const after = await client.token(clientId, made.keyPem);
    expect((await health('citizenMandates', after)).status).toBe(200);
    expect((await health('citizenData', after)).json).toEqual({ status: 'UP' });
    expect((await health('citizenData', before)).status).toBe(403);
  });
});
