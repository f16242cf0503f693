// What is typed for the training account, and how it becomes the input of a call. What was typed stays as typed.
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { checkAccountFacts, isJointCommittee } from '../../../preload/rules/training/account-facts.ts';
import { writeDuration } from '../../i18n/formats.ts';
import { readDay, readDuration, writeTypedDay } from '../../i18n/typed-values.ts';
import { readCents, writeCents } from './typed-money.ts';

export type WorkerTyped = {
  carried: string;
  regimeQ: string;
  regimeS: string;
  committee: string;
  budgetInitial: string;
  budgetRemaining: string;
  budgetLastDay: string;
};
export type EmployerTyped = {
  size: AccountFacts['employer']['sizeBracket'];
  week: string;
  committee: string;
  agreement: string;
  sectorDays: string;
};
export type ProblemKey =
  | 'days'
  | 'sectorDays'
  | 'hours'
  | 'bothHours'
  | 'week'
  | 'committee'
  | 'money'
  | 'bothAmounts'
  | 'lastDay'
  | 'lastDayAlone'
  | 'TAC-REGIME'
  | 'TAC-BUDGET';
export type Problem = { name: string; key: ProblemKey };

/** 150 gives `1,5`, 3,800 gives `38`. */
const writeHundredths = (value: number): string => String(value / 100).replace('.', ',');

/** `1,5`, `24.75` or `38` to hundredths; null for nothing, undefined for what cannot be read or is above the limit. */
export function readHundredths(text: string, most: number): number | null | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return null;
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(typed)) return undefined;
  const value = Math.round(Number(typed) * 100);
  return value <= most ? value : undefined;
}

export const workerTyped = ({
  carriedOverHundredths,
  regime,
  jointCommittee,
  budget,
}: AccountFacts): WorkerTyped => ({
  carried: writeHundredths(carriedOverHundredths),
  regimeQ: regime === null ? '' : writeHundredths(regime.qHundredths),
  regimeS: regime === null ? '' : writeHundredths(regime.sHundredths),
  committee: jointCommittee,
  budgetInitial: writeCents(budget?.initialCents ?? null),
  budgetRemaining: writeCents(budget?.remainingCents ?? null),
  budgetLastDay: budget?.lastDay == null ? '' : writeTypedDay(budget.lastDay),
});

export const employerTyped = ({ employer }: AccountFacts): EmployerTyped => ({
  size: employer.sizeBracket,
  week: writeDuration(employer.fullTimeWeeklyMinutes),
  committee: employer.jointCommittee,
  agreement: employer.agreementNumber,
  sectorDays: employer.sectorDaysHundredths === null ? '' : writeHundredths(employer.sectorDaysHundredths),
});

type WorkerInput = Pick<AccountFacts, 'carriedOverHundredths' | 'regime' | 'jointCommittee' | 'budget'>;

/** The input, as far as it can be read, and what is wrong in the order of the form. */
export function readWorker(typed: WorkerTyped): { input: WorkerInput; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (name: keyof WorkerTyped, key: ProblemKey): number => problems.push({ name, key });
  const carried = readHundredths(typed.carried, 10_000);
  if (carried === undefined) wrong('carried', 'days');
  const q = readHundredths(typed.regimeQ, 9_999);
  const s = readHundredths(typed.regimeS, 9_999);
  if (q === undefined || q === 0) wrong('regimeQ', 'hours');
  if (s === undefined || s === 0) wrong('regimeS', 'hours');
  if (q === null && typeof s === 'number') wrong('regimeQ', 'bothHours');
  if (s === null && typeof q === 'number') wrong('regimeS', 'bothHours');
  if (!isJointCommittee(typed.committee)) wrong('committee', 'committee');
  const initial = readCents(typed.budgetInitial);
  const remaining = readCents(typed.budgetRemaining);
  if (initial === undefined) wrong('budgetInitial', 'money');
  if (remaining === undefined) wrong('budgetRemaining', 'money');
  if (initial === null && typeof remaining === 'number') wrong('budgetInitial', 'bothAmounts');
  if (remaining === null && typeof initial === 'number') wrong('budgetRemaining', 'bothAmounts');
  const lastDay = typed.budgetLastDay.trim() === '' ? null : readDay(typed.budgetLastDay);
  if (typed.budgetLastDay.trim() !== '' && lastDay === null) wrong('budgetLastDay', 'lastDay');
  if (lastDay !== null && initial === null && remaining === null) wrong('budgetLastDay', 'lastDayAlone');
  const input: WorkerInput = {
    carriedOverHundredths: carried ?? 0,
    regime: typeof q === 'number' && typeof s === 'number' ? { qHundredths: q, sHundredths: s } : null,
    jointCommittee: typed.committee.trim(),
    budget:
      typeof initial === 'number' && typeof remaining === 'number'
        ? { initialCents: initial, remainingCents: remaining, lastDay }
        : null,
  };
  for (const { rule, field } of checkAccountFacts(input))
    problems.push({ name: field ?? 'regimeQ', key: rule as 'TAC-REGIME' });
  const place = ({ name }: Problem): number => Object.keys(typed).indexOf(name);
  return { input, problems: problems.sort((one, other) => place(one) - place(other)) };
}

type EmployerInput = Omit<AccountFacts['employer'], 'revision'>;

export function readEmployer(typed: EmployerTyped): { input: EmployerInput; problems: Problem[] } {
  const problems: Problem[] = [];
  const week = readDuration(typed.week);
  if (week === null || week < 600 || week > 3_000) problems.push({ name: 'week', key: 'week' });
  if (!isJointCommittee(typed.committee)) problems.push({ name: 'committee', key: 'committee' });
  const days = readHundredths(typed.sectorDays, 2_000);
  if (days === undefined) problems.push({ name: 'sectorDays', key: 'sectorDays' });
  return {
    problems,
    input: {
      sizeBracket: typed.size,
      fullTimeWeeklyMinutes: week ?? 0,
      jointCommittee: typed.committee.trim(),
      agreementNumber: typed.agreement.trim(),
      sectorDaysHundredths: days ?? null,
    },
  };
}
