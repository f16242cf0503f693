// The deadlines of client employers on a day, by the dated rules of the calendar. Pure: facts in, rows out.
import type { Deadline, DeadlineRule } from '../../preload/contract/service-state.ts';
import type { EmployerName, Hires, OpenMonth } from './deadline-store.ts';
import { addDays, daysBetween, type Quarter, quarterBefore, quarterOf } from './quarter-due.ts';
import type { ServiceCalendar } from './service-calendar.ts';
import { standingOn } from './service-state.ts';

export type DeadlineFacts = {
  employers: readonly EmployerName[];
  months: readonly OpenMonth[];
  hires: readonly Hires[];
};
type Rule<R extends DeadlineRule> = Extract<ServiceCalendar['deadlines'][number], { rule: R }>;
type Row = Pick<Deadline, 'rule' | 'date' | 'open' | 'from' | 'to'>;

/** A term this near is told as near. */
const nearDays = 31;
/** How far back a term that passed is still told, in days. */
const quartersBack = 366;
export const hiresBack = 92;
/** Three years: the first filings of all, which were put off, reach back to the beginning of the right. */
const mostQuarters = 12;

/** The period over which facts are needed on a day: the end of trainings, and first days of work. */
export function factPeriods(day: string): { trainings: [string, string]; hires: [string, string] } {
  return {
    trainings: [addDays(day, -mostQuarters * 92), quarterOf(day).to],
    hires: [addDays(day, -hiresBack - 366), day],
  };
}

/** The nearest first. What Sociodesk cannot know to be done is told until its last day, and never as missed. */
export function clientDeadlines(calendar: ServiceCalendar, facts: DeadlineFacts, day: string): Deadline[] {
  const rules = rulesOn(calendar, day);
  const terms = termsOn(rules.quarter, day);
  const hires = groupBy(facts.hires, ({ employerId }) => employerId);
  const months = groupBy(facts.months, ({ employerId }) => employerId);
  return facts.employers
    .flatMap((employer) => {
      const rows = [
        ...quarterRows(terms, months.get(employer.id) ?? [], day),
        ...hireRows(rules.newHire, hires.get(employer.id) ?? [], day),
        ...dayRows(rules, day),
      ];
      return rows
        .filter((row) => row.rule === 'consultationEnds' || filingIsOpen(calendar, row.date))
        .map((row) => told(employer, row, day));
    })
    .sort((one, other) => compare(one.date, other.date) || compare(one.employerName, other.employerName));
}

type Rules = { [R in DeadlineRule]: Rule<R> | null };

/** Rules for filing bind only while the service takes filings; the end of consultation while it can be consulted. */
function rulesOn(calendar: ServiceCalendar, day: string): Rules {
  const { state } = standingOn(calendar, 'fla', day);
  const find = <R extends DeadlineRule>(rule: R): Rule<R> | null =>
    calendar.deadlines.find((one): one is Rule<R> => one.rule === rule) ?? null;
  const filing = <R extends DeadlineRule>(rule: R) => (state === 'open' ? find(rule) : null);
  return {
    quarter: filing('quarter'),
    newHire: filing('newHire'),
    verification: filing('verification'),
    consultationEnds: state === 'readOnly' ? find('consultationEnds') : null,
  };
}

/** A term on a day when nothing is taken any more cannot be met, so it is none. */
const filingIsOpen = (calendar: ServiceCalendar, day: string): boolean =>
  standingOn(calendar, 'fla', day).state === 'open';

/** The quarter under way and the one that is due always; earlier ones only with something left to file. */
function quarterRows(terms: readonly Term[], months: readonly OpenMonth[], day: string): Row[] {
  const open = (quarter: Quarter): number =>
    months
      .filter(({ month }) => month >= quarter.from.slice(0, 7) && month <= quarter.to.slice(0, 7))
      .reduce((sum, one) => sum + one.open, 0);
  return terms.flatMap(({ quarter, date, always }) => {
    const left = open(quarter);
    if (left === 0 && !(always && date >= day)) return [];
    return [{ rule: 'quarter' as const, date, open: left, from: quarter.from, to: quarter.to }];
  });
}

type Term = { quarter: Quarter; date: string; always: boolean };

/** The same for all clients: the quarters whose terms are told on a day, the one under way first. */
function termsOn(rule: Rule<'quarter'> | null, day: string): Term[] {
  if (rule === null) return [];
  const earliest = addDays(day, -quartersBack);
  const terms: Term[] = [];
  let quarter = quarterOf(day, rule.months);
  for (let back = 0; back < mostQuarters; back += 1, quarter = quarterBefore(quarter.from, rule.months)) {
    const date = quarter.to < rule.first.endedBefore ? rule.first.date : quarter.deadline;
    if (date < earliest) break;
    terms.push({ quarter, date, always: back < 2 });
  }
  return terms;
}

function hireRows(rule: Rule<'newHire'> | null, hires: readonly Hires[], day: string): Row[] {
  if (rule === null) return [];
  return hires.flatMap(({ startDate, open }) => {
    const date = addDays(startDate, rule.days);
    const told = date >= day || (open > 0 && daysBetween(date, day) <= hiresBack);
    return told ? [{ rule: 'newHire', date, open, from: startDate, to: null }] : [];
  });
}

function dayRows(rules: Rules, day: string): Row[] {
  const rows: Row[] = [];
  const year = Number(day.slice(0, 4));
  const unknown = { open: null, from: null, to: null };
  if (rules.verification !== null) {
    const last = (one: number): string => addDays(`${one}-01-01`, (rules.verification?.days ?? 1) - 1);
    const date = last(year) >= day ? last(year) : last(year + 1);
    rows.push({ rule: 'verification', date, ...unknown });
  }
  if (rules.consultationEnds !== null && rules.consultationEnds.date >= day)
    rows.push({ rule: 'consultationEnds', date: rules.consultationEnds.date, ...unknown });
  return rows;
}

function told({ id, name }: EmployerName, row: Row, day: string): Deadline {
  const daysLeft = daysBetween(day, row.date);
  const standing =
    row.open === 0 ? 'done' : daysLeft < 0 ? 'passed' : daysLeft <= nearDays ? 'near' : 'later';
  const about = row.from === null ? '' : `:${row.from}`;
  return { id: `${id}:${row.rule}${about}`, employerId: id, employerName: name, ...row, daysLeft, standing };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
