// Wrong turns before Chaman opens: each is refused with its own sentence, its status, and who may do it instead.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeClient, startClient } from './support/client.ts';
import { openWindow, type PortalWindow, peopleOf } from './support/portal-window.ts';

const BERK = '0999999130';
const KLAVER = '0999999031';
const PARK = '1999999250';
const UNKNOWN = '1999999349';
let client: PracticeClient;
let person: (name: string) => string;

beforeAll(async () => {
  client = await startClient();
  person = await peopleOf(client);
});
afterAll(() => client.close());

const as = async (name: string): Promise<PortalWindow> => {
  const window = await openWindow(client);
  await window.logIn(person(name));
  return window;
};

describe('before Chaman', () => {
  it('needs somebody who is logged in', async () => {
    const window = await openWindow(client);
    const shown = await window.open('/chaman', { enterprise: BERK, quality: 'employer' });
    expect([shown.url.startsWith('/login'), shown.text.includes('Wie bent u?')]).toEqual([true, true]);
    expect((await window.send('/login')).text).toContain('Kies een persoon om u aan te melden');
    const inside = await window.send('/login', { person: person('Nadia') });
    expect(inside.url).toBe(`/chaman/contact?enterprise=${BERK}&quality=employer`);
  });
  it('never leads on to another site after logging in', async () => {
    const window = await openWindow(client);
    for (const next of ['//elsewhere.invalid/', 'https://elsewhere.invalid/', '/\\elsewhere.invalid']) {
      await window.open('/login', { next });
      expect((await window.send('/login', { person: person('Nadia') })).url).toBe('/overview');
    }
  });
  it.each([
    ['0999999131', 400, 'De controlecijfers van dit ondernemingsnummer kloppen niet'],
    [UNKNOWN, 404, 'niet gekend als werkgever RSZ'],
  ])('of enterprise %s says what is wrong', async (enterprise, status, sentence) => {
    const shown = await (await as('Alma')).open('/access', { enterprise });
    expect([shown.status, shown.text]).toEqual([status, expect.stringContaining(sentence)]);
  });
  it('asks for a name, refuses a double registration, and a managing enterprise that is none', async () => {
    const window = await as('Alma');
    await window.open('/overview', { enterprise: UNKNOWN });
    expect((await window.send('/known', { name: ' ' })).text).toContain('Vul een naam in');
    await window.send('/known', { name: 'Eigen zaak' });
    const wrong = await window.send('/register', {
      access: 'outsourced',
      outsourcedTo: '1999.999.943',
      email: 'x',
    });
    expect(wrong.text).toContain('kan de uwe niet beheren');
    expect(wrong.text).toContain('Dit is geen e-mailadres');
    expect(wrong.html).toContain('value="1999.999.943"');
    const itself = { access: 'outsourced', outsourcedTo: UNKNOWN, email: 'a@b.invalid' };
    expect((await window.send('/register', itself)).text).toContain('Uitbesteden aan uzelf kan niet');
    expect((await window.send('/register', { email: 'a@b.invalid' })).text).toContain(
      'Kies wie de toegangen beheert',
    );
    expect((await window.open('/chaman', { enterprise: UNKNOWN })).text).toContain('nog niet geregistreerd');
    const again = await window.open('/register', { enterprise: BERK });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('al geregistreerd')]);
  });
});

describe('an enterprise that practice does not know', () => {
  it('is made known under the name that the app has for it', async () => {
    const window = await openWindow(client);
    const entry = new URL(client.service.environments['practice']?.practice?.portalUrl ?? '');
    entry.searchParams.set('enterprise', '1999999448');
    entry.searchParams.set('name', 'Smits & "Zoon"');
    await window.load(entry.href);
    await window.logIn(person('Bastien'));
    const shown = await window.open('/overview', { enterprise: '1999999448' });
    expect(shown.html).toContain('value="Smits &amp; &quot;Zoon&quot;"');
    const other = await window.open('/overview', { enterprise: '1999999547' });
    expect(other.html).not.toContain('Smits');
  });
  it('is not made known by a manager of another one, who reads who can', async () => {
    const window = await as('Hilde');
    await window.open('/overview', { enterprise: '1999999448' });
    const shown = await window.send('/known', { name: 'Van een ander' });
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('U heeft een rol in een andere onderneming');
    expect(shown.text).toMatch(/Wie dit wel kan: .*Bastien Fontavril/);
  });
});

describe('a role that is withdrawn', () => {
  it('ends the access to Chaman at once', async () => {
    const window = await as('Ingrid');
    const lotte = { kind: 'coAdministrator', person: person('Lotte') };
    const own = await as('Lotte');
    const chaman = { enterprise: KLAVER, quality: 'socialSecretariat' };
    expect((await own.open('/chaman', chaman)).status).toBe(200);
    await window.open('/access/quality', chaman);
    const done = await window.send('/access/withdraw', {}, lotte);
    expect(done.text).toContain('Lotte Bosserveld is niet langer: Lokale co-beheerder');
    const shut = await own.open('/chaman', chaman);
    expect([shut.status, shut.text]).toEqual([403, expect.stringContaining('Wie dit wel kan: Ingrid')]);
    await window.send('/access/appoint', lotte);
    expect((await own.open('/chaman', chaman)).status).toBe(200);
  });
});

