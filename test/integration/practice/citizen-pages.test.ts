// The citizen's own pages behind the link of a request: who asks what, the answer, and what a second or a late visitor sees.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AMELIE,
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  JASMIJN,
  NOBODY,
  OLD_ELENA,
  RUBEN,
  type ShownRequest,
  startCitizens,
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
const stateOf = async ({ requestId }: ShownRequest): Promise<string> =>
  bodyOf<ShownRequest>(await berk.look(requestId)).state;
const pathOf = ({ requestUrl }: ShownRequest): string => new URL(requestUrl).pathname;

/** A phone on the page of a request, logged in as somebody. */
const phone = async (request: ShownRequest, insz?: string) => {
  const window = await openWindow(citizens.client, 'nl', request.requestUrl);
  if (insz !== undefined) await window.send(pathOf(request), { citizen: insz }, { act: 'login' });
  return window;
};

describe('a link', () => {
  it('is the template of the environment with the number of the request', async () => {
    const request = await asked();
    const { requestUrl } = citizens.client.service.environments['practice']?.practice ?? {};
    expect(request.requestUrl).toBe(requestUrl?.replace('{id}', request.requestId));
  });

  it('asks who one is, tells who asks what until when, and gives access', async () => {
    const request = await asked({ dataSets: ['studentWorkHours', 'flexiJobEligibility'] });
    const window = await phone(request);
    expect(window.shown().text).toContain('Wie bent u?');
    expect(window.shown().text).not.toContain('De Berk');
    const question = await window.send(pathOf(request), { citizen: JASMIJN }, { act: 'login' });
    expect(question.status).toBe(200);
    for (const part of [
      'Aangemeld als Jasmijn Wolkenveld',
      'Schoonmaak De Berk vraagt',
      'Te lezen tot en met 31 maart 2025',
      'Te lezen tot en met 31 mei 2025',
      'U kunt antwoorden tot middernacht',
    ])
      expect(question.text).toContain(part);
    expect(question.html).not.toContain(JASMIJN);
    const given = await window.send(pathOf(request), {}, { act: 'approve' });
    expect(given.text).toContain('U gaf toegang aan Schoonmaak De Berk');
    expect(await stateOf(request)).toBe('approved');
    expect((await berk.consult(JASMIJN)).status).toBe(200);
  });

  it('takes a number that was typed, and says what is wrong with it', async () => {
    const request = await asked();
    const window = await phone(request);
    const logIn = (insz: string) => window.send(pathOf(request), { insz }, { act: 'login' });
    expect((await logIn('')).text).toContain('Kies een persoon of vul een INSZ in');
    const wrong = await logIn('01.02.03-997.45');
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('controlecijfers')]);
    for (const insz of [NOBODY, OLD_ELENA, '90231599623']) expect((await logIn(insz)).status).toBe(404);
    const shown = await logIn('98.47.28-997.65');
    expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('INSZ dat eindigt op 65')]);
    expect(shown.html).not.toContain('98472899765');
  });

  it('tells who gave access how it stands: in force, ended by the citizen, given up, over', async () => {
    const request = await asked();
    const window = await phone(request, JASMIJN);
    await window.send(pathOf(request), {}, { act: 'approve' });
    expect((await window.open(pathOf(request))).text).toContain('U gaf al toegang');
    await citizens.revoke(JASMIJN);
    const ended = await window.open(pathOf(request));
    expect([ended.status, ended.text]).toEqual([200, expect.stringContaining('U beëindigde deze toegang')]);
    expect(ended.text).not.toContain('U gaf al toegang');

    const again = await asked();
    await citizens.approve(again.requestId, JASMIJN);
    const [mandate] = bodyOf<ShownRequest>(await berk.look(again.requestId)).mandates ?? [];
    await berk.mandates('POST', `/mandates/${mandate?.mandateId}/renounce`);
    const other = await phone(again, JASMIJN);
    expect(other.shown().text).toContain('De werkgever gaf deze toegang op');

    const last = await asked();
    await citizens.approve(last.requestId, JASMIJN);
    await citizens.setDate('2025-04-01');
    const late = await phone(last, JASMIJN);
    expect(late.shown().text).toContain('Deze toegang is afgelopen');
  });

  it('is refused, which the employer sees and no more', async () => {
    const request = await asked();
    const window = await phone(request, RUBEN);
    const refused = await window.send(pathOf(request), {}, { act: 'refuse' });
    expect(refused.text).toContain('U weigerde. Schoonmaak De Berk ziet geen gegevens.');
    expect(await stateOf(request)).toBe('refused');
    expect((await berk.look(request.requestId)).text).not.toContain(RUBEN);
  });

  it('serves one person: whoever comes second sees that it was used, and changes nothing', async () => {
    const request = await asked();
    const [first, second] = await Promise.all([phone(request, RUBEN), phone(request, AMELIE)]);
    const both = await Promise.all(
      [first, second].map((window) => window.send(pathOf(request), {}, { act: 'approve' })),
    );
    expect(both.map(({ text }) => text.includes('Deze code is al gebruikt')).sort()).toEqual([false, true]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const third = await phone(request, JASMIJN);
    expect([third.shown().status, third.shown().text]).toEqual([409, expect.stringContaining('al gebruikt')]);
    expect(third.shown().html).not.toContain('value="approve"');
    await Promise.all([citizens.revoke(RUBEN), citizens.revoke(AMELIE)]);
  });

  it.each([
    [
      'Deze aanvraag is ingetrokken',
      (request: ShownRequest) => berk.mandates('POST', `/mandateRequests/${request.requestId}/withdraw`),
    ],
    ['Deze aanvraag is vervallen', () => citizens.setDate('2025-03-02')],
  ])('that lies open on the phone when it ends says so: %s', async (title, ending) => {
    const request = await asked();
    const window = await phone(request, RUBEN);
    expect(window.shown().html).toContain('value="approve"');
    await ending(request);
    const late = await window.send(pathOf(request), {}, { act: 'approve' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining(title)]);
    expect((await berk.find({ ssin: RUBEN, states: ['active'] })).text).toContain('"total":0');
  });

  it('meant for somebody else shows nothing of what is asked', async () => {
    const request = await asked({ ssin: AMELIE });
    const window = await phone(request, RUBEN);
    expect([window.shown().status, window.shown().text]).toEqual([
      403,
      expect.stringContaining('Deze aanvraag is voor iemand anders'),
    ]);
    const tried = await window.send(pathOf(request), {}, { act: 'leave' });
    expect(tried.text).toContain('Wie bent u?');
    await window.send(pathOf(request), { citizen: AMELIE }, { act: 'login' });
    expect(window.shown().text).toContain('Toegang geven');
  });

  it('takes no more than fits in a form, and speaks of the form', async () => {
    const request = await asked();
    const window = await phone(request, RUBEN);
    const answer = await window.send(pathOf(request), { more: 'x'.repeat(140_000) }, { act: 'approve' });
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('formulier is te lang')]);
    expect(answer.text).not.toContain('certificaat');
    expect(await stateOf(request)).toBe('open');
  });

  it('that was mistyped leads nowhere, and asks nobody to log in', async () => {
    const request = await asked();
    const wrong = request.requestUrl.slice(0, -4);
    const window = await openWindow(citizens.client, 'nl', wrong);
    expect([window.shown().status, window.shown().text]).toEqual([
      404,
      expect.stringContaining('Deze link leidt nergens heen'),
    ]);
  });
});
