// A second start on a profile that is open: its window comes forward, and what is said stands in the language of that profile.
import { z } from 'zod';
import type { CallName } from '../../preload/contract/index.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import { newId } from '../platform/ids.ts';
import { askOwner } from '../platform/local-socket.ts';
import type { TextLanguage } from '../platform/texts.ts';
import { sayStart, systemLanguage } from './say-start.ts';

/** An owner that does not answer within so many milliseconds is told of in the system's language. */
const patienceMs = 3_000;

const stateSchema = z.looseObject({
  ok: z.literal(true),
  value: z.looseObject({ language: languageSchema }),
});

export async function sayAlreadyOpen(profileDir: string): Promise<void> {
  const language = languageIn(await ask(profileDir, 'app.state'));
  await ask(profileDir, 'app.comeForward');
  sayStart('profileInUse', {}, language ?? systemLanguage());
}

/** Null where nobody answers. */
async function ask(profileDir: string, name: CallName): Promise<unknown> {
  const question = { caller: newId(), json: JSON.stringify({ name, input: {} }), files: [], saveTo: null };
  const json = JSON.stringify({ ...question, environment: null });
  const answered = await askOwner(profileDir, json, patienceMs);
  try {
    return answered.ok ? JSON.parse(answered.value) : null;
  } catch {
    return null;
  }
}

function languageIn(answer: unknown): TextLanguage | null {
  const state = stateSchema.safeParse(answer);
  return state.success ? state.data.value.language : null;
}
