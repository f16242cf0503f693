// The outbox in use: sending and what asks once more, lost answers, decisions, pause, waits, and a long list.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answers, refuse } from '../support/page-answers.ts';
import { type OpenPage, openPage, startPages } from '../support/page-server.ts';
import { appState, id, shellAnswers } from './fixtures/app-state.ts';
import { atRest, items, outboxAnswers, runningJob } from './fixtures/outbox.ts';
import { presentInsz, rania as register, registerAnswers } from './fixtures/register.ts';

let browser: Browser;
let folder: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
});
afterAll(() => stop());

const begun = { jobId: id(90), items: 2 };
const acts: Answers = {
  'outbox.send': begun,
  'outbox.resolve': { jobId: id(91), items: 1 },
  'outbox.decide': {},
  'outbox.pause': {},
  'outbox.resume': {},
  'job.cancel': {},
};

async function visit(
  use: (open: OpenPage) => Promise<void>,
  more: Answers = {},
  route = '/outbox',
): Promise<void> {
  const answers = { ...shellAnswers, ...outboxAnswers, ...acts, ...more };
  const open = await openPage(browser, { folder, answers, route });
  await open.page.locator('.tabs').waitFor();
  await use(open);
  expect(open.problems).toEqual([]);
  await open.close();
}
const inputsOf = (open: OpenPage, name: string) =>
  open.asked.filter((call) => call.name === name).map((call) => call.input);

test('sending in practice needs one press, names what it does and says that it runs', async () => {
  await visit(async (open) => {
    await open.page.getByRole('button', { name: 'Verzend 2 werknemerjaren' }).click();
    await open.page.locator('.toast').getByText('2 werknemerjaren worden verzonden').waitFor();
    await expect.poll(() => inputsOf(open, 'outbox.send')).toEqual([{ employerId: null, confirmed: false }]);
  });
});

test('in production sending is asked once more, and not done when it is refused', async () => {
  const production = { ...appState, environment: { name: 'production', kind: 'production' as const } };
  await visit(
    async (open) => {
      const send = open.page.getByRole('button', { name: 'Verzend 2 werknemerjaren' });
      await send.click();
      const dialog = open.page.getByRole('dialog');
      await dialog.getByText('Productie', { exact: true }).waitFor();
      await open.page.locator('[role=dialog]:focus-within').waitFor();
      await open.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(inputsOf(open, 'outbox.send')).toEqual([]);
      await send.click();
      await dialog.getByRole('button', { name: 'Verzend 2 werknemerjaren' }).click();
      await open.page.locator('.toast').waitFor();
      await expect.poll(() => inputsOf(open, 'outbox.send')).toEqual([{ employerId: null, confirmed: true }]);
    },
    { 'app.state': production },
  );
});

test('before the first sending in production the notice on liability is read and accepted', async () => {
  const production = { ...appState, environment: { name: 'production', kind: 'production' as const } };
  await visit(
    async (open) => {
      await open.page.getByRole('button', { name: 'Verzend 2 werknemerjaren' }).press('Enter');
      const dialog = open.page.getByRole('dialog');
      await dialog.getByText('De RSZ keurt geen programma’s goed.').waitFor();
      await dialog.getByRole('button', { name: 'Aanvaard' }).press('Enter');
      await dialog.locator('.error-summary').waitFor();
      expect(inputsOf(open, 'goLive.acceptLiability')).toEqual([]);
      await dialog.locator('#f-liability').check();
      open.answer({
        'goLive.liability': { needed: false, accepted: { at: '2025-06-12T09:00:00Z', by: 'Lies' } },
      });
      await dialog.getByRole('button', { name: 'Aanvaard' }).press('Enter');
      await dialog.getByRole('button', { name: 'Verzend 2 werknemerjaren' }).press('Enter');
      await open.page.locator('.toast').waitFor();
      await expect.poll(() => inputsOf(open, 'goLive.acceptLiability')).toEqual([{ accepted: true }]);
      await expect.poll(() => inputsOf(open, 'outbox.send')).toEqual([{ employerId: null, confirmed: true }]);
    },
    {
      'app.state': production,
      'goLive.liability': { needed: true, accepted: null },
      'goLive.acceptLiability': {},
    },
  );
});

