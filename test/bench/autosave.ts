// A field saved at every change: how long from the call to the commit, without a window, and from the key to the answer
// in the real page.
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';
import { copyOf, fullProfile } from './profile-folder.ts';

const runs = 5;
const times = 300;

export async function bench(): Promise<void> {
  const full = await fullProfile();
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const {
      p50Ms = 0,
      p99Ms = 0,
      maxMs = 0,
    } = await runOnce(process.execPath, [childFile('autosave'), copyOf(full), String(times)]);
    figures.push({ p50Ms, p99Ms, maxMs });
  }
  const row = summarize(`training.update, ${times} times`, figures);
  printRows('Autosave of a field: from the call to the commit, 50,000 drafts in an encrypted profile', [row]);
  printTarget('autosave p99, ms', row.figures['p99Ms']?.median ?? 0, 50, 'atMost');
}
