// Puts printed accounts in one archive, in a worker thread: a year of a large client is many megabytes.
import type { TaskRun } from '../../platform/job-tasks.ts';
import { type NamedFile, storedZip } from '../intake/stored-zip.ts';

/** The task `archive.store`. */
export const archiveAccounts: TaskRun<readonly NamedFile[], Uint8Array> = (files) => storedZip(files);
