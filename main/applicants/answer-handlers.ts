// The calls `applicantAnswer.*` and `applicantCare.*`.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { adviseOn, showAdvice } from './advice-lines.ts';
import { saveAnswerPdf } from './answer-pdf.ts';
import { eraseByHand } from './care-erase.ts';
import { showCare, updateCare } from './care-settings.ts';
import { readAnswer } from './read-answer.ts';

export function applicantAnswerHandlers(session: Session): HandlersOf<'applicantAnswer' | 'applicantCare'> {
  return {
    'applicantAnswer.read': (input) => readAnswer(session, input),
    'applicantAnswer.savePdf': (input, { windowId }) => saveAnswerPdf(session, windowId, input),
    'applicantAnswer.advice': ({ id }) => showAdvice(session, id),
    'applicantAnswer.adviseOn': (input) => adviseOn(session, input),
    'applicantCare.get': () => ok(showCare(session)),
    'applicantCare.update': ({ keepDays }) => updateCare(session, keepDays),
    'applicantCare.erase': ({ id }) => eraseByHand(session, id),
  };
}
