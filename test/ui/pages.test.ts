// Every page in its looks: accessible, without a missing text, a broken policy or a page that scrolls sideways.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, type Look, looks, overflow, wear } from '../support/page-looks.ts';
import { openPage, startPages } from '../support/page-server.ts';
import { shellAnswers } from './fixtures/app-state.ts';
import type { PageFixture } from './fixtures/page-fixture.ts';

const fixtures = Object.values(
  import.meta.glob<{ pages?: PageFixture[] }>('./fixtures/*.ts', { eager: true }),
).flatMap((feature) => feature.pages ?? []);
const only = process.env['SOCIODESK_PAGE'];
const shots = process.env['SOCIODESK_SHOTS'];

let browser: Browser;
let folder: string;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  ({ browser, folder, stop } = await startPages());
  if (shots !== undefined) await mkdir(shots, { recursive: true });
});
afterAll(() => stop?.());

const nameOf = (look: Look): string => `${look.language} ${look.theme} ${look.text} %`;

describe.each(fixtures.filter((fixture) => only === undefined || fixture.name.startsWith(only)))(
  '$name',
  (fixture) => {
    test('is accessible, complete and quiet in every look', async () => {
      const answers = { ...shellAnswers, ...fixture.answers };
      const open = await openPage(browser, { folder, answers, route: fixture.route });
      const state = answers['app.state'] as object;
      await fixture.prepare?.(open.page);
      const found: string[] = [];
      for (const look of looks) {
        await wear(open, look, state);
        found.push(...(await axeFindings(open)).map((finding) => `${nameOf(look)}: ${finding}`));
        const wide = await overflow(open);
        if (wide > 0) found.push(`${nameOf(look)}: ${wide} px too wide`);
        if (shots !== undefined) {
          await open.page.screenshot({
            path: join(shots, `${fixture.name}-${look.language}-${look.theme}-${look.text}.png`),
          });
        }
      }
      await wear(open, { language: 'nl', theme: 'light', text: 100 }, state);
      await open.page.setViewportSize({ width: 400, height: 800 });
      const narrow = await overflow(open);
      if (narrow > 0) found.push(`400 px: ${narrow} px too wide`);
      if (shots !== undefined)
        await open.page.screenshot({ path: join(shots, `${fixture.name}-narrow.png`) });
      found.push(...open.problems);
      await open.close();
      expect(found).toEqual([]);
    });
  },
);
