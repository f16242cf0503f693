// The individual right to training of one worker in one year, and what is left of it. Days are hundredths of a day;
// the right is rounded half up once, at the end, so that no step adds a rounding error of its own.
import type { Balance, TrainingFields } from '../../contract/training.ts';
import { daysInYear, daysWithin } from './days.ts';
import { minutesOffTheRight, type SizeBracket, type Stated, type TrainingParameters } from './facts.ts';

/** Hours a week in hundredths: Q of the worker, S of a full-time worker in the same function. */
export type WorkRegime = { qHundredths: number; sHundredths: number };

export type BalanceFacts = {
  year: number;
  size: SizeBracket;
  /** Days of a sector agreement; null follows the law. */
  sectorDaysHundredths: number | null;
  /** Part of full time in hundredths: counts as long as no working regime is recorded. */
  employmentHundredths: number;
  /** The working regime is exact where hundredths of full time are rounded: 24 of 38 hours is not 63 %. */
  regime?: WorkRegime | null;
  employment: { startDate: string; endDate: string | null };
  /** Weekly minutes of a full-time worker; a training day is a fifth of them. */
  fullTimeWeeklyMinutes: number;
  /** As recorded for the year; none of it counts in the first year of a further period of five. */
  carriedOverHundredths: number;
  parameters: TrainingParameters;
};
type Step = Balance['steps'][number];

/** Integer division rounded half up, for numbers from zero: 5 by 2 gives 3. */
export const dividedHalfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));

/** Minutes to hundredths of a day of a fifth of the weekly minutes: 456 of 2,280 gives 100. */
export const minutesToHundredths = (minutes: number, weeklyMinutes: number): number =>
  dividedHalfUp(minutes * 500, weeklyMinutes);

/** Weekly minutes of full time for this worker: S of the working regime where it is recorded, else the employer's. */
export const fullTimeMinutes = ({
  regime,
  fullTimeWeeklyMinutes,
}: Pick<BalanceFacts, 'regime' | 'fullTimeWeeklyMinutes'>): number =>
  regime ? dividedHalfUp(regime.sHundredths * 60, 100) : fullTimeWeeklyMinutes;

/** Q of S, never more than the whole; without a regime the part of full time: 2,400 of 3,800, or 80 of 100. */
function partOfFullTime({ regime, employmentHundredths }: BalanceFacts): { part: number; whole: number } {
  if (!regime) return { part: employmentHundredths, whole: 100 };
  return { part: Math.min(regime.qHundredths, regime.sHundredths), whole: regime.sHundredths };
}

export function computeBalance(facts: BalanceFacts, trainings: readonly TrainingFields[]): Balance {
  const right = computeRight(facts);
  const months = Array.from({ length: 12 }, () => ({ completed: 0, planned: 0 }));
  let completed = 0;
  let planned = 0;
  for (const fields of trainings) {
    const kind =
      fields.status === 'completed' ? 'completed' : fields.status === 'reserved' ? 'planned' : undefined;
    const minutes = minutesOffTheRight(fields);
    if (kind === undefined || minutes === 0) continue;
    if (kind === 'completed') completed += minutes;
    else planned += minutes;
    const month = fields.startDate === null ? undefined : months[Number(fields.startDate.slice(5, 7)) - 1];
    if (month) month[kind] += minutes;
  }
  const weekly = fullTimeMinutes(facts);
  const completedHundredths = minutesToHundredths(completed, weekly);
  const plannedHundredths = minutesToHundredths(planned, weekly);
  const carried = right.carried;
  return {
    year: facts.year,
    rightHundredths: right.hundredths,
    carriedOverHundredths: carried,
    completedHundredths,
    plannedHundredths,
    remainingHundredths: right.hundredths + carried - completedHundredths - plannedHundredths,
    dayMinutes: dividedHalfUp(weekly, 5),
    completedMinutes: completed,
    plannedMinutes: planned,
    months,
    steps: right.steps,
    certain: right.certain,
  };
}

