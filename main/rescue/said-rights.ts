// What the service said of a worker's right and credit in a year, in hundredths of a day and minutes: from the answers as
// they were kept (rest-services §4.2 R2 and C1, marked assumed there).
import { z } from 'zod';
import type { Answer } from './answer-store.ts';

const number = z.number().finite().optional().catch(undefined);
const text = z.string().max(60).catch('');

const rightsSchema = z.looseObject({
  trainingRights: z.looseObject({
    individualRight: z.looseObject({ days: number, source: text }).optional().catch(undefined),
    sectorRight: z.looseObject({ days: number, cbaRegistrationNumber: text }).optional().catch(undefined),
    jointCommitteeNumber: text,
    employmentFraction: number,
    carriedOverDays: number,
    automaticCalculation: z.boolean().optional().catch(undefined),
  }),
});
const creditSchema = z.looseObject({
  initial: number,
  followed: number,
  planned: number,
  remaining: number,
  hoursPerDay: number,
});

/** Days in hundredths, `dayLength` in minutes, `partOfFullTime` in hundredths; null where the service did not say. */
export type SaidRights = {
  readAt: string;
  right: number | null;
  carriedOver: number | null;
  partOfFullTime: number | null;
  initial: number | null;
  followed: number | null;
  planned: number | null;
  remaining: number | null;
  dayLength: number | null;
  /** Where the right comes from, as the service names it; empty where no right was filed. */
  source: string;
  /** The service computes what follows from the right; null where no right was filed. */
  automatic: boolean | null;
  jointCommittee: string;
  agreement: string;
};

/** Null where neither was read, or neither can be read any more, which its hash would show. */
export function saidRights(rights: Answer | null, credit: Answer | null): SaidRights | null {
  const filed = parsed(rightsSchema, rights)?.trainingRights;
  const computed = parsed(creditSchema, credit);
  const readAt = credit?.readAt ?? rights?.readAt;
  if (readAt === undefined || (filed === undefined && computed === undefined)) return null;
  const { individualRight, sectorRight } = filed ?? {};
  return {
    readAt,
    right: hundredths(individualRight?.days),
    carriedOver: filed === undefined ? null : (hundredths(filed.carriedOverDays) ?? 0),
    partOfFullTime: hundredths(filed?.employmentFraction),
    initial: hundredths(computed?.initial),
    followed: hundredths(computed?.followed),
    planned: hundredths(computed?.planned),
    remaining: hundredths(computed?.remaining),
    dayLength: computed?.hoursPerDay === undefined ? null : Math.round(computed.hoursPerDay * 60),
    source: individualRight?.source ?? '',
    automatic: filed?.automaticCalculation ?? null,
    jointCommittee: filed?.jointCommitteeNumber ?? '',
    agreement: sectorRight?.cbaRegistrationNumber ?? '',
  };
}

const hundredths = (days: number | undefined): number | null =>
  days === undefined || Math.abs(days) > 1_000_000 ? null : Math.round(days * 100);

function parsed<T extends z.ZodType>(schema: T, answer: Answer | null): z.infer<T> | undefined {
  if (answer === null) return undefined;
  try {
    const read = schema.safeParse(JSON.parse(answer.body));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
