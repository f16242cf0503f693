// What is wrong with a worker as typed, pasted or given on the command line: one list of rules for all three.
import type { Finding } from '../../contract/finding.ts';
import { parseInsz, readInsz } from '../identifiers/insz.ts';
import { readDay } from './read-day.ts';

export type WorkerDraft = {
  insz: string;
  familyName: string;
  givenName: string;
  startDate: string;
  endDate?: string | null;
  employmentHundredths?: number | null;
};

export type WorkerFacts = {
  /** Legal day, `yyyy-mm-dd`. */
  today: string;
};

/** Youngest age at which work under a contract may begin: the year of 15 (Labour Act of 16 March 1971, art. 6 and 7). */
const YOUNGEST = 15;

/** Findings `WRK-…`, blocking ones first. An empty list: the worker may be added. */
export function checkWorker(draft: WorkerDraft, facts: WorkerFacts): Finding[] {
  const findings = [
    ...checkNumber(draft, facts),
    ...checkNames(draft),
    ...checkDays(draft),
    ...checkPart(draft),
  ];
  return findings.sort((a, b) => rank(a) - rank(b));
}

const rank = (finding: Finding) => ['blocking', 'warning', 'notice'].indexOf(finding.severity);
const blocking = (rule: string, field: string, params?: Finding['params']): Finding => ({
  rule,
  severity: 'blocking',
  field,
  ...(params ? { params } : {}),
});

function checkNumber(draft: WorkerDraft, { today }: WorkerFacts): Finding[] {
  if (draft.insz.trim() === '') return [blocking('WRK-INSZ-MISSING', 'insz')];
  const insz = parseInsz(draft.insz);
  if (insz === null) return [blocking('WRK-INSZ-INVALID', 'insz')];
  const reading = readInsz(insz, today);
  if (reading === null) return [blocking('WRK-INSZ-FUTURE', 'insz')];
  const start = readDay(draft.startDate);
  if (reading.birthDate === null || start === null) return [];
  const age = Number(start.slice(0, 4)) - Number(reading.birthDate.slice(0, 4));
  return age < YOUNGEST ? [{ rule: 'WRK-TOO-YOUNG', severity: 'warning', field: 'startDate' }] : [];
}

function checkNames(draft: WorkerDraft): Finding[] {
  const findings: Finding[] = [];
  const family = draft.familyName.trim();
  if (family === '') findings.push(blocking('WRK-NAME-MISSING', 'familyName'));
  if (family.length > 120) findings.push(blocking('WRK-NAME-LONG', 'familyName', { most: 120 }));
  if (draft.givenName.trim().length > 120)
    findings.push(blocking('WRK-NAME-LONG', 'givenName', { most: 120 }));
  return findings;
}

function checkDays(draft: WorkerDraft): Finding[] {
  if (draft.startDate.trim() === '') return [blocking('WRK-START-MISSING', 'startDate')];
  const start = readDay(draft.startDate);
  if (start === null) return [blocking('WRK-START-INVALID', 'startDate')];
  const typedEnd = draft.endDate?.trim() ?? '';
  if (typedEnd === '') return [];
  const end = readDay(typedEnd);
  if (end === null) return [blocking('WRK-END-INVALID', 'endDate')];
  return end < start ? [blocking('WRK-END-BEFORE-START', 'endDate', { start, end })] : [];
}

function checkPart(draft: WorkerDraft): Finding[] {
  const part = draft.employmentHundredths;
  if (part === undefined || part === null) return [];
  const fits = Number.isInteger(part) && part >= 1 && part <= 100;
  return fits ? [] : [blocking('WRK-PART-RANGE', 'employmentHundredths')];
}
