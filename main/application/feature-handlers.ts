// All handlers of one open environment. The only list of features.

import { enterCbssInPractice } from '../accounts/cbss-in-practice.ts';
import { accountHandlers } from '../accounts/handlers.ts';
import { renewalHandlers } from '../accounts/renewal-handlers.ts';
import { applicantAnswerHandlers } from '../applicants/answer-handlers.ts';
import { applicantBatchHandlers } from '../applicants/batch-handlers.ts';
import { applicantHandlers } from '../applicants/handlers.ts';
import { certificateHandlers } from '../certificates/handlers.ts';
import { doctorHandlers } from '../doctor/handlers.ts';
import { employerHandlers } from '../employers/handlers.ts';
import { employerImportHandlers } from '../employers/import/handlers.ts';
import { routeHandlers } from '../employers/route-handlers.ts';
import { guideHandlers } from '../guide/handlers.ts';
import { historyHandlers } from '../history/handlers.ts';
import { approverHandlers } from '../outbox/approvers.ts';
import { outboxHandlers, trainingAndOutboxHandlers } from '../outbox/handlers.ts';
import { workerYearQueue } from '../outbox/queue-worker-years.ts';
import { stopHandlers } from '../outbox/stop-handlers.ts';
import { workerHandlers } from '../people/handlers.ts';
import { planningHandlers } from '../planning/handlers.ts';
import type { Handlers } from '../platform/handler.ts';
import { posterHandlers } from '../posters/handlers.ts';
import { worksCodeHandlers } from '../presences/code-handlers.ts';
import { presenceHandlers } from '../presences/handlers.ts';
import { cbssHandlers } from '../register/cbss/handlers.ts';
import { registerFeedHandlers } from '../register/feed/handlers.ts';
import { registerHandlers } from '../register/handlers.ts';
import { registerInscribingHandlers } from '../register/inscribing/handlers.ts';
import { registerNumberHandlers } from '../register/numbers/handlers.ts';
import { registerSavingHandlers } from '../register/saving/save-lines.ts';
import { cbssWorkbenchHandlers } from '../register/workbench/handlers.ts';
import { registrationPointHandlers } from '../registration-point/handlers.ts';
import { rescueHandlers } from '../rescue/handlers.ts';
import { serviceHandlers } from '../services/handlers.ts';
import { readServiceCalendar } from '../services/service-calendar.ts';
import { flaStateOn } from '../services/service-state.ts';
import { goingLiveHandlers } from '../settings/going-live.ts';
import { type SettingsParts, settingsHandlers } from '../settings/handlers.ts';
import { reachesProduction } from '../settings/production-in-use.ts';
import { viewHandlers } from '../settings/view-handlers.ts';
import { trainingAccountHandlers } from '../training/account/handlers.ts';
import { trainingHandlers } from '../training/handlers.ts';
import { trainingImportHandlers } from '../training/import/handlers.ts';
import { trainingListsHandlers } from '../training/import/many-handlers.ts';
import { intakeHandlers } from '../training/intake/handlers.ts';
import { trainingPasteHandlers } from '../training/paste/pasted-trainings.ts';
import { trainingProviderHandlers } from '../training-provider/handlers.ts';
import { type AppParts, appHandlers } from './app-handlers.ts';

/** `owner` false: beside the owner of the profile, where nothing may be written, not even what a kill left behind. */
export function featureHandlers(app: AppParts, settings: SettingsParts, owner: boolean): Handlers {
  const { session } = app;
  const reaches = () => reachesProduction(session.environment, settings.environments);
  const register = owner
    ? trainingAndOutboxHandlers(session, { reachesProduction: reaches })
    : {
        ...trainingHandlers(session, workerYearQueue(session)),
        ...outboxHandlers(session, { reachesProduction: reaches }),
      };
  return {
    ...appHandlers(app),
    ...settingsHandlers(settings),
    ...goingLiveHandlers(settings),
    ...certificateHandlers(session),
    ...accountHandlers(session),
    ...renewalHandlers(session),
    ...guideHandlers(session, () => {
      const calendar = readServiceCalendar(session.resourcesDir);
      return flaStateOn(calendar, session.businessDate()).state;
    }),
    ...doctorHandlers({
      session,
      exchanges: app.http.exchanges,
      environment: (name) => settings.environments.get(name) ?? null,
      makeHttp: app.makeHttp,
    }),
    ...employerHandlers(session),
    ...employerImportHandlers(session),
    ...routeHandlers(session),
    ...stopHandlers(session),
    ...workerHandlers(session),
    ...register,
    ...trainingAccountHandlers(session),
    ...trainingPasteHandlers(session),
    ...intakeHandlers(session),
    ...trainingImportHandlers(session),
    ...trainingListsHandlers(session),
    ...approverHandlers(session),
    ...trainingProviderHandlers(session, owner, { reachesProduction: reaches }),
    ...rescueHandlers(session),
    ...planningHandlers(session, owner),
    ...presenceHandlers(session),
    ...posterHandlers(session),
    ...worksCodeHandlers(session),
    ...registerNumberHandlers(session, owner),
    ...registrationPointHandlers(session),
    ...registerHandlers(session),
    ...registerSavingHandlers(session),
    ...registerInscribingHandlers(session),
    ...registerFeedHandlers(session, owner),
    ...applicantHandlers(session),
    ...applicantAnswerHandlers(session),
    ...applicantBatchHandlers(session),
    ...cbssHandlers(session, { enterPractice: (ask) => enterCbssInPractice(session, ask) }, owner),
    ...cbssWorkbenchHandlers(session),
    ...historyHandlers(session),
    ...serviceHandlers(session, reaches),
    ...viewHandlers(session),
  };
}
