// Whether a receipt holds: both hashes are computed anew from the request and the answer that the history keeps.
import type { ReceiptProof } from '../../preload/contract/outbox-plan.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type KeptEvent, keptEvents } from '../history/kept-texts.ts';
import type { Session } from '../platform/session.ts';
import { sha256 } from './freeze-request.ts';
import { findProved } from './receipt-store.ts';

const asked = ['fla.requested', 'provider.requested', 'provider.withdrawalRequested'];
const answered = ['fla.answered', 'fla.readBack', 'provider.answered'];

/** Failure notFound. */
export function verifyReceipt(session: Session, id: string): Result<ReceiptProof> {
  const proved = findProved(session.db, id);
  if (proved === null) return fail('notFound');
  const { subjectId, requestHash, answerHash, requestBody } = proved;
  const requests = keptEvents(session.db, subjectId, asked);
  const answers = keptEvents(session.db, subjectId, answered);
  const request = endOf(requests, 'request', 'requestHash', requestHash);
  // The outbox keeps the request of a worker-year too: a text that was exchanged there shows as well.
  const beside = requestBody === null || sha256(requestBody) === requestHash;
  return ok({
    request: beside ? request : 'differs',
    answer: endOf(answers, 'answer', 'answerHash', answerHash),
    history: [...requests, ...answers].every(({ sound }) => sound) ? 'matches' : 'differs',
  });
}

/** The event that names this hash; its text must give it. */
function endOf(
  events: readonly KeptEvent[],
  name: 'request' | 'answer',
  hashName: string,
  hash: string,
): ReceiptProof['request'] {
  const told = events.filter(({ payload }) => payload?.[hashName] === hash);
  const texts = told.flatMap(({ payload }) => (typeof payload?.[name] === 'string' ? [payload[name]] : []));
  if (texts.length > 0) return texts.every((text) => sha256(text) === hash) ? 'matches' : 'differs';
  return events.some(({ erased }) => erased) ? 'erased' : 'lost';
}
