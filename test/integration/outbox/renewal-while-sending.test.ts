// A certificate is renewed while hundreds of worker-years are being sent: staged, added in Chaman, tested, switched, and the
// old one taken off, with tokens that live so short that each step meets one being asked. Not one record may suffer.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callPractice } from '../../../main/settings/practice-api.ts';
import { numbered } from '../../bench/children/workers.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';

const workers = 480;
const enterpriseNumber = '0999999130';
const enterpriseName = 'Schoonmaak De Berk';

let bench: AppBench;
let accountId: string;
let old: string;

beforeAll(async () => {
  bench = await openApp();
  const { id: employerId } = await bench.must('employer.add', { name: enterpriseName, enterpriseNumber });
  const rows = numbered(0, workers) as never;
  await bench.must('worker.addMany', { employerId, rows });
  const listed = await bench.must('worker.list', { employerId, pageSize: 500 });
  const workerIds = listed.rows.map((row) => row.id);
  const fields = {
    title: 'Veilig werken',
    startDate: '2025-02-03',
    endDate: '2025-02-03',
    durationMinutes: 228,
  };
  const { ids } = await bench.must('training.add', { workerIds, year: 2025, fields });
  const made = { enterpriseName, enterpriseNumber, name: 'De Berk', keyKind: 'ecP384' } as const;
  ({ id: old } = await bench.must('certificate.generate', made));
  const account = { enterpriseName, enterpriseNumber, name: 'De Berk', quality: 'employerNsso' } as const;
  ({ id: accountId } = await bench.must('account.registerInPractice', { ...account, certificateId: old }));
  await bench.must('practice.enrol', { employerId });
  await bench.must('training.submit', { ids });
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

const session = () => {
  const open = bench.app.session();
  if (open === null) throw new Error('nothing is open');
  return open;
};
const admin = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) => {
  const answer = await callPractice(session(), 'admin', method, path, body);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.json;
};
const counts = async () => (await bench.must('outbox.status', {})).counts;
const sent = async () => (await counts()).accepted;
async function untilSent(least: number): Promise<void> {
  while ((await sent()) < least) await new Promise((resolve) => setTimeout(resolve, 10));
}

it('goes on without one refused, unknown or repeated record', async () => {
  // Held for one second, as a token is renewed half a minute before it ends.
  await admin('PUT', '/switches', { tokenSeconds: 31 });
  await admin('PUT', '/faults', [{ kind: 'latency', ms: 60, path: '^.*/calendarYears/' }]);
  const { jobId, items } = await bench.must('outbox.send', { employerId: null, confirmed: true });
  expect(items).toBe(workers);
  const accepted: number[] = [];
  const step = async (act: () => Promise<unknown>): Promise<void> => {
    const before = await sent();
    await act();
    accepted.push(await sent());
    await untilSent(before + 24);
  };
  await untilSent(10);
  let next = '';
  await step(async () => {
    ({ certificateId: next } = await bench.must('renewal.generate', { accountId }));
  });
  const pair = (certificateId: string) => ({ accountId, certificateId });
  await step(() => bench.must('renewal.setInPractice', { ...pair(next), held: true }));
  await step(async () => {
    expect(await bench.must('renewal.test', pair(next))).toMatchObject({ outcome: 'ok' });
  });
  await step(() => bench.must('renewal.switch', pair(next)));
  await step(() => bench.must('renewal.setInPractice', { ...pair(old), held: false }));
  // Every token of before is refused from here on: all senders at once need one of the new key.
  await step(() => admin('POST', '/expire-tokens'));
  await step(() => bench.must('renewal.letGo', { ...pair(old), confirmed: true }));
  // All of it happened on the way: sending had begun, and had not ended.
  expect(Math.min(...accepted)).toBeGreaterThan(0);
  expect(Math.max(...accepted)).toBeLessThan(workers);

  await untilEnded(jobId);
  expect(await counts()).toMatchObject({ accepted: workers, refused: 0, unknown: 0, ready: 0, sending: 0 });
  const { items: entries } = (await admin('GET', '/ledger?limit=10000')) as unknown as { items: Entry[] };
  const effects = entries.flatMap((entry) => entry.effects);
  expect(effects.map(({ effect, commits }) => `${effect} ${commits}`)).toEqual(
    Array.from({ length: workers }, () => 'created 1'),
  );
  expect(new Set(effects.map((effect) => effect.externalReference)).size).toBe(workers);
  const shown = await bench.must('renewal.show', { accountId });
  expect([shown.current?.certificateId, shown.staged, shown.former]).toEqual([next, null, []]);
  expect(await bench.must('history.verify', {})).toMatchObject({ intact: true });
});

type Entry = { effects: { externalReference: string; effect: string; commits?: number }[] };

async function untilEnded(jobId: string): Promise<void> {
  for (;;) {
    const { jobs } = await bench.must('job.list', {});
    const job = jobs.find(({ id }) => id === jobId);
    if (job === undefined) throw new Error('the run is not listed');
    if (job.state === 'done') return;
    if (job.state !== 'running') throw new Error(`the run ended as ${job.state}: ${job.failure?.code}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
