// Kills while editing and while sending, at any moment and in the middle of a request: what was answered is still there,
// nothing is there twice, and every state is true.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyHistory } from '../../../main/history/verify-history.ts';
import type { KillOrder } from '../../support/kill-child.ts';
import { runAndKill, type Said } from '../../support/kill-run.ts';
import { openBench, type Practice, sendAll, startPractice, titlesAt } from '../../support/practice-outbox.ts';
import { workers } from '../../support/seed-profile.ts';

const killsWhileEditing = 24;
const killsWhileSending = 30;
const kills = Array.from({ length: killsWhileSending }, (_, kill) => kill);
/** A third at any moment, a third while requests come and go, a third at one that gets no answer. */
const kindOf = (kill: number): 'anyMoment' | 'amongRequests' | 'unanswered' =>
  kill % 3 === 0 ? 'anyMoment' : kill % 3 === 1 ? 'amongRequests' : 'unanswered';
/** Of those that get no answer, whether the service has done what they ask. */
const isDone = (kill: number): boolean => kill % 2 === 0;

let practice: Practice;
let folder: string;
beforeAll(async () => {
  practice = await startPractice();
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(async () => {
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
});

async function orderFor(act: KillOrder['act']): Promise<KillOrder> {
  const environment = practice.service.environments['practice'];
  const token = await practice.tokens.token('account', null, { fresh: true });
  if (environment === undefined || !token.ok) throw new Error('practice is not ready');
  return {
    file: join(folder, `${act}.db`),
    keyHex: randomBytes(32).toString('hex'),
    environment: { ...environment, name: 'practice', caPem: practice.service.caPem, practice: null },
    token: token.value.value.reveal(),
    act,
    from: 1,
  };
}

/** The service was struck by so many faults of a kind: requests have come to it, whatever the machine takes for them. */
async function struck(kind: 'latency' | 'silence', count: number): Promise<void> {
  for (;;) {
    const { json } = await practice.admin('GET', '/faults');
    const faults = json.faults as unknown as { kind: string; struck: number }[];
    if (faults.some((fault) => fault.kind === kind && fault.struck >= count)) return;
    await sleep(2);
  }
}

/** When to kill the child that sends. */
const momentOf = (kill: number) => async (firstLine: Promise<void>) => {
  const kind = kindOf(kill);
  if (kind === 'unanswered') return struck('silence', 1);
  if (kind === 'amongRequests') await struck('latency', 1 + Math.floor(Math.random() * 12));
  else await firstLine;
  await sleep(Math.random() * (kind === 'anyMoment' ? 160 : 12));
};

/** The last thing that was said of each record. */
const lastOf = (said: readonly Said[], known: Map<string, Said>): void => {
  for (const one of said) if (one.id !== undefined) known.set(one.id, one);
};
const open = (order: KillOrder) =>
  openBench(practice, { file: order.file, key: Buffer.from(order.keyHex, 'hex') });

it(`keeps every draft that was answered as saved, over ${killsWhileEditing} kills`, async () => {
  const order = await orderFor('edit');
  const known = new Map<string, Said>();
  for (let kill = 0; kill < killsWhileEditing; kill += 1) {
    // Each in a stretch of its own of the first 60 ms, so that together they fall everywhere in them.
    const said = await runAndKill(order, async (firstLine) => {
      await firstLine;
      await sleep(((kill + Math.random()) / killsWhileEditing) * 60);
    });
    order.from = (said.at(-1)?.n ?? order.from) + 2;
    lastOf(said, known);
  }
  const bench = open(order);
  const rows = bench.session.db.prepare('SELECT id, title, removed_at FROM training').all() as {
    id: string;
    title: string;
    removed_at: string | null;
  }[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  expect(known.size).toBeGreaterThanOrEqual(killsWhileEditing);
  // At most the one act that was under way at a kill may be further than what was said of it.
  expect(rows.length - known.size).toBeLessThanOrEqual(killsWhileEditing);
  let further = 0;
  for (const [id, said] of known) {
    const row = byId.get(id);
    if (row === undefined) throw new Error(`a draft that was answered as saved is gone: ${said.title}`);
    expect(row.title.localeCompare(said.title ?? '')).toBeGreaterThanOrEqual(0);
    if (row.title !== said.title || (row.removed_at !== null) !== said.removed) further += 1;
  }
  expect(further).toBeLessThanOrEqual(killsWhileEditing);
  expect(verifyHistory(bench.session.db)).toMatchObject({ intact: true });
  await bench.close();
});

it(`sends each worker-year to a true end, over ${killsWhileSending} kills`, async () => {
  const order = await orderFor('send');
  const known = new Map<string, Said>();
  for (const kill of kills) {
    const latency = { kind: 'latency', path: '/trainings', ms: Math.floor(Math.random() * 12) };
    const silence = { kind: 'silence', method: 'PUT', path: '/trainings', commit: isDone(kill) };
    await practice.admin('PUT', '/faults', kindOf(kill) === 'unanswered' ? [latency, silence] : [latency]);
    const said = await runAndKill(order, momentOf(kill));
    order.from = (said.at(-1)?.n ?? order.from) + 1;
    lastOf(said, known);
    const bench = open(order);
    const unknown = bench.session.db
      .prepare("SELECT count(*) FROM outbox_item WHERE state = 'unknown'")
      .pluck()
      .get() as number;
    // A kill between request and answer must show; of those at any moment some may not have met one.
    if (kindOf(kill) === 'unanswered') expect(unknown).toBeGreaterThan(0);
    expect(
      bench.session.db.prepare("SELECT 1 FROM outbox_item WHERE state = 'sending'").get(),
    ).toBeUndefined();
    await bench.close();
  }
  await practice.admin('DELETE', '/faults');
  await practice.tokens.token('account', null, { fresh: true });
  const bench = open(order);
  const { db } = bench.session;
  const left = db.prepare("SELECT 1 FROM outbox_item WHERE state IN ('ready', 'unknown')").get();
  if (left !== undefined) expect(await sendAll(bench)).toBeNull();
  const rest = await bench.handlers['training.submit'](
    {
      ids: (
        db.prepare("SELECT id FROM training WHERE state IN ('draft', 'refused')").pluck().all() as string[]
      ).slice(0, 500),
    },
    { windowId: 'w1', traceId: 't1' },
  );
  if (rest.ok) expect(await sendAll(bench)).toBeNull();

  const rows = db
    .prepare(
      'SELECT t.*, n.insz FROM training t JOIN worker w ON w.id = t.worker_id JOIN person_number n ON n.person_id = w.person_id WHERE t.removed_at IS NULL',
    )
    .all() as { id: string; title: string; state: string; insz: string }[];
  for (const row of rows) expect(['accepted', 'acceptedWithWarnings']).toContain(row.state);
  for (const [id, said] of known) {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) throw new Error('a training that was answered as saved is gone');
    expect(Number(row.title.slice(2))).toBeGreaterThanOrEqual(Number(said.title?.slice(2)));
  }
  for (const [name, insz] of Object.entries(workers)) {
    const ours = rows.filter((row) => row.insz === insz).map((row) => row.title);
    const others = name === 'rania' ? ['EHBO, opfrissing'] : [];
    expect(await titlesAt(practice, name as keyof typeof workers)).toEqual([...ours, ...others].toSorted());
  }

  // Nothing left the house that was not written down first, and no item ever sent two different bodies.
  const requests = db
    .prepare(
      "SELECT e.subject_id AS item, p.payload FROM history_event e JOIN history_payload p ON p.event_id = e.id WHERE e.kind = 'fla.requested'",
    )
    .all() as { item: string; payload: string }[];
  const hashes = new Map<string, Set<string>>();
  for (const { item, payload } of requests) {
    const { requestHash } = JSON.parse(payload) as { requestHash: string };
    hashes.set(item, (hashes.get(item) ?? new Set()).add(requestHash));
  }
  for (const [item, set] of hashes) expect(set.size, item).toBe(1);
  const written = new Set([...hashes.values()].flatMap((set) => [...set]));
  const { json } = await practice.admin('GET', '/ledger');
  const sent = (json.items as { method: string; committed: boolean; bodySha256: string }[]).filter(
    (one) => one.method === 'PUT' && one.committed,
  );
  expect(sent.length).toBeGreaterThan(
    kills.filter((kill) => kindOf(kill) === 'unanswered' && isDone(kill)).length,
  );
  for (const one of sent) expect(written).toContain(one.bodySha256);
  const accepted = db
    .prepare("SELECT answer_hash FROM outbox_item WHERE state LIKE 'accepted%' OR state = 'superseded'")
    .pluck()
    .all() as (string | null)[];
  const answers = (
    db
      .prepare(
        "SELECT p.payload FROM history_event e JOIN history_payload p ON p.event_id = e.id WHERE e.kind IN ('fla.answered', 'fla.readBack')",
      )
      .pluck()
      .all() as string[]
  ).join('\n');
  for (const hash of accepted) expect(answers).toContain(hash ?? 'no answer');
  expect(verifyHistory(db)).toMatchObject({ intact: true });
  await bench.close();
});
