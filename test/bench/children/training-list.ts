// Takes a list into the staging room as the page and the command line do: `training-list.js DIR FILE`. The figures count from
// the call to its answer, when all rows are decoded, matched, judged and stored.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { newId } from '../../../main/platform/ids.ts';
import { openApp, peakMb, say } from './open-app.ts';

const [dir = '', path = ''] = process.argv.slice(2);
const { app, call } = await openApp(dir);
const { rows } = await call('employer.list', {});
const selectionId = newId();
app.terminal.offer('bench', [{ selectionId, path }], null);
const watch = monitorEventLoopDelay({ resolution: 1 });
watch.enable();
const cpu = process.cpuUsage();
const started = performance.now();
const { importId, counts } = await call('trainingImport.take', {
  ...{ selectionId, employerId: rows[0]?.id ?? null, fields: [], checkOnly: false },
});
const takeMs = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
watch.disable();
const asked = performance.now();
await call('trainingImport.rows', { importId, page: 200, pageSize: 25, show: 'refused' });
const pageMs = performance.now() - asked;
const held = watch.percentile(99) / 1e6;
say({
  ...{
    takeMs,
    cpuMs: (user + system) / 1_000,
    peakMb: peakMb(),
    mainP99Ms: held,
    mainMaxMs: watch.max / 1e6,
  },
  ...{ pageMs, rows: counts.rows, refused: counts.refused },
});
await app.close();
