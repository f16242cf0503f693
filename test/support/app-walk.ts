// The app by keyboard: through the welcome, the first question and the rooms of a road. Answers are found by their values,
// so that the walk is the same in every language.
import type { Page } from 'playwright-core';
import { choose, press, tick, type, until } from './keyboard.ts';

type Bridge = { sociodesk: { call(json: string): Promise<string> } };

/** Reads the app's state through the page's own bridge: to know where the walk is, never to act. */
export async function ask<T>(page: Page, name: string, input: object = {}): Promise<T> {
  const json = JSON.stringify({ name, input });
  const answer = await page.evaluate((text) => (globalThis as unknown as Bridge).sociodesk.call(text), json);
  const result = JSON.parse(answer) as { ok: true; value: T } | { ok: false; failure: { code: string } };
  if (!result.ok) throw new Error(`${name}: ${result.failure.code}`);
  return result.value;
}

const choice = (page: Page, value: string) => page.locator(`input[type=radio][value="${value}"]`);
/** Chooses by value: the group is what bears the same name. */
export async function answer(page: Page, value: string): Promise<void> {
  const wanted = choice(page, value).first();
  await wanted.waitFor({ state: 'attached' });
  const name = await wanted.getAttribute('name');
  await choose(page, page.locator(`input[type=radio][name="${name}"]`), wanted);
}

export const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const onward = (page: Page) => page.locator('.wizard-acts button[type=submit]');

/** Continues a wizard, and waits until the question is another one. */
export async function goOn(page: Page): Promise<void> {
  const before = await page.locator('h1').first().innerText();
  await press(page, onward(page));
  await until(async () => (await page.locator('h1').first().innerText()) !== before, 'another question');
}

/** The first run: the language is chosen, and the app opens. */
export async function welcome(page: Page, language: string): Promise<void> {
  await answer(page, language);
  await press(page, page.locator('main button').last());
  await page.locator('nav').first().waitFor();
}

/** Goes to a room by its two keys and to one of its views by Tab. */
export async function goToConnection(page: Page, view?: string): Promise<void> {
  await page.keyboard.press('Escape');
  // Letters typed in a field are its own: out of it first.
  while ((await page.locator('input:focus, textarea:focus, select:focus').count()) > 0)
    await page.keyboard.press('Tab');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await until(async () => page.url().endsWith('#/connection'), 'the Connection room');
  if (view !== undefined) await press(page, page.locator(`nav.tabs a[href="#/connection/${view}"]`));
}

export type First = {
  services: readonly string[];
  audience: 'ownWorkers' | 'clients' | 'participants';
  mandataryKind?: 'socialSecretariat' | 'serviceProvider';
  enterpriseNumber: string;
  enterpriseName: string;
};

/** Answers the first question and begins the guide; answers its id. */
export async function firstQuestion(page: Page, first: First): Promise<string> {
  await goToConnection(page, 'guide');
  await press(page, page.locator('a[href="#/connection/guide/new"]'));
  await answer(page, 'start');
  const known = ['fla', 'checkInAndOutAtWork', 'citizenData', 'dimona'];
  for (const service of first.services)
    await tick(page, page.locator('.choice input[type=checkbox]').nth(known.indexOf(service)));
  await goOn(page);
  await answer(page, first.audience);
  if (first.mandataryKind !== undefined) await answer(page, first.mandataryKind);
  await goOn(page);
  if (first.audience === 'ownWorkers') {
    await answer(page, 'self');
    await answer(page, 'from10to49');
    await goOn(page);
  }
  await goOn(page);
  await type(page, field(page, 'enterpriseNumber'), first.enterpriseNumber);
  await type(page, field(page, 'enterpriseName'), first.enterpriseName);
  await goOn(page);
  await press(page, onward(page));
  await until(async () => /\/connection\/guide\/[0-9a-f-]{36}$/.test(page.url()), 'the guide itself');
  return page.url().split('/').at(-1) ?? '';
}

export type StepView = { id: string; state: string; by: string | null };
export const stepsOf = async (page: Page, id: string): Promise<StepView[]> =>
  (await ask<{ steps: StepView[] }>(page, 'guide.show', { id })).steps;

/** Goes back to a guide by the list of guides. */
export async function resume(page: Page, id: string): Promise<void> {
  await goToConnection(page, 'guide');
  await press(page, page.locator(`a[href^="#/connection/guide/${id}"]`));
  await page.locator('nav .guide-steps').waitFor();
}

/** Shows one step of the guide that is open. */
export async function showStep(page: Page, index: number): Promise<void> {
  const link = page.locator('nav .guide-steps button').nth(index);
  await press(page, link);
  await until(async () => (await link.getAttribute('aria-current')) === 'step', 'the step in view');
}

/** Says that the step in view is done. */
export async function markDone(page: Page): Promise<void> {
  await press(page, page.locator('section.guide-block .row-of button.primary').last());
}
