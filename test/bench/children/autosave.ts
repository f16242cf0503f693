// Saves a field again and again, as the editor does at every change: `autosave.js DIR TIMES`. Each answer comes after
// the commit.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openApp, peakMb, say } from './open-app.ts';

const [dir = '', times] = process.argv.slice(2);
const { app, call } = await openApp(dir);
const { rows } = await call('training.list', { page: 1, pageSize: 100, sort: 'worker' });
const taken: number[] = [];
const revisions = new Map(rows.map((row) => [row.id, row.revision]));
const watch = monitorEventLoopDelay({ resolution: 1 });
watch.enable();
for (let time = 0; time < Number(times); time += 1) {
  const id = rows[time % 20]?.id ?? '';
  const title = `Veilig werken ${'x'.repeat(time % 40)}`;
  const started = performance.now();
  const saved = await call('training.update', {
    id,
    expectedRevision: revisions.get(id) ?? 0,
    fields: { title },
  });
  taken.push(performance.now() - started);
  revisions.set(id, saved.revision);
  await new Promise((resolve) => setTimeout(resolve, 2));
}
taken.sort((a, b) => a - b);
const share = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? 0;
say({ p50Ms: share(0.5), p99Ms: share(0.99), maxMs: taken.at(-1) ?? 0, peakMb: peakMb() });
await app.close();
