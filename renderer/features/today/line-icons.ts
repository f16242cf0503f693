// The icon of each kind of line on Today.
import type { IconName } from '../../ui/icon.tsx';
import type { TodayLine } from './today-list.tsx';

export const lineIcons: Record<TodayLine['key'], IconName> = {
  outcomeUnknown: 'unknown',
  needsDecision: 'unknown',
  refused: 'refused',
  certificateEnds: 'warn',
  certificateEnded: 'refused',
  certificateNext: 'moving',
  certificateIdle: 'shield',
  certificateGone: 'refused',
  noCertificate: 'shield',
  noAccount: 'link',
  accountFails: 'plug',
  noEmployer: 'building',
  noWorkers: 'people',
  routeMissing: 'link',
  drafts: 'draft',
  ready: 'send',
  paused: 'pause',
  deadline: 'planned',
  deadlinePassed: 'refused',
  deadlineNear: 'planned',
  serviceState: 'calendar',
  guideWaits: 'hourglass',
  trainingCertificates: 'calendar',
  presenceRemarks: 'flag',
  presenceTurned: 'again',
  worksEnding: 'calendar',
  rescueLeft: 'download',
  rescueOver: 'lock',
};
