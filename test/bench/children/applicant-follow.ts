// Five hundred open requests are followed at a real practice service, then one that stands before somebody: how many calls leave in a
// second, and how long after the citizen's act it is known. The last line is JSON with figures.
import { defaultHttp } from '../../../main/application/watched-http.ts';
import type { HttpPort } from '../../../main/platform/http.ts';
import { openCitizens } from '../../integration/applicants/citizen-bench.ts';

const open = 500;
const backgroundMs = 60_000;
const approvals = 12;

const calls: number[] = [];
const counting = (port: HttpPort): HttpPort => ({
  ...port,
  fetch(request) {
    if (request.url.includes('/citizenMandate/')) calls.push(performance.now());
    return port.fetch(request);
  },
});
const bench = await openCitizens({ http: (environment) => counting(defaultHttp(environment)) });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Most calls that began within any window of so many milliseconds. */
function mostWithin(windowMs: number): number {
  return Math.max(0, ...calls.map((from) => calls.filter((at) => at >= from && at < from + windowMs).length));
}

for (let n = 0; n < open; n += 1) await bench.ask(['flexiJobEligibility'], { label: `${n}` });
calls.length = 0;
await pause(backgroundMs);
const background = {
  calls: calls.length,
  perSecond: (calls.length / backgroundMs) * 1_000,
  tenSeconds: mostWithin(10_000),
};

const latencies: number[] = [];
let front = 0;
for (let n = 0; n < approvals; n += 1) {
  const id = await bench.ask(['studentWorkHours']);
  const { link } = await bench.must('applicantRequest.get', { id });
  await bench.must('applicantRequest.watch', { ids: [id], inFront: true });
  calls.length = 0;
  const began = performance.now();
  await pause(4_000 + 170 * n);
  front = Math.max(front, calls.length / ((performance.now() - began) / 1_000));
  const serviceId = /request\/([0-9a-f-]{36})$/.exec(link?.url ?? '')?.[1] ?? '';
  const known = new Promise<number>((resolve) => {
    const stop = bench.app.onEvent((json) => {
      if (!json.includes('applicant.changed') || !json.includes(id)) return;
      stop();
      resolve(performance.now());
    });
  });
  await bench.admin('POST', `/citizen/requests/${serviceId}/approve`, { insz: '06071599223' });
  const acted = performance.now();
  latencies.push((await known) - acted);
}
latencies.sort((one, other) => one - other);
await bench.close();
process.stdout.write(
  `${JSON.stringify({
    backgroundCallsPerSecond: background.perSecond,
    backgroundMostInTenSeconds: background.tenSeconds,
    frontCallsPerSecond: front,
    seenMedianMs: latencies[Math.floor(latencies.length / 2)] ?? 0,
    seenMaxMs: latencies.at(-1) ?? 0,
  })}\n`,
);
