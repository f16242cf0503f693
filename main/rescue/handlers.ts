// The calls `rescue.*`.
import { fail, ok } from '../../preload/contract/result.ts';
import { sendingRoute } from '../outbox/sending-route.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { adopt, undoAdopt } from './adopt.ts';
import { exportRescue } from './export-rescue.ts';
import { beginManual, markYears, tickStep } from './manual.ts';
import { acceptNotice, afterNotice } from './notice.ts';
import { planRun, removePlan } from './plan-run.ts';
import { createPreviews } from './preview.ts';
import { createRescue, mayAsk } from './rescue.ts';
import type { RescueOptions } from './rescue-ports.ts';
import { saveEvidence } from './save-evidence.ts';
import { saveOverview } from './save-overview.ts';
import { rescueClients } from './show-clients.ts';
import { rescueReport, rescueYear, rescueYears } from './show-rescue.ts';
import { rescueStatus } from './show-status.ts';
import { takeFile } from './take-file.ts';

export function rescueHandlers(session: Session, options: RescueOptions = {}): HandlersOf<'rescue'> {
  const rescue = createRescue(session, options);
  const previews = createPreviews(session);
  const route = options.route ?? ((employerId: string) => sendingRoute(session, employerId));
  return {
    'rescue.status': () => rescueStatus(session, rescue),
    'rescue.acceptNotice': () => acceptNotice(session),
    'rescue.clients': (input) => ok(rescueClients(session, route, input)),
    'rescue.saveOverview': (input, { windowId }) => saveOverview(session, route, windowId, input),
    'rescue.start': afterNotice(session, (input) => rescue.start(input)),
    'rescue.plan': afterNotice(session, (input) =>
      mayAsk(session)
        ? planRun(session, input)
        : fail('stateNotAllowed', { details: { reason: 'addressNotConfirmed' } }),
    ),
    'rescue.dropPlan': () => removePlan(session),
    'rescue.runDue': () => rescue.runDue(),
    'rescue.resume': afterNotice(session, () => rescue.resume()),
    'rescue.pause': () => rescue.pause(),
    'rescue.cancel': ({ employerId }) => rescue.cancel(employerId),
    'rescue.report': ({ employerId }) => rescueReport(session, route, employerId),
    'rescue.years': async (input) => ok(await rescueYears(session, input)),
    'rescue.year': ({ id }) => rescueYear(session, id),
    'rescue.adopt': (input) => adopt(session, input),
    'rescue.undoAdopt': ({ adoptionId }) => undoAdopt(session, adoptionId),
    'rescue.export': (input, { windowId }) => exportRescue(session, windowId, input),
    'rescue.begin': ({ employerId }) => beginManual(session, employerId),
    'rescue.tick': (input) => tickStep(session, input),
    'rescue.mark': (input) => markYears(session, input),
    'rescue.look': (input, { windowId }) => previews.look(windowId, input),
    'rescue.preview': (input, { windowId }) => previews.show(windowId, input),
    'rescue.fixPreview': (input, { windowId }) => previews.fix(windowId, input),
    'rescue.mapPreview': (input, { windowId }) => previews.map(windowId, input),
    'rescue.takePreview': (input, { windowId }) => previews.take(windowId, input),
    'rescue.dropPreview': (input, { windowId }) => previews.drop(windowId, input),
    'rescue.saveEvidence': ({ id }, { windowId }) => saveEvidence(session, windowId, id),
    'rescue.takeFile': (input, { windowId }) => takeFile(session, windowId, input),
  };
}
