// Writes down the answer to a session: its state, each participant's result, the event with both hashes, in one transaction.
import { createHash } from 'node:crypto';
import { recordAct } from '../history/record-act.ts';
import { dropForward } from '../outbox/approval-store.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { type ParticipantAnswer, providerContract } from './provider-api.ts';
import { answerSending, openSending } from './sending-store.ts';
import { findSession, patchSession, type ResultsByNumber } from './session-store.ts';

/** `text`: the answer as received, whose hash goes into the history. */
export function settleSession(
  session: Session,
  id: string,
  answers: readonly ParticipantAnswer[],
  text: string,
): void {
  const { db } = session;
  const answerHash = createHash('sha256').update(text).digest('hex');
  transaction(db, () => {
    const row = findSession(db, id);
    if (row === null) throw new RangeError('an answer for a session that does not exist');
    const at = session.clock.now().toISOString();
    const results: ResultsByNumber = Object.fromEntries(
      answers.map(({ insz, state, anomalies }) => [insz, { state, anomalies }]),
    );
    const withdrawn = answers.length === 0;
    const state = withdrawn ? 'withdrawn' : worst(answers);
    patchSession(
      db,
      row,
      {
        state,
        request_body: null,
        answer_hash: answerHash,
        answered_at: at,
        results: JSON.stringify(results),
        failure: null,
        // A refused participant leaves what stood there before, so only an empty session stands for nothing.
        stands: Number(!withdrawn && (row.stands === 1 || answers.some((one) => one.state !== 'refused'))),
      },
      at,
    );
    // What was approved has been done: another sending is another one to approve.
    dropForward(db, id);
    const sending = openSending(db, id);
    if (sending !== null) {
      const answered = answers.flatMap(({ employer }) => employer ?? []);
      const known = answered.length > 0 ? answered : (JSON.parse(sending.employers) as string[]);
      const kept = state === 'withdrawn' ? 'accepted' : state;
      const employers = [...new Set(known)].toSorted();
      answerSending(db, id, sending.id, { state: kept, hash: answerHash, employers, at });
    }
    recordAct(session, {
      employerId: null,
      kind: 'provider.answered',
      subject: { kind: 'providerSession', id },
      result: state === 'withdrawn' ? 'accepted' : state,
      contract: providerContract,
      summary: row.title,
      payload: {
        requestHash: row.request_hash ?? '',
        answerHash,
        answer: text,
        accepted: answers.filter((one) => one.state !== 'refused').length,
        refused: answers.filter((one) => one.state === 'refused').length,
      },
    });
  });
}

function worst(answers: readonly ParticipantAnswer[]): ParticipantAnswer['state'] {
  if (answers.some(({ state }) => state === 'refused')) return 'refused';
  return answers.some(({ state }) => state === 'acceptedWithWarnings') ? 'acceptedWithWarnings' : 'accepted';
}
