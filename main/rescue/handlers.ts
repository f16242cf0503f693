// The calls `rescue.*`.
import { ok } from '../../preload/contract/result.ts';
import { sendingRoute } from '../outbox/sending-route.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { adopt, undoAdopt } from './adopt.ts';
import { exportRescue } from './export-rescue.ts';
import { beginManual, markYears, tickStep } from './manual.ts';
import { createRescue } from './rescue.ts';
import type { RescueOptions } from './rescue-ports.ts';
import { rescueClients, rescueReport, rescueStatus, rescueYear, rescueYears } from './show-rescue.ts';
import { takeFile } from './take-file.ts';

export function rescueHandlers(session: Session, options: RescueOptions = {}): HandlersOf<'rescue'> {
  const rescue = createRescue(session, options);
  const route = options.route ?? ((employerId: string) => sendingRoute(session, employerId));
  return {
    'rescue.status': () => ok(rescueStatus(session, rescue)),
    'rescue.clients': (input) => ok(rescueClients(session, route, input)),
    'rescue.start': (input) => rescue.start(input),
    'rescue.resume': () => rescue.resume(),
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
    'rescue.takeFile': (input, { windowId }) => takeFile(session, windowId, input),
  };
}
