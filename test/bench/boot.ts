// Boot to the first answered call with 50,000 drafts in the profile, beside a bare start that only opens the database file.
import { join } from 'node:path';
import { nodeFlags } from '../../main/launch/node-flags.ts';
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';
import { fullProfile } from './profile-folder.ts';

const runs = 5;

export async function bench(): Promise<void> {
  const dir = await fullProfile();
  const bare = join(import.meta.dirname, 'children', 'bare-open.mjs');
  const ours: Figures[] = [];
  const peer: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const now = () => String(Date.now());
    const {
      bootMs = 0,
      cpuMs = 0,
      peakMb = 0,
    } = await runOnce(process.execPath, [...nodeFlags, childFile('boot'), dir, now()]);
    ours.push({ bootMs, cpuMs, peakMb });
    const opened = await runOnce(process.execPath, [bare, join(dir, 'bare.db'), now()]);
    peer.push({ bootMs: opened['bootMs'] ?? 0, cpuMs: opened['cpuMs'] ?? 0, peakMb: opened['peakMb'] ?? 0 });
  }
  const row = summarize('app.state, 50,000 drafts', ours);
  printRows('Boot: from the start of the process to the first answered call', [
    row,
    summarize('bare database driver', peer),
  ]);
  printTarget('boot, ms', row.figures['bootMs']?.median ?? 0, 300, 'atMost');
  printTarget('boot, peak MB', row.figures['peakMb']?.median ?? 0, 120, 'atMost');
}
