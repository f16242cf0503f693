// What one row of a list would do to its employer: its fields, an establishment, a route and a mandate. Nothing is written
// here, and nothing is taken of a row that has a blocking finding.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import type { EmployerFields } from '../employer-store.ts';
import type { PlanFacts } from './plan-facts.ts';
import { planMandate } from './plan-mandate.ts';
import {
  blocking,
  differs,
  type ImportChange,
  note,
  nothingPart,
  type Part,
  type RowInHand,
} from './plan-part.ts';
import { planRoute } from './plan-route.ts';
import type { PlannedEmployer } from './planned-employer.ts';

/** Numbers that rows before this one took, by the number: lines and enterprise numbers. */
export type TakenNumbers = { nsso: Map<string, string>; establishments: Map<string, string> };

export function planRow(
  facts: PlanFacts,
  employer: PlannedEmployer,
  row: RowInHand,
  taken: TakenNumbers,
): { findings: Finding[]; changes: ImportChange[]; adds: boolean } {
  const route = planRoute(facts, employer, row);
  const parts = [
    planFields(facts, employer, row, taken),
    planEstablishment(facts, employer, row, taken),
    route.part,
    planMandate(facts, employer, row, route.mandatary),
  ];
  const findings = parts.flatMap((part) => part.findings);
  if (findings.some(({ severity }) => severity === 'blocking')) return { findings, changes: [], adds: true };
  const towards: ImportChange = { field: 'service', before: null, after: row.values.service ?? 'fla' };
  const changes = parts.flatMap(({ changes: own }, at) =>
    at === firstRouted(parts) ? [towards, ...own] : own,
  );
  for (const part of parts) part.take();
  employer.taken += 1;
  return { findings, changes, adds: parts.every((part) => part.adds || part.changes.length === 0) };
}

/** The first part that changes a route or a mandate: both are towards the service of the row, which is told once. */
const firstRouted = (parts: readonly Part[]): number =>
  parts.findIndex(({ changes }) => changes.some(({ field }) => field === 'route' || /^mandat/.test(field)));

const hoursOf = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

type Plain = { field: ImportField; key: keyof EmployerFields; value: string | number | null };

function planFields(facts: PlanFacts, employer: PlannedEmployer, row: RowInHand, taken: TakenNumbers): Part {
  const { values, line } = row;
  const isNew = employer.known === null && employer.taken === 0;
  const findings: Finding[] = [];
  const changes: ImportChange[] = isNew
    ? [{ field: 'enterpriseNumber', before: null, after: employer.enterpriseNumber }]
    : [];
  if (employer.fields.name === '') findings.push(blocking('EMI-NAME-MISSING', 'name'));
  if (employer.known?.archived === 1)
    findings.push({ rule: 'EMI-ARCHIVED', severity: 'notice', field: 'enterpriseNumber' });
  const given: Plain[] = [
    { field: 'name', key: 'name', value: values.name },
    { field: 'nssoNumber', key: 'nssoNumber', value: values.nssoNumber },
    { field: 'language', key: 'language', value: values.language },
    { field: 'sizeBracket', key: 'sizeBracket', value: values.sizeBracket },
    { field: 'weeklyHours', key: 'fullTimeWeeklyMinutes', value: values.weeklyHours },
  ];
  const said = given.filter(({ value }) => value !== null);
  const next: EmployerFields = { ...employer.fields };
  for (const { field, key, value } of said) {
    const before = employer.fields[key];
    findings.push(...differs(employer, field, field, before === value));
    // The name of a new employer stands there already, taken from whichever row has it.
    if (before !== value || isNew)
      changes.push({
        field,
        before: employer.known === null || before === null ? null : String(before).slice(0, 120),
        after: String(value).slice(0, 120),
      });
    Object.assign(next, { [key]: value });
  }
  if (isNew && values.name === null && employer.fields.name !== '')
    changes.push({ field: 'name', before: null, after: employer.fields.name.slice(0, 120) });
  if (values.nssoNumber !== null) {
    const owner = facts.nssoNumbers.get(values.nssoNumber);
    const other = taken.nsso.get(values.nssoNumber) ?? employer.enterpriseNumber;
    if (owner !== undefined && (owner.employerId === null || owner.employerId !== employer.known?.id))
      findings.push(blocking('EMI-NSSO-TAKEN', 'nssoNumber', { name: owner.name }));
    else if (other !== employer.enterpriseNumber)
      findings.push(blocking('EMI-NSSO-TAKEN', 'nssoNumber', { name: other }));
  }
  return {
    findings,
    changes,
    adds: employer.known === null,
    take: () => {
      if (employer.known !== null && changes.length > 0) employer.changed = true;
      employer.fields = next;
      for (const { field, value } of said)
        note(employer, field, line, field === 'weeklyHours' ? hoursOf(Number(value)) : String(value));
      if (values.nssoNumber !== null) taken.nsso.set(values.nssoNumber, employer.enterpriseNumber);
    },
  };
}

function planEstablishment(
  facts: PlanFacts,
  employer: PlannedEmployer,
  { values, line }: RowInHand,
  taken: TakenNumbers,
): Part {
  const number = values.establishmentNumber;
  if (number === null) return nothingPart;
  const known = facts.establishments.get(number);
  const owner = taken.establishments.get(number) ?? employer.enterpriseNumber;
  if ((known !== undefined && known.employerId !== employer.known?.id) || owner !== employer.enterpriseNumber)
    return { ...nothingPart, findings: [blocking('EMI-ESTABLISHMENT-ELSEWHERE', 'establishmentNumber')] };
  const standing = employer.establishments.get(number)?.name ?? known?.name ?? null;
  const name = values.establishmentName ?? standing ?? employer.fields.name;
  const what = `establishment ${number}`;
  const changes: ImportChange[] = [
    ...(standing === null ? [{ field: 'establishmentNumber' as const, before: null, after: number }] : []),
    ...(standing === name
      ? []
      : [
          {
            field: 'establishmentName' as const,
            before: standing?.slice(0, 120) ?? null,
            after: name.slice(0, 120),
          },
        ]),
  ];
  return {
    findings: differs(employer, what, 'establishmentName', standing === name),
    changes,
    adds: known === undefined,
    take: () => {
      taken.establishments.set(number, employer.enterpriseNumber);
      if (values.establishmentName !== null) note(employer, what, line, name);
      if (standing !== name) employer.establishments.set(number, { id: known?.id ?? null, number, name });
    },
  };
}
