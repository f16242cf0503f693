// The search of presences as it is used: narrowed, kept under a name, deleted with a way back, read as a table; and who has no line of
// the person register.
import { expect, test } from 'vitest';
import { openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { presenceAnswers } from './fixtures/presences.ts';
import { registerAnswers } from './fixtures/register.ts';
import { fictitiousInsz } from './fixtures/workers.ts';

test('a search is narrowed, kept, used again and deleted with a way back, by keyboard', async () => {
  const { browser, folder, stop } = await startPages();
  const opened = await openPage(browser, {
    folder,
    route: '/presences/search',
    answers: {
      ...registerAnswers,
      ...shellAnswers,
      ...presenceAnswers,
      'app.state': { ...appState, employerId: id(1) },
      'presenceFilter.add': () => ({ id: id(731) }),
      'presenceFilter.remove': () => ({}),
      'presenceFilter.restore': () => ({}),
      'view.keep': () => ({}),
    },
  });
  const { page } = opened;
  const asked = (name: string): unknown => opened.asked.findLast((one) => one.name === name)?.input;
  const press = async (words: string): Promise<void> => {
    await page.getByRole('button', { name: words }).first().focus();
    await page.keyboard.press('Enter');
  };
  await page.locator('.grid tbody tr').first().waitFor();
  await press('Meer filters');
  await page.locator('#f-remark').selectOption('any');
  await expect.poll(() => asked('presence.list')).toMatchObject({ remark: 'any', subcontractors: 'with' });
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('button', { name: 'Meer filters (1)' }).count()).toBe(1);

  await press('Bewaren…');
  await page.locator('[role=dialog] input').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Geef de zoekopdracht een naam.').waitFor();
  await page.locator('[role=dialog] input').fill(' Met opmerking ');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => asked('presenceFilter.add'))
    .toMatchObject({ name: 'Met opmerking', search: { remark: 'any', period: 'week' } });

  await page.locator('#f-kept').selectOption(id(730));
  await expect.poll(() => asked('presence.list')).toMatchObject({ validity: 'invalid' });
  await press('Bewaarde zoekopdrachten beheren');
  await page.getByRole('menuitem', { name: 'verwijderen' }).click();
  await expect.poll(() => asked('presenceFilter.remove')).toEqual({ id: id(730) });
  await press('Ongedaan maken');
  await expect.poll(() => asked('presenceFilter.restore')).toEqual({ id: id(730) });

  await press('Als tabel');
  await expect.poll(() => page.locator('.search-table tbody tr').count()).toBe(5);

  // Of one worker: by which line. Of a whole day: who has none, and how to add it.
  await page.locator('.grid .chip', { hasText: 'geen lijn' }).waitFor();
  await page.getByRole('searchbox').fill(fictitiousInsz(962));
  await page.getByText('Toegelaten door het persoonsregister: Werknemer, sinds').getByRole('link').waitFor();
  await expect
    .poll(() => asked('register.allowing'))
    .toMatchObject({ purpose: 'presence', insz: fictitiousInsz(962) });
  await page.getByRole('link', { name: 'Dag', exact: true }).click();
  await press('1 persoon zonder registerlijn');
  await expect.poll(() => asked('presence.day')).toMatchObject({ only: 'withoutLine' });
  await page.getByRole('link', { name: 'Lijn toevoegen' }).press('Enter');
  await page.locator('#f-insz').waitFor();
  await expect
    .poll(async () => (await page.locator('#f-insz').inputValue()).replace(/\D/g, ''))
    .toBe(fictitiousInsz(965));
  expect(opened.problems).toEqual([]);
  await opened.close();
  await stop();
});
