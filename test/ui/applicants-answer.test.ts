// What is done with an applicant's answer, by hand on the page: accepted, read with a purpose, told once when it was stopped, printed, ticked,
// given up, erased; and how long it is kept.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicantRequest } from '../../preload/contract/applicants.ts';
import { type Answers, refuse } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { access, advice, applicantRequest, boardAnswers } from './fixtures/applicants-board.ts';
import { fictitiousInsz } from './fixtures/workers.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const read: NonNullable<ApplicantRequest['answer']> = {
  readAt: '2025-06-12T09:20:00.000Z',
  flexiJob: null,
  studentHours: { year: 2025, quota: 650, available: 212 },
  missing: [],
  gone: null,
};
const insz = fictitiousInsz(962);
const approved: Partial<ApplicantRequest> = {
  column: 'approved',
  state: 'approved',
  name: 'Rania Bensoltane',
  accesses: [access({})],
};

/** One request on its own page; `now` is what main holds. */
async function openOne(one: { now: ApplicantRequest }, more: Answers = {}): Promise<OpenPage> {
  return openPage(browser, {
    folder,
    route: `/applicants/${one.now.id}`,
    answers: {
      ...shellAnswers,
      ...boardAnswers(() => [one.now]),
      'app.state': { ...appState, employerId: id(1) },
      'view.keep': {},
      ...more,
    },
  });
}
const inputOf = ({ asked }: OpenPage, name: string): unknown =>
  asked.findLast((one) => one.name === name)?.input;
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const changed = { ids: [], revision: 2 };

test('an access that waits is accepted, read with its purpose, and read again', async () => {
  const waits = access({ state: 'awaitingAcceptance' });
  const one = { now: applicantRequest(1, { ...approved, state: 'awaitingAcceptance', accesses: [waits] }) };
  const opened = await openOne(one, { 'applicantRequest.accept': {}, 'applicantAnswer.read': {} });
  const { page } = opened;
  await press(page, 'Aanvaard de toegang');
  await expect
    .poll(() => inputOf(opened, 'applicantRequest.accept'))
    .toEqual({ id: one.now.id, expectedRevision: 1 });
  one.now = applicantRequest(1, { ...approved, insz, revision: 2 });
  await opened.emit('applicant.changed', changed);
  await page.getByText('Toegelaten door het persoonsregister: Werknemer, sinds').getByRole('link').waitFor();
  await page.getByLabel('Waarom leest u?').selectOption('check');
  await press(page, 'Lees de gegevens');
  await expect
    .poll(() => inputOf(opened, 'applicantAnswer.read'))
    .toEqual({ id: one.now.id, purpose: 'check' });
  one.now = applicantRequest(1, { ...approved, column: 'read', answer: read, revision: 3 });
  await opened.emit('applicant.changed', changed);
  await page.getByText('212 van 650 uur vrij in 2025').first().waitFor();
  await page.getByText('De gegevens zijn gelezen en staan hieronder.').waitFor();
  await page.getByRole('button', { name: 'Lees opnieuw' }).waitFor();
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('a stop by the applicant hides the answer and is told once', async () => {
  const one = { now: applicantRequest(2, { ...approved, insz, column: 'read', answer: read }) };
  const opened = await openOne(one, {
    'applicantAnswer.read': refuse('noActiveCitizenMandate'),
    'register.allowing': { mode: 'stop', line: null, person: null, dossierType: 'APPLICANT' },
  });
  const { page } = opened;
  await page.getByText('212 van 650 uur vrij in 2025').first().waitFor();
  // Nothing of it would be read any more where a missing line stops; once it has ended there is nothing left to allow.
  await page.getByText('Zonder lijn vertrekt er niets.').waitFor();
  one.now = applicantRequest(2, {
    ...{ ...approved, insz, column: 'ended', state: 'ended', accesses: [access({ state: 'revoked' })] },
    answer: { ...read, studentHours: null, gone: 'revoked' },
  });
  await press(page, 'Lees opnieuw');
  await opened.emit('applicant.changed', changed);
  await page
    .getByText('De sollicitant zette de toegang stop. Het antwoord is verborgen en wordt gewist.')
    .waitFor();
  expect(await page.locator('main').innerText()).not.toContain('212');
  await expect.poll(() => page.locator('main [role="alert"], main .note.bad').count()).toBe(0);
  await expect.poll(() => page.getByText('Zonder lijn vertrekt er niets.').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: 'Bewaar pdf' }).count()).toBe(0);
  await opened.close();
});

