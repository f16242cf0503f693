// All commands, in the order in which a newcomer meets them.
import { accountCommands } from './account.ts';
import { accountChangeCommands } from './account-change.ts';
import { applicantCommands } from './applicant.ts';
import { applicantBatchCommands } from './applicant-batch.ts';
import { applicantReadCommands } from './applicant-read.ts';
import { approvalCommands } from './approval.ts';
import { cbssCommands } from './cbss.ts';
import { certificateCommands } from './certificate.ts';
import { certificateLifeCommands } from './certificate-life.ts';
import type { Command } from './command.ts';
import { deadlineCommands } from './deadline.ts';
import { doctorCommands } from './doctor.ts';
import { employerCommands } from './employer.ts';
import { employerImportCommands } from './employer-import.ts';
import { guideCommands } from './guide.ts';
import { historyCommands } from './history.ts';
import { intakeCommands } from './intake.ts';
import { liveCommands } from './live.ts';
import { mandateCommands } from './mandate.ts';
import { outboxCommands } from './outbox.ts';
import { outboxPlanCommands } from './outbox-plan.ts';
import { planningCommands } from './planning.ts';
import { pointCommands } from './point.ts';
import { posterCommands } from './poster.ts';
import { practiceCommands } from './practice.ts';
import { presenceCommands } from './presence.ts';
import { providerCommands } from './provider.ts';
import { registerCommands } from './register.ts';
import { registerFeedCommands } from './register-feed.ts';
import { renewalCommands } from './renewal.ts';
import { rescueCommands } from './rescue.ts';
import { rescuePlanCommands } from './rescue-plan.ts';
import { rescueVerifyCommands } from './rescue-verify.ts';
import { routeCommands } from './route.ts';
import { trainingCommands } from './training.ts';
import { trainingAccountCommands } from './training-account.ts';
import { trainingListCommands } from './training-list.ts';
import { workerCommands } from './worker.ts';
import { worksCommands } from './works.ts';

export const commands: readonly Command[] = [
  ...guideCommands,
  ...certificateCommands,
  ...certificateLifeCommands,
  ...accountCommands,
  ...renewalCommands,
  ...doctorCommands,
  ...accountChangeCommands,
  ...employerCommands,
  ...employerImportCommands,
  ...routeCommands,
  ...mandateCommands,
  ...workerCommands,
  ...trainingListCommands,
  ...trainingCommands,
  ...trainingAccountCommands,
  ...intakeCommands,
  ...providerCommands,
  ...liveCommands,
  ...outboxCommands,
  ...outboxPlanCommands,
  ...approvalCommands,
  ...deadlineCommands,
  ...rescueCommands,
  ...worksCommands,
  ...posterCommands,
  ...presenceCommands,
  ...pointCommands,
  ...planningCommands,
  ...registerCommands,
  ...registerFeedCommands,
  ...cbssCommands,
  ...applicantCommands,
  ...applicantBatchCommands,
  ...applicantReadCommands,
  ...rescuePlanCommands,
  ...rescueVerifyCommands,
  ...historyCommands,
  ...practiceCommands,
];