test('offline the button says why it cannot send, and sends nothing', async () => {
  await visit(
    async (open) => {
      const send = open.page.getByRole('button', { name: 'Verzend 2 werknemerjaren' });
      await send.press('Enter');
      await open.page.getByText('U bent offline.').waitFor();
      await expect.poll(() => send.getAttribute('aria-disabled')).toBe('true');
      expect(inputsOf(open, 'outbox.send')).toEqual([]);
    },
    { 'app.state': { ...appState, online: 'offline' } },
  );
});

test('a lost answer is opened by keyboard and the service is asked about that one only', async () => {
  await visit(async (open) => {
    await open.page.locator('td[tabindex="0"]').focus();
    await open.page.keyboard.press('ArrowDown');
    await open.page.keyboard.press('ArrowDown');
    await open.page.keyboard.press('Enter');
    const panel = open.page.getByRole('region', { name: 'Kraaiveld, Ilse' });
    await panel.getByRole('button', { name: 'Vraag de dienst' }).press('Enter');
    await open.page.locator('.toast').waitFor();
    await expect.poll(() => inputsOf(open, 'outbox.resolve')).toEqual([{ ids: [items[2]?.id] }]);
    // Of the year that is sent, by the person and not by a number.
    const allows = panel.getByText('Toegelaten door het persoonsregister: Werknemer, sinds');
    await allows.getByRole('link').waitFor();
    expect(inputsOf(open, 'register.allowing')[0]).toMatchObject({
      ...{ workerId: items[2]?.workerId, purpose: 'training', from: '2025-01-01', to: '2025-12-31' },
    });
    await panel.getByRole('button', { name: 'Sluit deze rij' }).press('Enter');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => open.page.evaluate(() => document.activeElement?.tagName)).toBe('TD');
  });
});

test('all lost answers are asked about at once', async () => {
  await visit(async (open) => {
    await open.page.getByRole('button', { name: 'Vraag de dienst naar 2' }).click();
    await open.page.locator('.toast').waitFor();
    await expect.poll(() => inputsOf(open, 'outbox.resolve')).toEqual([{ ids: [] }]);
  });
});

test('a decision offers both ways with what each does, and passes the one that is taken', async () => {
  await visit(async (open) => {
    await open.page.locator('.row-name', { hasText: 'Hrynko' }).click();
    const panel = open.page.getByRole('region', { name: 'Hrynko, Oksana' });
    await panel.getByText('wat anderen indienden').waitFor();
    await panel.getByRole('button', { name: 'Verzend opnieuw' }).click();
    await open.page.locator('.toast').waitFor();
    await expect
      .poll(() => inputsOf(open, 'outbox.decide'))
      .toEqual([{ id: items[3]?.id, decision: 'sendAfresh' }]);
  });
});

test('a decision that comes too late says so and stays open, also where no line of the register allows it, and how to add one', async () => {
  await visit(
    async (open) => {
      await open.page.locator('.row-name', { hasText: 'Hrynko' }).click();
      const panel = open.page.getByRole('region', { name: 'Hrynko, Oksana' });
      await panel.getByRole('button', { name: 'Neem terug' }).click();
      await panel.getByRole('alert').waitFor();
      await expect.poll(() => inputsOf(open, 'outbox.decide')).toHaveLength(1);
      await panel.getByText('Zonder lijn vertrekt er niets.').waitFor();
      await panel.getByRole('link', { name: 'Voeg de lijn toe' }).press('Enter');
      await open.page.locator('#f-insz').waitFor();
      await expect.poll(() => open.page.locator('#f-insz').inputValue()).toContain(presentInsz.slice(-2));
      expect(await open.page.locator('#f-begin').inputValue()).toBe('01/01/2025');
    },
    {
      ...registerAnswers,
      'outbox.decide': refuse('stateNotAllowed'),
      'register.allowing': {
        ...{ mode: 'stop', line: null, dossierType: 'EMPLOYEE' },
        person: { id: register.personId, insz: presentInsz },
      },
    },
  );
});

