// The citizen's own list of accesses, ending one of them, and how far the citizen's pages reach.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AMELIE,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  KLAVER,
  RUBEN,
  type ShownRequest,
  startCitizens,
  ZILVERHOF,
} from './support/citizens.ts';
import { openWindow } from './support/portal-window.ts';

let citizens: Citizens;
let berk: CitizenCalls;

beforeAll(async () => {
  citizens = await startCitizens();
  berk = await citizens.account(BERK);
});
beforeEach(() => citizens.setDate('2025-03-01'));
afterAll(() => citizens.client.close());

const asked = async (more: Record<string, unknown> = {}): Promise<ShownRequest> =>
  bodyOf<ShownRequest>(await berk.ask(more));
const pathOf = ({ requestUrl }: ShownRequest): string => new URL(requestUrl).pathname;

/** A phone on the page of a request, logged in as somebody. */
const phone = async (request: ShownRequest, insz?: string) => {
  const window = await openWindow(citizens.client, 'nl', request.requestUrl);
  if (insz !== undefined) await window.send(pathOf(request), { citizen: insz }, { act: 'login' });
  return window;
};

describe('the list of accesses', () => {
  it('tells who may read what until when, and ends one after asking once more', async () => {
    const { accessesUrl } = citizens.client.service.environments['practice']?.practice ?? {};
    const request = await asked({ dataSets: ['studentWorkHours', 'flexiJobEligibility'] });
    await citizens.approve(request.requestId, AMELIE);
    const window = await openWindow(citizens.client, 'fr', accessesUrl);
    await window.open('/accesses', { lang: 'fr' });
    const list = await window.send('/accesses', { citizen: AMELIE }, { act: 'login' });
    for (const part of [
      'Schoonmaak De Berk',
      'Flexi-job',
      '31 mars 2025',
      'Heures d’étudiant',
      '31 mai 2025',
    ])
      expect(list.text).toContain(part);
    const end = /\/accesses\?end=([0-9a-f-]{36})/.exec(list.html)?.[1] ?? '';
    const sure = await window.open('/accesses', { end });
    expect(sure.text).toContain('Mettre fin à l’accès ?');
    const ended = await window.send('/accesses', {}, { act: 'revoke' });
    expect(ended.text).toContain('L’accès de Schoonmaak De Berk est terminé.');
    expect(ended.text).toContain('Vous y avez mis fin');
    expect(bodyOf<{ total: number }>(await berk.find({ ssin: AMELIE, states: ['active'] })).total).toBe(1);
    await citizens.revoke(AMELIE);
  });

  it('lets nobody end what somebody else gave', async () => {
    const request = await asked();
    await citizens.approve(request.requestId, AMELIE);
    const mandateId = bodyOf<ShownRequest>(await berk.look(request.requestId)).mandates?.[0]?.mandateId ?? '';
    const window = await phone(request, RUBEN);
    const list = await window.open('/accesses', { end: mandateId });
    expect(list.text).not.toContain('Beëindigen');
    const outcome = await citizens.client.admin('POST', '/citizen/revoke', { insz: RUBEN, mandateId });
    expect(outcome.status).toBe(404);
    expect((await berk.consult(AMELIE)).status).toBe(200);
    await citizens.revoke(AMELIE);
  });
});

describe('a page of the citizen', () => {
  it('speaks the language that the employer asked for, before the browser’s', async () => {
    const request = await asked({ language: 'de' });
    const headers = { 'accept-language': 'fr' };
    const first = await fetch(request.requestUrl, { redirect: 'manual', headers });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await fetch(request.requestUrl, { headers: { ...headers, cookie } })).text();
    expect(page).toContain('lang="de"');
    expect(page).toContain('Wer sind Sie?');
  });

  it('names the mandatary that reads for the employer', async () => {
    const klaver = await citizens.account(KLAVER, 'socialSecretariat');
    const request = bodyOf<ShownRequest>(await klaver.ask({ mandataryEnterpriseNumber: KLAVER }, ZILVERHOF));
    const window = await phone(request, RUBEN);
    expect(window.shown().text).toContain('Hotel Zilverhof vraagt');
    expect(window.shown().text).toContain('Sociaal secretariaat Klaver leest ze namens deze werkgever');
  });

  it('opens no other page of the portal', async () => {
    const window = await phone(await asked(), RUBEN);
    for (const path of ['/', '/overview', '/chaman', '/citizen'])
      expect((await window.open(path)).status).toBe(403);
    expect((await window.open('/accesses')).status).toBe(200);
  });
});
