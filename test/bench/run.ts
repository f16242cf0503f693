// `npm run bench [name …]`: figures with their targets, ours and a peer's in the same run. Nothing here is part of the tests.
import { machineLine } from './measure.ts';

const benches: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  boot: () => import('./boot.ts'),
  page: () => import('./page.ts'),
  send: () => import('./send.ts'),
  autosave: () => import('./autosave.ts'),
  container: () => import('./container.ts'),
};

const wanted = process.argv.slice(2);
process.stdout.write(`${machineLine()}\n`);
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { bench } = await load();
  await bench();
}
