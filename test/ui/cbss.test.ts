// The connection to the Crossroads Bank by keyboard: switched on, tested, authorised; a message from its fields to its answer; what was
// sent, shown and sent again.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '../../preload/contract/result.ts';
import { type Answers, refusedBy } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, shellAnswers } from './fixtures/app-state.ts';
import { cbssAnswers, inspection, message, noProfile, practiceOn } from './fixtures/cbss.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, { folder, route, answers: { ...shellAnswers, ...cbssAnswers, ...answers } });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);
const focused = (open: OpenPage): Promise<string> =>
  open.page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

test('one press switches practice on; a test tells its links apart; an authorisation asks for reference and date', async () => {
  const open = await at('/cbss', { 'cbss.profile': noProfile });
  const { page } = open;
  await page.getByText('Alleen toepassingen die bij het portaal').waitFor();
  await page.getByRole('button', { name: 'Zet de oefenverbinding aan' }).focus();
  const owners = { registerOwner: '0999999922', otherOwner: '0999999031' };
  open.answer({ 'cbss.profile': { ...practiceOn, ...owners, authorisations: [] } });
  await page.keyboard.press('Enter');
  await page.getByText('De verbinding staat aan.').waitFor();
  await open.emit('cbss.changed', { ids: [], revision: 1 });
  await page.getByText('urn:practice:sociodesk:0999999031').waitFor();
  await page.getByText('het persoonsregister wordt gehouden door 0999.999.922').waitFor();
  await expect
    .poll(() => inputsOf(open, 'cbss.saveProfile'))
    .toEqual([{ kind: 'practice', on: true, expectedRevision: 0 }]);

  await page.locator('#f-testInsz').fill('123');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  await page.locator('#f-testInsz').fill('85.27.03-997.14');
  await page.keyboard.press('Enter');
  await page.locator('.criteria').waitFor();
  await expect.poll(() => inputsOf(open, 'cbss.test')).toEqual([{ insz: '85.27.03-997.14' }]);
  await expect
    .poll(() => page.locator('.criteria tr').allTextContents())
    .toMatchObject([
      expect.stringContaining('In orde'),
      expect.stringContaining('anonymous'),
      expect.stringMatching(/Mislukt.*certificaat.*SOA-01001/),
      expect.stringContaining('Niet nagegaan'),
    ]);

  await page.getByRole('button', { name: 'Noteer de machtiging: Personen zoeken' }).press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.cbss-dated-form .error-summary').waitFor();
  await expect.poll(() => page.locator('.cbss-dated-form .error-summary li').count()).toBe(2);
  await page.locator('#f-reference-search').fill('Beraadslaging 26/014');
  await page.locator('#f-date-search').fill('6/5/2025');
  await page.locator('#f-date-search').press('Enter');
  await page.getByText('Machtiging genoteerd.').waitFor();
  await expect
    .poll(() => inputsOf(open, 'cbss.authorise'))
    .toEqual([{ right: 'search', authorisation: { reference: 'Beraadslaging 26/014', date: '2025-05-06' } }]);
  await page.waitForFunction(() => document.activeElement?.closest('[data-right="search"]') !== null);

  await page.getByRole('button', { name: 'Noteer als gedaan: URN in het Uniek dossier' }).press('Enter');
  await page.locator('#f-reference-urn').fill('UD 26/7');
  await page.locator('#f-date-urn').fill('2/6/2025');
  await page.locator('#f-date-urn').press('Enter');
  await expect
    .poll(() => inputsOf(open, 'cbssAdmission.mark'))
    .toEqual([{ step: 'urn', done: { on: '2025-06-02', reference: 'UD 26/7' } }]);
  await page.waitForFunction(() => document.activeElement?.closest('[data-step="urn"]') !== null);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('outside practice nothing is offered but the organisation’s own way, which says what it lacks', async () => {
  const open = await at('/cbss', {
    'app.state': { ...appState, environment: { name: 'production', kind: 'production' }, practiceDate: null },
    'cbss.profile': { ...noProfile, practiceOffered: false },
  });
  const { page } = open;
  await page.locator('.folded > summary').first().press('Enter');
  await expect.poll(() => page.getByRole('button', { name: 'Zet de oefenverbinding aan' }).count()).toBe(0);
  await page.locator('#f-endpoint').fill('http://gateway.example.test');
  await page.locator('#f-cbeNumber').fill('123');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(2);
  await page.locator('#f-endpoint').fill('https://gateway.example.test/CBSSInscription/v1');
  await page.locator('#f-cbeNumber').fill('');
  await page.locator('#f-legalContext').fill('EXAMPLE:INSCRIPTION');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => inputsOf(open, 'cbss.saveProfile'))
    .toMatchObject([
      {
        ...{ kind: 'gateway', on: false, identification: null, certificateId: null },
        endpoint: 'https://gateway.example.test/CBSSInscription/v1',
        legalContext: 'EXAMPLE:INSCRIPTION',
      },
    ]);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a function without its authorisation is closed, and says where that is put right', async () => {
  const open = await at('/cbss/create', { 'cbss.profile': { ...practiceOn, authorisations: [] } });
  const { page } = open;
  await page.getByText('er is geen machtiging voor genoteerd').waitFor();
  await expect.poll(() => page.locator('form').count()).toBe(0);
  await page.getByRole('link', { name: 'Naar Toegang' }).press('Enter');
  await page.getByRole('heading', { name: 'Machtigingen' }).waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('a message is built, signed, found wanting, sent, and its refusal explained', async () => {
  const open = await at('/cbss/workbench');
  const { page } = open;
  await page.getByRole('button', { name: 'Kijk na' }).press('Enter');
  await page.locator('.error-summary').waitFor();
  await page.locator('#b-inscription-ssin').fill('85270399714');
  await page.keyboard.press('Enter');
  await page.locator('.xml-view').waitFor();
  await expect
    .poll(() => inputsOf(open, 'cbssWorkbench.build'))
    .toEqual([
      {
        operation: 'insertInscription',
        fields: { 'inscription.ssin': '85270399714', 'inscription.inscriptionContext': 'EMPLOYEE' },
      },
    ]);
  await expect.poll(() => page.locator('#f-message').inputValue()).toBe(message);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-message');
  await page.getByRole('button', { name: 'Onderteken' }).press('Enter');
  await page.getByText('4 zaken staan in de weg').waitFor();
  await expect.poll(() => focused(open)).toBe('3. Nagekeken');
  await page.getByText('Toon wat is geteld: Inhoud').press('Enter');
  await page.locator('section[aria-label="Toon wat is geteld: Inhoud"]').waitFor();
  open.answer({
    'cbssWorkbench.check': {
      ...inspection,
      guards: inspection.guards.map((one) => ({ ...one, state: 'passed', line: null })),
      schema: { state: 'valid', findings: [] },
      signature:
        inspection.signature === null
          ? null
          : {
              ...inspection.signature,
              parts: inspection.signature.parts.map((part) => ({ ...part, counted: part.stated })),
            },
    },
  });
  await page.getByRole('button', { name: 'Kijk na' }).press('Enter');
  await page.getByText('Dit bericht kan vertrekken.').waitFor();
  await page.getByRole('button', { name: 'Verzend', exact: true }).press('Enter');
  await page.getByText('wie het certificaat beheert').waitFor();
  await expect.poll(() => focused(open)).toBe('4. Antwoord');
  await expect.poll(() => inputsOf(open, 'cbssWorkbench.send')).toEqual([{ xml: message }]);
  // What came back is what is explained; a request that was changed since says that it is none.
  await page.getByRole('button', { name: 'Kijk na' }).press('Enter');
  await page.getByText('Dit bericht kan vertrekken.').waitFor();
  await page.getByRole('button', { name: 'Leg uit' }).press('Enter');
  await page.getByText('wie het certificaat beheert').waitFor();
  expect(inputsOf(open, 'cbssWorkbench.explain')).toEqual([]);
  open.answer({ 'cbssWorkbench.explain': refusedBy('isRequest') });
  await page.locator('#f-message').fill(`${message} `);
  await page.getByRole('button', { name: 'Leg uit' }).press('Enter');
  await page.getByText('Dit is een vraag, geen antwoord.').waitFor();
  expect(open.problems).toEqual([]);
  await open.close();
});

test('without a connection a pasted message is checked and explained; what stands against signing it is said', async () => {
  const open = await at('/cbss/workbench', { 'cbss.profile': noProfile });
  const { page } = open;
  await page.getByText('Nakijken en uitleggen kan altijd').waitFor();
  await page.locator('#f-message').fill('<!DOCTYPE x><a/>');
  for (const name of ['Bouw het bericht', 'Onderteken', 'Verzend'])
    await expect
      .poll(() => page.getByRole('button', { name, exact: true }).getAttribute('aria-disabled'))
      .toBe('true');
  // The main act in its full colour, with faint words on it, could not be read.
  const paper = (name: string): Promise<string> =>
    page.getByRole('button', { name, exact: true }).evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await paper('Verzend')).toBe(await paper('Onderteken'));
  await page.getByRole('button', { name: 'Kijk na' }).press('Enter');
  await page.locator('.cbss-part').first().waitFor();
  await expect.poll(() => inputsOf(open, 'cbssWorkbench.check')).toEqual([{ xml: '<!DOCTYPE x><a/>' }]);
  const failure: Failure = {
    ...{ code: 'invalidInput', retry: 'never', traceId: '' },
    details: { reason: 'doctype', line: 1 },
  };
  open.answer({ 'cbss.profile': practiceOn, 'cbssWorkbench.sign': { failure } });
  await open.emit('cbss.changed', { ids: [], revision: 2 });
  await page.getByRole('button', { name: 'Onderteken', exact: true, disabled: false }).press('Enter');
  await page.getByRole('alert').getByText('bestanden laten lezen').waitFor();
  await expect.poll(() => page.locator('.cbss-part').count()).toBe(0);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('what was sent is shown masked, whole on purpose, taken to the workbench, and sent again after a warning', async () => {
  const open = await at('/cbss/exchanges');
  const { page } = open;
  await page.getByRole('button', { name: 'Toon 1f9619ff' }).press('Enter');
  const detail = page.getByRole('group', { name: 'Bericht 1f9619ff' });
  await detail.getByText('eigen code').first().waitFor();
  await expect.poll(() => focused(open)).toBe('Bericht 1f9619ff');
  expect(await detail.textContent()).not.toContain('85270399714');
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });
  await expect.poll(() => focused(open)).toBe('Toon 1f9619ff');

  await page.getByRole('button', { name: 'Toon 2f9619ff' }).press('Enter');
  const risky = page.getByRole('group', { name: 'Bericht 2f9619ff' });
  await risky.getByRole('button', { name: 'Stuur opnieuw' }).press('Enter');
  await page.getByRole('dialog').getByText('kan dit een tweede keer iets veranderen').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Stuur opnieuw' }).press('Enter');
  await page.getByText('Opnieuw gestuurd.').waitFor();
  await expect.poll(() => inputsOf(open, 'cbssWorkbench.replay')).toMatchObject([{ sure: true }]);
  const now = page.getByRole('group', { name: /^Bericht / });
  await now.getByRole('button', { name: 'Toon nummers en namen' }).press('Enter');
  await now.getByText('85270399714').first().waitFor();
  await now.getByRole('button', { name: 'Bewaar de vraag als bestand' }).press('Enter');
  await page.getByText('Bewaard: cbss-insertInscription.xml').waitFor();
  await expect
    .poll(() => inputsOf(open, 'cbssWorkbench.save'))
    .toMatchObject([{ part: 'request', shown: true }]);
  await now.getByRole('button', { name: 'Kopieer de vraag' }).first().press('Enter');
  await expect.poll(() => page.locator('#f-exchange').inputValue()).toBe(message);
  await now.getByRole('button', { name: 'Open in de werkbank' }).press('Enter');
  await page.locator('#f-message').waitFor();
  await expect.poll(() => page.locator('#f-message').inputValue()).toBe(message);
  expect(open.problems).toEqual([]);
  await open.close();
});
