// Writes down an answer: the item's state, each training's result, the event in the history. All within one transaction,
// so that nothing is ever called accepted without its stored answer.
import type { OutboxItem } from '../../preload/contract/outbox.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import type { Anomaly } from '../training/fla-anomaly.ts';
import { flaContract } from '../training/fla-api.ts';
import { sha256 } from './freeze-request.ts';
import { findItem, patchItem, supersedeEarlier } from './item-store.ts';
import { applyEffect, type Effect, type RecordRow, recordsOf, saveResult } from './record-store.ts';
import { noteAnswerOnMandate } from './sending-route.ts';

export type Result = { state: 'accepted' | 'acceptedWithWarnings' | 'refused'; anomalies: Anomaly[] };
export type Answer = {
  /** `answered` by the service, or `read` back from it after the answer was lost. */
  how: 'answered' | 'read';
  /** As received: its hash goes into the chain. */
  text: string;
  /** By reference; every training of ours that was in the request has one. */
  results: ReadonlyMap<string, Result>;
};

/** Answers the item's new state. */
export function settleItem(session: Session, itemId: string, answer: Answer): OutboxItem['state'] {
  const { db } = session;
  const item = findItem(db, 'all', itemId);
  if (item === null) throw new RangeError('an answer for an item that does not exist');
  const at = session.clock.now().toISOString();
  const records = recordsOf(db, itemId);
  const inRequest = records.filter((record) => record.withdraw === 0);
  const results = new Map(inRequest.map((record) => [record.training_id, resultOf(record, answer)]));
  // Where not one was taken, what the request left out was not taken off the set either.
  const nothingTaken =
    inRequest.length > 0 && inRequest.every((r) => results.get(r.training_id)?.state === 'refused');
  for (const record of records) {
    if (record.withdraw === 1)
      results.set(record.training_id, { state: nothingTaken ? 'refused' : 'accepted', anomalies: [] });
    const result = results.get(record.training_id) ?? missing;
    const effect = effectOf(record, result);
    if (effect !== null) applyEffect(db, effect, at);
    saveResult(db, itemId, record.training_id, result.state, result.anomalies);
  }
  const state = worst([...results.values()]);
  const answerHash = sha256(answer.text);
  patchItem(db, item, {
    state,
    answered_at: at,
    answer_hash: answerHash,
    failure: null,
    needs_decision: 0,
    next_attempt_at: null,
    overrule: 0,
  });
  supersedeEarlier(db, item);
  const codes = [...results.values()].flatMap((result) => result.anomalies.map(({ code }) => code));
  noteAnswerOnMandate(session, item.employer_id, codes.includes('F0003-155') ? 'refuted' : 'confirmed');
  recordAct(session, {
    employerId: item.employer_id,
    kind: answer.how === 'answered' ? 'fla.answered' : 'fla.readBack',
    subject: { kind: 'outboxItem', id: itemId },
    result: state,
    contract: flaContract,
    summary: `${item.worker_name} · ${item.year}`,
    payload: {
      worker: item.worker_name,
      insz: item.insz,
      year: item.year,
      requestHash: item.request_hash ?? '',
      answerHash,
      answer: answer.text,
      results: records.map((record) => ({
        training: record.training_id,
        title: record.title,
        state: results.get(record.training_id)?.state ?? '',
        codes: results.get(record.training_id)?.anomalies.map((anomaly) => anomaly.code) ?? [],
      })),
    },
  });
  return state;
}

const missing: Result = { state: 'refused', anomalies: [] };
const resultOf = (record: RecordRow, answer: Answer): Result =>
  answer.results.get(record.external_reference) ?? missing;

export function worst(results: readonly Result[]): 'accepted' | 'acceptedWithWarnings' | 'refused' {
  if (results.some((result) => result.state === 'refused')) return 'refused';
  return results.some((result) => result.state === 'acceptedWithWarnings')
    ? 'acceptedWithWarnings'
    : 'accepted';
}

/** What an answer does to a training; null leaves it alone. */
export function effectOf(record: RecordRow, result: Result): Effect | null {
  const base = {
    trainingId: record.training_id,
    from: record.state,
    anomalies: result.anomalies,
    withdraw: false,
  };
  if (record.submitted === 0) {
    // Rode along: only its remarks may have changed, unless a person works on a correction of it.
    const stands = record.state === 'accepted' || record.state === 'acceptedWithWarnings';
    return stands && result.state !== 'refused' ? { ...base, to: result.state, toFix: false } : null;
  }
  if (result.state === 'refused')
    return { ...base, to: 'refused', toFix: true, withdraw: record.withdraw === 1 };
  if (record.withdraw === 1) return { ...base, to: 'withdrawn', acceptedFields: null, toFix: false };
  return { ...base, to: result.state, acceptedFields: record.fields, toFix: false };
}
