// The person register as it is used, by keyboard: found by an old number, drawn, added to, taken away from, undone, put in order.
import { expect, test } from 'vitest';
import { refusedBy } from '../support/page-answers.ts';
import { pageVisits } from '../support/page-visits.ts';
import type { OpenPage } from '../support/page-window.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { announced } from './fixtures/page-fixture.ts';
import { formerInsz, presentInsz, rania, registerAnswers } from './fixtures/register.ts';
import { inscribingJob, stoppedRun, toInscribe } from './fixtures/register-inscribing.ts';
import { findPage, look } from './fixtures/register-steps.ts';

const visit = pageVisits({ ...shellAnswers, ...registerAnswers });
const inputsOf = (open: OpenPage, name: string): Record<string, unknown>[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input as Record<string, unknown>);

test('somebody is found by an old number, which the list says was replaced, and opened by keyboard', async () => {
  await visit('/register', async (open) => {
    const { page } = open;
    await page.getByRole('searchbox').fill(formerInsz);
    const note = page.locator('.note');
    await note.waitFor();
    await expect.poll(() => note.innerText()).toContain('90.43.15-962.03');
    await page.locator('td[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('main h1', { hasText: 'Rania Bensoltane' }).waitFor();
    expect(page.url()).not.toContain(presentInsz);
    // What was typed is not kept for the next visit.
    expect(JSON.stringify(inputsOf(open, 'view.keep'))).not.toContain(formerInsz);
  });
});

test('type, state and day narrow the list; the day is shown as a tag that takes it off again', async () => {
  await visit('/register', async (open) => {
    const { page } = open;
    const last = () => inputsOf(open, 'register.list').at(-1);
    await page.getByLabel('Dossiertype').selectOption('ON_SITE');
    await page.getByLabel('Staat').selectOption('review');
    await expect.poll(last).toMatchObject({ dossierType: 'ON_SITE', state: 'review' });
    await page.getByRole('button', { name: 'Op een dag' }).press('Enter');
    await page.getByRole('textbox', { name: 'Staat op' }).fill('1/6/2024');
    await page.keyboard.press('Tab');
    await expect.poll(last).toMatchObject({ day: '2024-06-01', state: 'review' });
    await page.keyboard.press('Escape');
    await page.locator('.tag button').press('Enter');
    await page.locator('.tag').waitFor({ state: 'detached' });
    await page.getByLabel('Staat').selectOption('ended');
    await expect.poll(last).toMatchObject({ dossierType: 'ON_SITE', state: 'ended' });
    expect(Object.hasOwn(last() ?? {}, 'day')).toBe(false);
    await expect.poll(() => inputsOf(open, 'view.keep').length).toBeGreaterThan(0);
    // What is listed is saved, by the same question and in its order.
    await page.getByRole('columnheader', { name: 'Persoon' }).getByRole('button').press('Enter');
    await page.getByRole('button', { name: 'Bewaar als' }).press('Enter');
    await page.getByRole('menuitem', { name: /CSV/ }).press('Enter');
    await page.locator('.toast', { hasText: '1 registerlijn bewaard' }).waitFor();
    await expect
      .poll(() => inputsOf(open, 'registerLines.save'))
      .toEqual([
        { text: '', dossierType: 'ON_SITE', state: 'ended', sort: '-name', format: 'csv', language: 'nl' },
      ]);
    await announced(page);
  });
});

test('the lines of a person are walked with the arrows, and the one at hand says what can be done with it', async () => {
  await visit(`/register/${rania.personId}`, async (open) => {
    const { page } = open;
    const drawing = page.getByRole('listbox');
    const chosen = page.locator('.chosen-line');
    await drawing.focus();
    await expect.poll(() => chosen.innerText()).toContain('1 sep 2019 – 15 mrt 2020');
    await page.keyboard.press('End');
    await expect.poll(() => chosen.innerText()).toContain('sinds 1 mrt 2024');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen.innerText()).toContain('Stagiair');
    for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen.innerText()).toContain('Op de werkplaats');
    await expect.poll(() => chosen.locator('.note').innerText()).toContain('geannuleerd');
    await expect.poll(() => page.locator('[role="option"][aria-selected="true"]').count()).toBe(1);
    await expect.poll(() => page.locator('.lines-table tr.open').innerText()).toContain('Zalen Het Park');
    await page.getByRole('button', { name: 'Vraag de bron' }).press('Enter');
    await page.getByText('Alleen hier').waitFor();
    await announced(page);
    // On to the form, with all that was at hand.
    await chosen.getByRole('button', { name: 'Haal dagen weg' }).press('Enter');
    await page.locator('#f-begin').waitFor();
    await expect.poll(() => page.locator('#f-begin').inputValue()).toBe('01/05/2024');
    await expect.poll(() => page.locator('#f-dossierType').inputValue()).toBe('ON_SITE');
    await expect.poll(() => page.locator('#f-insz').inputValue()).toContain('962');
  });
});

