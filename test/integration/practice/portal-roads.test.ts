// The whole road of each guide through the portal's pages: from an enterprise that nobody knows to a token in use.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeCertificate, makeCertificate } from './support/certificates.ts';
import { type PracticeClient, startClient, yearPath } from './support/client.ts';
import { openWindow, type PortalWindow, peopleOf } from './support/portal-window.ts';

let client: PracticeClient;
let person: (name: string) => string;
let made: MadeCertificate;
beforeAll(async () => {
  client = await startClient();
  person = await peopleOf(client);
  made = makeCertificate();
});
afterAll(() => client.close());

const cer = () => ({ name: 'kantoor.cer', bytes: made.der });

/** Steps 1 and 2: known as NSSO employer and registered, by somebody who had no role before. */
const arrive = async (window: PortalWindow, enterprise: string, name: string, who: string): Promise<void> => {
  await window.logIn(person(who));
  expect((await window.open('/chaman', { enterprise })).status).toBe(404);
  expect((await window.send('/known', { name })).text).toContain(name);
  const registered = await window.send('/register', { access: 'kept', email: 'hr@eigen.invalid' });
  expect(registered.text).toContain('U bent hoofdtoegangsbeheerder');
};

const makeAccount = async (
  window: PortalWindow,
  enterprise: string,
  quality: string,
  rights: string[] = ['careerProFlaDeclaration'],
): Promise<string> => {
  // The first visit ends up at the contact data by itself; once they are saved it does not.
  if ((await window.open('/chaman', { enterprise, quality })).url.startsWith('/chaman/contact')) {
    await window.send('/chaman/contact', { name: 'Toon Techniek', email: 'it@eigen.invalid' });
  }
  await window.open('/chaman/add', { enterprise, quality });
  const shown = await window.send('/chaman/add', {
    type: 'REST',
    name: 'Sociodesk',
    rights,
    certificate: cer(),
    certificateName: 'kantoor',
  });
  expect(shown.text).toContain('account is aangemaakt');
  return /self_service_chaman_\d{6}_[a-z0-9]{10}/.exec(shown.html)?.[0] ?? '';
};

const activate = async (window: PortalWindow, enterprise: string, quality: string): Promise<void> => {
  await window.open('/access/activate', { enterprise, quality });
  const shown = await window.send('/access/activate', { email: 'q@eigen.invalid', manager: 'self' });
  expect(shown.text).toContain('succesvol geactiveerd');
};

describe('the road of each quality', () => {
  it('leads an employer to a token that files for its own workers', async () => {
    const window = await openWindow(client);
    await arrive(window, '1999999349', 'Bakkerij De Korst', 'Alma');
    const clientId = await makeAccount(window, '1999999349', 'employer');
    const token = await client.token(clientId, made.keyPem);
    expect((await client.fla('GET', '/employers/1999999349/employees', token)).status).toBe(200);
  });

  it.each([
    ['socialSecretariat', '1999999448', 'Bastien'],
    ['serviceProvider', '1999999547', 'Chiara'],
  ])('leads a %s to a token that works once a client gave its mandate', async (quality, number, who) => {
    const window = await openWindow(client);
    await arrive(window, number, `Kantoor ${who}`, who);
    await activate(window, number, quality);
    const clientId = await makeAccount(window, number, quality);
    const token = await client.token(clientId, made.keyPem);
    const employees = () => client.fla('GET', '/employers/1999999250/employees', token);
    expect((await employees()).status).toBe(403);

    await window.open('/mahis/propose', { enterprise: number });
    const proposed = await window.send('/mahis/propose', {
      as: 'mandatary',
      other: '1999.999.250',
      serviceGroup: 'fla',
      startQuarter: '2025Q1',
      endQuarter: '2025Q1',
    });
    expect(proposed.text).toContain('Zalen Het Park moet het nog bevestigen');
    expect((await employees()).status).toBe(403);
    const other = await openWindow(client);
    await other.logIn(person('Greet'));
    await other.open('/mahis', { enterprise: '1999999250' });
    expect((await other.send('/mahis/agree')).text).toContain('Beide partijen hebben bevestigd');
    expect((await employees()).status).toBe(200);

    await client.admin('PUT', '/clock', { date: '2025-04-01' });
    expect((await employees()).json.type).toBe('urn:problem-type:belgif:missingPermission');
    await client.admin('PUT', '/clock', { date: '2025-03-01' });
    for (const mandate of (await client.admin('GET', '/world')).json.mandates) {
      if (mandate.mandatary === number) await closeInWorld(mandate);
    }
  });

  it('leads a training provider to its own scope, without any mandate', async () => {
    const window = await openWindow(client);
    await arrive(window, '1999999646', 'Leerhuis Emre', 'Emre');
    await activate(window, '1999999646', 'trainingProvider');
    const clientId = await makeAccount(window, '1999999646', 'trainingProvider');
    const answer = await client.present(await client.sign(client.claims(clientId), made.keyPem));
    expect(answer.json.scope).toBe(
      'scope:sigedis:gestion:careerpro-federal-learning-account:training-provider',
    );
  });
});

