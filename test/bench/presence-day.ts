// 100,000 presences in a real Chromium over the real application: from a key to the paint of a site's day, or of what was
// searched. The peer is a plain page with all rows in its memory and no parts of ours.
import { join } from 'node:path';
import { findChromium } from '../../main/host/chromium-find.ts';
import { buildIfStale } from '../../main/launch/build.ts';
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';
import { copyOf, profileWithPresences } from './profile-folder.ts';

const runs = 3;
const pageDir = join(import.meta.dirname, '..', '..', 'out', 'renderer');

export async function bench(): Promise<void> {
  await buildIfStale((line) => process.stderr.write(`${line}\n`));
  if (findChromium() === null) {
    process.stdout.write('\nThe day of a site: no Chromium, Chrome or Edge is installed: npm run setup\n');
    return;
  }
  const dir = copyOf(await profileWithPresences());
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { wallMs: _wall, ...measured } = await runOnce(process.execPath, [
      childFile('presence-day'),
      dir,
      pageDir,
    ]);
    figures.push(measured);
  }
  const row = summarize('100,000 presences', figures);
  printRows("A site's day and the search in Chromium: from a key to the paint of what it does", [row]);
  const median = (name: string): number => row.figures[name]?.median ?? 0;
  printTarget(
    'day, site or word to the drawn day, or the searched rows, p75, ms',
    median('allP75Ms'),
    100,
    'atMost',
  );
  printTarget('another day, p75, ms', median('dayP75Ms'), 100, 'atMost');
  printTarget('another site, p75, ms', median('siteP75Ms'), 100, 'atMost');
  printTarget('longest task of the page, ms', row.figures['longestTaskMs']?.max ?? 0, 200, 'atMost');
  printTarget('nodes of the page', row.figures['nodes']?.max ?? 0, 2_500, 'atMost');
}