describe('access management', () => {
  it('lets only an access manager of the entity activate a quality, and says who that is', async () => {
    const window = await as('Nadia');
    await window.open('/access/activate', { enterprise: BERK, quality: 'serviceProvider' });
    const shown = await window.send('/access/activate', { email: 'a@b.invalid', manager: 'self' });
    expect([shown.status, shown.text]).toEqual([
      403,
      expect.stringContaining('Wie dit wel kan: Hilde Berkelmans, Wout Sparrendam.'),
    ]);
  });
  it('wants an e-mail address and, if another manages it, a person', async () => {
    const window = await as('Wout');
    await window.open('/access/activate', { enterprise: BERK, quality: 'serviceProvider' });
    const shown = await window.send('/access/activate', { email: '', manager: 'other', administrator: '' });
    expect(shown.text).toContain('Vul een e-mailadres in');
    expect(shown.text).toContain('Kies de persoon');
    const nobody = { email: 'a@b.invalid', manager: 'other', administrator: '85073003328' };
    expect((await window.send('/access/activate', nobody)).text).toContain(
      'hoort bij niemand in de oefening',
    );
  });
  it('refuses a quality that is active already', async () => {
    const window = await as('Hilde');
    await window.open('/access/activate', { enterprise: BERK, quality: 'employer' });
    const shown = await window.send('/access/activate', { email: 'a@b.invalid', manager: 'self' });
    expect([shown.status, shown.text]).toEqual([409, expect.stringContaining('al actief')]);
  });
  it('lets only administrators of the quality grant the technical channels, not even the main manager', async () => {
    for (const name of ['Kobe', 'Hilde']) {
      const window = await as(name);
      await window.open('/access/quality', { enterprise: BERK, quality: 'employer' });
      const shown = await window.send('/access/channels', {}, { person: person('Kobe') });
      expect([shown.status, shown.text]).toEqual([403, expect.stringContaining('Nadia Ouchenne')]);
    }
  });
  it('refuses a role that is held already, and a co-manager appointed by another than the main one', async () => {
    const window = await as('Nadia');
    await window.open('/access/quality', { enterprise: BERK, quality: 'employer' });
    const kobe = { kind: 'user', person: person('Kobe') };
    expect((await window.send('/access/appoint', kobe)).text).toContain('heeft die rol al');
    await window.open('/access/people', { enterprise: BERK });
    const shown = await window.send('/access/appoint', { person: person('Alma') });
    expect([shown.status, shown.text]).toEqual([
      403,
      expect.stringContaining('Alleen de hoofdtoegangsbeheerder'),
    ]);
  });
});

describe('the door of Chaman', () => {
  it('stays shut for a user without the right: "geen toegang" and who grants it', async () => {
    const shown = await (await as('Kobe')).open('/chaman', { enterprise: BERK, quality: 'employer' });
    expect(shown.status).toBe(403);
    expect(shown.text).toContain('Geen toegang');
    expect(shown.text).toContain('“Beheer van de technische kanalen”');
    expect(shown.text).toContain('Wie dit wel kan: Nadia Ouchenne.');
  });
  it('stays shut in a quality that is not active', async () => {
    const shown = await (await as('Hilde')).open('/chaman', {
      enterprise: BERK,
      quality: 'trainingProvider',
    });
    expect([shown.status, shown.text]).toEqual([
      403,
      expect.stringContaining('Deze hoedanigheid is niet actief'),
    ]);
  });
  it('stays shut in another quality than one’s own', async () => {
    const shown = await (await as('Yusuf')).open('/chaman', {
      enterprise: KLAVER,
      quality: 'socialSecretariat',
    });
    expect([shown.status, shown.text]).toEqual([
      403,
      expect.stringContaining('Ingrid Waterheide, Lotte Bosserveld'),
    ]);
  });
  it('asks for the contact data first, and judges them', async () => {
    const window = await as('Pieter');
    expect((await window.open('/chaman/add', { enterprise: PARK, quality: 'employer' })).text).toContain(
      'Bewaar eerst de contactgegevens',
    );
    expect((await window.open('/chaman', { enterprise: PARK, quality: 'employer' })).url).toContain(
      '/chaman/contact',
    );
    const shown = await window.send('/chaman/contact', { name: '', email: 'geen adres' });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('Vul een naam in');
    expect(shown.text).toContain('Dit is geen e-mailadres');
    expect(shown.html).toContain('value="geen adres"');
  });
});
