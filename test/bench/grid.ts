// The register of trainings with 100,000 drafts in a real Chromium over the real application: from a key to the paint of
// what it does, with the rows read from the profile where they were not yet.
import { join } from 'node:path';
import { findChromium } from '../../main/host/chromium-find.ts';
import { buildIfStale } from '../../main/launch/build.ts';
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';
import { copyOf, grownProfile } from './profile-folder.ts';

const runs = 3;
const pageDir = join(import.meta.dirname, '..', '..', 'out', 'renderer');

export async function bench(): Promise<void> {
  await buildIfStale((line) => process.stderr.write(`${line}\n`));
  if (findChromium() === null) {
    process.stdout.write('\nThe grid: no Chromium, Chrome or Edge is installed: npm run setup\n');
    return;
  }
  const dir = copyOf(await grownProfile());
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { wallMs: _wall, ...measured } = await runOnce(process.execPath, [childFile('grid'), dir, pageDir]);
    figures.push(measured);
  }
  const row = summarize('register, 100,000 drafts', figures);
  printRows('The register in Chromium: from a key to the paint of what it does', [row]);
  const median = (name: string): number => row.figures[name]?.median ?? 0;
  printTarget('key or wheel to paint, p75, ms', median('allP75Ms'), 100, 'atMost');
  printTarget('letter in the filter to paint, p75, ms', median('filterP75Ms'), 100, 'atMost');
  printTarget('wheel to rows, p75, ms', median('wheelP75Ms'), 100, 'atMost');
  printTarget('all chosen, p75, ms', median('chooseAllP75Ms'), 100, 'atMost');
  printTarget('longest task of the page, ms', row.figures['longestTaskMs']?.max ?? 0, 200, 'atMost');
  printTarget('nodes of the page', row.figures['nodes']?.max ?? 0, 2_500, 'atMost');
}
