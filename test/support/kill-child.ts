// A process that works on an encrypted profile until it is killed: it edits drafts, or edits, submits and sends them. It
// prints one line for each act that was answered; whatever it printed must still be so after the kill.
import { createInterface } from 'node:readline';
import { trainingAndOutboxHandlers } from '../../main/outbox/handlers.ts';
import type { Environment } from '../../main/platform/environment.ts';
import { practiceHttp } from '../../main/platform/http-undici.ts';
import { secret } from '../../main/platform/secret.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { openProfile } from './seed-profile.ts';

export type KillOrder = {
  file: string;
  keyHex: string;
  environment: Environment;
  token: string;
  /** What it does until it is killed; each title carries a number that only goes up. */
  act: 'edit' | 'send';
  from: number;
};

const call = { windowId: 'w1', traceId: 't1' };
const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}

function open(order: KillOrder) {
  const { environment } = order;
  const profile = openProfile({
    file: order.file,
    key: Buffer.from(order.keyHex, 'hex'),
    environment,
    http: practiceHttp({ caPem: environment.caPem ?? '' }),
  });
  const handlers = trainingAndOutboxHandlers(profile.session, {
    tokens: { token: async () => ok({ value: secret(order.token) }) },
    route: () => ok({ accountId: 'account', scope: null }),
    firstPauseMs: 10,
  });
  return { profile, handlers };
}

/** Adds, edits by single fields, removes and undoes, for ever. */
async function edit(order: KillOrder): Promise<void> {
  const { profile, handlers } = open(order);
  const workerIds = Object.values(profile.workerIds);
  for (let n = order.from; ; n += 1) {
    const workerId = workerIds[n % workerIds.length] ?? '';
    const { ids } = await must(
      handlers['training.add']({ workerIds: [workerId], year: 2025, fields: { title: `t ${n}` } }, call),
    );
    const id = ids[0] ?? '';
    say({ n, id, title: `t ${n}`, removed: false });
    for (const step of [1, 2, 3]) {
      const { revision } = await must(handlers['training.get']({ id }, call));
      const title = `t ${n} ${step}`;
      await must(handlers['training.update']({ id, expectedRevision: revision, fields: { title } }, call));
      say({ n, id, title, removed: false });
    }
    if (n % 3 === 0) {
      await must(handlers['training.remove']({ ids: [id] }, call));
      say({ n, id, title: `t ${n} 3`, removed: true });
    }
    if (n % 6 === 0) {
      await must(handlers['training.undo']({}, call));
      say({ n, id, title: `t ${n} 3`, removed: false });
    }
  }
}

/** Edits what was accepted, adds what is new, submits and sends, for ever. */
async function send(order: KillOrder): Promise<void> {
  const { profile, handlers } = open(order);
  const { jobs } = profile.session;
  const workerIds = Object.values(profile.workerIds);
  const ended = async (jobId: string): Promise<void> => {
    while (jobs.list().find((job) => job.id === jobId)?.state === 'running')
      await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const input = {
    employerId: null,
    workerId: null,
    year: null,
    text: '',
    states: [],
    toFix: false,
    startFrom: null,
    startTo: null,
  };
  for (let n = order.from; ; n += 1) {
    const { rows } = await must(
      handlers['training.list']({ ...input, page: 1, pageSize: 500, sort: 'worker' }, call),
    );
    if (rows.length < workerIds.length * 3) {
      const fields = { title: `t ${n}`, startDate: '2025-02-03', endDate: '2025-02-03', durationMinutes: 60 };
      const { ids } = await must(handlers['training.add']({ workerIds, year: 2025, fields }, call));
      for (const id of ids) say({ n, id, title: fields.title, removed: false });
    }
    for (const row of rows.filter((one) => one.state === 'accepted').slice(n % 3, (n % 3) + 4)) {
      const title = `t ${n}`;
      await must(
        handlers['training.update']({ id: row.id, expectedRevision: row.revision, fields: { title } }, call),
      );
      say({ n, id: row.id, title, removed: false });
    }
    await handlers['training.submit']({ ids: [], filter: input }, call);
    const started = await handlers['outbox.send']({ employerId: null, confirmed: true }, call);
    if (started.ok) await ended(started.value.jobId);
    say({ n, sent: true });
  }
}

createInterface({ input: process.stdin }).once('line', (line) => {
  const order = JSON.parse(line) as KillOrder;
  const work = order.act === 'edit' ? edit(order) : send(order);
  work.catch((error: unknown) => {
    say({ error: error instanceof Error ? error.message : 'unknown' });
    process.exit(1);
  });
});
