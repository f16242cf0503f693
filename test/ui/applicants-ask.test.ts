// Asking an applicant and the desk as they are used at a counter: by keyboard, with somebody waiting, and with bad luck.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, tick, type } from '../support/keyboard.ts';
import { type Answers, refuse } from '../support/page-answers.ts';
import { openPage, startPages } from '../support/page-server.ts';
import type { OpenPage } from '../support/page-window.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { askAnswers, ready, shownRequest, url } from './fixtures/applicants-ask.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const at = (route: string, answers: Answers = {}): Promise<OpenPage> =>
  openPage(browser, {
    folder,
    route,
    answers: { ...shellAnswers, 'app.state': { ...appState, language: 'en' }, ...askAnswers, ...answers },
  });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);
const button = (open: OpenPage, name: string | RegExp) => open.page.getByRole('button', { name });
const changed = (open: OpenPage, answer: Answers): Promise<void> => {
  open.answer(answer);
  return open.emit('applicant.changed', { ids: [id(901)], revision: 2 });
};
const desk = `/applicants/${id(901)}`;

test('an applicant is asked by keyboard: errors at their fields, nothing lost, asked once, and the desk has the focus', async () => {
  const open = await at('/applicants/new');
  const { page } = open;
  await type(page, page.getByRole('combobox', { name: 'Employer' }), 'Berk');
  await page.getByRole('option', { name: /De Berk/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Missing, task of the main access manager').waitFor();
  await type(page, page.getByLabel(/^SSIN/), '01.02.03-997.45');
  await type(page, page.getByLabel(/^Words of your own/), 'reception');
  await page.keyboard.press('Enter');
  const summary = page.locator('.error-summary');
  await summary.waitFor();
  await expect.poll(() => summary.innerText()).toMatch(/at least one kind[\s\S]*check digits/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  expect(inputsOf(open, 'applicantRequest.ask')).toEqual([]);

  await tick(page, page.getByLabel('Student hours'));
  await type(page, page.getByLabel(/^SSIN/), '01.02.03-997.44');
  await page.getByText('Allowed by the person register: Employee, since').getByRole('link').waitFor();
  // What was filled in is there again after a look at another page.
  await page.evaluate(() => {
    window.location.hash = '/employers';
  });
  await page.locator('#f-insz').waitFor({ state: 'detached' });
  await page.evaluate(() => window.history.back());
  await page.getByText('What you filled in before is still here.').waitFor();
  await expect.poll(() => page.getByLabel(/^SSIN/).inputValue()).toBe('01.02.03-997.44');

  // A number among the words is refused at its field, and the words stay.
  const words = page.getByLabel(/^Words of your own/);
  await type(page, words, 'bar 01.02.03-997.44');
  await page.keyboard.press('Enter');
  await summary.getByText('This holds an SSIN.').waitFor();
  await expect.poll(() => words.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => words.inputValue()).toBe('bar 01.02.03-997.44');
  expect(inputsOf(open, 'applicantRequest.ask')).toEqual([]);

  await type(page, words, 'reception');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.qr').waitFor();
  await expect
    .poll(() => inputsOf(open, 'applicantRequest.ask'))
    .toEqual([
      {
        ...{ employerId: id(1), dataSets: ['studentWorkHours'], insz: '01020399744', as: 'mandatary' },
        ...{ label: 'reception', language: 'nl' },
      },
    ]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  // The next applicant begins with an empty number.
  await press(page, page.getByRole('link', { name: 'New request' }));
  await expect.poll(() => page.getByLabel(/^SSIN/).inputValue()).toBe('');
  await expect.poll(() => page.getByLabel('Student hours').isChecked()).toBe(true);
  await page.getByText('Ticked as last time.').waitFor();
  await expect.poll(() => page.getByText('What you filled in before is still here.').count()).toBe(0);
  await expect
    .poll(() => inputsOf(open, 'view.keep'))
    .toContainEqual({
      name: 'applicant-ask',
      kept: JSON.stringify({
        ...{ employerId: id(1), as: 'mandatary', dataSets: ['studentWorkHours'], language: 'nl' },
      }),
    });
  expect(open.problems).toEqual([]);
  await open.close();
});

test('who asks twice is led to the open request, and an employer without a channel to the online service', async () => {
  const open = await at(`/applicants/new/${id(901)}`, {
    'applicantRequest.readiness': { ...ready, routeKind: 'own', mandataryNumber: null, mandataryName: null },
    'applicantRequest.ask': {
      failure: { code: 'alreadyExists', retry: 'never', traceId: '', details: { id: id(902) } },
    },
  });
  const { page } = open;
  await page.getByText('itself, with its own account').waitFor();
  await page.getByLabel(/^Words of your own/).press('Enter');
  await page.getByRole('link', { name: 'Open that request' }).waitFor();
  await expect
    .poll(() => inputsOf(open, 'applicantRequest.ask'))
    .toMatchObject([{ as: 'employer', label: 'onthaal' }]);
  open.answer({
    'applicantRequest.ask': {
      failure: {
        code: 'identifierInvalid',
        retry: 'never',
        traceId: '',
        details: { reason: 'numberUnknown' },
      },
    },
  });
  await page.getByLabel(/^Words of your own/).press('Enter');
  await page.getByText('Nobody has this SSIN.').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('Nobody has this SSIN.');
  open.answer({ 'applicantRequest.readiness': { ...ready, way: 'online', routeKind: 'none', steps: [] } });
  await open.emit('applicant.changed', { ids: [], revision: 2 });
  await page.getByRole('heading', { name: 'Ask with the online service' }).waitFor();
  await expect.poll(() => page.locator('.online-steps li').count()).toBe(4);
  await expect.poll(() => page.locator('button[type=submit]').count()).toBe(0);

  // In practice that service is not there: the way that works stands first, and the guide knows for whom and what.
  const steps = page.locator('.online-steps');
  await expect
    .poll(() => steps.locator('h2').allInnerTexts())
    .toEqual(['First choose a route, then ask here', 'Ask with the online service']);
  await expect
    .poll(() => steps.locator('.button.primary').getAttribute('href'))
    .toContain(`/employers/${id(1)}`);
  open.answer({ 'guide.road': refuse('notFound') });
  await press(page, steps.getByRole('link', { name: /^Guide/ }));
  await page.getByRole('heading', { name: 'For whom do you do this?' }).waitFor();
  await expect
    .poll(() => inputsOf(open, 'guide.road').at(-1))
    .toMatchObject({ plan: { answers: { services: ['citizenData'] } } });
  await open.close();
});

test('the desk watches while it is in front, says what changed, and shows no name before the approval', async () => {
  const open = await at(desk);
  const { page } = open;
  await page.locator('.qr').waitFor();
  const front = (state: 'hidden' | 'visible'): Promise<void> =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await front('hidden');
  await front('visible');
  await expect
    .poll(() => inputsOf(open, 'applicantRequest.watch'))
    .toEqual([
      { ids: [id(901)], inFront: true },
      { ids: [id(901)], inFront: false },
      { ids: [id(901)], inFront: true },
    ]);
  await expect.poll(() => page.locator('.countdown').getAttribute('aria-live')).toBe('off');
  await expect.poll(() => page.locator('.ask').innerText()).toContain(url);
  await button(open, 'Copy link').focus();
  await changed(open, {
    'applicantRequest.get': () =>
      shownRequest(
        { state: 'approved', column: 'approved', name: 'Rania Bensoltane', insz: '01020399645' },
        { link: null, secondsLeft: null },
      ),
  });
  await page.getByRole('heading', { name: 'Approved by Rania Bensoltane' }).waitFor();
  // What a screen reader says at a counter is heard by others too.
  await expect.poll(() => page.locator('.page > [role=status]').innerText()).toBe('Approved');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await expect
    .poll(() => inputsOf(open, 'applicantRequest.watch').at(-1))
    .toEqual({ ids: [], inFront: false });
  expect(open.problems).toEqual([]);
  await open.close();
});

test('the screen turned to the applicant has nothing of the office on it, and goes with Escape', async () => {
  const open = await at(desk);
  const { page } = open;
  await press(page, button(open, 'Show to the applicant'));
  const face = page.locator('.face');
  await face.waitFor();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  const words = async (): Promise<string> => face.innerText();
  await expect.poll(words).toContain('Kijk wie toegang vraagt: Hotel Zilverhof.');
  expect(await words()).not.toMatch(/3F2A|onthaal|Klaver/);
  // It covers all of the window, and what lies under it is out of reach of a screen reader too.
  const covered = await page.evaluate(() => {
    const [width, height] = [window.innerWidth, window.innerHeight];
    const at = [2, width / 2, width - 3].flatMap((x) =>
      [2, height / 2, height - 3].map((y) => [x, y] as const),
    );
    const under = document.querySelector('.shell')?.closest('[inert], [aria-hidden=true]');
    return under !== null && at.every(([x, y]) => document.elementFromPoint(x, y)?.closest('.face') != null);
  });
  expect(covered).toBe(true);
  await press(page, button(open, 'Deutsch'));
  await expect.poll(words).toContain('Scannen Sie mit Ihrem Telefon');
  await expect.poll(() => page.locator('.face-words').getAttribute('lang')).toBe('de-BE');
  await changed(open, {
    'applicantRequest.get': () =>
      shownRequest({ state: 'approved', column: 'approved', name: 'Rania Bensoltane' }, { link: null }),
  });
  await expect.poll(words).toContain('Sie haben zugestimmt. Danke.');
  expect(await words()).not.toContain('Rania');
  await page.keyboard.press('Escape');
  await face.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();

  // With text at 200 % in a window of 1280 by 800: who asks what until when, and the code, without scrolling.
  await changed(open, askAnswers);
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new Error('not now'));
  });
  await page.setViewportSize({ width: 640, height: 400 });
  await press(page, button(open, 'Show to the applicant'));
  for (const part of ['.face-who', '.face-data', '.face-until', '.face .qr']) {
    const box = await page.locator(part).boundingBox();
    expect((box?.y ?? 400) + (box?.height ?? 0), part).toBeLessThanOrEqual(400);
  }
  expect(open.problems).toEqual([]);
  await open.close();
});

test('withdrawing is asked once more, and what another clerk did first is said', async () => {
  const open = await at(desk, { 'applicantRequest.withdraw': refuse('conflict') });
  const { page } = open;
  await press(page, button(open, 'Withdraw'));
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect.poll(() => dialog.innerText()).toContain('cannot be undone');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(inputsOf(open, 'applicantRequest.withdraw')).toEqual([]);
  await press(page, button(open, 'Withdraw'));
  await press(page, button(open, 'Withdraw the request'));
  await page
    .getByRole('alert')
    .getByText(/changed elsewhere/)
    .waitFor();
  await expect
    .poll(() => inputsOf(open, 'applicantRequest.withdraw'))
    .toEqual([{ id: id(901), expectedRevision: 1 }]);
  await changed(open, {
    'applicantRequest.get': () =>
      shownRequest({ state: 'withdrawn', column: 'withdrawn' }, { link: null, secondsLeft: null }),
  });
  await page.getByRole('heading', { name: 'The request is withdrawn' }).waitFor();
  await expect.poll(() => page.locator('.qr').count()).toBe(0);
  await expect
    .poll(() => page.getByRole('link', { name: 'Ask again' }).getAttribute('href'))
    .toContain(`/applicants/new/${id(901)}`);
  expect(open.problems).toEqual([]);
  await open.close();
});

test('an approval without a request is linked only after a person confirms it, and no code is invented', async () => {
  const candidates = [{ insz: '01020399645', name: 'Rania Bensoltane', approvedOn: '2025-06-12' }];
  const open = await at(desk, {
    'applicantRequest.get': () => shownRequest({ toLink: true }, { link: null, candidates }),
    'applicantRequest.link': {},
  });
  const { page } = open;
  await page.getByRole('heading', { name: 'There is no code to show' }).waitFor();
  await expect.poll(() => page.locator('.qr').count()).toBe(0);
  await expect.poll(() => button(open, 'Show to the applicant').count()).toBe(0);
  await press(page, button(open, /^Belongs here/));
  expect(inputsOf(open, 'applicantRequest.link')).toEqual([]);
  await press(page, button(open, 'Yes, this is the applicant'));
  await expect
    .poll(() => inputsOf(open, 'applicantRequest.link'))
    .toEqual([{ id: id(901), expectedRevision: 1, insz: '01020399645' }]);
  await changed(open, {
    'applicantRequest.get': () =>
      shownRequest({ toLink: true, state: 'approved', column: 'approved' }, { link: null, candidates }),
  });
  await page.getByRole('heading', { name: 'Approved: first confirm by whom' }).waitFor();
  await expect.poll(() => button(open, 'Read the data').count()).toBe(0);
  expect(open.problems).toEqual([]);
  await open.close();
});
