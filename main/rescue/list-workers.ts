// The workers of a client: those that the service lists, page by page, joined with those of the register.
import { type Failure, ok, type Result } from '../../preload/contract/result.ts';
import type { Connection } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { workerIdByInsz } from '../people/worker-store.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import { presentNumberOf } from '../register/numbers/number-person.ts';
import type { FlaOutcome } from '../training/fla-api.ts';
import { addAnswer, hashOf } from './answer-store.ts';
import { type EmployeesPage, readEmployees } from './rescue-api.ts';
import type { RescuePorts, RescueTarget } from './rescue-ports.ts';
import {
  addYear,
  beginClient,
  insertWorker,
  type KnownWorker,
  knownWorkers,
  registerWorkers,
  setListed,
  updateWorker,
} from './rescue-store.ts';

type Listed = Pick<KnownWorker, 'insz' | 'familyName' | 'givenName'>;
export type ListEnd =
  | { kind: 'listed' }
  | Exclude<FlaOutcome<never>, { kind: 'answer' }>
  | { kind: 'cancelled'; failure: Failure };

/** Answers nobody reads as endless: more workers than any employer of the country has. */
const mostPages = 1_000;

/** The lines of the register, so that what is missing is seen even when the service says nothing. Within a transaction. */
export function* addRegisterLines(
  session: Session,
  employerId: string,
  years: readonly number[],
): Steps<void> {
  const { db, ids, clock } = session;
  beginClient(db, employerId, clock.now().toISOString());
  const known = knownWorkers(db, employerId);
  const byWorker = new Set(known.map(({ workerId }) => workerId));
  const strays = yield* byPresentNumber(
    db,
    known.filter(({ workerId }) => workerId === null),
  );
  for (const { workerId, insz, familyName, givenName } of registerWorkers(db, employerId)) {
    yield;
    if (byWorker.has(workerId)) continue;
    const stray = strays.get(insz);
    if (stray === undefined)
      insertWorker(db, employerId, {
        id: ids.newId(),
        workerId,
        insz,
        familyName,
        givenName,
        atService: false,
      });
    else updateWorker(db, { ...stray, workerId });
  }
  yield* addYears(session, employerId, years);
}

/** Kept under the number that the service said; who it is, is known by the number of now. */
function* byPresentNumber(
  db: Database,
  workers: readonly KnownWorker[],
): Steps<ReadonlyMap<string, KnownWorker>> {
  const found = new Map<string, KnownWorker>();
  for (const worker of workers) {
    found.set(presentNumberOf(db, worker.insz), worker);
    yield;
  }
  return found;
}

function* addYears(session: Session, employerId: string, years: readonly number[]): Steps<void> {
  for (const { id: rescueWorkerId } of knownWorkers(session.db, employerId)) {
    for (const year of years)
      addYear(session.db, { id: session.ids.newId(), employerId, rescueWorkerId, year });
    yield;
  }
}

/** Asks for all pages and writes them down at once: a list that is cut off is no list. */
export async function listWorkers(
  ports: RescuePorts,
  connection: Connection,
  target: RescueTarget,
  years: readonly number[],
): Promise<ListEnd> {
  const { session } = ports;
  const address = {
    baseUrl: session.environment.services.fla.baseUrl.value,
    enterpriseNumber: target.enterpriseNumber,
  };
  const texts: string[] = [];
  const listed = new Map<string, Listed>();
  for (let page = 1; page <= mostPages; page += 1) {
    await ports.turn();
    const answer = await calling<EmployeesPage>(connection, session, (call) =>
      readEmployees(call, address, page),
    );
    if (answer.kind !== 'answer') return answer;
    texts.push(answer.text);
    for (const { ssin, familyName, givenName } of answer.value.items)
      listed.set(ssin, { insz: ssin, familyName, givenName });
    const { items, total, next } = answer.value;
    if (items.length === 0 || (next === undefined && (total === undefined || listed.size >= total))) break;
  }
  const kept = await attemptInSlices(
    session.db,
    keepList(session, target.employerId, [...listed.values()], texts, years),
  );
  if (!kept.ok) return { kind: 'stop', failure: kept.failure };
  session.changed('rescue.changed', [target.employerId]);
  return { kind: 'listed' };
}

function* keepList(
  session: Session,
  employerId: string,
  listed: readonly Listed[],
  texts: readonly string[],
  years: readonly number[],
): Steps<Result<void>> {
  const { db, ids } = session;
  const readAt = session.clock.now().toISOString();
  for (const body of texts)
    addAnswer(db, {
      id: ids.newId(),
      employerId,
      yearId: null,
      part: 'employees',
      source: 'api',
      readAt,
      body,
      hash: hashOf(body),
    });
  const known = knownWorkers(db, employerId);
  const byWorker = new Map(known.map((one) => [one.workerId, one]));
  const byNumber = yield* byPresentNumber(db, known);
  const there = new Set<string>();
  for (const { insz, familyName, givenName } of listed) {
    yield;
    // A number that was replaced since still leads to the worker of the register.
    const workerId = workerIdByInsz(db, employerId, insz);
    const found = workerId === null ? byNumber.get(presentNumberOf(db, insz)) : byWorker.get(workerId);
    const id = found?.id ?? ids.newId();
    there.add(id);
    // The service is asked under the number by which it knows the worker.
    if (found === undefined)
      insertWorker(db, employerId, { id, workerId, insz, familyName, givenName, atService: true });
    else updateWorker(db, { ...found, insz, atService: true });
  }
  for (const worker of known)
    if (worker.atService && !there.has(worker.id)) updateWorker(db, { ...worker, atService: false });
  setListed(db, employerId, readAt, hashOf(texts.map(hashOf).join('\n')));
  yield* addYears(session, employerId, years);
  return ok(undefined);
}
