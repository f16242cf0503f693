// Numbers of persons by keyboard: one that goes round in a circle, one that somebody knows to be replaced, two persons who become one.
import { expect, test } from 'vitest';
import type { CallOutput } from '../../preload/contract/index.ts';
import { refusedBy } from '../support/page-answers.ts';
import { pageVisits } from '../support/page-visits.ts';
import type { OpenPage } from '../support/page-window.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { announced } from './fixtures/page-fixture.ts';
import { formerInsz, presentInsz, rania, registerAnswers } from './fixtures/register.ts';

const visit = pageVisits({ ...shellAnswers, ...registerAnswers });
const inputsOf = (open: OpenPage, name: string): unknown[] =>
  open.asked.filter((one) => one.name === name).map((one) => one.input);

const named = (familyName: string, insz: string) => ({ familyName, givenName: 'Rania', insz });
const wouldJoin: CallOutput<'register.recordReplacement'> = {
  ...{ state: 'joins', reason: null, persons: 0, lines: 0, personId: null },
  joins: {
    ...{ kept: named('Vermolen', formerInsz), gone: named('Bensoltane', presentInsz) },
    ...{ lines: 7, sharedClients: 1 },
  },
};
const joined: typeof wouldJoin = {
  ...{ state: 'applied', reason: null, persons: 1, lines: 7, personId: id(77) },
  joins: null,
};

test('a number that goes round in a circle says why it stopped, still cannot be done, and is dismissed', async () => {
  await visit('/register/review', async (open) => {
    const { page } = open;
    await page.getByText('Eerder gemelde nummers').press('Enter');
    await page.locator('details .record-list li', { hasText: 'Rania Bensoltane' }).waitFor();
    const event = page.locator('.record-list li', { hasText: 'Marek Dobrowicz' }).first();
    expect(await event.innerText()).toContain('in een kring');
    await event.getByRole('button', { name: /^Probeer opnieuw/ }).press('Enter');
    await page.locator('.toast', { hasText: 'nog altijd niet' }).waitFor();
    await event.getByRole('button', { name: /^Verwerp/ }).press('Enter');
    await page.locator('.toast', { hasText: 'telt niet' }).waitFor();
    expect(inputsOf(open, 'register.settleNumberEvent')).toEqual([
      { id: 'event-1', way: 'retry' },
      { id: 'event-1', way: 'dismiss' },
    ]);
    await announced(page);
  });
});

test('a new number that somebody knows is recorded; what cannot be says why and keeps what was typed', async () => {
  await visit(`/register/${rania.personId}`, async (open) => {
    const { page } = open;
    open.answer({ 'register.recordReplacement': refusedBy('NUM-CYCLE') });
    await page.getByRole('button', { name: 'Nummer vervangen of geannuleerd' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.locator('#f-newInsz').fill('90.43.15-962.04');
    await page.keyboard.press('Enter');
    await dialog.locator('.error-summary').waitFor();
    await dialog.locator('#f-newInsz').fill(formerInsz);
    await page.keyboard.press('Enter');
    await dialog.locator('.note', { hasText: 'in een kring' }).waitFor();
    open.answer({ 'register.recordReplacement': wouldJoin });
    await dialog.locator('#f-effectiveDate').fill('1/1/2099');
    await page.keyboard.press('Enter');
    await dialog.locator('#f-effectiveDate-error', { hasText: 'nog komen' }).waitFor();
    await dialog.locator('#f-effectiveDate').fill('');
    await page.keyboard.press('Enter');
    await dialog.getByText('worden één persoon').waitFor();
    // Another number is another question.
    await dialog.locator('#f-newInsz').fill('');
    await dialog.getByText('worden één persoon').waitFor({ state: 'detached' });
    await dialog.locator('#f-newInsz').fill(formerInsz);
    const join = dialog.getByRole('button', { name: 'Maak er één persoon van' });
    await join.waitFor();
    open.answer({ 'register.recordReplacement': joined });
    await join.press('Enter');
    await page.locator('.toast', { hasText: 'één. 7 lijnen gingen mee' }).waitFor();
    const told = { oldInsz: presentInsz, newInsz: formerInsz };
    expect(inputsOf(open, 'register.recordReplacement')).toEqual([
      ...[
        { ...told, join: false },
        { ...told, join: false },
      ],
      { ...told, join: true },
    ]);
    await page.waitForURL(`**/register/${id(77)}`);
    await announced(page);
  });
});
