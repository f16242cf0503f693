// What the service for pre-contractual data says, taken out of the shape in which it says it. Only the result is published: eligible or
// not for a calendar quarter, and hours left of a year; every name is assumed.
import { z } from 'zod';
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { quotaOfYear } from '../../preload/rules/applicants/student-quota.ts';
import { firstDayOf, lastDayOf, quarterOf } from '../../preload/rules/employers/quarters.ts';

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

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** "No Active Citizen Mandate" as title or in the type: of an employer's mandate for its mandatary a 403 says something else. */
export const isNoMandate = (text: string): boolean => lettersOf(text).includes('noactivecitizenmandate');

/** Throws where it is no answer to the question: on somebody else, with wrong values, or with neither data nor the word for none. */
export function consultedOf(
  json: unknown,
  asked: { insz: string; dataSets: readonly ApplicantDataSet[] },
): Consulted {
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
