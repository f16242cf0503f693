// A mandate and the routes by keyboard: given and confirmed in MAHIS on the practice portal, recorded and followed in the
// app. What is typed is what a person would type.
import type { Page } from 'playwright-core';
import { services as everyService, type Service } from '../../preload/contract/services.ts';
import { field } from './app-walk.ts';
import { choose, follow, pick, press, type, until } from './keyboard.ts';

export type Client = { number: string; name: string; manager: string };
type Route = { kind: 'own' | 'mandatary'; services: readonly Service[] };

const submit = (page: Page) => page.locator('main button[type=submit]').last();

/** Logs in on the portal as somebody by name, or as the first of those who play a part in the enterprise. */
async function logIn(page: Page, name?: string): Promise<void> {
  const people = page.locator('input[name=person]');
  const wanted = name === undefined ? people.first() : page.getByRole('radio', { name });
  await choose(page, people, wanted);
  await follow(page, submit(page));
}

/** As the client: proposes the mandate for the training account to the mandatary, from this quarter on. */
export async function giveMandate(page: Page, client: Client, mandatary: string): Promise<void> {
  await logIn(page, client.manager);
  await type(page, page.locator('main #enterprise'), client.number);
  await follow(page, submit(page));
  await follow(page, page.locator('main a.button[href^="/mahis/propose"]'));
  await type(page, page.locator('#other'), mandatary);
  await pick(page, page.locator('#serviceGroup'), 'fla');
  await follow(page, submit(page));
  await page.locator('p.notice').waitFor();
}

/** As the mandatary: agrees to what was proposed, so that the mandate can be ended and no longer declined. */
export async function acceptMandate(page: Page): Promise<void> {
  await logIn(page);
  await follow(page, page.locator('form[action="/mahis/agree"] button'));
  await page.locator('main table a[href^="/mahis/end"]').waitFor();
}

/** In the app, on the list of employers: adds the client; its page is open then. */
export async function addClient(page: Page, client: Client): Promise<void> {
  await press(page, page.locator('a[href="#/employers/new"]').first());
  await type(page, field(page, 'enterpriseNumber'), client.number);
  await type(page, field(page, 'name'), client.name);
  await confirmEmployer(page);
}

/** Adds the employer of the form as it is filled in. */
export async function confirmEmployer(page: Page): Promise<void> {
  await press(page, page.locator('.wizard-acts button[type=submit]'));
  await until(async () => /#\/employers\/[0-9a-f-]{36}$/.test(page.url()), 'the page of the employer');
}

const dialog = (page: Page) => page.getByRole('dialog');
const save = async (page: Page): Promise<void> => {
  await press(page, dialog(page).locator('button[type=submit]'));
  await dialog(page).waitFor({ state: 'detached' });
};

/** On the page of the employer: records the mandate; that it is to us is filled in. */
export async function recordMandate(page: Page, quarter: string): Promise<void> {
  await press(page, page.locator('.panel > section').nth(1).locator('.row-of button').first());
  await type(page, dialog(page).locator('[name=startQuarter]'), quarter);
  await save(page);
}

/** On the page of the employer: chooses the route of each service from today on. */
export async function chooseRoutes(page: Page, { kind, services }: Route): Promise<void> {
  for (const service of services) {
    const lines = page.locator('.panel > section').first().locator('li.task');
    await press(page, lines.nth(everyService.indexOf(service)).locator('button'));
    const kinds = dialog(page).locator('input[name$=kind]');
    await choose(page, kinds, dialog(page).locator(`input[value="${kind}"]`));
    await save(page);
  }
}
