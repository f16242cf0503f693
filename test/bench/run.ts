// `npm run bench [name …]`: figures with their targets, ours and a peer's in the same run. Nothing here is part of the
// tests. The keys of the profiles stand in a Secret Service of the run's own.
import { loadavg } from 'node:os';
import { canRunSecretService, withSecretService } from '../../main/launch/with-secret-service.ts';
import { machineLine } from './measure.ts';

const benches: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  boot: () => import('./boot.ts'),
  page: () => import('./page.ts'),
  grid: () => import('./grid.ts'),
  send: () => import('./send.ts'),
  'fault-mix': () => import('./fault-mix.ts'),
  autosave: () => import('./autosave.ts'),
  container: () => import('./container.ts'),
  'employer-import': () => import('./employer-import.ts'),
  posters: () => import('./posters.ts'),
  'training-import': () => import('./training-import.ts'),
  'presence-day': () => import('./presence-day.ts'),
  'applicant-board': () => import('./applicant-board.ts'),
  'applicant-follow': () => import('./applicant-follow.ts'),
  'register-feed': () => import('./register-feed.ts'),
  'register-lines': () => import('./register-lines.ts'),
  'registration-point': () => import('./registration-point.ts'),
};
const inside = 'SOCIODESK_BENCH_INSIDE';
const wanted = process.argv.slice(2);

if (process.env[inside] === '1') await runBenches();
else if (!canRunSecretService()) {
  process.stderr.write('The benches need a Secret Service: npm run setup\n');
  process.exitCode = 1;
} else {
  process.exitCode = await withSecretService(process.execPath, [import.meta.filename, ...wanted], {
    ...process.env,
    [inside]: '1',
  });
}

async function runBenches(): Promise<void> {
  const load = () =>
    `load ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}`;
  process.stdout.write(`${machineLine()}, ${load()}\n`);
  for (const [name, open] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { bench } = await open();
    await bench();
    process.stdout.write(`  ${load()} at the end of ${name}\n`);
  }
}
