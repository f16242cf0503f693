// What the registers say of a person: by facts that were laid down, else by employments, else by a rule from the number itself.
// Conditions of a flexi-job: four fifths in the quarter T-3, or a pension in T-2 (secondary sources, collected in the fact sheet).
import { createHash } from 'node:crypto';
import { daysOfQuarter, shiftQuarter } from './moments.ts';
import type { CitizenParts } from './parts.ts';

/** Hours of a student's contingent in a year: act of 10 April 2025, and what held before it. */
export const quotaOf = (year: number): number => (year >= 2025 ? 650 : year >= 2023 ? 600 : 475);

export interface Registers {
  /** Share of full time in a quarter, in per cent. */
  percentIn(quarter: string): number;
  pensionedIn(quarter: string): boolean;
  /** Hours of student work reserved or done in a year. */
  hoursUsedIn(year: number): number;
}

const drawn = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);

/** Both may fit; the earlier century then wins, as the published check has it. */
const birthYear = (insz: string): number => {
  const within = Number(insz.slice(0, 2));
  return 97 - (Number(insz.slice(0, 9)) % 97) === Number(insz.slice(9)) ? 1900 + within : 2000 + within;
};

/**
 * Of anybody who practice was told nothing about, always the same: from the year of the 66th birthday on a pension; from 26 on two in
 * three work full time and one half time, without student hours; below 26 one in four works four fifths and the others not, each with
 * student hours used that are drawn from the number and the year.
 */
const byRule = (insz: string): Registers => {
  const born = birthYear(insz);
  const sort = drawn(insz);
  const ageIn = (year: number): number => year - born;
  return {
    percentIn: (quarter) => {
      const age = ageIn(Number(quarter.slice(0, 4)));
      if (age >= 66) return 0;
      if (age >= 26) return sort % 3 === 0 ? 50 : 100;
      return age >= 16 && sort % 4 === 0 ? 80 : 0;
    },
    pensionedIn: (quarter) => ageIn(Number(quarter.slice(0, 4))) >= 66,
    hoursUsedIn: (year) => (ageIn(year) < 26 ? drawn(`${insz} ${year}`) % (quotaOf(year) + 1) : 0),
  };
};

const byEmployments = (employments: ReturnType<CitizenParts['world']['employmentsOf']>): Registers => ({
  percentIn: (quarter) => {
    const { startDate, endDate } = daysOfQuarter(quarter);
    const whole = employments.filter(
      (one) => one.startDate <= startDate && (one.endDate === null || one.endDate >= endDate),
    );
    return whole.reduce((sum, { fraction }) => sum + fraction * 100, 0);
  },
  pensionedIn: () => false,
  hoursUsedIn: () => 0,
});

export const registersOf = (parts: Pick<CitizenParts, 'world' | 'facts'>, insz: string): Registers => {
  const facts = parts.facts.facts(insz);
  if (facts !== undefined) {
    return {
      percentIn: (quarter) =>
        facts.work
          .filter(({ from, to }) => from <= quarter && (to === null || quarter <= to))
          .reduce((sum, { percent }) => sum + percent, 0),
      pensionedIn: (quarter) => facts.pensionFrom !== null && facts.pensionFrom <= quarter,
      hoursUsedIn: (year) => facts.studentHours[String(year)] ?? 0,
    };
  }
  const employments = parts.world.employmentsOf(insz);
  return employments.length > 0 ? byEmployments(employments) : byRule(insz);
};

export interface Controls {
  readonly fourFifthsQuarterTMinus3: boolean;
  readonly pensionedQuarterTMinus2: boolean;
}

/** What is looked at for a flexi-job in a quarter; one of the two suffices. The employer's own conditions are not looked at. */
export const flexiControls = (registers: Registers, quarter: string): Controls => ({
  // Shares of full time are sums of decimals: a hair below four fifths is four fifths.
  fourFifthsQuarterTMinus3: registers.percentIn(shiftQuarter(quarter, -3)) >= 80 - 1e-6,
  pensionedQuarterTMinus2: registers.pensionedIn(shiftQuarter(quarter, -2)),
});
