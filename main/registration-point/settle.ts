// Writes down what became of an act, once: its state, the presence that the day of the site is drawn from, and the history.
import type { Failure } from '../../preload/contract/result.ts';
import { ok } from '../../preload/contract/result.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { presenceContract, type WirePresence } from '../presences/presence-api.ts';
import { keepPresence } from '../presences/presence-store.ts';
import { takeToldNumbers } from '../presences/told-numbers.ts';
import { worksByReference } from '../presences/works-store.ts';
import { type Act, settleAct } from './act-store.ts';
import { lineFor } from './allowed-by-register.ts';

/** What the service said, or showed when it was asked afterwards. */
export type Confirmed = {
  serviceId: number;
  /** Of its own clock, in milliseconds. */
  serviceTime: number;
  validity: WirePresence['validity'];
};

/** The same person who registers, not whoever set the point up: no name of the office stands beside it. */
const byWorker = (session: Session, origin: Act['origin']): Session =>
  origin === 'timeClock'
    ? session
    : { ...session, actor: () => ({ ...session.actor(), kind: 'app', name: '' }) };

/** What cannot be written now stays open, and is found at the service again. */
export function settleRegistered(
  session: Session,
  act: Act,
  confirmed: Confirmed,
  enterpriseNumber: string,
  shown: WirePresence | null = null,
): void {
  const { db } = session;
  const done = attempt<boolean>(db, () => {
    if (!settleAct(db, act.id, 'registered', confirmed)) return ok(false);
    const presence = shown ?? presenceOf(act, confirmed, enterpriseNumber);
    keepPresence(db, act.employer_id, presence, session.clock.now().toISOString());
    takeToldNumbers(session, [presence]);
    noteAct(session, act, 'presence.registered', 'accepted', {
      serviceId: confirmed.serviceId,
      found: shown !== null,
    });
    return ok(true);
  });
  if (done.ok && done.value) session.changed('presence.changed', []);
}

/** The service did not take it. `code`: why, by a closed word. */
export function settleRefused(session: Session, act: Act, code: string): void {
  attempt(session.db, () => {
    if (settleAct(session.db, act.id, 'refused', { code }))
      noteAct(session, act, 'presence.registrationRefused', 'refused', { reason: code });
    return ok({});
  });
}

/** `notSent`: it never left, or the service said at once that it took nothing. `notRegistered`: nothing was found afterwards. */
export function settleInVain(
  session: Session,
  act: Act,
  state: 'notSent' | 'notRegistered',
  code: Failure['code'],
): void {
  attempt(session.db, () => {
    if (settleAct(session.db, act.id, state, { code }))
      noteAct(session, act, 'presence.registrationLost', 'failed', { reason: code });
    return ok({});
  });
}

/** In the history, within the caller's transaction. */
export function noteAct(
  session: Session,
  act: Act,
  kind: string,
  result: 'accepted' | 'refused' | 'failed',
  facts: Record<string, string | number | boolean>,
): void {
  const serviceId = facts['serviceId'];
  const name = worksByReference(session.db, act.employer_id, act.reference)?.name ?? '';
  recordAct(byWorker(session, act.origin), {
    employerId: act.employer_id,
    kind,
    subject: serviceId === undefined ? null : { kind: 'presence', id: String(serviceId) },
    result,
    contract: presenceContract,
    summary: [act.type, name, formatWorksReference(act.reference)].filter(Boolean).join(' · '),
    payload: {
      ...facts,
      // The line that allows it; null: none does.
      register: lineFor(session, act),
      insz: act.insz,
      type: act.type,
      reference: act.reference,
      at: new Date(act.moment).toISOString(),
      origin: act.origin,
    },
  });
}

const presenceOf = (act: Act, confirmed: Confirmed, employerNumber: string): WirePresence => ({
  id: confirmed.serviceId,
  registeredAt: act.moment,
  createdAt: confirmed.serviceTime,
  type: act.type,
  insz: act.insz,
  currentInsz: null,
  employerNumber,
  reference: act.reference,
  channel: 'webService',
  validity: confirmed.validity,
  validatedAt: null,
  remarks: [],
  cancelledAt: null,
  cancelReason: null,
});