const closeInWorld = ({ mandator, mandatary }: { mandator: string; mandatary: string }) =>
  client.admin('PUT', '/world/mandates', { mandator, mandatary, state: 'closed' });

describe('the other roads', () => {
  it('an ordinary user gets in once the local administrator granted it, and out again', async () => {
    const enterprise = '0999999130';
    const quality = 'employer';
    const user = await openWindow(client);
    await user.logIn(person('Kobe'));
    const barred = await user.open('/chaman', { enterprise, quality });
    expect([barred.status, barred.text]).toEqual([
      403,
      expect.stringContaining('Wie dit wel kan: Nadia Ouchenne'),
    ]);
    const administrator = await openWindow(client);
    await administrator.logIn(person('Nadia'));
    await administrator.open('/access/quality', { enterprise, quality });
    await administrator.send('/access/channels', {}, { person: person('Kobe') });
    expect((await user.open('/chaman', { enterprise, quality })).status).toBe(200);
    await administrator.send('/access/channels', {}, { person: person('Kobe') });
    expect((await user.open('/chaman', { enterprise, quality })).status).toBe(403);
  });

  it('an existing account is given another right under the same client id and certificate', async () => {
    const window = await openWindow(client);
    await window.logIn(person('Dirk'));
    const clientId = await makeAccount(window, '1999999151', 'employer', ['dimonaConsult']);
    await window.open('/chaman/rights', { enterprise: '1999999151', client: clientId });
    const shown = await window.send('/chaman/rights', {
      rights: ['dimonaConsult', 'careerProFlaDeclaration'],
    });
    expect(shown.text).toContain('Client-id en certificaat blijven dezelfde');
    const token = await client.token(clientId, made.keyPem);
    expect((await client.fla('GET', '/employers/1999999151/employees', token)).status).toBe(200);
  });

  it('a certificate is renewed without a gap: the new one beside the old one, then the old one removed', async () => {
    const window = await openWindow(client);
    await window.logIn(person('Mireille'));
    const enterprise = '1999999052';
    const clientId = await makeAccount(window, enterprise, 'employer');
    const next = makeCertificate({ key: 'ec:P-384', digest: 'sha384' });
    await window.open('/chaman/certificate', { enterprise, client: clientId });
    await window.send('/chaman/certificate', {
      certificate: { name: 'nieuw.cer', bytes: next.der },
      certificateName: 'nieuw',
    });
    expect(await client.token(clientId, made.keyPem)).toBeTruthy();
    expect(await client.token(clientId, next.keyPem, 'ES384')).toBeTruthy();
    const old = /certificate=([0-9a-f]{64})/.exec(window.shown().html)?.[1] ?? '';
    await window.open('/chaman/remove-certificate', { enterprise, client: clientId, certificate: old });
    expect((await window.send('/chaman/remove-certificate')).text).toContain('Het certificaat is verwijderd');
    await expect(client.token(clientId, made.keyPem)).rejects.toThrow(/no attached certificate/);
    expect(await client.token(clientId, next.keyPem, 'ES384')).toBeTruthy();
  });

  it('the citizens’ services open once the main access manager accepted the circle of trust', async () => {
    const enterprise = '0999999130';
    const window = await openWindow(client);
    await window.logIn(person('Hilde'));
    const rights = ['citizenMandatesManage', 'citizenDataConsult'];
    const clientId = await makeAccount(window, enterprise, 'employer', rights);
    expect(window.shown().text).toContain('Zonder aanvaarde Circle of Trust');
    await expect(client.token(clientId, made.keyPem)).rejects.toThrow(/unauthorized_client/);
    await window.open('/circle', { enterprise });
    expect((await window.send('/circle', { read: 'yes' })).text).toContain(
      'Aanvaard op 2025-03-01 door Hilde Berkelmans',
    );
    const token = await client.token(clientId, made.keyPem);
    const services = client.service.environments['practice']?.services;
    for (const service of ['citizenMandates', 'citizenData'] as const) {
      const url = `${services?.[service].baseUrl?.value}/health`;
      const answer = await client.send('GET', url, { headers: { authorization: `Bearer ${token}` } });
      expect([answer.status, answer.json]).toEqual([200, { status: 'UP' }]);
    }
  });

  it('stopping: a right withdrawn and an account closed end tokens that are in use', async () => {
    const window = await openWindow(client);
    const enterprise = '0999999130';
    await window.logIn(person('Sanne'));
    const clientId = await makeAccount(window, enterprise, 'employer', [
      'careerProFlaDeclaration',
      'dimonaConsult',
    ]);
    const token = await client.token(clientId, made.keyPem);
    const read = () => client.fla('GET', `${yearPath('01020399744')}/trainings`, token);
    expect((await read()).status).toBe(200);
    await window.open('/chaman/rights', { enterprise, client: clientId });
    await window.send('/chaman/rights', { rights: ['dimonaConsult'] });
    expect((await read()).json.type).toBe('urn:problem-type:belgif:missingScope');
    await window.open('/chaman/close', { enterprise, client: clientId });
    expect((await window.send('/chaman/close')).text).toContain('De account is afgesloten');
    expect((await read()).status).toBe(401);
    await expect(client.token(clientId, made.keyPem)).rejects.toThrow(/unauthorized_client/);
  });

  it('stopping: a mandate ends with the quarter that was chosen', async () => {
    const window = await openWindow(client);
    await window.logIn(person('Nadia'));
    await window.open('/mahis', { enterprise: '0999999130' });
    const id = /id=([\w-]+)/.exec(window.shown().html)?.[1] ?? '';
    await window.open('/mahis/end', { enterprise: '0999999130', id });
    const shown = await window.send('/mahis/end', { endQuarter: '2025Q1' });
    expect(shown.text).toContain('Het mandaat eindigt na: 2025, kwartaal 1');
    const secretariat = await openWindow(client);
    await secretariat.logIn(person('Ingrid'));
    const clientId = await makeAccount(secretariat, '0999999031', 'socialSecretariat');
    const token = await client.token(clientId, made.keyPem);
    const employees = () => client.fla('GET', '/employers/0999999130/employees', token);
    expect((await employees()).status).toBe(200);
    await client.admin('PUT', '/clock', { date: '2025-04-01' });
    expect((await employees()).status).toBe(403);
    await client.admin('PUT', '/clock', { date: '2025-03-01' });
  });

  it('a sister company of the group files with its account of an employer', async () => {
    const window = await openWindow(client);
    await arrive(window, '1999999745', 'Zusterbedrijf', 'Farah');
    const clientId = await makeAccount(window, '1999999745', 'employer');
    await window.open('/mahis/propose', { enterprise: '1999999745' });
    const wish = {
      as: 'mandatary',
      other: '1999999151',
      serviceGroup: 'fla',
      startQuarter: '2025Q1',
      endQuarter: '',
    };
    expect((await window.send('/mahis/propose', wish)).text).toContain('kan geen mandataris zijn');
    await window.send('/mahis/propose', { ...wish, sameGroup: 'yes' });
    const other = await openWindow(client);
    await other.logIn(person('Dirk'));
    await other.open('/mahis', { enterprise: '1999999151' });
    await other.send('/mahis/agree');
    const token = await client.token(clientId, made.keyPem);
    expect((await client.fla('GET', '/employers/1999999151/employees', token)).status).toBe(200);
    expect((await client.fla('GET', '/employers/0999999130/employees', token)).status).toBe(403);
  });

  it('access management given to a social secretariat is in the hands of its managers', async () => {
    const window = await openWindow(client);
    await window.logIn(person('Alma'));
    await window.open('/overview', { enterprise: '1999999844' });
    await window.send('/known', { name: 'Kapsalon Krul' });
    await window.send('/register', {
      access: 'outsourced',
      outsourcedTo: '0999.999.031',
      email: 'k@krul.invalid',
    });
    const manager = await openWindow(client);
    await manager.logIn(person('Pieter'));
    await activate(manager, '1999999844', 'serviceProvider');
    const people = await manager.open('/access/people', { enterprise: '1999999844' });
    expect(people.text).toContain('uitbesteed aan Sociaal secretariaat Klaver');
  });
});
