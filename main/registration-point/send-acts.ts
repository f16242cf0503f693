// Sends acts that were written down, and settles each by what comes back. After a lost answer the service is asked first; what it
// then does not have leaves again only where a first sending cannot be taken in twice: it was answered, or the service knows it by
// our reference. At most twice.
import type { Failure, FailureCode } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import type { WirePresence } from '../presences/presence-api.ts';
import type { Act } from './act-store.ts';
import { findAtService } from './find-act.ts';
import type { Line } from './line.ts';
import { type ItemAnswer, type PlaceOfWork, registerInBulk } from './register-api.ts';
import type { ServiceWatch } from './service-watch.ts';
import { type Confirmed, settleInVain, settleRefused, settleRegistered } from './settle.ts';

/** What is older is no registration of this moment. In seconds, as the attested client reads "real time". [public] */
export const realTimeSeconds = 600;
/** Milliseconds for one sending: somebody stands and waits. */
const sendingMs = 5_000;
const mostSendings = 3;
/** Pauses before the service is asked what it has, in milliseconds: a broken connection may still be worked on there. */
const lookingPauses = [0, 150, 500, 1_500];
const askedTogether = 8;

export type RefusalCode = 'numberRefused' | 'notAllowed' | 'clockOff' | 'tooLate' | 'refused';
export type ActEnd =
  | { kind: 'registered'; confirmed: Confirmed }
  | { kind: 'refused'; code: RefusalCode }
  | { kind: 'noConnection'; code: FailureCode; retryAt: Date | null }
  /**
   * Not known yet, to be asked about. `code`: why the service cannot be asked; null: it answers, and has nothing so far.
   * `mayArrive`: it may still be on its way; else what the service does not show once it answers, it does not have.
   */
  | { kind: 'open'; code: FailureCode | null; mayArrive: boolean };

export type Sending = { session: Session; line: Line; watch: ServiceWatch; place: PlaceOfWork };
type Ends = Map<string, ActEnd>;

/** One end for each act, by its id. At most 200 of one employer. */
export async function sendActs(sending: Sending, acts: readonly Act[]): Promise<Ends> {
  const ends: Ends = new Map();
  let left = [...acts];
  for (let times = 1; left.length > 0; times += 1) {
    left = withoutLate(sending, left, ends);
    if (left.length === 0) break;
    const lost = await sendOnce(sending, left, ends);
    if (lost === null) break;
    left = await withoutFound(sending, left, lost, ends);
    if (left.length > 0 && (!lost.again || times === mostSendings)) {
      for (const act of left) endMissing(sending, act, lost, ends);
      break;
    }
  }
  return ends;
}

/** `mayArrive`: it may still be taken in. `again`: whether the same may leave once more when the service does not have it. */
type Lost = { code: FailureCode; again: boolean; mayArrive: boolean; retryAt: Date | null };

/** Null when every act has its end. */
async function sendOnce(sending: Sending, acts: readonly Act[], ends: Ends): Promise<Lost | null> {
  const { line, watch, place } = sending;
  const registrations = acts.map(({ id, insz, type, moment, reference }) => ({
    ...{ insz, type, moment, reference, place },
    enterpriseNumber: line.enterpriseNumber,
    clientReference: line.keepsReferences ? clientReferenceOf(id) : null,
  }));
  const outcome = await line.ask(sendingMs, (call) => registerInBulk(call, line.baseUrl, registrations));
  switch (outcome.kind) {
    case 'answer':
      for (const [i, act] of acts.entries()) endAnswered(sending, act, outcome.value[i], ends);
      return null;
    case 'notSent':
      watch.failed(outcome.failure.code);
      for (const act of acts) endInVain(sending, act, outcome.failure.code, null, ends);
      return null;
    case 'wait': {
      const { failure, retryAt, mayHaveHappened } = outcome;
      watch.failed(failure.code, retryAt);
      if (mayHaveHappened) return { code: failure.code, again: false, mayArrive: false, retryAt };
      for (const act of acts) endInVain(sending, act, failure.code, retryAt, ends);
      return null;
    }
    case 'unknown':
      return lostBy(outcome.failure, line);
    default:
      for (const act of acts) endRefused(sending, act, codeOf(outcome.failure), ends);
      return null;
  }
}

const reasons: Readonly<Record<string, FailureCode>> = {
  timeout: 'timeout',
  cancelled: 'timeout',
  connectionLost: 'offline',
  halfBody: 'offline',
};

/**
 * An answer that cannot be read shows that the request was worked on. Where none came, in time or at all, it may still be, for as
 * long as the service likes: it leaves again only where that cannot make two of it.
 */
function lostBy(failure: Failure, { keepsReferences }: Line): Lost {
  const code = reasons[String(failure.details?.['reason'])] ?? 'unexpectedAnswer';
  const answered = code === 'unexpectedAnswer';
  return {
    code,
    again: answered || (keepsReferences && code !== 'timeout'),
    mayArrive: !answered,
    retryAt: null,
  };
}

