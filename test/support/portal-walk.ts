// The practice portal by keyboard: from an enterprise that nobody knows to a client id, as a person would go.
import type { Page } from 'playwright-core';
import { choose, follow, pick, reach, tick, type } from './keyboard.ts';

export type PortalRoad = {
  /** The quality as the portal calls it in its addresses. */
  quality: 'employer' | 'socialSecretariat' | 'serviceProvider' | 'trainingProvider';
  enterpriseNumber: string;
  enterpriseName: string;
  rights: readonly string[];
  /** The `.cer` that the app saved. */
  certificateFile: string;
};

const submit = (page: Page) => page.locator('main button[type=submit]').last();
const field = (page: Page, id: string) => page.locator(`#${id}`);

/** The enterprise becomes known and is registered; answers once its services are shown. */
export async function becomeKnown(page: Page, road: PortalRoad): Promise<void> {
  await follow(page, page.locator('main a.button'));
  // Somebody without a role anywhere yet, as in a firm that begins.
  await choose(page, page.locator('input[name=person]'), page.locator('input[name=person]').first());
  await follow(page, submit(page));
  await type(page, field(page, 'name'), road.enterpriseName);
  await follow(page, submit(page));
  await choose(page, page.locator('input[name=access]'), page.locator('input[name=access][value=kept]'));
  await type(page, field(page, 'email'), 'office@example.invalid');
  await follow(page, submit(page));
  await page.locator('nav.services').waitFor();
}

const service = (page: Page, place: string) => page.locator(`nav.services a[href^="/${place}"]`);

/** Activates the quality, where it is not the one that every employer has. */
export async function activateQuality(page: Page, { quality }: PortalRoad): Promise<void> {
  if (quality === 'employer') return;
  await follow(page, service(page, 'access'));
  await pick(page, page.locator('main select[name=quality]'), quality);
  await follow(page, submit(page));
  await type(page, field(page, 'email'), 'quality@example.invalid');
  await follow(page, submit(page));
  await page.locator('p.notice').waitFor();
}

/** Accepts the Circle of Trust, as its main access manager. */
export async function acceptCircle(page: Page): Promise<void> {
  await follow(page, service(page, 'circle'));
  await tick(page, field(page, 'read'));
  await follow(page, submit(page));
  await page.locator('p.notice').waitFor();
}

/** Contact data, the account with its rights and certificate; answers the client id that is shown. */
export async function addAccount(page: Page, road: PortalRoad): Promise<string> {
  await follow(page, service(page, 'chaman'));
  await follow(page, page.locator(`main a[href*="quality=${road.quality}"]`).first());
  await type(page, field(page, 'name'), 'Technical contact');
  await type(page, field(page, 'email'), 'it@example.invalid');
  await follow(page, submit(page));
  await follow(page, page.locator('main a.button[href^="/chaman/add"]'));
  await type(page, field(page, 'name'), 'Sociodesk');
  for (const right of road.rights) await tick(page, page.locator(`input[name=rights][value=${right}]`));
  await reach(page, field(page, 'certificate'));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await chooser).setFiles(road.certificateFile);
  await type(page, field(page, 'certificateName'), 'Sociodesk');
  await follow(page, submit(page));
  await reach(page, field(page, 'clientId'));
  return field(page, 'clientId').inputValue();
}
