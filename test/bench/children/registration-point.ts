// A registration point with the real practice service in a process of its own: 1,000 workers press a key one after the other. Prints
// from the key to the bytes at the socket, from the answer to what the screen is told, and how memory grows meanwhile. Then a
// plain program posts the same.
import { subscribe } from 'node:diagnostics_channel';
import { Agent, request } from 'undici';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import {
  openPointBench,
  type PointBench,
  withWorks,
} from '../../integration/registration-point/point-bench.ts';

const workers = 1_000;
/** Until the list of the last 500 exchanges is full: from then on nothing may grow. */
const warmUp = 600;
const plainWarmUp = 50;
const path = 'registerInBulk';

const inszOf = (n: number): string => {
  const base = `${String(60 + Math.floor(n / 400)).padStart(2, '0')}0101${String(101 + 2 * (n % 400)).padStart(3, '0')}`;
  return base + String(97 - (Number(base) % 97)).padStart(2, '0');
};
const p = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** Growth for each worker, by least squares. */
function slope(values: readonly number[], step: number): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const xs = values.map((_, i) => i * step);
  const [mx, my] = [mean(xs), mean(values)];
  const above = xs.reduce((sum, x, i) => sum + (x - mx) * ((values[i] ?? 0) - my), 0);
  return above / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

let sentAt = 0;
let answeredAt = 0;
const isOurs = (message: unknown): boolean =>
  String((message as { request?: { path?: string } }).request?.path).includes(path);
subscribe('undici:client:sendHeaders', (message) => {
  if (isOurs(message)) sentAt = performance.now();
});
subscribe('undici:request:trailers', (message) => {
  if (isOurs(message)) answeredAt = performance.now();
});

const bench = await openPointBench();
await withWorks(bench);
const started = await bench.start();
if (!started.ok) throw new Error(started.failure.code);

let cpu = process.cpuUsage();
const keyToSent: number[] = [];
const answerToShown: number[] = [];
const whole: number[] = [];
const heap: number[] = [];
const rss: number[] = [];
for (let n = 0; n < warmUp + workers; n += 1) {
  if (n === warmUp) cpu = process.cpuUsage();
  const before = performance.now();
  const outcome = await bench.press(inszOf(n), 'IN');
  const after = performance.now();
  if (outcome.kind !== 'registered') throw new Error(JSON.stringify(outcome));
  if (n < warmUp) continue;
  keyToSent.push(sentAt - before);
  answerToShown.push(after - answeredAt);
  whole.push(after - before);
  if (n % 100 === 0) {
    globalThis.gc?.();
    const used = process.memoryUsage();
    heap.push(used.heapUsed + used.external);
    rss.push(used.rss);
  }
}
const used = process.cpuUsage(cpu);
const own = keyToSent.map((ms, i) => ms + (answerToShown[i] ?? 0));
const plain = await plainPosts(bench);
process.stdout.write(
  `${JSON.stringify({
    keyToSentP50Ms: p(keyToSent, 0.5),
    keyToSentP95Ms: p(keyToSent, 0.95),
    ownP95Ms: p(own, 0.95),
    processorPerWorkerMs: (used.user + used.system) / 1_000 / workers,
    wholeP95Ms: p(whole, 0.95),
    plainWholeP95Ms: p(plain, 0.95),
    heapPerWorkerKb: slope(heap, 100) / 1024,
    rssPerWorkerKb: slope(rss, 100) / 1024,
    rssMb: (rss.at(-1) ?? 0) / 2 ** 20,
  })}\n`,
);
await bench.close();

/** The same request over a kept connection, with nothing written down before or after. */
async function plainPosts({ app }: PointBench): Promise<number[]> {
  const session = app.session();
  const environment = session?.environment;
  const account = session?.db.prepare('SELECT id FROM account LIMIT 1').pluck().get();
  if (session === null || session === undefined || environment === undefined) throw new Error('closed');
  const token = await tokenSource(session).token(String(account), null);
  if (!token.ok) throw new Error(token.failure.code);
  const agent = new Agent({ connect: { ca: environment.caPem ?? '' } });
  const url = `${environment.services.checkInAndOutAtWork.baseUrl?.value}/presenceRegistrations/${path}`;
  const taken: number[] = [];
  for (let n = 0; n < 300; n += 1) {
    const before = performance.now();
    const answer = await request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        authorization: `Bearer ${token.value.value.reveal()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        items: [
          {
            registrationDate: new Date().toISOString(),
            ssin: inszOf(1_700 + n),
            type: 'IN',
            employer: { enterpriseNumber: '0999999130' },
            placeOfWork: { coordinates: { latitude: 50.8503, longitude: 4.3517 } },
            contractualRelationshipReference: '1Y100PARK0001',
          },
        ],
      }),
    });
    await answer.body.text();
    if (n >= plainWarmUp) taken.push(performance.now() - before);
  }
  await agent.close();
  return taken;
}