/** The id of the act in 22 characters: the service takes 24. [assumed] */
export const clientReferenceOf = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

/** Those that the service does not have; those of which it says nothing are left open. */
async function withoutFound(sending: Sending, acts: readonly Act[], lost: Lost, ends: Ends): Promise<Act[]> {
  let left = [...acts];
  const patient = lost.again || (lost.mayArrive && lost.code !== 'timeout');
  for (const pause of patient ? lookingPauses : lookingPauses.slice(0, 1)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    left = await missingOf(sending, left, lost, ends);
    if (left.length === 0) return [];
  }
  return left;
}

/** Asked a few at a time: two hundred one after the other would keep a whole site waiting. */
async function missingOf(sending: Sending, acts: readonly Act[], lost: Lost, ends: Ends): Promise<Act[]> {
  const { session, line, watch } = sending;
  const missing: Act[] = [];
  for (let from = 0; from < acts.length; from += askedTogether) {
    const some = acts.slice(from, from + askedTogether);
    const answers = await Promise.all(
      some.map(async (act) => ({ act, found: await findAtService(line, session.db, act) })),
    );
    let silence: FailureCode | null = null;
    for (const { act, found } of answers) {
      if (found.kind === 'there') endFound(sending, act, found.presence, ends);
      else missing.push(act);
      if (found.kind === 'noWord') silence = found.failure.code;
    }
    if (silence === null) continue;
    watch.failed(lost.code, lost.retryAt);
    for (const { id } of [...missing, ...acts.slice(from + askedTogether)])
      ends.set(id, { kind: 'open', code: silence, mayArrive: lost.mayArrive });
    return [];
  }
  return missing;
}

function endFound({ session, line }: Sending, act: Act, presence: WirePresence, ends: Ends): void {
  const { id: serviceId, createdAt: serviceTime, validity } = presence;
  const confirmed = { serviceId, serviceTime, validity };
  settleRegistered(session, act, confirmed, line.enterpriseNumber, presence);
  ends.set(act.id, { kind: 'registered', confirmed });
}

function withoutLate(sending: Sending, acts: readonly Act[], ends: Ends): Act[] {
  const oldest = sending.session.clock.now().getTime() - realTimeSeconds * 1_000;
  const late = acts.filter(({ moment }) => moment < oldest);
  for (const act of late) endRefused(sending, act, 'tooLate', ends);
  return acts.filter(({ moment }) => moment >= oldest);
}

function endAnswered(sending: Sending, act: Act, answer: ItemAnswer | undefined, ends: Ends): void {
  if (answer?.kind !== 'created') {
    endRefused(sending, act, codeOfFields(answer?.fields ?? []), ends);
    return;
  }
  const { serviceId, validity } = answer;
  const confirmed = {
    serviceId,
    validity,
    serviceTime: Math.floor(sending.watch.serviceNow() / 1_000) * 1_000,
  };
  settleRegistered(sending.session, act, confirmed, sending.line.enterpriseNumber);
  ends.set(act.id, { kind: 'registered', confirmed });
}

function endRefused({ session }: Sending, act: Act, code: RefusalCode, ends: Ends): void {
  settleRefused(session, act, code);
  ends.set(act.id, { kind: 'refused', code });
}

function endInVain(
  { session }: Sending,
  act: Act,
  code: FailureCode,
  retryAt: Date | null,
  ends: Ends,
): void {
  settleInVain(session, act, 'notSent', code);
  ends.set(act.id, { kind: 'noConnection', code, retryAt });
}

/** What the service does not have so far: over, unless it may still be on its way. */
function endMissing(sending: Sending, act: Act, { code, mayArrive, retryAt }: Lost, ends: Ends): void {
  sending.watch.failed(code, retryAt);
  if (mayArrive) {
    ends.set(act.id, { kind: 'open', code: null, mayArrive });
    return;
  }
  // Looked for and not found: should it come in after all, it is known as ours.
  settleInVain(sending.session, act, 'notRegistered', code);
  ends.set(act.id, { kind: 'noConnection', code, retryAt });
}

function codeOfFields(fields: readonly string[]): RefusalCode {
  if (fields.some((name) => name.endsWith('.ssin'))) return 'numberRefused';
  if (fields.some((name) => name.endsWith('.registrationDate'))) return 'clockOff';
  return fields.some((name) => name.includes('.employer')) ? 'notAllowed' : 'refused';
}

/** A matter for the office: an account, a right, a mandate, a certificate. */
const forTheOffice: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'permissionMissing',
  'mandateMissing',
  'clientRefused',
  'scopeRefused',
  'tokenExpired',
  'accountMissing',
  'routeMissing',
  'certificateNotUsable',
  'entryMissing',
  'keychainMissing',
  'keychainLocked',
  'keychainDenied',
]);

export const codeOf = ({ code }: Failure): RefusalCode =>
  code === 'clockSkew' ? 'clockOff' : forTheOffice.has(code) ? 'notAllowed' : 'refused';
