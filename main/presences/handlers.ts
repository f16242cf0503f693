// The calls `worksDeclaration.*` and `presence.*`.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { addWorks, changeWorks, removeWorks, restoreWorks } from './keep-works.ts';
import { lookUp } from './look-up.ts';
import { saveEvidence } from './save-evidence.ts';
import { showDay } from './show-day.ts';
import { showPresences } from './show-presences.ts';
import { showRemarks } from './show-remarks.ts';
import { getWorks, showWorks } from './show-works.ts';
import { readPasted } from './trusted-origins.ts';

export function presenceHandlers(session: Session): HandlersOf<'worksDeclaration' | 'presence'> {
  return {
    'worksDeclaration.list': (input) => ok(showWorks(session, input)),
    'worksDeclaration.get': ({ id }) => getWorks(session, id),
    'worksDeclaration.read': ({ text }) => {
      const read = readPasted(session, text);
      return ok(
        'references' in read ? { ...read, references: read.references.slice(0, 50) } : read,
      ) as ReturnType<HandlersOf<'worksDeclaration'>['worksDeclaration.read']>;
    },
    'worksDeclaration.add': (input) => addWorks(session, input),
    'worksDeclaration.update': (input) => changeWorks(session, input),
    'worksDeclaration.remove': ({ id }) => removeWorks(session, id),
    'worksDeclaration.restore': ({ id }) => restoreWorks(session, id),
    'presence.lookUp': (input) => {
      const started = session.jobs.start('presenceLookUp', (run) => lookUp(session, input, run));
      return started.ok ? ok({ jobId: started.value.id }) : started;
    },
    'presence.list': (input) => ok(showPresences(session, input)),
    'presence.remarks': (input) => ok(showRemarks(session, input)),
    'presence.saveEvidence': (input, { windowId }) => saveEvidence(session, windowId, input),
    'presence.day': (input) => ok(showDay(session, input)),
  };
}