test('of what is missing, and of that alone, is asked again', async () => {
  const half = { ...read, missing: ['flexiJobEligibility' as const] };
  const one = {
    now: applicantRequest(4, {
      ...{ ...approved, column: 'read', answer: half, insz: '01020399645', label: 'terras' },
      dataSets: ['flexiJobEligibility', 'studentWorkHours'],
    }),
  };
  const opened = await openOne(one, {
    'applicantRequest.readiness': {
      ...{ way: 'rest', routeKind: 'own', mandataryNumber: null, mandataryName: null, steps: [] },
    },
    'view.kept': {
      kept: JSON.stringify({
        ...{ employerId: id(1), as: 'mandatary', language: 'nl' },
        dataSets: ['flexiJobEligibility', 'studentWorkHours'],
      }),
    },
    'applicantRequest.ask': refuse('databaseBusy'),
  });
  const { page } = opened;
  await page.getByRole('link', { name: 'Vraag wat ontbreekt' }).click();
  await page.getByText('Alleen wat ontbreekt is aangevinkt.').waitFor();
  await page.getByRole('button', { name: 'Lees, of vraag toegang' }).click();
  await page.getByRole('alert').first().waitFor();
  await expect
    .poll(() => inputOf(opened, 'applicantRequest.ask'))
    .toMatchObject({
      ...{ employerId: id(1), dataSets: ['flexiJobEligibility'], insz: '01020399645', label: 'terras' },
    });
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('the answer is printed and opened, ticked, given up and erased, each after a question', async () => {
  const one = { now: applicantRequest(3, { ...approved, column: 'read', answer: read }) };
  const opened = await openOne(one, {
    'applicantAnswer.savePdf': { saved: true, name: 'antwoord.pdf' },
    'app.openSaved': {},
    'applicantAnswer.adviseOn': refuse('databaseBusy'),
    'applicantRequest.renounce': refuse('conflict'),
    'applicantCare.erase': {},
  });
  const { page } = opened;
  await page.getByRole('button', { name: /^Bewaar pdf/ }).click();
  await page.getByRole('menuitem', { name: 'Français' }).click();
  await page.getByText('Bewaard als antwoord.pdf').waitFor();
  await expect
    .poll(() => inputOf(opened, 'applicantAnswer.savePdf'))
    .toEqual({ id: one.now.id, language: 'fr' });
  await press(page, 'Openen of afdrukken');
  await expect.poll(() => inputOf(opened, 'app.openSaved')).toEqual({ name: 'antwoord.pdf' });

  const line = page.locator('.advice > li').first();
  // It shows at once, long before main has answered.
  const no = line.getByRole('radio', { name: 'Nee' });
  const shown = await no.evaluate((radio: HTMLInputElement) => {
    radio.click();
    return radio.checked;
  });
  expect(shown).toBe(true);
  await expect
    .poll(() => inputOf(opened, 'applicantAnswer.adviseOn'))
    .toEqual({ id: one.now.id, line: 'FLX-SECTOR-LIST', answer: 'no' });
  // Not taken: the former answer is back, and why is said.
  await page.getByRole('alert').first().waitFor();
  await expect.poll(() => line.getByRole('radio', { name: 'Ja' }).isChecked()).toBe(true);
  // Taken: with what it means.
  const { lines } = advice;
  opened.answer({
    'applicantAnswer.adviseOn': {},
    'applicantAnswer.advice': { lines: lines.map((own, at) => (at === 0 ? { ...own, answer: 'no' } : own)) },
  });
  await line.getByRole('radio', { name: 'Nee' }).click();
  await line.getByText('Met een nee tekent u nog geen contract').waitFor();

  // A failure is said in the dialog, which stays; nothing was given up.
  await press(page, 'Geef de toegang op');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Geef de toegang op' }).click();
  await dialog.getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await press(page, 'Wis nu');
  expect(inputOf(opened, 'applicantCare.erase')).toBeUndefined();
  await dialog.getByRole('button', { name: 'Wis antwoord en persoon' }).click();
  await expect.poll(() => inputOf(opened, 'applicantCare.erase')).toEqual({ id: one.now.id });
  await dialog.waitFor({ state: 'hidden' });

  // The access goes on: given up first where that is chosen, and nothing is erased where that fails.
  const times = (): number => opened.asked.filter(({ name }) => name === 'applicantCare.erase').length;
  await press(page, 'Wis nu');
  await dialog.getByLabel('Geef ook de toegang op').check();
  await dialog.getByRole('button', { name: 'Wis antwoord en persoon' }).click();
  await dialog.getByRole('alert').waitFor();
  await expect.poll(() => times()).toBe(1);
  opened.answer({ 'applicantRequest.renounce': {} });
  await dialog.getByRole('button', { name: 'Wis antwoord en persoon' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => times()).toBe(2);

  const gone = { column: 'ended', state: 'ended', name: null, erasedAt: '2025-06-12T12:00:00.000Z' } as const;
  one.now = applicantRequest(3, { ...gone, accesses: [access({})] });
  await opened.emit('applicant.changed', changed);
  await page.getByRole('heading', { name: 'Antwoord en persoon zijn gewist' }).waitFor();
  const trail = await page.locator('.trail').innerText();
  expect(trail).toMatch(/Gegevens gelezen[\s\S]*Gewist[\s\S]*Toegang eindigt/);
  expect(await page.locator('main').innerText()).not.toContain('De toegang is geëindigd');
  await opened.close();
});

test('days that are no days are said and kept as they were typed', async () => {
  const opened = await openPage(browser, {
    folder,
    route: '/applicants/care',
    answers: { ...shellAnswers, ...boardAnswers(() => []), 'applicantCare.update': {} },
  });
  const { page } = opened;
  const field = page.getByLabel('Dagen na de laatste lezing');
  await field.fill('2 weken');
  await page.keyboard.press('Enter');
  await page.getByText('Geef een heel aantal dagen van 0 tot').waitFor();
  await expect.poll(() => field.inputValue()).toBe('2 weken');
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(inputOf(opened, 'applicantCare.update')).toBeUndefined();
  await field.fill('30');
  await page.keyboard.press('Enter');
  await expect.poll(() => inputOf(opened, 'applicantCare.update')).toEqual({ keepDays: 30 });
  await opened.close();
});
