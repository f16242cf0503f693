// Puts drafts in the outbox.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from './command.ts';

export type Submitted = { submitted: number; workerYears: number; refused: number };

/** Drafts that a rule refuses stay drafts and are counted. */
export async function submitDrafts(
  { app }: Pick<Context, 'app'>,
  filter: { employerId: string | null; year?: number },
  althoughClosed = false,
): Promise<Result<Submitted>> {
  const answer = await app.call('training.submit', {
    filter: { ...filter, states: ['draft'] },
    althoughClosed,
  });
  if (!answer.ok) return answer;
  const { submitted, workerYears, refusedCount } = answer.value;
  return ok({ submitted, workerYears, refused: refusedCount });
}
