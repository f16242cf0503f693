// What is gathered while a file is made true: what became of its mutations, and for which clients something came.
import type { FeedCounts } from '../../../preload/contract/register-feed.ts';
import type { Session } from '../../platform/session.ts';
import type { StagedFile } from './file-store.ts';

/** What the steps of one file gather. */
export type Applying = {
  session: Session;
  file: StagedFile;
  counts: FeedCounts;
  /** How much came about persons of each client. */
  byClient: Record<string, number>;
};

/** Notes for which clients something came. */
export function noteClients({ byClient }: Applying, clients: readonly string[]): void {
  for (const employerId of clients) byClient[employerId] = (byClient[employerId] ?? 0) + 1;
}
