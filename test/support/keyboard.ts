// A person without a mouse: reaches things by Tab alone and works them with keys. Fails where focus never gets there.
import type { ElementHandle, Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 250;

type InPage = { isConnected: boolean; ownerDocument: { activeElement: unknown } };
const holdsFocus = (target: Locator): Promise<boolean> =>
  target.first().evaluate((element) => {
    const inPage = element as unknown as InPage;
    return inPage === inPage.ownerDocument.activeElement;
  });

/** After so many stops a target is sought anew: the page may have drawn another in its place. */
const SOUGHT_ANEW = 16;

/** Presses Tab until the target has the focus. */
export async function reach(page: Page, target: Locator): Promise<void> {
  const one = target.first();
  await one.waitFor({ state: 'attached' });
  // Seeking it at every stop would cost more than the stop itself.
  let found: ElementHandle | null = null;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (found === null || stop % SOUGHT_ANEW === 0) found = await one.elementHandle();
    const at = await found.evaluate((element) => {
      const inPage = element as unknown as InPage;
      if (!inPage.isConnected) return 'gone';
      return inPage === inPage.ownerDocument.activeElement ? 'here' : 'elsewhere';
    });
    if (at === 'gone') found = null;
    else if (at === 'here') return;
    else await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reaches ${target}`);
}

/** Reaches a link or button and presses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Presses a link or button that leads to another page, and waits for that page. */
export async function follow(page: Page, target: Locator): Promise<void> {
  const loaded = page.waitForEvent('load');
  await press(page, target);
  await loaded;
}

/** Reaches a field, and types over what stands in it. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Ticks a box, unless it is ticked. */
export async function tick(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  if (!(await target.first().isChecked())) await page.keyboard.press('Space');
}

/**
 * Chooses one of a group of radio buttons: Tab goes to the group (the chosen one or the first), the arrows within it.
 * `group` finds all of them, `wanted` the one.
 */
export async function choose(page: Page, group: Locator, wanted: Locator): Promise<void> {
  await wanted.first().waitFor({ state: 'attached' });
  const buttons = await group.all();
  const inGroup = async (): Promise<boolean> =>
    (await Promise.all(buttons.map(holdsFocus))).some((focused) => focused);
  for (let stop = 0; stop < MOST_STOPS && !(await inGroup()); stop += 1) await page.keyboard.press('Tab');
  if (!(await inGroup())) throw new Error(`the keyboard never reaches ${group}`);
  if (!(await wanted.first().isChecked()) && (await holdsFocus(wanted))) await page.keyboard.press('Space');
  for (let step = 0; step <= buttons.length && !(await wanted.first().isChecked()); step += 1)
    await page.keyboard.press('ArrowDown');
  if (!(await wanted.first().isChecked())) throw new Error(`the arrows never reach ${wanted}`);
}

/** Chooses in a list of the browser's own, with the arrows. */
export async function pick(page: Page, list: Locator, value: string): Promise<void> {
  await reach(page, list);
  await page.keyboard.press('Home');
  const count = await list.locator('option').count();
  for (let step = 0; step < count && (await list.inputValue()) !== value; step += 1)
    await page.keyboard.press('ArrowDown');
  if ((await list.inputValue()) !== value) throw new Error(`the arrows never reach ${value} in ${list}`);
}

/** Waits until something holds, looking every twentieth of a second. */
export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
