// The one flat list of calls and events. Main's handlers are a mapped type over it: a missing one does not compile.
import type { z } from 'zod';
import { accountCalls, accountEvents } from './accounts.ts';
import { appCalls, appEvents } from './app.ts';
import { applicantAnswerCalls } from './applicant-answers.ts';
import { applicantBatchCalls } from './applicant-batches.ts';
import { applicantCalls, applicantEvents } from './applicants.ts';
import { approverCalls } from './approvers.ts';
import { cbssCalls, cbssEvents } from './cbss.ts';
import { cbssWorkbenchCalls, cbssWorkbenchEvents } from './cbss-workbench.ts';
import { certificateCalls, certificateEvents } from './certificates.ts';
import { doctorCalls } from './doctor.ts';
import { employerImportCalls, employerImportEvents } from './employer-import.ts';
import { employerCalls, employerEvents, establishmentCalls } from './employers.ts';
import { goingLiveCalls } from './going-live.ts';
import { guideCalls, guideEvents } from './guide.ts';
import { historyCalls, historyEvents } from './history.ts';
import { intakeCalls } from './intake.ts';
import { outboxCalls, outboxEvents } from './outbox.ts';
import { outboxPlanCalls } from './outbox-plan.ts';
import { planningCalls, planningEvents } from './planning.ts';
import { planningImportCalls } from './planning-import.ts';
import { posterCalls } from './posters.ts';
import { presenceSearchCalls, presenceSearchEvents } from './presence-search.ts';
import { presenceCalls, presenceEvents } from './presences.ts';
import { registerCalls, registerEvents } from './register.ts';
import { registerFeedCalls, registerFeedEvents } from './register-feed.ts';
import { registerInscribingCalls } from './register-inscribing.ts';
import { registerNumberCalls } from './register-numbers.ts';
import { registerSavingCalls } from './register-saving.ts';
import { registrationPointCalls, registrationPointEvents } from './registration-point.ts';
import { renewalCalls } from './renewal.ts';
import { rescueCalls, rescueEvents } from './rescue.ts';
import { routeCalls, routeEvents } from './routes.ts';
import { deadlineCalls, serviceCalls } from './service-state.ts';
import { settingsCalls, settingsEvents } from './settings.ts';
import { todayCalls } from './today.ts';
import { trainingCalls, trainingEvents } from './training.ts';
import { trainingAccountCalls } from './training-account.ts';
import { trainingImportCalls, trainingImportEvents } from './training-import.ts';
import { trainingListCalls } from './training-lists.ts';
import { trainingPasteCalls } from './training-paste.ts';
import { trainingProviderCalls, trainingProviderEvents } from './training-provider.ts';
import { viewCalls } from './views.ts';

import { worksCodeCalls } from './works-codes.ts';
import { worksDeclarationCalls, worksDeclarationEvents } from './works-declarations.ts';

export const calls = {
  ...appCalls,
  ...settingsCalls,
  ...certificateCalls,
  ...accountCalls,
  ...renewalCalls,
  ...guideCalls,
  ...doctorCalls,
  ...goingLiveCalls,
  ...employerCalls,
  ...employerImportCalls,
  ...establishmentCalls,
  ...routeCalls,
  ...trainingCalls,
  ...trainingAccountCalls,
  ...trainingPasteCalls,
  ...trainingImportCalls,
  ...trainingListCalls,
  ...intakeCalls,
  ...outboxCalls,
  ...outboxPlanCalls,
  ...approverCalls,
  ...trainingProviderCalls,
  ...rescueCalls,
  ...worksDeclarationCalls,
  ...worksCodeCalls,
  ...presenceCalls,
  ...presenceSearchCalls,
  ...posterCalls,
  ...planningImportCalls,
  ...planningCalls,
  ...registrationPointCalls,
  ...registerCalls,
  ...registerNumberCalls,
  ...registerSavingCalls,
  ...registerInscribingCalls,
  ...registerFeedCalls,
  ...applicantCalls,
  ...applicantAnswerCalls,
  ...applicantBatchCalls,
  ...cbssCalls,
  ...cbssWorkbenchCalls,
  ...historyCalls,
  ...todayCalls,
  ...serviceCalls,
  ...deadlineCalls,
  ...viewCalls,
};

export const events = {
  ...appEvents,
  ...settingsEvents,
  ...certificateEvents,
  ...accountEvents,
  ...guideEvents,
  ...employerEvents,
  ...employerImportEvents,
  ...routeEvents,
  ...trainingEvents,
  ...trainingImportEvents,
  ...outboxEvents,
  ...trainingProviderEvents,
  ...rescueEvents,
  ...worksDeclarationEvents,
  ...presenceEvents,
  ...presenceSearchEvents,
  ...planningEvents,
  ...registrationPointEvents,
  ...registerEvents,
  ...registerFeedEvents,
  ...applicantEvents,
  ...cbssEvents,
  ...cbssWorkbenchEvents,
  ...historyEvents,
};

export type CallName = keyof typeof calls;
export type EventName = keyof typeof events;
/** What a page sends (defaults may be left out). */
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
/** What a handler gets: checked and completed. */
export type HandlerInput<N extends CallName> = z.output<(typeof calls)[N]['input']>;
/** What a handler gives. */
export type HandlerOutput<N extends CallName> = z.input<(typeof calls)[N]['output']>;
/** What a page gets. */
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]['payload']>;
