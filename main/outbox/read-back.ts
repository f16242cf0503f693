// Asks the service what became of a request whose answer was lost, and writes down what its set proves.
import { type Failure, fail } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { ownAnomaly } from '../training/fla-anomaly.ts';
import type { WireTraining } from '../training/fla-wire.ts';
import { compareSets, printsOf } from './compare-sets.ts';
import { findItem } from './item-store.ts';
import { type FrozenRequest, frozenOf } from './outbox-item.ts';
import { askDecision, loseAnswer } from './put-back.ts';
import { recordsOf } from './record-store.ts';
import { type Result, settleItem } from './settle-item.ts';

export type ReadBack =
  | { kind: 'settled' }
  /** As before the request: the same may be sent again. */
  | { kind: 'untouched'; request: FrozenRequest }
  | { kind: 'decide'; failure: Failure }
  | { kind: 'gone' };

/** Within one transaction. `shown` is what the service shows now, `text` its answer as received. */
export function readBack(
  session: Session,
  itemId: string,
  shown: readonly WireTraining[],
  text: string,
): ReadBack {
  const item = findItem(session.db, 'all', itemId);
  const request = item === null ? null : frozenOf(item);
  if (item === null || request === null) return { kind: 'gone' };
  if (item.state !== 'unknown' && item.state !== 'ready') return { kind: 'gone' };
  const records = recordsOf(session.db, itemId);
  const ours = new Set(records.map((record) => record.external_reference));
  const sent = printsOf((JSON.parse(request.body) as { trainings: WireTraining[] }).trainings);
  const verdict = compareSets(sent, request.before, printsOf(shown), ours);
  if (verdict.kind === 'untouched') return { kind: 'untouched', request };
  // It waited in the queue after a 503, and now proves to have left its mark.
  if (item.state === 'ready') loseAnswer(session, item);
  if (verdict.kind === 'other') {
    const { failure } = fail('conflict', { details: { reason: 'setChanged' } });
    askDecision(session, itemId, failure);
    return { kind: 'decide', failure };
  }
  const results = new Map<string, Result>();
  for (const record of records) {
    if (record.withdraw === 1) continue;
    const stands = verdict.stored.has(record.external_reference);
    results.set(
      record.external_reference,
      stands
        ? { state: 'accepted', anomalies: [] }
        : { state: 'refused', anomalies: [ownAnomaly('OUT-REASON-UNKNOWN')] },
    );
  }
  settleItem(session, itemId, { how: 'read', text, results });
  return { kind: 'settled' };
}
