// The calls `applicantRequest.*`.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { accept, afterwards, link, remove, renounce, setLabel, withdraw } from './act-on-request.ts';
import { askOne } from './ask-applicant.ts';
import { sweepDay } from './end-of-day.ts';
import { startFollowing } from './follow-requests.ts';
import { messageOf } from './message.ts';
import { openAsApplicant } from './open-as-applicant.ts';
import { readiness } from './readiness.ts';
import { refresh } from './refresh.ts';
import { applicantRuntime } from './runtime.ts';
import { saveSheet } from './sheet-save.ts';
import { countRequests, getRequest, showBoard, showRequests } from './show-requests.ts';

export function applicantHandlers(session: Session): HandlersOf<'applicantRequest'> {
  return {
    'applicantRequest.readiness': ({ employerId }) => readiness(session, employerId),
    'applicantRequest.ask': async (input, { windowId }) => askOne(session, input, windowId),
    'applicantRequest.list': (input) => ok(showRequests(session, input)),
    'applicantRequest.counts': (input) => ok(countRequests(session, input)),
    'applicantRequest.board': (input) => ok(showBoard(session, input)),
    'applicantRequest.get': ({ id }) => getRequest(session, id),
    'applicantRequest.watch': ({ ids, inFront }, { windowId }) => {
      sweepDay(session);
      const isNew = applicantRuntime(session).watch(windowId, ids, inFront);
      startFollowing(session, isNew);
      return ok({});
    },
    'applicantRequest.refresh': ({ employerId }) => refresh(session, employerId ?? null),
    'applicantRequest.withdraw': async (input) => afterwards(session, await withdraw(session, input)),
    'applicantRequest.accept': async (input) => afterwards(session, await accept(session, input)),
    'applicantRequest.renounce': async (input) => afterwards(session, await renounce(session, input)),
    'applicantRequest.link': (input) => link(session, input),
    'applicantRequest.remove': (input) => remove(session, input),
    'applicantRequest.setLabel': (input) => setLabel(session, input),
    'applicantRequest.message': (input) => messageOf(session, input),
    'applicantRequest.openAsApplicant': ({ id }) => openAsApplicant(session, id),
    'applicantRequest.saveSheet': (input, { windowId }) => saveSheet(session, windowId, input),
  };
}
