// The chain of one training: filed, corrected, withdrawn, taken over from a provider; each with what changed, from what to what.
import type { ChainStep, Change } from '../../preload/contract/outbox-plan.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import type { Session } from '../platform/session.ts';
import { findTraining } from '../training/training-store.ts';
import { type CarriedRow, type DecidedRow, decisionsOf, sendingsOf } from './chain-store.ts';

type Happened = { at: string } & ({ sending: CarriedRow } | { decision: DecidedRow });

/** Failure notFound. */
export function chainOf(session: Session, trainingId: string): Result<{ steps: ChainStep[] }> {
  const { db } = session;
  if (findTraining(db, 'all', trainingId) === null) return fail('notFound');
  const happened: Happened[] = [
    ...sendingsOf(db, trainingId).map((sending) => ({ at: sending.at, sending })),
    ...decisionsOf(db, trainingId).map((decision) => ({ at: decision.at, decision })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  let before: TrainingFields | null = null;
  const steps = happened.map((one): ChainStep => {
    if ('decision' in one) {
      const { decision } = one;
      const fields = JSON.parse(decision.fields) as TrainingFields;
      const step = decidedStep(decision, decision.decision === 'adopted' ? changesOf(before, fields) : []);
      if (decision.decision === 'adopted') before = fields;
      return step;
    }
    const fields = JSON.parse(one.sending.fields) as TrainingFields;
    const step = sentStep(one.sending, before, one.sending.withdraw === 1 ? [] : changesOf(before, fields));
    // What was refused did not replace what stood there.
    if (step.result === 'accepted' || step.result === 'acceptedWithWarnings')
      before = one.sending.withdraw === 1 ? null : fields;
    return step;
  });
  return ok({ steps });
}

function sentStep(row: CarriedRow, before: TrainingFields | null, changed: Change[]): ChainStep {
  const { itemId, at, preparedBy, approvedBy, requestHash, answerHash } = row;
  const again = changed.length > 0 ? 'corrected' : 'unchanged';
  return {
    id: itemId,
    itemId,
    at,
    kind: row.withdraw === 1 ? 'withdrawn' : before === null ? 'filed' : again,
    result: row.result ?? (row.itemState === 'unknown' ? 'unknown' : 'notAnswered'),
    changed,
    reason: '',
    preparedBy,
    approvedBy,
    requestHash,
    answerHash,
  };
}

/** It stands at the service already, so taking it over sends nothing. */
const decidedStep = ({ id, at, decision, reason, by }: DecidedRow, changed: Change[]): ChainStep => ({
  id,
  itemId: null,
  at,
  kind: decision,
  result: decision === 'adopted' ? 'accepted' : null,
  changed,
  reason: reason.slice(0, 500),
  preparedBy: by,
  approvedBy: '',
  requestHash: null,
  answerHash: null,
});

const text = (value: unknown): string => String(value ?? '').slice(0, 300);

function changesOf(before: TrainingFields | null, after: TrainingFields): Change[] {
  if (before === null) return [];
  return (Object.keys(after) as (keyof TrainingFields)[])
    .filter((field) => after[field] !== before[field])
    .map((field) => ({ field, before: text(before[field]), after: text(after[field]) }));
}