/**
 * The yearly right of this worker, what goes with it from earlier years, and how it came about. Rounded half up to hundredths of
 * a day: 5 days, 24 of 38 hours, 184 of 365 days give 159.
 */
function computeRight(facts: BalanceFacts): {
  hundredths: number;
  carried: number;
  steps: Step[];
  certain: boolean;
} {
  const { proRata, rounding, carryOver } = facts.parameters;
  const base = baseDays(facts);
  const days = daysWithin(facts.year, facts.employment.startDate, facts.employment.endDate);
  const whole = daysInYear(facts.year);
  const { part, whole: full } = partOfFullTime(facts);
  const hundredths = dividedHalfUp(base.hundredths * part * days, full * whole);
  const steps = [...base.steps];
  const add = (key: string, params: Step['params'], stated: Stated): number =>
    steps.push(stepOf(key, params, stated));
  if (part !== full && facts.regime) add('workRegime', { q: part, s: full }, proRata);
  else if (part !== full) add('partTime', { hundredths: part }, proRata);
  if (days !== whole) add('partOfYear', { days, whole }, proRata);
  if (steps.length > base.steps.length) add('result', { hundredths }, rounding);
  const recorded = facts.carriedOverHundredths;
  const ended = recorded === 0 ? null : endedPeriod(facts);
  const carried = ended === null ? recorded : 0;
  if (ended !== null) add('lapsed', { hundredths: recorded, ...ended }, carryOver);
  if (carried > 0) {
    add('carriedOver', { hundredths: carried }, carryOver);
    add('total', { hundredths: hundredths + carried }, carryOver);
  }
  return { hundredths, carried, steps, certain: base.certain };
}

/**
 * The period of years that ended with the year before, whose unused days no longer count; null within a period, and in the first
 * one: in service since 2020, 2029 gives 2024 to 2028; since 2026, 2031 gives 2026 to 2030.
 */
export function endedPeriod({
  year,
  employment,
  parameters: { carryOver },
}: Pick<BalanceFacts, 'year' | 'employment' | 'parameters'>): { from: number; to: number } | null {
  const first = Math.max(carryOver.firstYear, Number(employment.startDate.slice(0, 4)));
  const past = year - first;
  return past > 0 && past % carryOver.years === 0 ? { from: year - carryOver.years, to: year - 1 } : null;
}

const stepOf = (key: string, params: Step['params'], { source, certainty }: Stated): Step => ({
  ...{ key, params, source },
  certainty,
});

type Base = { hundredths: number; steps: Step[]; certain: boolean };

/** Days of a full-time worker in a whole year. A size that nobody recorded counts as the largest, and says so. */
function baseDays({ year, size, sectorDaysHundredths: sector, parameters }: BalanceFacts): Base {
  const known = size === 'unknown' ? 'from20' : size;
  const inForce = parameters.rights.filter((one) => one.size === known && one.from <= year);
  const law = inForce.reduce<(typeof inForce)[number] | undefined>(
    (latest, one) => (latest === undefined || one.from > latest.from ? one : latest),
    undefined,
  );
  const lawDays = law?.daysHundredths ?? 0;
  const stated: Stated = law ?? { source: '', certainty: 'assumed' };
  const steps = [stepOf(`size.${size}`, { hundredths: lawDays, year }, stated)];
  if (sector === null) return { hundredths: lawDays, steps, certain: size !== 'unknown' };
  // With twenty or more a sector may go down to its minimum; below twenty it can only add to what the law gives.
  const floor = known === 'from20' ? parameters.sectorMinimumHundredths : lawDays;
  const hundredths = Math.max(sector, floor);
  steps.push(stepOf('sector', { hundredths, agreed: sector }, parameters.sectorMinimum));
  return { hundredths, steps, certain: size !== 'unknown' };
}
