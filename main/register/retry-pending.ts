// Asks the authentic source again about what waits: by hand, and when the register is opened (N8).
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import type { AuthenticSource } from './authentic-source.ts';
import { authenticSourceOf } from './cbss/cbss-source.ts';
import { insertQuestion, keepInsert } from './insert-line.ts';
import { reasonOf } from './pending.ts';
import { allWaiting, deleteWaiting, noteTry, type Waiting } from './pending-store.ts';
import { couldNotAnswer } from './source-answer.ts';

type Done = HandlerOutput<'register.retryPending'>;

/**
 * One after the other; those that the source refuses stay with the code, until somebody drops them. Once one could not be asked, the
 * others are not tried. Without a connector what is known here decides. Failure notFound.
 */
export async function retryPending(
  session: Session,
  id: string | null,
  source = authenticSourceOf(session),
): Promise<Result<Done>> {
  const waiting = allWaiting(session.db, id);
  if (id !== null && waiting.length === 0) return fail('notFound');
  const done: Done = { stored: 0, refused: 0, waiting: 0 };
  for (const [at, one] of waiting.entries()) {
    const became = await retryOne(session, one, source);
    done[became] += 1;
    if (became !== 'waiting') continue;
    done.waiting += waiting.length - at - 1;
    break;
  }
  if (waiting.length > 0) session.changed('register.changed');
  return ok(done);
}

async function retryOne(
  session: Session,
  { id, ...asked }: Waiting,
  source: AuthenticSource | null,
): Promise<keyof Done> {
  const question = insertQuestion(session, asked);
  const answer = !question.ok ? question : source === null ? null : await source.insert(question.value);
  const kept =
    question.ok && (answer === null || answer.ok)
      ? keepInsert(session, question.value, answer?.value ?? null, false)
      : answer;
  if (kept === null || kept.ok) {
    deleteWaiting(session.db, id);
    return 'stored';
  }
  noteTry(session.db, id, reasonOf(kept.failure));
  return couldNotAnswer(kept.failure) ? 'waiting' : 'refused';
}
