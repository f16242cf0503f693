// Sends all that waits in a profile: `send.js DIR LATENCY`, with the practice service in a process of its own.
import { jobEnded, openApp, peakMb, say } from './open-app.ts';

const [dir = '', latency] = process.argv.slice(2);
const { app, call } = await openApp(dir);
const ready = await app.warmUp();
if (!ready.ok) throw new Error(ready.failure.code);
const amount = Number(latency);
await call('practice.setFaults', { faults: amount > 0 ? [{ kind: 'latency', amount, every: 1 }] : [] });
const before = process.cpuUsage();
const started = performance.now();
const { jobId } = await call('outbox.send', { employerId: null, confirmed: true });
await jobEnded(app, jobId);
const sendMs = performance.now() - started;
const { user, system } = process.cpuUsage(before);
const { counts } = await call('outbox.status', { employerId: null });
say({
  sendMs,
  cpuMs: (user + system) / 1_000,
  peakMb: peakMb(),
  answered: counts.accepted + counts.acceptedWithWarnings,
});
await app.close();
