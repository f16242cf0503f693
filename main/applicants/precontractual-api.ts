// The one call of the service for pre-contractual data: what an applicant opened, read by number. All of its shape is assumed
// (resources/contracts/precontractual-data-v1.yaml); "no active citizen mandate" is published, the form in which it comes is not.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { fail } from '../../preload/contract/result.ts';
import { readInsz } from '../../preload/rules/identifiers/insz.ts';
import type { HttpAnswer, HttpOutcome } from '../platform/http.ts';
import { type FlaCall, type FlaOutcome, requestTo } from '../training/fla-api.ts';
import { citizenOutcome, problemIn } from './citizen-answer.ts';
import { type Consulted, consultedOf, isNoMandate, type Odd } from './precontractual-answer.ts';

/** The contract under which history events are kept. */
export const precontractualContract = 'precontractual-data/1';

export type Consultation = {
  insz: string;
  /** The employer to be. */
  enterpriseNumber: string;
  /** Whose account asks, where that is not the employer's own; null otherwise. */
  mandataryNumber: string | null;
  dataSets: readonly ApplicantDataSet[];
  /** The day of the service, `yyyy-mm-dd`: what an answer says is for then. */
  today: string;
};

/**
 * Reads what is open of the data sets. Every form of "no active citizen mandate" is the same value: 403 or 404 with its type or
 * its title, 200 with a word for it and no data. Failures: those of the network and the service; circleNotAccepted,
 * permissionMissing, mandateMissing (an employer's for its mandatary, in MAHIS), identifierInvalid (`details.reason`),
 * unexpectedAnswer for what is no answer to the question (`details.reason` where its form is right: `Odd`).
 */
export async function consultData(
  call: FlaCall,
  baseUrl: string,
  asked: Consultation,
): Promise<FlaOutcome<Consulted>> {
  const request = requestTo(call, `${baseUrl}/precontractualData/consult`);
  const outcome = await call.http.fetch({
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      ssin: asked.insz,
      enterpriseNumber: asked.enterpriseNumber,
      ...(asked.mandataryNumber === null ? {} : { mandataryEnterpriseNumber: asked.mandataryNumber }),
      dataSets: asked.dataSets,
    }),
  });
  if (outcome.kind === 'answer' && outcome.status >= 400) {
    const said = saidOtherwise(outcome);
    if (said !== null) return { kind: 'answer', value: said, text: '' };
  }
  const read = citizenOutcome(outcome, call.now, (json) => consultedOf(json, asked));
  if (read.kind !== 'answer') return read;
  const { value } = read;
  return value.kind === 'odd' ? notBelieved(outcome, value.reason) : { ...read, value };
}

function notBelieved(outcome: HttpOutcome, reason: Odd['reason']): FlaOutcome<never> {
  const traceId = outcome.kind === 'answer' ? (outcome.headers['belgov-trace-id'] ?? '').slice(0, 64) : '';
  const { failure } = fail('unexpectedAnswer', { retry: 'safe', traceId, details: { reason } });
  return { kind: 'unknown', failure };
}

/** What is an answer to the question although its status says refused. */
function saidOtherwise(answer: HttpAnswer): Consulted | null {
  const problem = problemIn(answer);
  if (problem === null) return null;
  if (
    (answer.status === 403 || answer.status === 404) &&
    (isNoMandate(problem.type) || isNoMandate(problem.title))
  )
    return { kind: 'noMandate' };
  if (answer.status !== 400) return null;
  const replaced = problem.issues.find(({ type }) => type.endsWith(':replacedSsin'))?.replacedBy ?? '';
  return readInsz(replaced) === null ? null : { kind: 'replaced', insz: replaced };
}
