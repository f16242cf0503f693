// A list of applicants as it is used: pasted, put right in place, a row left out, asked, and handed out; by keyboard.

import { expect, test } from 'vitest';
import type { BatchLine } from '../../preload/contract/applicant-batches.ts';
import { openPage, startPages } from '../support/page-server.ts';
import { id, shellAnswers } from './fixtures/app-state.ts';
import { batchAnswers, batchRows, toRows } from './fixtures/applicant-batch.ts';

test('a list is put right in place, what stays wrong is not asked, and the cards are saved in a language', async () => {
  const { browser, folder, stop } = await startPages();
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
  expect(asked('applicantBatch.read')).toMatchObject({
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
  expect(asked('applicantBatch.check')).toMatchObject({
    rows: [{}, {}, { line: 4, insz: null }, {}, {}, {}],
  });

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

  await page.locator('#f-sheetLanguage').selectOption('fr');
  await page.getByRole('button', { name: 'Kaarten bewaren (PDF)' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('17 kaarten bewaard').waitFor();
  const sheet = asked('applicantRequest.saveSheet') as { ids: string[]; language: string };
  expect(sheet.language).toBe('fr');
  expect(sheet.ids).toHaveLength(18);
  expect(opened.problems).toEqual([]);
  await opened.close();
  await stop();
});
