// The pages of a feature in their looks: accessible, without a missing text, a broken policy or a page that scrolls
// sideways. `SOCIODESK_SHOTS=<folder>` keeps a picture of each; vitest's own `-t <name>` takes some of them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellAnswers } from '../ui/fixtures/app-state.ts';
import type { PageFixture } from '../ui/fixtures/page-fixture.ts';
import { axeFindings, type Judged, type Look, looksOfPage, mayRepeat, overflow, wear } from './page-looks.ts';
import { startPages } from './page-server.ts';
import { openWindow, type PageWindow } from './page-window.ts';

const shots = process.env['SOCIODESK_SHOTS'];
const asLoaded: Look = { language: 'nl', theme: 'light', text: 100 };
const nameOf = (look: Look): string => `${look.language} ${look.theme} ${look.text} %`;

export function testEveryLook(fixtures: readonly PageFixture[]): void {
  let pageWindow: PageWindow;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const started = await startPages();
    stop = started.stop;
    // One window for all: opening one costs more than loading a page.
    pageWindow = await openWindow(started.browser, {
      folder: started.folder,
      width: 1366,
      height: 768,
      locale: 'nl-BE',
    });
    if (shots !== undefined) await mkdir(shots, { recursive: true });
  });
  afterAll(() => stop?.());

  test.each(fixtures)('$name is accessible, complete and quiet in its looks', async (fixture) => {
    const answers = { ...shellAnswers, ...fixture.answers };
    const state = answers['app.state'] as object;
    const open = await pageWindow.visit(fixture.route, answers);
    await fixture.prepare?.(open.page);
    const found: string[] = [];
    const worn = looksOfPage(fixtures.indexOf(fixture));
    const judged: Judged | undefined = mayRepeat(worn) ? new Set() : undefined;
    const sizes = new Set<Look['text']>();
    const keep = async (look: string): Promise<void> => {
      if (shots === undefined) return;
      await open.page.screenshot({ path: join(shots, `${fixture.name}-${look}.png`) });
    };
    // First in the width of a phone, while the page still wears what it was loaded in.
    await wear(open, asLoaded, state, { width: 400, height: 800 });
    const narrow = await overflow(open);
    if (narrow > 0) found.push(`400 px: ${narrow} px too wide`);
    await keep('narrow');
    for (const look of worn) {
      await wear(open, look, state);
      // By every rule once in each size; the markup of another language is the same.
      const by = sizes.has(look.text) ? 'drawn' : 'everyRule';
      sizes.add(look.text);
      found.push(...(await axeFindings(open, judged, by)).map((finding) => `${nameOf(look)}: ${finding}`));
      const wide = await overflow(open);
      if (wide > 0) found.push(`${nameOf(look)}: ${wide} px too wide`);
      await keep(`${look.language}-${look.theme}-${look.text}`);
    }
    expect([...found, ...open.problems]).toEqual([]);
  });
}
