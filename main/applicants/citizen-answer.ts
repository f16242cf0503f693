// What the two services of citizens' data answer when they refuse: their own problems first, then what every service may say.
import { z } from 'zod';
import { fail } from '../../preload/contract/result.ts';
import type { HttpAnswer, HttpOutcome } from '../platform/http.ts';
import { type FlaOutcome, interpreted } from '../training/fla-api.ts';

const issueSchema = z.looseObject({
  type: z.string().catch(''),
  name: z.string().catch(''),
  replacedBy: z.string().optional().catch(undefined),
});
const problemSchema = z.looseObject({
  type: z.string().catch(''),
  title: z.string().catch(''),
  state: z.string().optional().catch(undefined),
  issues: z.array(issueSchema).max(1_000).catch([]),
});
/** A refusal as it stands on the wire; `type` is empty where it is not a type of these services. */
export type CitizenProblem = z.infer<typeof problemSchema>;

/** Null where it is no JSON object, such as the page of a gateway. */
export function problemIn(answer: HttpAnswer): CitizenProblem | null {
  if (!/json/i.test(answer.headers['content-type'] ?? '')) return null;
  try {
    return problemSchema.parse(JSON.parse(new TextDecoder().decode(answer.body)));
  } catch {
    return null;
  }
}

/**
 * An outcome of the network as the calls on citizens' data see it. Beside what `interpreted` tells apart: the Circle of Trust that
 * was not accepted (`stop`, circleNotAccepted), a token without the scope (`token`, permissionMissing: one from before the acceptance
 * lacks it, so a fresh one is asked for once), a number that was replaced or that nobody has (`refused`, identifierInvalid with
 * `details.reason`), an act that came too late (`refused`, stateNotAllowed with the service's `details.state`).
 */
export function citizenOutcome<T>(
  outcome: HttpOutcome,
  now: Date,
  parse: (json: unknown) => T,
): FlaOutcome<T> {
  const own = outcome.kind === 'answer' && outcome.status >= 400 ? ownRefusal(outcome) : null;
  return own ?? interpreted(outcome, now, parse);
}

function ownRefusal(answer: HttpAnswer): FlaOutcome<never> | null {
  const problem = problemIn(answer);
  if (problem === null) return null;
  const traceId = (answer.headers['belgov-trace-id'] ?? '').slice(0, 64);
  const { status } = answer;
  const ends = (suffix: string): boolean => problem.type.startsWith('urn:') && problem.type.endsWith(suffix);
  if (status === 403 && ends(':circleOfTrustNotAccepted'))
    return { kind: 'stop', failure: fail('circleNotAccepted', { traceId, details: { status } }).failure };
  if (status === 403 && ends(':missingScope'))
    return { kind: 'token', failure: fail('permissionMissing', { traceId, details: { status } }).failure };
  if (status === 409 && ends(':invalidState')) {
    const state = (problem.state ?? '').slice(0, 40);
    return {
      kind: 'refused',
      failure: fail('stateNotAllowed', { traceId, details: { status, state } }).failure,
      issues: [],
    };
  }
  const reason = status === 400 ? numberReason(problem) : null;
  if (reason === null) return null;
  return {
    kind: 'refused',
    failure: fail('identifierInvalid', { traceId, details: { status, reason } }).failure,
    issues: [],
  };
}

const reasons = {
  replacedSsin: 'numberReplaced',
  canceledSsin: 'numberCanceled',
  invalidStructure: 'numberInvalid',
  referencedResourceNotFound: 'numberUnknown',
} as const;

/** Only what is said of the person's number: an unknown employer is another matter. */
function numberReason({ issues }: CitizenProblem): (typeof reasons)[keyof typeof reasons] | null {
  for (const { type, name } of issues) {
    const last = type.split(':').at(-1) ?? '';
    const own = last === 'replacedSsin' || last === 'canceledSsin' || /(^|\.)ssin$/.test(name);
    if (own && last in reasons) return reasons[last as keyof typeof reasons];
  }
  return null;
}
