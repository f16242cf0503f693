// How the command line reaches the running app: its calls come in over the local socket, with the paths of the files it
// names, and go through the same dispatcher as the window's. Only the user's own processes know the socket's token.
import { z } from 'zod';
import { fail } from '../../preload/contract/result.ts';
import type { Sender } from '../ipc/dispatch.ts';
import { type TerminalHost, terminalPrefix } from './terminal-host.ts';

export const ownerQuestionSchema = z.strictObject({
  /** The same for all calls of one command: what one opened or made, the next goes on with. */
  caller: z.uuid(),
  /** The call as a page would send it. */
  json: z.string().max(1_048_576),
  files: z.array(z.strictObject({ selectionId: z.string().max(64), path: z.string().max(4_096) })).max(10),
  saveTo: z.string().max(4_096).nullable(),
  /** The environment the caller means: the app may have another one open. */
  environment: z.string().max(40).nullable(),
});
export type OwnerQuestion = z.infer<typeof ownerQuestionSchema>;

export function ownerAnswers(parts: {
  terminal: TerminalHost;
  environment: () => string;
  dispatch: (sender: Sender, json: string) => Promise<string>;
}): (text: string) => Promise<string> {
  return async (text) => {
    const question = readQuestion(text);
    if (question === null) return JSON.stringify(fail('invalidInput'));
    if (question.environment !== null && question.environment !== parts.environment())
      return JSON.stringify(fail('profileInUse', { details: { environment: parts.environment() } }));
    const windowId = `${terminalPrefix}${question.caller}`;
    parts.terminal.offer(windowId, question.files, question.saveTo);
    return parts.dispatch(terminalSender(windowId), question.json);
  };
}

/** Trusted because it is made here and never comes from a page. */
export const terminalSender = (windowId: string): Sender => ({
  windowId,
  origin: 'terminal',
  topFrame: true,
});

export const isTerminalSender = (sender: Sender): boolean =>
  sender.origin === 'terminal' && sender.topFrame && sender.windowId.startsWith(terminalPrefix);

function readQuestion(text: string): OwnerQuestion | null {
  try {
    const question = ownerQuestionSchema.safeParse(JSON.parse(text));
    return question.success ? question.data : null;
  } catch {
    return null;
  }
}
