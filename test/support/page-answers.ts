// Answers that a test gives in main's place, held to the contract: one that drifts from it is a problem of the test.
import { type CallName, calls, type HandlerInput, type HandlerOutput } from '../../preload/contract/index.ts';
import { type Failure, fail } from '../../preload/contract/result.ts';

export type Refusal = { failure: Failure };
type Answer<N extends CallName> =
  | HandlerOutput<N>
  | Refusal
  | ((input: HandlerInput<N>) => HandlerOutput<N> | Refusal);
export type Answers = { [N in CallName]?: Answer<N> };

/** An answer that fails. */
export const refuse = (code: Failure['code'], retry: Failure['retry'] = 'never'): Refusal => ({
  failure: { code, retry, traceId: '0196f2d4-0000-7000-8000-00000000f001' },
});
/** By a rule of a service or of the register, with the fields that it names. */
export const refusedBy = (rules: string, fields?: string): Refusal => ({
  failure: {
    ...refuse('refusedByRule').failure,
    details: { rules, ...(fields === undefined ? {} : { fields }) },
  },
});

export type Asked = { name: string; input: unknown };

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'failure' in value && Object.keys(value).length === 1;

/** Answers one call as main would; what is wrong with the question or the answer is added to `problems`. */
export function answerCall(json: string, answers: Answers, asked: Asked[], problems: string[]): string {
  const { name, input } = JSON.parse(json) as { name: CallName; input: unknown };
  asked.push({ name, input });
  const definition = calls[name];
  const answer = answers[name];
  if (definition === undefined || answer === undefined) {
    problems.push(`no answer for ${name}`);
    return JSON.stringify(fail('unknownCall'));
  }
  const read = definition.input.safeParse(input);
  if (!read.success) {
    problems.push(`${name}: input ${read.error.message}`);
    return JSON.stringify(fail('invalidInput'));
  }
  const given = typeof answer === 'function' ? (answer as (input: unknown) => unknown)(read.data) : answer;
  if (isRefusal(given)) return JSON.stringify({ ok: false, failure: given.failure });
  const value = definition.output.safeParse(given);
  if (!value.success) {
    problems.push(`${name}: output ${value.error.message}`);
    return JSON.stringify(fail('invalidOutput'));
  }
  return JSON.stringify({ ok: true, value: value.data });
}
