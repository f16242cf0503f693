// A list of applicants as it is used: pasted, put right in place, a row left out, asked, and handed out; by keyboard. And what stands in
// its place, as in that of one applicant, before anybody can be asked.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BatchLine } from '../../preload/contract/applicant-batches.ts';
import { refuse } from '../support/page-answers.ts';
import { openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { batchAnswers, batchRows, toRows } from './fixtures/applicant-batch.ts';
import { askAnswers } from './fixtures/applicants-ask.ts';
import { guideRow } from './fixtures/connection.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

test('a list is put right in place, what stays wrong is not asked, and the cards are saved in a language', async () => {
  const opened = await openPage(browser, {
    folder,
    route: '/applicants/batch',
    answers: {
      ...shellAnswers,
      ...batchAnswers,
      // What was put right is in order; who stands twice in the list is not, while both are there.
      'applicantBatch.check': ({ rows }: { rows: BatchLine[] }) => ({
        rows: rows.map((row) => {
          const known = batchRows.find(({ line }) => line === row.line);
          const same = known?.insz === row.insz && known?.label === row.label;
          return { ...row, findings: same ? (known?.findings ?? []) : [] };
        }),
      }),
      'applicantBatch.start': { batchId: id(620), jobId: id(625) },
      'job.list': { jobs: [] },
    },
  });
  const { page } = opened;
  const asked = (name: string): unknown => opened.asked.findLast((one) => one.name === name)?.input;
  await toRows(page);
  await expect
    .poll(() => asked('applicantBatch.read'))
    .toMatchObject({
      ...{ dataSets: ['flexiJobEligibility'], from: { text: 'Aardewijn\tFien' }, language: 'nl' },
    });

  // Continue names what is wrong and leads there; nothing was asked.
  await page.locator('button[type=submit]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.error-summary:focus').waitFor();
  await page.locator('.error-summary a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('#f-insz-4:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator('#f-insz-4[aria-invalid]').count()).toBe(0);
  await expect
    .poll(() => asked('applicantBatch.check'))
    .toMatchObject({ rows: [{}, {}, { line: 4, insz: null }, {}, {}, {}] });

  // The focus does not go with the row that is left out.
  await page.getByRole('button', { name: 'Rij 6 weglaten' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('section.grid-scroll:focus').waitFor();
  await page.getByText('Alles is in orde.').waitFor();
  await page.locator('button[type=submit]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Klaar om te vragen?' }).waitFor();
  expect(asked('applicantBatch.start')).toBeUndefined();
  await page.getByRole('button', { name: '5 sollicitanten vragen' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.receipt h1:focus').waitFor();
  const started = asked('applicantBatch.start') as { rows: BatchLine[]; name: string; as: string };
  expect(started).toMatchObject({ name: 'zomerfestival', as: 'mandatary' });
  expect(started.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7]);

  // Employer and data are there for the next list, and for one applicant.
  const kept = asked('view.keep') as { name: string; kept: string };
  expect(kept.name).toBe('applicant-ask');
  expect(JSON.parse(kept.kept)).toMatchObject({
    ...{ employerId: id(1), dataSets: ['flexiJobEligibility'], language: 'nl' },
  });

  await page.locator('#f-sheetLanguage').selectOption('fr');
  await page.getByRole('button', { name: 'Kaarten bewaren (PDF)' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('17 kaarten bewaard').waitFor();
  const sheet = asked('applicantRequest.saveSheet') as { ids: string[]; language: string };
  expect(sheet.language).toBe('fr');
  expect(sheet.ids).toHaveLength(18);
  expect(opened.problems).toEqual([]);
  await opened.close();
});

test('before anybody can be asked, the first employer is led to, and the guide that is under way for whoever signs', async () => {
  const counts = { ...appState.counts, employers: 0 };
  const opened = await openPage(browser, {
    folder,
    route: '/applicants/batch',
    answers: {
      ...shellAnswers,
      ...askAnswers,
      'app.state': { ...appState, language: 'en', counts },
      'practice.addSamples': refuse('databaseBusy'),
      'guide.list': {
        rows: [
          { ...guideRow, id: id(71), services: ['fla'], enterpriseNumber: '0999999031' },
          { ...guideRow, id: id(72), services: ['fla', 'citizenData'], enterpriseNumber: '0999999031' },
        ],
      },
    },
  });
  const { page } = opened;
  const goTo = (path: string): Promise<void> =>
    page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
  const first = page.getByRole('heading', { name: 'First an employer' });
  for (const [path, title] of [
    ['/applicants/batch', 'Many applicants at once'],
    ['/applicants/new', 'New request'],
  ] as const) {
    await goTo(path);
    await page.getByRole('heading', { name: title }).waitFor();
    await first.waitFor();
    await expect.poll(() => page.locator('form').count()).toBe(0);
    const add = page.getByRole('link', { name: 'Add an employer' });
    await expect.poll(() => add.getAttribute('href')).toContain('/employers/new');
  }
  await page.getByRole('button', { name: 'Add examples' }).press('Enter');
  await page.getByRole('alert').waitFor();

  // The examples are there: the form comes in the place of it, and the guide that fits is gone on with.
  opened.answer({ 'app.state': { ...appState, language: 'en' } });
  await opened.emit('app.changed', { ids: [], revision: 1 });
  await goTo(`/applicants/new/${id(901)}`);
  const way = page.getByRole('link', { name: 'Go on with the guide under way' });
  await way.waitFor();
  await expect
    .poll(() => way.getAttribute('href'))
    .toMatch(new RegExp(`/connection/guide/${id(72)}/${guideRow.next}$`));
  expect(opened.problems).toEqual([]);
  await opened.close();
});
