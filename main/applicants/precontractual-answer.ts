// What the service for pre-contractual data says, taken out of the shape in which it says it. Only the result is published: eligible or
// not for a calendar quarter, and hours left of a year; every name is assumed.
import { z } from 'zod';
import { type ApplicantDataSet, applicantAnswerSchema } from '../../preload/contract/applicants.ts';
import { believablePeriod } from '../../preload/rules/applicants/believable-period.ts';
import { quotaOfYear } from '../../preload/rules/applicants/student-quota.ts';
import { firstDayOf, lastDayOf, quarterOf, quartersLater } from '../../preload/rules/employers/quarters.ts';

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

/** Why an answer in the right form is not believed: on somebody else, on another time, with another quota, with an end that no access has. */
export type Odd = { kind: 'odd'; reason: 'otherCitizen' | 'otherPeriod' | 'otherQuota' | 'otherEnd' };

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
  ssin: z.string(),
  consultedAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
  flexiJob: flexiSchema.nullish(),
  studentWork: studentSchema.nullish(),
  mandates: z
    .array(z.looseObject({ dataSet: z.string(), endDate: day }))
    .max(20)
    .nullish(),
  missingMandates: z.array(z.string()).max(20).nullish(),
});

const noMandate = /^no[ _-]?active[ _-]?citizen[ _-]?mandate$/i;

/** `noActiveCitizenMandate` as the whole title, or as the last part of the type: a sentence that mentions it says something else. */
export const isNoMandate = (text: string): boolean =>
  noMandate.test((text.trim().startsWith('urn:') ? (text.split(':').at(-1) ?? '') : text).trim());

/** Of whom and what, and when: `today` is the day of the service. */
export type AskedAbout = { insz: string; dataSets: readonly ApplicantDataSet[]; today: string };

/** Throws where it is no answer in any form: with wrong values, or with neither data nor the word for none. */
export function consultedOf(json: unknown, asked: AskedAbout): Consulted | Odd {
  const { ssin, consultedAt, flexiJob, studentWork, mandates, missingMandates } = answerSchema.parse(json);
  if (ssin !== asked.insz) return { kind: 'odd', reason: 'otherCitizen' };
  const wanted = (one: ApplicantDataSet): boolean => asked.dataSets.includes(one);
  // By the very schema by which a page is given it: what is kept can always be shown.
  const flexi = applicantAnswerSchema.shape.flexiJob.parse(
    wanted('flexiJobEligibility') ? (flexiJob ?? null) : null,
  );
  const hours = applicantAnswerSchema.shape.studentHours.parse(
    wanted('studentWorkHours') ? (studentWork ?? null) : null,
  );
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
    return known.success && wanted(known.data) && !missing.includes(known.data)
      ? [{ dataSet: known.data, endDate }]
      : [];
  });
  const reason = oddity(flexi, hours, ends, asked.today);
  if (reason !== null) return { kind: 'odd', reason };
  const at = consultedAt === undefined ? null : new Date(consultedAt).toISOString();
  return { kind: 'open', data: { at, flexiJob: flexi, studentHours: hours, ends, missing } };
}

/** The result counts for the quarter of today, or is told ahead for the next; hours are those of this year. */
function oddity(
  flexi: FlexiJobData | null,
  hours: StudentHoursData | null,
  ends: OpenedData['ends'],
  today: string,
): Odd['reason'] | null {
  const quarter = quarterOf(today);
  if (flexi !== null && flexi.quarter !== quarter && flexi.quarter !== quartersLater(quarter, 1))
    return 'otherPeriod';
  if (hours !== null && hours.year !== Number(today.slice(0, 4))) return 'otherPeriod';
  if (hours !== null && hours.quota !== quotaOfYear(hours.year)) return 'otherQuota';
  // Open now, so that it ends today at the earliest; asked at midnight, the day before.
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return ends.every(({ endDate: until }) => believablePeriod({ from, until }, today)) ? null : 'otherEnd';
}

/** The names that a state may have at the top of an answer without data; any other text may mention it and mean something else. */
const stateNames = ['status', 'state', 'mandateStatus', 'mandateState', 'code', 'result'];

const saysNoMandate = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  Object.entries(json).some(
    ([name, text]) => stateNames.includes(name) && typeof text === 'string' && isNoMandate(text),
  );
