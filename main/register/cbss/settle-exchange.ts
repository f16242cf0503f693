// What became of a question: in the exchanges for the workbench, in the history without its content, and in the log by its number.
import type { CbssOperation, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { notePersons } from './exchange-person-store.ts';
import { beginExchange, codeOf, dropExchange, endExchange } from './exchange-store.ts';
import type { Sent } from './send-message.ts';

/** Under which history events are kept. */
export const cbssContract = 'cbss-inscription/1';

export type Exchange = {
  id: string;
  operation: CbssOperation;
  ticket: string;
  /** Not kept once it was taken as asked. */
  quiet?: boolean;
};

/** Before anything leaves. `request`: the question, not signed yet. Failures: those of the disk. */
export const begin = (
  session: Session,
  exchange: Exchange,
  address: string,
  request: string,
): Result<unknown> =>
  attempt(session.db, () => {
    const at = session.clock.now().toISOString();
    beginExchange(session.db, { ...exchange, at, askedBy: whoAsks(session), address, request });
    notePersons(session.db, exchange.id, [request]);
    note(session, exchange, 'cbss.requested', {});
    return ok({});
  });

/** Failures: those of the disk. */
export function settle(
  session: Session,
  exchange: Exchange,
  milliseconds: number,
  sent: Sent,
): Result<unknown> {
  const { outcome, message: request, ...rest } = sent;
  const code = codeOf(outcome);
  // What the platform's service desk asks for (contract §5.1).
  const platformId = outcome.layer === 'platform' ? outcome.id : null;
  if (platformId !== null) session.log.warn('cbss.systemError', { id: platformId, code });
  return attempt(session.db, () => {
    if (exchange.quiet === true && isTaken(outcome)) dropExchange(session.db, exchange.id);
    else {
      endExchange(session.db, exchange.id, { ...rest, request, milliseconds, outcome });
      notePersons(session.db, exchange.id, [request, textOf(sent.response)]);
    }
    const facts = { layer: outcome.layer, code, tries: sent.tries };
    const known = platformId === null ? {} : { platformId };
    note(session, exchange, 'cbss.answered', { ...facts, ...known }, resultOf(outcome));
    session.changed('cbss.changed', [exchange.id]);
    return ok({});
  });
}

const isTaken = (outcome: CbssOutcome): boolean => outcome.layer === 'business' && outcome.value === 'OK';
/** Whatever it is: only numbers and names are sought in it. */
const textOf = (bytes: Uint8Array | null): string =>
  bytes === null ? '' : Buffer.from(bytes).toString('utf8');

type HistoryResult = 'accepted' | 'acceptedWithWarnings' | 'refused' | 'failed' | 'unknown';

function resultOf(outcome: CbssOutcome): HistoryResult {
  if (outcome.layer === 'transport') return outcome.mayHaveHappened ? 'unknown' : 'failed';
  if (outcome.layer !== 'business') return 'refused';
  if (['NOK', 'NO_RESULT'].includes(outcome.value)) return 'refused';
  return outcome.anomalies.length > 0 ? 'acceptedWithWarnings' : 'accepted';
}

function note(
  session: Session,
  { id, operation, ticket }: Exchange,
  kind: 'cbss.requested' | 'cbss.answered',
  facts: Record<string, string | number>,
  result?: HistoryResult,
): void {
  recordAct(session, {
    ...{ employerId: null, kind, contract: cbssContract, summary: operation },
    payload: { operation, ticket, ...facts },
    ...(result === undefined ? {} : { result }),
    subject: { kind: 'cbssExchange', id },
  });
}

function whoAsks(session: Session): string {
  const { name, osAccount } = session.actor();
  return (name === '' ? osAccount : name).slice(0, 120);
}
