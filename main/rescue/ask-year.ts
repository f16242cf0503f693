// Asks the service for one worker-year: its trainings, rights and credit, each answer kept whole with its hash.
import { fail } from '../../preload/contract/result.ts';
import type { Connection } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { noteAnswerOnMandate } from '../outbox/sending-route.ts';
import { askRegister, yearOf } from '../register/allowing/allowing-line.ts';
import { presentNumberOf } from '../register/numbers/number-person.ts';
import { type FlaOutcome, readSet, type WorkerYearAddress } from '../training/fla-api.ts';
import { addAnswer, hashOf, type Part } from './answer-store.ts';
import { readPart } from './rescue-api.ts';
import type { AskEnd, RescuePorts, RescueTarget } from './rescue-ports.ts';
import { findYear, setYear } from './rescue-store.ts';

type Said = { part: Part; text: string };
type NotRead = Exclude<FlaOutcome<never>, { kind: 'answer' }>;

/** Answers nobody can read are asked for this often before the worker-year counts as failed. */
const mostTries = 4;

/** Parts that were read before a pause of the service are not asked for again: `held` keeps them for the run. */
export async function askYear(
  ports: RescuePorts,
  connection: Connection,
  target: RescueTarget,
  yearId: string,
  held: Map<string, { said: Said[]; records: number; tries: number }>,
): Promise<AskEnd> {
  const { session, commits } = ports;
  const row = findYear(session.db, yearId);
  if (row === null || (row.state !== 'waiting' && row.state !== 'asked')) return { kind: 'done' };
  const allowed = askRegister(session, {
    ...{ employerId: target.employerId, insz: row.insz, purpose: 'rescue' },
    ...yearOf(row.year),
  });
  if (!allowed.ok) {
    await commits.commit(() => setYear(session.db, yearId, { state: 'failed', failure: allowed.failure }));
    return { kind: 'refused', failure: allowed.failure };
  }
  const address: WorkerYearAddress = {
    baseUrl: session.environment.services.fla.baseUrl.value,
    enterpriseNumber: target.enterpriseNumber,
    insz: presentNumberOf(session.db, row.insz),
    year: row.year,
  };
  const so = held.get(yearId) ?? { said: [], records: 0, tries: 0 };
  held.set(yearId, so);
  so.tries += 1;
  if (row.state === 'waiting') await commits.commit(() => setYear(session.db, yearId, { state: 'asked' }));
  const has = (part: Part): boolean => so.said.some((one) => one.part === part);

  if (!has('trainings')) {
    await ports.turn();
    const read = await calling(connection, session, (call) => readSet(call, address));
    if (read.kind !== 'answer') return notRead(ports, target, yearId, so.tries, read);
    so.records = read.value.length;
    so.said.push({ part: 'trainings', text: read.text });
  }
  for (const [part, name] of [
    ['rights', 'trainingRights'],
    ['credit', 'trainingCredit'],
  ] as const) {
    if (has(part)) continue;
    await ports.turn();
    const read = await calling(connection, session, (call) => readPart(call, address, name));
    if (read.kind !== 'answer') return notRead(ports, target, yearId, so.tries, read);
    so.said.push({ part, text: read.value === null ? '' : read.text });
  }
  await commits.commit(() => keep(ports, target, yearId, so));
  held.delete(yearId);
  ports.gate.succeeded();
  return { kind: 'done' };
}

function keep(
  { session }: RescuePorts,
  { employerId }: RescueTarget,
  yearId: string,
  { said, records }: { said: readonly Said[]; records: number },
): void {
  const at = session.clock.now().toISOString();
  const hashes: string[] = [];
  let more = false;
  for (const { part, text } of said) {
    if (text === '') continue;
    const hash = hashOf(text);
    hashes.push(`${part} ${hash}`);
    if (part === 'rights') more = true;
    addAnswer(session.db, {
      id: session.ids.newId(),
      employerId,
      yearId,
      part,
      source: 'api',
      readAt: at,
      body: text,
      hash,
    });
  }
  // Rights that were filed are data too; a credit is computed for everybody and tells nothing.
  const state = records > 0 || more ? 'found' : 'empty';
  setYear(session.db, yearId, { state, at, hash: hashOf(hashes.join('\n')), records });
}

/** Back in the queue, or failed for good. */
async function notRead(
  ports: RescuePorts,
  { employerId }: RescueTarget,
  yearId: string,
  tries: number,
  read: NotRead,
): Promise<AskEnd> {
  const { session, commits, gate } = ports;
  const set = (to: Parameters<typeof setYear>[2]): Promise<void> =>
    commits.commit(() => setYear(session.db, yearId, to));
  const { failure } = read;
  if (read.kind === 'wait') gate.pause(failure, read.retryAt);
  if (read.kind === 'notSent') gate.offline(failure);
  if (read.kind === 'stop') gate.stop(failure);
  const lost = read.kind === 'unknown' || read.kind === 'token';
  if (read.kind === 'refused' || (lost && tries >= mostTries)) {
    const told = lost
      ? fail('unexpectedAnswer', { retry: 'safe', traceId: failure.traceId }).failure
      : failure;
    await set({ state: 'failed', failure: told });
    if (told.code === 'mandateMissing')
      await commits.commit(() => noteAnswerOnMandate(session, employerId, 'refuted'));
    return { kind: 'refused', failure: told };
  }
  await set({ state: 'waiting' });
  return { kind: 'later' };
}
