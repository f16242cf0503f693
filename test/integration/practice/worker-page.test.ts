// The worker's page behind the code on a poster: open without the key of the run, and to nothing else; what it registers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAAN, EMPLOYER, type PracticeClient, RANIA, startClient } from './support/client.ts';
import { formsOf, openWindow } from './support/portal-window.ts';

const PARK = '1Y100PARK0001';
let client: PracticeClient;
let workerUrl: string;

beforeAll(async () => {
  client = await startClient();
  workerUrl = client.service.environments['practice']?.practice?.workerUrl ?? '';
});
afterAll(() => client.close());

type Row = { type: string; insz: string; channel: string; employer: string; reference: string };
const registrations = async (): Promise<Row[]> =>
  (JSON.parse((await client.admin('GET', '/presence/registrations')).text) as { items: Row[] }).items;
const phone = (reference = PARK) => openWindow(client, 'nl', workerUrl + reference);
const registered = (shown: { text: string }): RegExpExecArray | null =>
  /U bent geregistreerd als (aangekomen|vertrokken) om \d{2}:\d{2}:\d{2}/.exec(shown.text);

describe('a phone', () => {
  it('comes in by the code alone, names the site, registers, and is ready for the next worker', async () => {
    const window = await phone();
    expect(window.shown().text).toContain('Voorbeeldlaan 12, 2018 Antwerpen');
    const came = await window.send('/registration', { insz: '01.02.03-997.44', type: 'IN' });
    expect(registered(came)?.[1]).toBe('aangekomen');
    expect(came.html).not.toContain('01.02.03');
    expect(came.html).not.toContain(DAAN);
    const left = await window.send('/registration', { insz: DAAN, type: 'OUT' });
    expect(registered(left)?.[1]).toBe('vertrokken');
    expect((await registrations()).map(({ type, insz, channel }) => [type, insz, channel])).toEqual([
      ['IN', DAAN, 'qrCode'],
      ['OUT', DAAN, 'qrCode'],
    ]);
    expect((await window.open('/registration', { workplace: PARK })).text).not.toContain('geregistreerd als');
  });

  it('speaks the language that its browser asks for', async () => {
    const answer = await fetch(workerUrl + PARK, {
      redirect: 'manual',
      headers: { 'accept-language': 'pl, de-BE;q=0.8' },
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await fetch(workerUrl + PARK, { headers: { cookie } })).text();
    expect(page).toContain('lang="de"');
    expect(page).toContain('Anwesenheit registrieren');
  });

  it('takes the number by hand, with its spaces, and says what is wrong with it', async () => {
    const window = await phone('');
    expect(window.shown().text).toContain('Nummer van de Aangifte van Werken');
    expect((await window.open('/registration', { workplace: '1y100 park 0001' })).text).toContain(
      'Antwerpen',
    );
    const wrong = await window.open('/registration', { workplace: '1Y100PARK000I' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('zonder de letters I en O')]);
    expect((await window.open('/registration', { workplace: '1Y100NEVER009' })).text).toContain(
      'Niemand kent hier',
    );
  });

  it.each([
    [{ insz: '01020399745', type: 'IN' }, 422, 'De controlecijfers van dit INSZ kloppen niet'],
    [{ insz: '90231599623', type: 'IN' }, 404, 'hoort in de oefenomgeving bij niemand'],
    [{ insz: DAAN }, 422, 'Zeg of u aankomt of vertrekt'],
    [{ insz: '85061599492', type: 'IN' }, 409, 'Niemand heeft vandaag een Dimona'],
  ])(
    'refuses %j with a sentence, keeps what was typed, and registers nothing',
    async (values, status, sentence) => {
      const before = (await registrations()).length;
      const window = await phone();
      const shown = await window.send('/registration', values);
      expect([shown.status, shown.text]).toEqual([status, expect.stringContaining(sentence)]);
      expect(shown.html).toContain(`value="${values.insz}"`);
      expect(await registrations()).toHaveLength(before);
    },
  );

  it('asks for whom only of somebody who works there for two', async () => {
    const other = '1999999052';
    await client.admin('PUT', `/world/employers/${other}/workers/${RANIA}`, {
      givenName: 'Rania',
      familyName: 'Bensoltane',
      startDate: '2025-01-01',
    });
    const reference = '1Y100TWGS0011';
    const window = await phone(reference);
    const asked = await window.send('/registration', { insz: RANIA, type: 'IN' });
    expect(asked.text).toContain('Kies voor wie u hier werkt');
    expect(asked.text).toContain('Hotel Zilverhof');
    await window.send('/registration', { insz: RANIA, type: 'IN', employer: other });
    expect((await registrations()).at(-1)).toMatchObject({ insz: RANIA, employer: other });
    // On a site of one of the two there is nothing to ask.
    const site = await phone();
    expect(registered(await site.send('/registration', { insz: RANIA, type: 'IN' }))).not.toBeNull();
    expect((await registrations()).at(-1)).toMatchObject({ insz: RANIA, employer: EMPLOYER });
  });
});

describe('what a phone may not', () => {
  it.each(['/', '/login', '/chaman', '/overview', '/mahis', '/registration/x'])(
    'it does not reach %s',
    async (path) => {
      const window = await phone();
      expect((await window.open(path)).status).toBe(403);
    },
  );

  it('a post needs the token of its own window, and comes from its own pages', async () => {
    const window = await phone();
    const [form] = formsOf(window.shown().html);
    const post = (headers: Record<string, string>, csrf = form?.hidden['csrf'] ?? '') =>
      fetch(`${window.origin}/registration`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: window.cookie(), ...headers },
        body: new URLSearchParams({ csrf, workplace: PARK, insz: DAAN, type: 'IN' }).toString(),
      });
    const before = (await registrations()).length;
    expect((await post({}, 'x')).status).toBe(403);
    expect((await post({ origin: 'https://elsewhere.invalid' })).status).toBe(403);
    expect((await post({ cookie: '' })).status).toBe(403);
    expect(await registrations()).toHaveLength(before);
    expect((await post({})).status).toBe(303);
  });

  it('a window with the key becomes the portal, and a phone beside it does not', async () => {
    const window = await phone();
    const portal = await openWindow(client);
    expect((await portal.open('/login')).status).toBe(200);
    expect((await portal.open('/registration', { workplace: PARK })).status).toBe(200);
    expect((await window.open('/login')).status).toBe(403);
  });
});
