// The page in a real Chromium over the real application with 50,000 drafts: when it can be used, and how much script it
// loads for that.
import { join } from 'node:path';
import { findChromium } from '../../main/host/chromium-find.ts';
import { buildIfStale } from '../../main/launch/build.ts';
import { childFile } from './bundle.ts';
import { staticScripts } from './first-load.ts';
import { gzippedKb } from './gzipped.ts';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';
import { copyOf, fullProfile } from './profile-folder.ts';

const runs = 5;
const pageDir = join(import.meta.dirname, '..', '..', 'out', 'renderer');

export async function bench(): Promise<void> {
  await buildIfStale((line) => process.stderr.write(`${line}\n`));
  if (findChromium() === null) {
    process.stdout.write('\nThe page: no Chromium, Chrome or Edge is installed: npm run setup\n');
    return;
  }
  const dir = copyOf(await fullProfile());
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const {
      usableMs = 0,
      headingMs = 0,
      stateMs = 0,
      loadedKb = 0,
    } = await runOnce(process.execPath, [childFile('page'), dir, pageDir]);
    figures.push({ usableMs, headingMs, stateMs, loadedKb });
  }
  const row = summarize('page of Today, 50,000 drafts', figures);
  printRows('The page in Chromium: from the start of a navigation', [row]);
  const kb = gzippedKb(pageDir, staticScripts(pageDir));
  printTarget('usable, ms after navigation', row.figures['usableMs']?.median ?? 0, 800, 'atMost');
  printTarget('script before anything is shown, kB gzipped', kb, 350, 'atMost');
  printTarget(
    'script loaded by the first page, kB gzipped',
    row.figures['loadedKb']?.median ?? 0,
    350,
    'atMost',
  );
}