test('what the source says otherwise is taken over and taken back; an act that can be undone is', async () => {
  await visit(`/register/${rania.personId}`, async (open) => {
    const { page } = open;
    await page.locator('.differs').waitFor();
    await expect.poll(() => page.locator('.differs').count()).toBe(1);
    await page.getByRole('button', { name: 'Neem de naam over' }).press('Enter');
    await page.locator('.toast').waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
    await expect.poll(() => inputsOf(open, 'worker.update').length).toBe(2);
    const [taken, back] = inputsOf(open, 'worker.update');
    // The given name only has more names there: the clerk's stays.
    expect(taken).toMatchObject({ familyName: 'Ben Soltane', givenName: 'Rania', expectedRevision: 4 });
    expect(back).toMatchObject({ familyName: 'Bensoltane', givenName: 'Rania', expectedRevision: 5 });
    const undo = page.locator('.act-list').getByRole('button', { name: /Maak ongedaan/ });
    await expect.poll(() => undo.count()).toBe(1);
    await undo.press('Enter');
    await page.locator('.toast', { hasText: 'staan weer zoals ervoor' }).waitFor();
    await expect.poll(() => inputsOf(open, 'register.restore')).toEqual([{ actId: 'act-1' }]);
    await announced(page);
  });
});

test('a period that overlaps two lines is shown to merge them before it is stored, stored, and undone', async () => {
  await visit('/register/insert', async (open) => {
    const { page } = open;
    await look(page, { begin: '1/2/2020', end: '30/6/2020' });
    const main = page.locator('main');
    await main.getByText('Bensoltane, Rania').waitFor();
    for (const text of ['overlapt met 2 lijnen', 'in de plaats van 90.43.15-412.68', 'MSG00006'])
      await expect.poll(() => main.innerText()).toContain(text);
    await expect.poll(() => inputsOf(open, 'register.insert')).toMatchObject([{ dryRun: true }]);
    await page.getByRole('button', { name: 'Voeg toe aan het register' }).press('Enter');
    await page.locator('.receipt').waitFor();
    await expect
      .poll(() => inputsOf(open, 'register.insert').at(-1))
      .toMatchObject({
        dryRun: false,
        dossierType: 'EMPLOYEE',
        period: { begin: '2020-02-01', end: '2020-06-30' },
        identity: null,
        // With what was shown: on other lines it is not done.
        shown: { insz: expect.any(String), before: expect.any(Array) },
      });
    await page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
    await page.locator('.note', { hasText: 'Ongedaan gemaakt' }).waitFor();
    await expect.poll(() => inputsOf(open, 'register.restore')).toEqual([{ actId: 'act-9' }]);
    expect(await main.innerText()).not.toContain('Na:');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByRole('button', { name: 'Voeg nog iemand toe' }).waitFor();
    await findPage(page, 'Toevoegen aan het persoonsregister');
    await page.locator('#f-insz').waitFor();
    await expect.poll(() => page.locator('#f-insz').inputValue()).toBe('');
  });
});

