// Turns the cells of one row of a list of employers into values. What cannot be read is told with what was found.
import type { Finding } from '../../contract/finding.ts';
import type { Service } from '../../contract/services.ts';
import { plainLine } from '../text/plain-words.ts';
import { readDay } from '../workers/read-day.ts';
import type { ImportField } from './import-fields.ts';
import { readImportNumber } from './import-numbers.ts';
import { importWord, readSizeBracket, readWeek } from './import-words.ts';
import { quarterOf, readQuarter } from './quarters.ts';

/** Null where the cell is empty: what is known already stays as it is. */
export type ImportValues = {
  enterpriseNumber: string | null;
  name: string | null;
  nssoNumber: string | null;
  language: 'nl' | 'fr' | 'de' | 'en' | null;
  sizeBracket: 'under10' | 'from10to19' | 'from20' | 'unknown' | null;
  /** In minutes. */
  weeklyHours: number | null;
  establishmentNumber: string | null;
  establishmentName: string | null;
  service: Service | null;
  route: 'own' | 'mandatary' | 'elsewhere' | null;
  /** Its name, client id or enterprise number, as written. */
  account: string | null;
  routeFrom: string | null;
  mandataryNumber: string | null;
  mandateStart: string | null;
  mandateEnd: string | null;
};
export type ImportCells = ReadonlyMap<ImportField, string>;

const longestName = 200;
const leastWeek = 600;
const mostWeek = 3_000;

/** Findings `EMI-…` of the row by itself; those that depend on other rows or on what is known come with the plan. */
export function readImportRow(cells: ImportCells): { values: ImportValues; findings: Finding[] } {
  const findings: Finding[] = [];
  const cell = (field: ImportField): string => (cells.get(field) ?? '').trim();
  const refuse = (rule: string, field: ImportField, params?: Finding['params']): void => {
    findings.push({ rule, severity: 'blocking', field, ...(params ? { params } : {}) });
  };
  const number = (kind: 'enterprise' | 'establishment' | 'nsso', field: ImportField): string | null => {
    if (cell(field) === '') return null;
    const { value, finding } = readImportNumber(kind, field, cell(field));
    if (finding !== null) findings.push(finding);
    return value;
  };
  const read = <T>(field: ImportField, rule: string, parse: (text: string) => T | null): T | null => {
    const text = cell(field);
    if (text === '') return null;
    const value = parse(text);
    if (value === null) refuse(rule, field, { found: shortened(text) });
    return value;
  };
  const name = (field: 'name' | 'establishmentName'): string | null => {
    const text = plainLine(cell(field));
    if (text.length > longestName) refuse('EMI-NAME-LONG', field, { most: longestName });
    return text === '' ? null : text.slice(0, longestName);
  };
  const enterpriseNumber = number('enterprise', 'enterpriseNumber');
  if (cell('enterpriseNumber') === '') refuse('EMI-NUMBER-MISSING', 'enterpriseNumber');
  const weeklyHours = read('weeklyHours', 'EMI-HOURS-UNREADABLE', readWeek);
  if (weeklyHours !== null && (weeklyHours < leastWeek || weeklyHours > mostWeek))
    refuse('EMI-HOURS-RANGE', 'weeklyHours', { found: shortened(cell('weeklyHours')), least: 10, most: 50 });
  const values: ImportValues = {
    enterpriseNumber,
    name: name('name'),
    nssoNumber: number('nsso', 'nssoNumber'),
    language: read('language', 'EMI-WORD-UNKNOWN', (text) => importWord('language', text)),
    sizeBracket: read('sizeBracket', 'EMI-SIZE-UNREADABLE', readSizeBracket),
    weeklyHours,
    establishmentNumber: number('establishment', 'establishmentNumber'),
    establishmentName: name('establishmentName'),
    service: read('service', 'EMI-WORD-UNKNOWN', (text) => importWord('service', text)),
    route: read('route', 'EMI-WORD-UNKNOWN', (text) => importWord('route', text)),
    account: cell('account') === '' ? null : cell('account').slice(0, 120),
    routeFrom: read('routeFrom', 'EMI-DAY-UNREADABLE', readDay),
    mandataryNumber: number('enterprise', 'mandataryNumber'),
    mandateStart: read('mandateStart', 'EMI-QUARTER-UNREADABLE', readImportQuarter),
    mandateEnd: read('mandateEnd', 'EMI-QUARTER-UNREADABLE', readImportQuarter),
  };
  if (cell('establishmentName') !== '' && cell('establishmentNumber') === '')
    refuse('EMI-ESTABLISHMENT-NUMBER', 'establishmentNumber');
  if (values.mandateStart !== null && values.mandateEnd !== null && values.mandateEnd < values.mandateStart)
    refuse('EMI-QUARTER-ORDER', 'mandateEnd', { start: values.mandateStart, end: values.mandateEnd });
  return { values, findings };
}

/**
 * `2025Q1`, `2025/1`, `20251`, `1e kwartaal 2025`, `T1 2025`; a month with two digits (`07/2025`) or a day gives the quarter
 * that it lies in.
 */
export function readImportQuarter(text: string): string | null {
  const typed = text.trim();
  const compact = /^(20\d\d)([1-4])$/.exec(typed);
  if (compact) return `${compact[1]}Q${compact[2]}`;
  const quarter = readQuarter(typed);
  if (quarter !== null) return quarter;
  const month = /^(0[1-9]|1[0-2])[-/.](\d{4})$|^(\d{4})[-/.](0[1-9]|1[0-2])$/.exec(typed);
  if (month) return quarterOf(`${month[2] ?? month[3]}-${month[1] ?? month[4]}-01`);
  const day = readDay(typed);
  return day === null ? null : quarterOf(day);
}

const shortened = (text: string): string => (/\d{11}/.test(text.replace(/\D/g, '')) ? '' : text.slice(0, 40));
