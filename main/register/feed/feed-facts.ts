// What Today tells of the feed: exported for it.
import type { Session } from '../../platform/session.ts';
import { countOpenEvents } from '../numbers/number-store.ts';
import { lateNow, missingNumbers } from './feed-sequence.ts';
import { countOpenTasks } from './task-store.ts';

export type FeedFacts = {
  /** Numbers of files that nobody has brought while later ones wait. */
  missing: number[];
  lateDays: number | null;
  quarantined: number;
  openTasks: number;
};

export const feedFacts = (session: Pick<Session, 'db' | 'clock'>): FeedFacts => ({
  missing: missingNumbers(session.db),
  lateDays: lateNow(session),
  quarantined: countOpenEvents(session.db),
  openTasks: countOpenTasks(session.db),
});
