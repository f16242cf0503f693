// A field saved at every change: how long from the call to the commit, without a window, and from the key to the answer
// in the real page.
import { join } from 'node:path';
import { findChromium } from '../../main/host/chromium-find.ts';
import { buildIfStale } from '../../main/launch/build.ts';
import { nodeFlags } from '../../main/launch/node-flags.ts';
import { type Child, childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, type Row, runOnce, summarize } from './measure.ts';
import { copyOf, fullProfile } from './profile-folder.ts';

const runs = 5;
const times = 300;
const pageDir = join(import.meta.dirname, '..', '..', 'out', 'renderer');

export async function bench(): Promise<void> {
  await buildIfStale((line) => process.stderr.write(`${line}\n`));
  const full = await fullProfile();
  const calls = await measured(`training.update, ${times} times`, runs, 'autosave', String(times));
  const rows = [calls];
  if (findChromium() === null)
    process.stdout.write('\nThe editor: no Chromium, Chrome or Edge is installed: npm run setup\n');
  else {
    rows.push(await measured('editor, choice, 100 keys', 3, 'typing', pageDir, 'choice', '100'));
    rows.push(await measured('editor, text, 200 keys', 3, 'typing', pageDir, 'text', '200'));
  }
  printRows('Autosave of a field: to the commit, 50,000 drafts in an encrypted profile', rows);
  for (const row of rows)
    printTarget(`${row.what}: p99, ms`, row.figures['p99Ms']?.median ?? 0, 50, 'atMost');

  async function measured(what: string, count: number, child: Child, ...words: string[]): Promise<Row> {
    const figures: Figures[] = [];
    for (let run = 0; run < count; run += 1) {
      const {
        p50Ms = 0,
        p99Ms = 0,
        maxMs = 0,
      } = await runOnce(process.execPath, [...nodeFlags, childFile(child), copyOf(full), ...words]);
      figures.push({ p50Ms, p99Ms, maxMs });
    }
    return summarize(what, figures);
  }
}