test('days in the middle are shown to split a line, all days to end it, and days of nobody to change nothing', async () => {
  await visit('/register/delete', async (open) => {
    const { page } = open;
    await look(page, { begin: '1/1/2021', end: '31/3/2021' });
    const lead = page.locator('.question .lead');
    await expect.poll(() => lead.innerText()).toContain('in twee gesplitst');
    await page.getByRole('button', { name: 'Terug' }).press('Enter');
    await page.locator('#f-begin').fill('1/1/2015');
    await page.locator('#f-end').fill('31/1/2015');
    await page.keyboard.press('Enter');
    await page.locator('.change-lanes').waitFor();
    await expect.poll(() => lead.innerText()).toContain('Niets om weg te halen');
    await expect.poll(() => page.locator('main').innerText()).toContain('INS00005 (eigen code)');
    await page.getByRole('button', { name: 'Terug' }).press('Enter');
    await page.locator('#f-whole').press('Space');
    await page.locator('#f-insz').press('Enter');
    await page.locator('.change-lanes').waitFor();
    await expect.poll(() => lead.innerText()).toContain('Alle 4 lijnen gaan weg');
    await expect
      .poll(() => inputsOf(open, 'register.delete').at(-1))
      .toMatchObject({ period: null, dryRun: true });
  });
});

test('what is wrong is said at its field: typed days, then what the register refuses, our codes as ours', async () => {
  await visit('/register/insert', async (open) => {
    const { page } = open;
    await page.locator('#f-insz').fill('90.43.15-962.04');
    await page.locator('#f-begin').fill('1/2/2025');
    await page.locator('#f-end').fill('1/1/2025');
    await page.locator('#f-insz').press('Enter');
    await page.locator('.error-summary').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(3);
    expect(inputsOf(open, 'register.insert')).toEqual([]);
    open.answer({ 'register.insert': refusedBy('INS00001', 'lastName,birthDate') });
    await page.locator('#f-employerId').fill('De Berk');
    await page.locator('.search-list .active', { hasText: 'De Berk' }).waitFor();
    await page.locator('#f-employerId').press('Enter');
    await page.locator('#f-insz').fill(presentInsz);
    await page.locator('#f-end').fill('');
    await page.locator('summary').press('Enter');
    await page.locator('#f-lastName').fill('Anders');
    await page.locator('#f-birthDate').fill('3/1990');
    await page.keyboard.press('Enter');
    await page.locator('#f-lastName-error', { hasText: 'INS00001 (eigen code)' }).waitFor();
    await expect.poll(() => page.locator('#f-birthDate-error').count()).toBe(1);
    await expect
      .poll(() => inputsOf(open, 'register.insert').at(-1))
      .toMatchObject({
        identity: { lastName: 'Anders', birthDate: '1990-03-00' },
      });

    open.answer({ 'register.insert': refusedBy('MSG00011') });
    await page.locator('#f-insz').press('Enter');
    await page.locator('#f-insz-error', { hasText: /MSG00011$/ }).waitFor();
    await expect.poll(() => page.locator('#f-lastName').inputValue()).toBe('Anders');
  });
});

test('what waits for the source is asked again or given up, with why it waits', async () => {
  await visit('/register/review', async (open) => {
    const { page } = open;
    await page.getByText('Molenschot, Jef').first().waitFor();
    await page.getByRole('button', { name: /^Vraag opnieuw/ }).press('Enter');
    await page.locator('.toast', { hasText: 'Wacht nog: 1' }).waitFor();
    await page.getByRole('button', { name: /^Geef op/ }).press('Enter');
    await expect.poll(() => inputsOf(open, 'register.dropPending')).toEqual([{ id: id(731) }]);
    await expect.poll(() => inputsOf(open, 'register.retryPending')).toEqual([{ id: id(731) }]);
    await announced(page);
  });
});