test('a refusal is explained in the language of the person and leads to the training', async () => {
  await visit(async (open) => {
    await open.page.locator('.row-name', { hasText: 'Dobrowicz' }).click();
    const panel = open.page.getByRole('region', { name: 'Dobrowicz, Marek' });
    await panel.getByText('De einddatum ligt voor de begindatum.').waitFor();
    await panel.getByText('Sector onbekend').waitFor();
    const link = panel.getByRole('link', { name: /Hoogwerker, basis/ });
    await expect.poll(() => link.getAttribute('href')).toMatch(/^#\/training\/0196f2d4-/);
  });
});

test('the work under way shows how far it is, and can be paused and stopped', async () => {
  const running = { ...atRest, running: true, jobId: id(90) };
  await visit(
    async (open) => {
      const bar = open.page.getByRole('progressbar');
      await expect.poll(() => bar.getAttribute('value')).toBe('128');
      open.answer({ 'job.list': { jobs: [{ ...runningJob, done: 300 }] } });
      await open.emit('job.progress', { ...runningJob, done: 300 });
      await open.page.locator('progress[value="300"]').waitFor();
      await open.page.getByRole('button', { name: 'Pauzeer' }).click();
      open.answer({
        'outbox.status': { ...running, paused: true, running: false },
        'job.list': { jobs: [] },
      });
      await open.emit('outbox.changed', { ids: [], revision: 2 });
      await open.page.getByRole('button', { name: 'Hervat' }).click();
      await expect.poll(() => inputsOf(open, 'outbox.resume').length).toBe(1);
      await expect.poll(() => inputsOf(open, 'outbox.pause')).toHaveLength(1);
      await expect.poll(() => open.page.getByRole('button', { name: /Verzend/ }).count()).toBe(0);
    },
    { 'outbox.status': running, 'job.list': { jobs: [runningJob] } },
  );
});

test('a wait that the service asked for is shown as an hour in Brussels', async () => {
  await visit(
    async (open) => {
      await open.page.locator('.note').getByText('tot 10:20').waitFor();
    },
    { 'outbox.status': { ...atRest, waitUntil: '2025-06-12T08:20:00Z' } },
  );
});

test('a view asks for its own states only', async () => {
  await visit(async (open) => {
    await open.page.getByRole('link', { name: /Aanvaard/ }).click();
    await open.page.locator('.row-name', { hasText: 'Torenbeek' }).waitFor();
    const last = inputsOf(open, 'outbox.list').at(-1) as { states: string[] };
    expect(last.states).toEqual(['accepted', 'acceptedWithWarnings']);
    await expect.poll(() => open.page.locator('.row-name').count()).toBe(2);
  });
});

test('a hundred thousand worker-years scroll to the last with few nodes on the page', async () => {
  const total = 100_000;
  const first = items[0];
  if (first === undefined) throw new Error('the fixture has items');
  await visit(
    async (open) => {
      await open.page.locator('.row-name', { hasText: 'Werknemer 0' }).first().waitFor();
      await open.page.locator('td[tabindex="0"]').focus();
      await open.page.keyboard.press('Control+End');
      await open.page.locator('.row-name', { hasText: 'Werknemer 99999' }).waitFor();
      await expect
        .poll(() => open.page.evaluate(() => document.querySelectorAll('*').length))
        .toBeLessThan(2_500);
      await expect
        .poll(() => open.page.getByRole('grid').getAttribute('aria-rowcount'))
        .toBe(String(total + 1));
    },
    {
      'outbox.list': ({ page, pageSize }) => ({
        rows: Array.from({ length: pageSize }, (_, index) => {
          const number = (page - 1) * pageSize + index;
          return { ...first, id: id(1_000_000 + number), workerName: `Werknemer ${number}` };
        }),
        total,
        page,
        pageSize,
      }),
    },
  );
});
