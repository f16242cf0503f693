// The balance of a worker's right in a year, in days (act of 3 October 2022; rounding and pro rata are assumed).
import type { Employer, Employment } from '../store/world-store.ts';
import { countedMinutes, type Training } from './training.ts';

export interface TrainingRights {
  readonly individualRight: { readonly days: number; readonly source: string };
  readonly workRegime: { readonly q: number; readonly s: number };
  readonly employmentFraction: number;
  readonly carriedOverDays?: number;
  readonly automaticCalculation: boolean;
}

export interface TrainingCredit {
  readonly unit: 'day';
  readonly initial: number;
  readonly followed: number;
  readonly planned: number;
  readonly remaining: number;
  readonly hoursPerDay: number;
}

const twoDecimals = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

const legalDays = (fte: number, year: number): number => {
  if (fte < 10) return 0;
  if (fte < 20) return 1;
  return year <= 2023 ? 4 : 5;
};

const monthsEmployed = (employment: Employment, year: number): number => {
  const first = employment.startDate < `${year}-01-01` ? 1 : Number(employment.startDate.slice(5, 7));
  const end = employment.endDate;
  const last = end === null || end > `${year}-12-31` ? 12 : Number(end.slice(5, 7));
  return Math.max(last - first + 1, 0);
};

export interface RightFacts {
  readonly employer: Employer;
  readonly employment: Employment;
  readonly year: number;
  readonly rights: TrainingRights | undefined;
}

const initialDays = ({ employer, employment, year, rights }: RightFacts): number => {
  const share = monthsEmployed(employment, year) / 12;
  if (rights === undefined) {
    return twoDecimals(legalDays(employer.fte, year) * employment.fraction * share);
  }
  const own = rights.individualRight.days;
  const days = rights.automaticCalculation ? own * rights.employmentFraction * share : own;
  return twoDecimals(days + (rights.carriedOverDays ?? 0));
};

const hoursPerDay = ({ employer, rights }: RightFacts): number =>
  twoDecimals((rights?.workRegime.s ?? employer.weeklyHours) / 5);

/** The right in minutes; 5 days of 7.6 h → 2,280. */
export const rightMinutes = (facts: RightFacts): number =>
  Math.round(initialDays(facts) * hoursPerDay(facts) * 60);

export const creditOf = (facts: RightFacts, trainings: readonly Training[]): TrainingCredit => {
  const day = hoursPerDay(facts) * 60;
  const sum = (status: Training['status']): number =>
    trainings
      .filter((training) => training.status === status)
      .reduce((total, training) => total + countedMinutes(training), 0);
  const initial = initialDays(facts);
  const followed = twoDecimals(sum('completed') / day);
  return {
    unit: 'day',
    initial,
    followed,
    planned: twoDecimals(sum('reserved') / day),
    remaining: twoDecimals(initial - followed),
    hoursPerDay: hoursPerDay(facts),
  };
};
