// Wrong turns with mandates and with the circle of trust: who may speak for whom, one mandatary, whole quarters.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeClient, startClient } from './support/client.ts';
import { openWindow, type PortalWindow, peopleOf, type Values } from './support/portal-window.ts';

const BERK = '0999999130';
const KLAVER = '0999999031';
const PARK = '1999999250';
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

const mahis = (method: string, path: string, json?: unknown) => {
  const url = client.service.environments['practice']?.practice?.chamanUrl.replace(/chaman$/, 'mahis');
  const headers = { authorization: `Bearer ${client.service.admin.token}` };
  return client.send(method, `${url}${path}`, json === undefined ? { headers } : { json, headers });
};

describe('mandates', () => {
  const propose = async (window: PortalWindow, enterprise: string, more: Values = {}) => {
    await window.open('/mahis/propose', { enterprise });
    return window.send('/mahis/propose', {
      as: 'mandator',
      other: KLAVER,
      serviceGroup: 'fla',
      startQuarter: '2025Q2',
      endQuarter: '',
      ...more,
    });
  };
  it('have one mandatary per employer for the training account, told by name', async () => {
    const manager = await as('Hilde');
    await manager.open('/access/activate', { enterprise: BERK, quality: 'serviceProvider' });
    const shown = await propose(await as('Dirk'), '1999999151', {
      as: 'mandatary',
      other: BERK,
      sameGroup: 'yes',
    });
    expect([shown.status, shown.text]).toEqual([409, expect.stringContaining('Sociaal secretariaat Klaver')]);
    expect(shown.text).toContain('maar één mandataris per werkgever');
    expect(shown.html).toContain('<a href="#other">');
  });
  const wrong: readonly (readonly [string, Values, string])[] = [
    ['a mandatary without the quality', { other: '1999999052' }, 'kan geen mandataris zijn'],
    ['oneself', { other: PARK }, 'niet dezelfde onderneming'],
    ['wrong digits', { other: '0999999032' }, 'een juist ondernemingsnummer'],
    ['an unknown enterprise', { other: '1999999547' }, 'niet gekend als werkgever RSZ'],
    ['a quarter that is over', { startQuarter: '2024Q4' }, 'in een kwartaal dat voorbij is'],
    [
      'an end before its beginning',
      { startQuarter: '2025Q3', endQuarter: '2025Q2' },
      'Het einde ligt voor het begin',
    ],
    ['no quarter', { startQuarter: 'soon' }, 'Kies een kwartaal'],
    ['no group of services', { serviceGroup: '' }, 'Kies de groep van diensten'],
  ];
  it.each(wrong)('are refused with %s', async (_name, more, sentence) => {
    const shown = await propose(await as('Greet'), PARK, more);
    expect(shown.status).toBeGreaterThanOrEqual(400);
    expect(shown.text).toContain(sentence);
  });
  it('offer this quarter and the seven that follow', async () => {
    const page = await (await as('Greet')).open('/mahis/propose', { enterprise: PARK });
    const offered = [...page.html.matchAll(/<option value="(\d{4}Q\d)"/g)].map(([, quarter]) => quarter);
    const years = ['2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`));
    expect(offered).toEqual([...years, ...years]);
  });
  it('are refused to whoever may not speak for the enterprise', async () => {
    const shown = await propose(await as('Kobe'), PARK);
    expect([shown.status, shown.text]).toEqual([
      403,
      expect.stringContaining('mag niet optreden voor deze partij'),
    ]);
  });
  it('are not agreed to twice by one party, nor overlap', async () => {
    const window = await as('Greet');
    await propose(window, PARK);
    const id = (await mahis('GET', `/mandates?enterpriseNumber=${PARK}`)).json.items.at(-1)?.id;
    const again = await mahis('POST', `/mandates/${id}/agreement`, { speaksFor: PARK });
    expect([again.status, again.json.type]).toEqual([409, 'urn:problem-type:practice:mahis:alreadyAgreed']);
    const overlap = await propose(window, PARK, { startQuarter: '2025Q3' });
    expect(overlap.text).toContain('loopt in die periode al een mandaat');
  });
  it('do not end in a quarter that is over, and not at all when they ended long ago', async () => {
    const window = await as('Nadia');
    const end = async (id: string, endQuarter: string) => {
      await window.open('/mahis', { enterprise: BERK });
      await window.open('/mahis/end', { enterprise: BERK, id });
      return window.send('/mahis/end', { endQuarter });
    };
    const shown = await end(`${BERK}-${KLAVER}`, '2024Q4');
    expect([shown.status, shown.text]).toEqual([409, expect.stringContaining('al voorbij is')]);
    const body = { speaksFor: '1999999052', endQuarter: '2025Q1' };
    const ended = await mahis('POST', `/mandates/1999999052-${KLAVER}/end`, body);
    expect(ended.json.type).toBe('urn:problem-type:practice:mahis:mandateNotActive');
    const unknown = await window.open('/mahis/end', { enterprise: BERK, id: 'nothing' });
    expect([unknown.status, unknown.text]).toEqual([404, expect.stringContaining('bestaat niet (meer)')]);
  });
});

describe('the circle of trust', () => {
  it('is accepted by the main access manager only, not by a co-manager or a local administrator', async () => {
    for (const name of ['Wout', 'Nadia']) {
      const window = await as(name);
      await window.open('/circle', { enterprise: BERK });
      const shown = await window.send('/circle', { read: 'yes' });
      expect([shown.status, shown.text]).toEqual([
        403,
        expect.stringContaining('Wie dit wel kan: Hilde Berkelmans.'),
      ]);
    }
  });
  it('is read first, and accepted once', async () => {
    const window = await as('Hilde');
    await window.open('/circle', { enterprise: BERK });
    expect((await window.send('/circle')).text).toContain('Bevestig eerst dat u de afspraken gelezen hebt');
    const form = window.shown();
    await window.send('/circle', { read: 'yes' });
    expect(form.status).toBe(422);
    expect(window.shown().text).toContain('Aanvaard op 2025-03-01');
    expect(window.shown().html).not.toContain('action="/circle"');
  });
});
