// Sends all that waits in a profile under faults, as a patient person does: `fault-mix.js DIR FAULTS`. After a run that gave
// up it waits as long as the service asked and sends again. Says on a line of its own how many are answered, so that the
// bench can kill it at a known place; at its end the faults are taken away.
import { readFileSync } from 'node:fs';
import { callPractice } from '../../../main/settings/practice-api.ts';
import { jobEnd, openApp, peakMb, say } from './open-app.ts';

/** Runs after which a person would call for help. */
const mostRuns = 20;
const sayEveryMs = 25;

const [dir = '', faultFile = ''] = process.argv.slice(2);
const { app, call } = await openApp(dir);
const ready = await app.warmUp();
const session = app.session();
if (!ready.ok || session === null) throw new Error('practice did not start');
const setFaults = async (faults: unknown): Promise<void> => {
  const set = await callPractice(session, 'admin', 'PUT', '/faults', { faults });
  if (!set.ok) throw new Error(`faults: ${set.failure.code}`);
};
await setFaults(JSON.parse(readFileSync(faultFile, 'utf8')));

const countsNow = async () => (await call('outbox.status', { employerId: null })).counts;
let ended = false;
const telling = setInterval(async () => {
  const { accepted, acceptedWithWarnings, refused } = await countsNow();
  if (!ended) say({ answered: accepted + acceptedWithWarnings + refused });
}, sayEveryMs);

const started = performance.now();
let runs = 0;
for (; runs < mostRuns; runs += 1) {
  const { counts, sendable } = await call('outbox.status', { employerId: null });
  if ((sendable ?? counts.ready) + counts.unknown === 0) break;
  const { jobId } = await call('outbox.send', { employerId: null, confirmed: true });
  const failure = await jobEnd(app, jobId);
  const { waitUntil } = await call('outbox.status', { employerId: null });
  if (failure === null) continue;
  const ms = waitUntil === null ? 500 : new Date(waitUntil).getTime() - Date.now();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
const sendMs = performance.now() - started;
clearInterval(telling);
ended = true;
await setFaults([]);
say({ sendMs, runs, peakMb: peakMb() });
await app.close();
