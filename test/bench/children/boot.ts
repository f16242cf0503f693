// From the start of the process to the first answered call: `boot.js DIR SPAWNED`, the moment of spawning in
// milliseconds since 1970.
import { openApp, peakMb, say } from './open-app.ts';

const [dir = '', spawned] = process.argv.slice(2);
const { app, call } = await openApp(dir);
const state = await call('app.state', {});
const bootMs = performance.timeOrigin + performance.now() - Number(spawned);
const { user, system } = process.cpuUsage();
if (state.counts.workers === 0) throw new Error('the profile is empty');
say({ bootMs, cpuMs: (user + system) / 1_000, peakMb: peakMb() });
await app.close();
