// In a worker: lays what posters share under each of them.
import type { Result } from '../../preload/contract/result.ts';
import type { TaskRun } from '../platform/job-tasks.ts';
import { joinPages } from './join-pages.ts';

/** The task `posters.join`. Failure notSupportedHere: print the pages whole. */
export const joinPosters: TaskRun<
  { own: Uint8Array; shared: Uint8Array; which: readonly number[] },
  Result<Uint8Array>
> = ({ own, shared, which }) => joinPages(own, shared, which);
