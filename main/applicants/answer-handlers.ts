// The calls `applicantAnswer.*` and `applicantCare.*`.
import { fail } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';

const notYet = () => fail('notSupportedHere');

export function applicantAnswerHandlers(_session: Session): HandlersOf<'applicantAnswer' | 'applicantCare'> {
  return {
    'applicantAnswer.read': async () => notYet(),
    'applicantAnswer.savePdf': async () => notYet(),
    'applicantAnswer.advice': async () => notYet(),
    'applicantAnswer.adviseOn': async () => notYet(),
    'applicantCare.get': async () => notYet(),
    'applicantCare.update': async () => notYet(),
    'applicantCare.erase': async () => notYet(),
  };
}
