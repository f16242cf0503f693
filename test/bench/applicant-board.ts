// The board of 5,000 requests in a real Chromium over the real application: from a key to the paint of what it does.
import { join } from 'node:path';
import { findChromium } from '../../main/host/chromium-find.ts';
import { buildIfStale } from '../../main/launch/build.ts';
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';
import { copyOf, profileWithApplicants } from './profile-folder.ts';

const runs = 3;
const pageDir = join(import.meta.dirname, '..', '..', 'out', 'renderer');

export async function bench(): Promise<void> {
  await buildIfStale((line) => process.stderr.write(`${line}\n`));
  if (findChromium() === null) {
    process.stdout.write('\nThe board: no Chromium, Chrome or Edge is installed: npm run setup\n');
    return;
  }
  const profile = await profileWithApplicants();
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const args = [childFile('applicant-board'), copyOf(profile), pageDir];
    const { wallMs: _wall, ...measured } = await runOnce(process.execPath, args);
    figures.push(measured);
  }
  const row = summarize('5,000 requests', figures);
  printRows('The board of applicants in Chromium: from a key to the paint of what it does', [row]);
  const median = (name: string): number => row.figures[name]?.median ?? 0;
  printTarget('any key of the board to its paint, p75, ms', median('allP75Ms'), 100, 'atMost');
  printTarget('a letter of the search to its paint, p75, ms', median('letterP75Ms'), 100, 'atMost');
  printTarget('nodes of the page', row.figures['nodes']?.max ?? 0, 2_500, 'atMost');
}
