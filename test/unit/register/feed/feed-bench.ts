// An open register with who keeps it, one worker with a line, and the feed as its calls reach it.

import { type TaskOutput, type TaskRun, tasks } from '../../../../main/platform/job-tasks.ts';
import type { Thread } from '../../../../main/platform/workers.ts';
import { feedRun } from '../../../../main/register/feed/feed-run.ts';
import { registerFeedHandlers } from '../../../../main/register/feed/handlers.ts';
import type { GivenFile } from '../../../../main/register/feed/take-pair.ts';
import type { FeedTaken, FeedTask } from '../../../../preload/contract/register-feed.ts';
import { ok } from '../../../../preload/contract/result.ts';
import {
  feedReceiver,
  type MadeFile,
  type MadeMutation,
  makeFeed,
  type NamedBytes,
} from '../../../support/feed-files.ts';
import { type OpenProfile, openProfile, type ProfileOptions } from '../../../support/seed-profile.ts';
import { unwrap } from '../../platform/scratch.ts';

export type FeedBench = OpenProfile & {
  feed: ReturnType<typeof registerFeedHandlers>;
  /** Gives files as a page does, and answers what became of them. */
  give(...files: readonly NamedBytes[]): Promise<FeedTaken[]>;
  /** A file of mutations with its voucher. */
  bring(mutations: readonly MadeMutation[], made?: MadeFile): Promise<FeedTaken>;
  tasks(filter?: { open?: boolean }): Promise<FeedTask[]>;
};

export const call = { windowId: 'w1', traceId: 't' };

export const given = ({ name, bytes }: NamedBytes): GivenFile => ({
  ...{ name, bytes: bytes.length },
  read: async () => ok(bytes),
});

/** Checks here instead of in a thread, which takes longer to start than all of a small file. */
const here = (): Thread => ({
  async run(name, input, { onPart } = {}) {
    const task = await tasks[name]();
    const work = task as TaskRun<typeof input, TaskOutput<typeof name>>;
    return ok(
      await work(
        input,
        () => undefined,
        (part) => onPart?.(part),
      ),
    );
  },
  end: () => undefined,
});

export function openFeed(options: ProfileOptions = {}): FeedBench {
  const profile = openProfile(options);
  const { session } = profile;
  session.db.prepare(`UPDATE register_owner SET enterprise_number = ? WHERE id = 'own'`).run(feedReceiver);
  feedRun(session, here);
  const feed = registerFeedHandlers(session, true);
  const give = async (...files: readonly NamedBytes[]): Promise<FeedTaken[]> => {
    const run = feedRun(session);
    const { takeId } = unwrap(run.give(files.map(given), 'page'));
    await run.idle();
    return run.taken(takeId)?.rows ?? [];
  };
  return {
    ...{ ...profile, feed, give },
    async bring(mutations, made = {}) {
      const { file, voucher } = makeFeed({ ...made, mutations });
      const [taken] = await give(voucher, file);
      if (taken === undefined) throw new Error('nothing became of the file');
      return taken;
    },
    tasks: async ({ open = true } = {}) =>
      unwrap(await feed['registerFeed.tasks']({ open, page: 1, pageSize: 100 }, call)).rows,
  };
}

/** Lets the line of a worker begin in 2020 and end where a test needs it. */
export function setLine(
  { session, workerIds }: OpenProfile,
  who: keyof OpenProfile['workerIds'],
  end: string | null = null,
): string {
  const sql = 'SELECT person_id FROM worker WHERE id = ?';
  const personId = session.db.prepare(sql).pluck().get(workerIds[who]) as string;
  const set = `UPDATE register_line SET begin_date = '2020-01-01', end_date = ? WHERE person_id = ?`;
  session.db.prepare(set).run(end, personId);
  return personId;
}
