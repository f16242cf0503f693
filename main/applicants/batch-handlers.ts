// The calls `applicantBatch.*`.
import { fail } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';

const notYet = () => fail('notSupportedHere');

export function applicantBatchHandlers(_session: Session): HandlersOf<'applicantBatch'> {
  return {
    'applicantBatch.read': async () => notYet(),
    'applicantBatch.start': async () => notYet(),
    'applicantBatch.resume': async () => notYet(),
    'applicantBatch.list': async () => notYet(),
    'applicantBatch.saveMerge': async () => notYet(),
    'applicantBatch.saveTemplate': async () => notYet(),
    'applicantBatch.remove': async () => notYet(),
  };
}
