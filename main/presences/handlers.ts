// The calls `worksDeclaration.*`, `presence.*` and `presenceFilter.*`.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { startFollowing } from './follow-pending.ts';
import { addFilter, changeFilter, removeFilter, restoreFilter, showFilters } from './keep-filters.ts';
import { addWorks, changeWorks, removeWorks, restoreWorks } from './keep-works.ts';
import { lookUp } from './look-up.ts';
import { presenceExport } from './make-export.ts';
import { saveEnds } from './save-ends.ts';
import { saveEvidence } from './save-evidence.ts';
import { showDay } from './show-day.ts';
import { showOverview } from './show-overview.ts';
import { showPresences } from './show-presences.ts';
import { showRemarks } from './show-remarks.ts';
import { getWorks, showWorks } from './show-works.ts';
import { readPasted } from './trusted-origins.ts';

export function presenceHandlers(
  session: Session,
): HandlersOf<'worksDeclaration' | 'presence' | 'presenceFilter'> {
  const exporting = presenceExport(session);
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
    'worksDeclaration.saveCalendar': (input, { windowId }) => saveEnds(session, windowId, input),
    'presence.lookUp': (input) => {
      const started = session.jobs.start('presenceLookUp', (run) => lookUp(session, input, run));
      return started.ok ? ok({ jobId: started.value.id }) : started;
    },
    'presence.follow': () => {
      startFollowing(session);
      return ok({});
    },
    'presence.list': (input) => ok(showPresences(session, input)),
    'presence.remarks': (input) => ok(showRemarks(session, input)),
    'presence.saveEvidence': (input, { windowId }) => saveEvidence(session, windowId, input),
    'presence.day': (input) => ok(showDay(session, input)),
    'presence.overview': (input) => ok(showOverview(session, input)),
    'presence.makeExport': (input) => exporting.make(input),
    'presence.saveExport': ({ jobId }, { windowId }) => exporting.save(windowId, jobId),
    'presenceFilter.list': () => ok(showFilters(session)),
    'presenceFilter.add': (input) => addFilter(session, input),
    'presenceFilter.update': (input) => changeFilter(session, input),
    'presenceFilter.remove': ({ id }) => removeFilter(session, id),
    'presenceFilter.restore': ({ id }) => restoreFilter(session, id),
  };
}
