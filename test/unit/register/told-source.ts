// An authentic source that answers as a test tells it, and one that cannot be reached.
import type { AuthenticSource, SourceAnswer } from '../../../main/register/authentic-source.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';

/** Answers as it is told, and remembers what it was asked. */
export function source(
  answer: Result<Partial<SourceAnswer>>,
): AuthenticSource & { asked: [string, object][] } {
  const asked: [string, object][] = [];
  const reply = (what: string) => async (question: { insz: string }) => {
    asked.push([what, question]);
    return answer.ok
      ? ok({ insz: question.insz, replaces: null, warnings: [], lines: [], ...answer.value })
      : answer;
  };
  return { asked, insert: reply('insert'), delete: reply('delete'), consult: reply('consult') };
}
export const unreachable = fail('connectionRefused', { retry: 'safe' });
