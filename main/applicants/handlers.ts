// The calls `applicantRequest.*`.
import { fail } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';

const notYet = () => fail('notSupportedHere');

export function applicantHandlers(_session: Session): HandlersOf<'applicantRequest'> {
  return {
    'applicantRequest.readiness': async () => notYet(),
    'applicantRequest.ask': async () => notYet(),
    'applicantRequest.list': async () => notYet(),
    'applicantRequest.counts': async () => notYet(),
    'applicantRequest.get': async () => notYet(),
    'applicantRequest.watch': async () => notYet(),
    'applicantRequest.refresh': async () => notYet(),
    'applicantRequest.withdraw': async () => notYet(),
    'applicantRequest.accept': async () => notYet(),
    'applicantRequest.renounce': async () => notYet(),
    'applicantRequest.link': async () => notYet(),
    'applicantRequest.remove': async () => notYet(),
    'applicantRequest.setLabel': async () => notYet(),
    'applicantRequest.message': async () => notYet(),
    'applicantRequest.saveSheet': async () => notYet(),
  };
}
