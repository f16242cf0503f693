// How the set at a service differs from what was sent, as read once more after the answer: what others filed meanwhile, and what
// should stand there and does not. It is told; a person decides.
import type { SetDifference } from '../../preload/contract/outbox.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import { flaContract } from '../training/fla-api.ts';
import type { WireTraining } from '../training/fla-wire.ts';
import { printOf } from './compare-sets.ts';
import { findItem, patchItem } from './item-store.ts';
import type { FrozenRequest } from './outbox-item.ts';
import { recordsOf } from './record-store.ts';

const most = 100;
const titleOf = (training: WireTraining): string => String(training['title'] ?? '').slice(0, 255);

/** Pure: the request, what stands there now, and the references that were refused. */
export function differenceOf(
  sent: readonly WireTraining[],
  now: readonly WireTraining[],
  refused: ReadonlySet<string>,
): SetDifference | null {
  const asked = new Map(sent.map((training) => [training.externalReference, training]));
  const stands = new Map(now.map((training) => [training.externalReference, training]));
  const appeared = now.filter(({ externalReference }) => !asked.has(externalReference)).map(titleOf);
  const expected = sent.filter(({ externalReference }) => !refused.has(externalReference));
  const missing = expected.filter(({ externalReference }) => !stands.has(externalReference)).map(titleOf);
  const changed = expected
    .filter((training) => {
      const is = stands.get(training.externalReference);
      return is !== undefined && printOf(is) !== printOf(training);
    })
    .map(titleOf);
  if (appeared.length + missing.length + changed.length === 0) return null;
  return {
    appeared: appeared.slice(0, most),
    missing: missing.slice(0, most),
    changed: changed.slice(0, most),
  };
}

/** Within one transaction. */
export function noteDifference(
  session: Session,
  itemId: string,
  request: FrozenRequest,
  shown: readonly WireTraining[],
): void {
  const item = findItem(session.db, 'all', itemId);
  if (item === null) return;
  const sent = (JSON.parse(request.body) as { trainings: WireTraining[] }).trainings;
  const records = recordsOf(session.db, itemId);
  const refused = new Set(
    records.filter(({ result }) => result === 'refused').map(({ external_reference }) => external_reference),
  );
  const difference = differenceOf(sent, shown, refused);
  if (difference === null) return;
  patchItem(session.db, item, { difference: JSON.stringify(difference) });
  recordAct(session, {
    employerId: item.employer_id,
    kind: 'fla.setDiffered',
    subject: { kind: 'outboxItem', id: itemId },
    contract: flaContract,
    summary: `${item.worker_name} · ${item.year}`,
    payload: { worker: item.worker_name, year: item.year, ...difference },
  });
}
