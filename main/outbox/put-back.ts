// The ends of an attempt that bring no answer: back in the queue, refused as a whole, or outcome unknown.
import type { Failure } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import { ownAnomaly } from '../training/fla-anomaly.ts';
import { flaContract } from '../training/fla-api.ts';
import type { FlaIssue } from '../training/fla-problem.ts';
import { findItem, type ItemPatch, patchItem, supersedeEarlier } from './item-store.ts';
import type { ItemRow } from './outbox-item.ts';
import { applyEffect, moveSubmitted, recordsOf, saveResult } from './record-store.ts';
import { noteAnswerOnMandate } from './sending-route.ts';
import { effectOf } from './settle-item.ts';

const unfrozen: ItemPatch = { request_body: null, request_hash: null, state_before: null, kept_titles: null };

/** Each within one transaction of the caller. An item that went elsewhere meanwhile is left alone. */

/** Nothing was done, or nothing is known to have been done: it waits for its next turn. */
export function putBack(
  session: Session,
  itemId: string,
  options: { failure: Failure; nextAttemptAt: Date | null; mayHaveHappened: boolean },
): void {
  const item = findItem(session.db, 'all', itemId);
  if (item === null || (item.state !== 'ready' && item.state !== 'sending')) return;
  const wasSending = item.state === 'sending';
  patchItem(session.db, item, {
    state: 'ready',
    failure: JSON.stringify(options.failure),
    next_attempt_at: options.nextAttemptAt?.toISOString() ?? null,
    ...(wasSending && !options.mayHaveHappened ? unfrozen : {}),
  });
  if (wasSending) {
    moveSubmitted(session.db, itemId, 'ready', session.clock.now().toISOString());
    recordEnd(session, itemId, 'fla.notTaken', 'failed', options.failure);
  }
}

/** The answer was lost: the service is asked before anything is sent again. */
export function markUnknown(session: Session, itemId: string, failure: Failure): void {
  const item = findItem(session.db, 'all', itemId);
  if (item === null || item.state !== 'sending') return;
  patchItem(session.db, item, { state: 'unknown', failure: JSON.stringify(failure) });
  moveSubmitted(session.db, itemId, 'unknown', session.clock.now().toISOString());
  recordEnd(session, itemId, 'fla.answerLost', 'unknown', failure);
}

/** What the service shows cannot be explained by our request: a person decides. */
export function askDecision(session: Session, itemId: string, failure: Failure): void {
  const item = findItem(session.db, 'all', itemId);
  if (item === null || (item.state !== 'ready' && item.state !== 'unknown')) return;
  patchItem(session.db, item, { failure: JSON.stringify(failure), needs_decision: 1 });
}

/** A waiting item whose request left earlier is not waiting but unknown: the service shows something else than before. */
export function loseAnswer(session: Session, item: Pick<ItemRow, 'id' | 'state'>): void {
  patchItem(session.db, item, { state: 'unknown' });
  moveSubmitted(session.db, item.id, 'unknown', session.clock.now().toISOString());
}

/** The service refused the worker-year as a whole: the reason stands with every training that was submitted. */
export function refuseItem(
  session: Session,
  itemId: string,
  failure: Failure,
  issues: readonly FlaIssue[],
): void {
  const { db } = session;
  const item = findItem(db, 'all', itemId);
  if (item === null || (item.state !== 'ready' && item.state !== 'sending')) return;
  const at = session.clock.now().toISOString();
  let place = 0;
  for (const record of recordsOf(db, itemId)) {
    const prefix = `trainings[${record.withdraw === 0 ? place : -1}]`;
    if (record.withdraw === 0) place += 1;
    const own = issues.filter((issue) => issue.name.startsWith(prefix));
    const anomalies =
      own.length > 0
        ? own.map((issue) =>
            ownAnomaly('OUT-MESSAGE-REFUSED', `${issue.name.slice(prefix.length + 1)}: ${issue.detail}`),
          )
        : [ownAnomaly(codeOf(failure), issues[0]?.detail ?? '')];
    const result = { state: 'refused' as const, anomalies };
    const effect = effectOf(record, result);
    if (effect !== null) applyEffect(db, effect, at);
    saveResult(db, itemId, record.training_id, 'refused', anomalies);
  }
  patchItem(db, item, {
    state: 'refused',
    answered_at: at,
    failure: JSON.stringify(failure),
    needs_decision: 0,
    next_attempt_at: null,
  });
  supersedeEarlier(db, item);
  if (failure.code === 'mandateMissing') noteAnswerOnMandate(session, item.employer_id, 'refuted');
  recordEnd(session, itemId, 'fla.refused', 'refused', failure, issues);
}

const codeOf = (failure: Failure): string =>
  failure.code === 'mandateMissing' ? 'F0003-155' : 'OUT-MESSAGE-REFUSED';

function recordEnd(
  session: Session,
  itemId: string,
  kind: string,
  result: 'failed' | 'unknown' | 'refused',
  failure: Failure,
  issues: readonly FlaIssue[] = [],
): void {
  const item = findItem(session.db, 'all', itemId);
  if (item === null) return;
  recordAct(session, {
    employerId: item.employer_id,
    kind,
    subject: { kind: 'outboxItem', id: itemId },
    result,
    contract: flaContract,
    summary: `${item.worker_name} · ${item.year}`,
    payload: {
      worker: item.worker_name,
      year: item.year,
      requestHash: item.request_hash ?? '',
      failure: failure.code,
      traceId: failure.traceId,
      details: failure.details ?? {},
      issues: [...issues],
    },
  });
}
