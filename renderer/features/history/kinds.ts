// The kinds of events that the app records, in the groups by which they are filtered.
import type { IconName } from '../../ui/icon-shapes.ts';

export const kindGroups = {
  sending: [
    'fla.requested',
    'fla.answered',
    'fla.readBack',
    'fla.answerLost',
    'fla.notTaken',
    'fla.refused',
    'fla.setDiffered',
    'outbox.paused',
    'outbox.resumed',
    'outbox.recovered',
    'outbox.sentAfresh',
    'outbox.takenBack',
    'outbox.approved',
    'outbox.approvalRefused',
    'outbox.scheduled',
    'outbox.approvalAsked',
    'outbox.approvalDropped',
    'outbox.receiptsSaved',
    'provider.requested',
    'provider.withdrawalRequested',
    'provider.answered',
    'provider.notAnswered',
    'provider.removed',
    'provider.filingsRead',
    'provider.filingAdopted',
    'provider.filingRejected',
    'outbox.closedConfirmed',
    'outbox.approvalSigned',
    'outbox.approverAdded',
    'outbox.approverPinChanged',
    'outbox.approverRemoved',
    'provider.approvalRequested',
    'provider.closedConfirmed',
  ],
  training: [
    'training.submitted',
    'training.imported',
    'training.importReversed',
    'training.intakeMade',
    'training.markedForWithdrawal',
    'rescue.started',
    'rescue.answered',
    'rescue.dropped',
    'rescue.listed',
    'rescue.fileTaken',
    'rescue.adopted',
    'rescue.adoptionReversed',
    'rescue.exported',
    'rescue.overviewSaved',
    'rescue.noticeAccepted',
    'rescue.planDropped',
    'rescue.marked',
    'rescue.planned',
    'training.factsChanged',
    'training.agreementChanged',
    'training.accountPrinted',
    'deadline.calendarSaved',
  ],
  people: [
    'employer.added',
    'employer.changed',
    'employer.archived',
    'employer.restored',
    'employer.listImported',
    'employer.importReversed',
    'employer.removed',
    'employer.routeChosen',
    'route.stopped',
    'mandate.recorded',
    'mandate.changed',
    'mandate.ended',
    'mandate.removed',
    'mandate.restored',
    'establishment.added',
    'establishment.changed',
    'establishment.removed',
    'worker.added',
    'worker.changed',
  ],
  connection: [
    'certificate.generated',
    'certificate.imported',
    'certificate.issued',
    'certificate.requested',
    'certificate.ordered',
    'certificate.orderReversed',
    'certificate.requestRemoved',
    'certificate.protected',
    'certificate.renamed',
    'certificate.exported',
    'certificate.removed',
    'certificate.calendarSaved',
    'account.added',
    'account.changed',
    'account.tested',
    'account.removed',
    'account.closed',
    'account.reopened',
    'account.rightStopped',
    'account.certificateStopped',
    'account.certificateStaged',
    'account.certificateUnstaged',
    'account.certificateAdded',
    'account.certificateDetached',
    'account.certificateTested',
    'account.certificateSwitched',
    'account.certificateReleased',
    'guide.started',
    'guide.stepSet',
    'guide.ended',
    'guide.resumed',
  ],
  app: [
    'history.exported',
    'history.erased',
    'settings.environmentLeft',
    'settings.addressesEntered',
    'settings.liabilityAccepted',
    'practice.dateSet',
    'practice.enrolled',
  ],
} as const;

export type KindGroup = keyof typeof kindGroups;
export type KnownKind = (typeof kindGroups)[KindGroup][number];

export const groupIds = Object.keys(kindGroups) as KindGroup[];

const known = new Map<string, KindGroup>(
  groupIds.flatMap((group) => kindGroups[group].map((kind): [string, KindGroup] => [kind, group])),
);

/** A kind of a newer version is shown by its own name. */
export const isKnownKind = (kind: string): kind is KnownKind => known.has(kind);

const icons: Record<KindGroup, IconName> = {
  sending: 'send',
  training: 'book',
  people: 'people',
  connection: 'link',
  app: 'gear',
};

export const iconOf = (kind: string): IconName => icons[known.get(kind) ?? 'app'];

/** All kinds of the chosen groups; none chosen asks for every kind. */
export const kindsOf = (groups: readonly KindGroup[]): string[] =>
  groups.length === groupIds.length ? [] : groups.flatMap((group) => kindGroups[group]);
