// A model test of the outbox against the ledger of the real practice service: any order of drafting, editing, removing,
// submitting, sending under faults, asking and restarting ends in what the person last submitted, with nothing double.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { verifyHistory } from '../../main/history/verify-history.ts';
import {
  addOne,
  type Bench,
  call,
  ended,
  must,
  openBench,
  type Practice,
  sendAll,
  sound,
  titlesAt,
} from './practice-outbox.ts';

const who = ['rania', 'marek', 'fien'] as const;
const kinds = [
  '503',
  '409',
  '500',
  'resetBeforeCommit',
  'resetAfterCommit',
  'halfBody',
  'wrongJson',
  '500AfterCommit',
  '503AfterCommit',
  'expireTokens',
] as const;

type Edit = { do: 'add' | 'edit' | 'remove'; who: (typeof who)[number]; pick: number };
type Fault = { do: 'fault'; kind: (typeof kinds)[number]; method: 'GET' | 'PUT'; count: number };
type Act = Edit | Fault | { do: 'submit' } | { do: 'send' } | { do: 'resolve' };
type Step = Act | { do: 'restart' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('add' as const, 'edit' as const, 'remove' as const),
      who: fc.constantFrom(...who),
      pick: fc.nat(9),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Step>(
      { do: 'submit' },
      { do: 'send' },
      { do: 'send' },
      { do: 'resolve' },
      { do: 'restart' },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      kind: fc.constantFrom(...kinds),
      method: fc.constantFrom('GET' as const, 'PUT' as const),
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
);

const key = Buffer.alloc(32, 7);
const most = 500;

export async function checkOutboxModel(practice: Practice, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 18 }), async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'model-'));
      await practice.admin('POST', '/reset', { keepAccounts: true });
      await practice.admin('DELETE', '/faults');
      await practice.tokens.token('account', null, { fresh: true });
      const file = join(folder, 'a.db');
      let bench = openBench(practice, { file, key });
      try {
        let n = 0;
        for (const step of steps) {
          n += 1;
          if (step.do === 'restart') {
            await bench.close();
            bench = openBench(practice, { file, key });
          } else await take(practice, bench, step, n);
        }
        await settle(practice, bench);
        await judge(practice, bench);
      } finally {
        await bench.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: runs },
  );
}

async function take(practice: Practice, bench: Bench, step: Act, n: number): Promise<void> {
  const { handlers } = bench;
  if (step.do === 'fault') {
    const { kind, method, count } = step;
    await practice.admin('PUT', '/faults', { kind, method, count, path: '/trainings' });
  } else if (step.do === 'submit') await handlers['training.submit']({ ids: openIds(bench) }, call);
  else if (step.do === 'send' || step.do === 'resolve') {
    const started =
      step.do === 'send'
        ? await handlers['outbox.send']({ employerId: null, confirmed: true }, call)
        : await handlers['outbox.resolve']({ ids: [] }, call);
    if (started.ok) await ended(bench, started.value.jobId);
  } else if (step.do === 'add') await addOne(bench, step.who, sound(`t ${n}`));
  else {
    const ids = bench.session.db
      .prepare(
        "SELECT id FROM training WHERE worker_id = ? AND removed_at IS NULL AND state <> 'withdrawn' ORDER BY id",
      )
      .pluck()
      .all(bench.workerIds[step.who]) as string[];
    const id = ids[step.pick % Math.max(1, ids.length)];
    if (id === undefined) return;
    if (step.do === 'remove') await handlers['training.remove']({ ids: [id] }, call);
    else {
      const { revision } = await must(handlers['training.get']({ id }, call));
      await handlers['training.update'](
        { id, expectedRevision: revision, fields: { title: `t ${n}` } },
        call,
      );
    }
  }
}

const openIds = (bench: Bench): string[] =>
  (
    bench.session.db
      .prepare("SELECT id FROM training WHERE state IN ('draft', 'refused') AND removed_at IS NULL")
      .pluck()
      .all() as string[]
  ).slice(0, most);

/** Faults end; everything is asked, decided, submitted and sent until nothing is left to do. */
async function settle(practice: Practice, bench: Bench): Promise<void> {
  await practice.admin('DELETE', '/faults');
  await practice.tokens.token('account', null, { fresh: true });
  for (let round = 0; round < 4; round += 1) {
    const input = { page: 1, pageSize: 100, employerId: null, states: [] };
    for (const item of (await must(bench.handlers['outbox.list'](input, call))).rows)
      if (item.needsDecision)
        await must(bench.handlers['outbox.decide']({ id: item.id, decision: 'sendAfresh' }, call));
    await bench.handlers['training.submit']({ ids: openIds(bench) }, call);
    const { counts } = await must(bench.handlers['outbox.status']({ employerId: null }, call));
    if (counts.ready + counts.unknown === 0) return;
    const failed = await sendAll(bench);
    if (failed !== null) throw new Error(`sending ended with ${failed}`);
  }
  throw new Error('the outbox does not come to rest');
}

async function judge(practice: Practice, bench: Bench): Promise<void> {
  const { db } = bench.session;
  for (const name of who) {
    const rows = db
      .prepare(
        "SELECT title, state FROM training WHERE worker_id = ? AND removed_at IS NULL AND state <> 'withdrawn'",
      )
      .all(bench.workerIds[name]) as { title: string; state: string }[];
    for (const row of rows)
      if (!row.state.startsWith('accepted')) throw new Error(`a training ended as ${row.state}`);
    const expected = [
      ...rows.map((row) => row.title),
      ...(name === 'rania' ? ['EHBO, opfrissing'] : []),
    ].toSorted();
    const found = await titlesAt(practice, name);
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error(`${name}: ${found.join(', ')} instead of ${expected.join(', ')}`);
  }
  const written = new Set(
    (
      db
        .prepare(
          "SELECT p.payload FROM history_event e JOIN history_payload p ON p.event_id = e.id WHERE e.kind = 'fla.requested'",
        )
        .pluck()
        .all() as string[]
    ).map((text) => (JSON.parse(text) as { requestHash: string }).requestHash),
  );
  const { json } = await practice.admin('GET', '/ledger');
  for (const one of json.items as { method: string; committed: boolean; bodySha256: string }[])
    if (one.method === 'PUT' && one.committed && !written.has(one.bodySha256))
      throw new Error('something left that was not written down first');
  const unanswered = db
    .prepare("SELECT count(*) FROM outbox_item WHERE state LIKE 'accepted%' AND answer_hash IS NULL")
    .pluck()
    .get();
  if (unanswered !== 0) throw new Error('accepted without an answer');
  if (!verifyHistory(db).intact) throw new Error('the history does not verify');
}
