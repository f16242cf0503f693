// The one call of the service for pre-contractual data: what an applicant opened, read by number. All of its shape is assumed
// (resources/contracts/precontractual-data-v1.yaml); "no active citizen mandate" is published, the form in which it comes is not.
import { z } from 'zod';
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { quotaOfYear } from '../../preload/rules/applicants/student-quota.ts';
import { firstDayOf, lastDayOf, quarterOf } from '../../preload/rules/employers/quarters.ts';
import { readInsz } from '../../preload/rules/identifiers/insz.ts';
import type { HttpAnswer } from '../platform/http.ts';
import { type FlaCall, type FlaOutcome, requestTo } from '../training/fla-api.ts';
import { citizenOutcome, problemIn } from './citizen-answer.ts';

/** The contract under which history events are kept. */
export const precontractualContract = 'precontractual-data/1';

export type Consultation = {
  insz: string;
  /** The employer to be. */
  enterpriseNumber: string;
  /** Whose account asks, where that is not the employer's own; null otherwise. */
  mandataryNumber: string | null;
  dataSets: readonly ApplicantDataSet[];
};

export type FlexiJobData = { eligible: boolean; quarter: string; from: string; to: string };
export type StudentHoursData = { year: number; quota: number; available: number };
export type OpenedData = {
  /** By the clock of the service, UTC; null where it does not say. */
  at: string | null;
  /** Null: not asked for, or not open (`missing`). */
  flexiJob: FlexiJobData | null;
  studentHours: StudentHoursData | null;
  /** Last day on which each may be read, as far as it was said. */
  ends: { dataSet: ApplicantDataSet; endDate: string }[];
  missing: ApplicantDataSet[];
};

/** What the service says of a number, whatever the status that it says it with. */
export type Consulted =
  | { kind: 'open'; data: OpenedData }
  /** Nothing of what was asked for is open: never opened, revoked, or ended. */
  | { kind: 'noMandate' }
  /** The person has another number now: nothing was read, and nothing is asked for it before a person has seen it. */
  | { kind: 'replaced'; insz: string };

const day = z.iso.date();
const dataSet = z.enum(['flexiJobEligibility', 'studentWorkHours']);
const flexiSchema = z
  .looseObject({
    eligible: z.boolean(),
    period: z.looseObject({ startDate: day, endDate: day }).optional(),
    yearQuarter: z
      .string()
      .regex(/^\d{4}Q[1-4]$/)
      .optional(),
  })
  .transform(({ eligible, period, yearQuarter }, context): FlexiJobData => {
    const quarter = yearQuarter ?? (period === undefined ? null : quarterOf(period.startDate));
    const from = quarter === null ? '' : firstDayOf(quarter);
    const to = quarter === null ? '' : lastDayOf(quarter);
    // The result counts for a whole calendar quarter. Two that differ cannot both be shown.
    const differs = period !== undefined && (period.startDate !== from || period.endDate !== to);
    if (quarter === null || differs) {
      context.addIssue({ code: 'custom', message: 'no quarter, or two' });
      return z.NEVER;
    }
    return { eligible, quarter, from, to };
  });
const studentSchema = z
  .looseObject({
    year: z.int().min(2000).max(2100),
    quota: z.int().min(0).max(9_000).optional(),
    availableHours: z.int().min(0).max(9_000),
  })
  .transform(({ year, quota = quotaOfYear(year), availableHours }, context): StudentHoursData => {
    if (availableHours > quota) context.addIssue({ code: 'custom', message: 'more hours than there are' });
    return { year, quota, available: availableHours };
  });
const answerSchema = z.looseObject({
  ssin: z.string().optional(),
  consultedAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
  flexiJob: flexiSchema.nullish(),
  studentWork: studentSchema.nullish(),
  mandates: z
    .array(z.looseObject({ dataSet: z.string(), endDate: day }))
    .max(20)
    .nullish(),
  missingMandates: z.array(z.string()).max(20).nullish(),
});

/**
 * Reads what is open of the data sets. Every form of "no active citizen mandate" is the same value: 403 or 404 with its type or
 * its title, 200 with a word for it and no data. Failures: those of the network and the service; circleNotAccepted,
 * permissionMissing, mandateMissing (an employer's for its mandatary, in MAHIS), identifierInvalid (`details.reason`),
 * unexpectedAnswer for what is no answer to the question.
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
  return citizenOutcome(outcome, call.now, (json) => consultedOf(json, asked));
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

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** "No Active Citizen Mandate" as title or in the type: of an employer's mandate for its mandatary a 403 says something else. */
const isNoMandate = (text: string): boolean => lettersOf(text).includes('noactivecitizenmandate');

function consultedOf(json: unknown, asked: Consultation): Consulted {
  const { ssin, consultedAt, flexiJob, studentWork, mandates, missingMandates } = answerSchema.parse(json);
  if (ssin !== undefined && ssin !== asked.insz) throw new RangeError('an answer on somebody else');
  const wanted = (one: ApplicantDataSet): boolean => asked.dataSets.includes(one);
  const flexi = wanted('flexiJobEligibility') ? (flexiJob ?? null) : null;
  const hours = wanted('studentWorkHours') ? (studentWork ?? null) : null;
  const missing = asked.dataSets.filter((one) =>
    one === 'flexiJobEligibility' ? flexi === null : hours === null,
  );
  if (missing.length === asked.dataSets.length) {
    const all = new Set(missingMandates ?? []);
    if (missing.every((one) => all.has(one)) || saysNoMandate(json)) return { kind: 'noMandate' };
    throw new RangeError('neither data nor the word that there are none');
  }
  const ends = (mandates ?? []).flatMap(({ dataSet: name, endDate }) => {
    const known = dataSet.safeParse(name);
    return known.success ? [{ dataSet: known.data, endDate }] : [];
  });
  const at = consultedAt === undefined ? null : new Date(consultedAt).toISOString();
  return { kind: 'open', data: { at, flexiJob: flexi, studentHours: hours, ends, missing } };
}

/** `status`, `state`, `mandateStatus` or whatever it is called: a short text at the top of an answer without data. */
const saysNoMandate = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  Object.values(json).some(
    (text) =>
      typeof text === 'string' && text.length <= 200 && /no(active)?(citizen)?mandate/.test(lettersOf(text)),
  );