test('lines that the service does not know are shown by type first, then inscribed; refused ones lead to the person', async () => {
  await visit('/register/review', async (open) => {
    const { page } = open;
    const sheet = page.getByRole('region', { name: 'Niet gekend bij de dienst' });
    await sheet.getByText('er blijven 214 lijnen over').waitFor();
    await expect.poll(() => sheet.getByRole('button', { name: 'Schrijf 214 lijnen in' }).count()).toBe(0);
    await sheet.getByRole('button', { name: 'Bekijk wat er zou gebeuren' }).press('Enter');
    await sheet.locator('li', { hasText: 'de dienst kent dit type niet' }).waitFor();
    const refused = sheet.locator('li', { hasText: 'Bensoltane' });
    await expect.poll(() => refused.innerText()).toMatch(/Gaat over: Familienaam\./);
    await expect.poll(() => refused.getByRole('link').first().getAttribute('href')).toContain(rania.personId);
    open.answer({
      'registerInscribing.state': { ...toInscribe, jobId: id(790) },
      'job.list': { jobs: [inscribingJob] },
    });
    await sheet.getByRole('button', { name: 'Schrijf 214 lijnen in' }).press('Enter');
    await open.emit('register.changed', { ids: [], revision: 9 });
    await sheet.getByRole('progressbar').waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    await sheet.getByRole('button', { name: 'Bekijk wat er zou gebeuren' }).waitFor({ state: 'detached' });
    await expect.poll(() => inputsOf(open, 'registerInscribing.start')).toEqual([{ again: false }]);
    open.answer({
      'registerInscribing.state': {
        ...toInscribe,
        lines: 0,
        run: { ...stoppedRun, state: 'done', inscribed: 257, failure: null },
      },
    });
    await open.emit('register.changed', { ids: [], revision: 10 });
    await sheet.getByText('257 ingeschreven').waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    await sheet.getByRole('button', { name: 'Vraag ze allemaal opnieuw' }).press('Enter');
    await expect.poll(() => inputsOf(open, 'registerInscribing.start')).toHaveLength(2);
    await expect.poll(() => inputsOf(open, 'registerInscribing.start')[1]).toEqual({ again: true });
    await announced(page);
  });
});

test('a dossier type is known by a context or a quality code, never both, and is taken out of use', async () => {
  await visit('/settings/register', async (open) => {
    const { page } = open;
    await page.getByRole('button', { name: 'Dossiertype toevoegen' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Bewaar dossiertype' }).press('Enter');
    await dialog.locator('.error-summary').waitFor();
    await expect.poll(() => dialog.locator('.error-summary li').count()).toBe(3);
    await dialog.locator('#f-code').fill('volunteer');
    await dialog.locator('#f-name').fill('Vrijwilliger');
    await dialog.getByRole('radio', { name: 'Kwaliteitscode' }).check();
    await dialog.locator('#f-quality').fill('310');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => inputsOf(open, 'register.saveType'))
      .toEqual([
        {
          ...{ code: 'VOLUNTEER', name: 'Vrijwilliger', active: true },
          ...{ inscriptionContext: null, qualityCode: 310, expectedRevision: null },
        },
      ]);
    await page.getByRole('button', { name: /^Niet meer gebruiken.*Werknemer$/ }).press('Enter');
    await expect
      .poll(() => inputsOf(open, 'register.saveType').at(-1))
      .toMatchObject({ code: 'EMPLOYEE', active: false, expectedRevision: 1 });
    await page.getByRole('radio', { name: /^Tegenhouden/ }).press('Space');
    await expect.poll(() => inputsOf(open, 'register.setAllowing')).toEqual([{ mode: 'stop' }]);
    await page.locator('#f-enterpriseNumber').fill('0999.999.032');
    await page.keyboard.press('Enter');
    await page.locator('.error-summary').waitFor();
    expect(inputsOf(open, 'register.setOwner')).toEqual([]);
    await announced(page);
  });
});
