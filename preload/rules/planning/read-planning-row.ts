// A row of a planning or time sheet as planned stays, or what of it cannot be read, told at its cell.
import { parseWorksReference } from '../presences/works-reference.ts';
import { readListInsz } from '../training/import-values.ts';
import { readDay } from '../workers/read-day.ts';
import type { PlanningField } from './planning-fields.ts';
import { type Hours, inOrder, readClock, readPause, readStays } from './read-hours.ts';

export type RowProblem =
  | 'PLN-WORKER-MISSING'
  | 'PLN-INSZ-INVALID'
  | 'PLN-WORKER-UNKNOWN'
  | 'PLN-WORKER-AMBIGUOUS'
  | 'PLN-SITE-UNKNOWN'
  | 'PLN-SITE-AMBIGUOUS'
  | 'PLN-DAY-INVALID'
  | 'PLN-HOURS-INVALID'
  | 'PLN-HOURS-ORDER'
  | 'PLN-PAUSE-INVALID'
  | 'PLN-PAUSE-LONG'
  | 'PLN-TWICE';
export type RowFinding = { rule: RowProblem; field: PlanningField };

/** What is known of the workers and sites of the employer. Null: the name is that of several. */
export type PlanningNames = {
  workers: ReadonlyMap<string, string | null>;
  numbers: ReadonlyMap<string, string>;
  sites: ReadonlyMap<string, string | null>;
};

export type PlannedRow = {
  insz: string;
  /** Null: the planning does not say where. */
  reference: string | null;
  /** `yyyy-mm-dd` */
  day: string;
  stays: readonly Hours[];
  /** Minutes of break within the stays; null: not said. */
  pause: number | null;
};

/** `off`: the row plans no work. */
export type ReadRow =
  | { kind: 'planned'; row: PlannedRow }
  | { kind: 'refused'; findings: RowFinding[] }
  | { kind: 'off' };

/** Names without case, accents, signs and order of their words: `Zoutleeuwen, Daan` and `daan zoutleeuwen` are one. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9\s,-]/g, '')
    .split(/[\s,-]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

/** Own numbers of workers are compared without blanks and leading zeros, which spreadsheets drop. */
export const numberKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^0+(?=.)/, '');

type Cell = (field: PlanningField) => string;

/** `cell` gives the text of a field, '' where no column holds it. */
export function readPlanningRow(cell: Cell, names: PlanningNames): ReadRow {
  const hours = hoursOf(cell);
  if (hours === 'off') return { kind: 'off' };
  const findings: RowFinding[] = [];
  const refuse = <T>(found: T | RowFinding): T | null => {
    if (typeof found !== 'object' || found === null || !('rule' in found)) return found;
    findings.push(found);
    return null;
  };
  const insz = refuse(workerOf(cell, names));
  const site = refuse(siteOf(cell('site'), names));
  const day = readDay(cell('day'));
  if (day === null) findings.push({ rule: 'PLN-DAY-INVALID', field: 'day' });
  const stays = 'rule' in hours ? [] : hours.stays;
  if ('rule' in hours) findings.push(hours);
  const pause = readPause(cell('pause'));
  const present = stays.reduce((sum, { from, to }) => sum + to - from, 0);
  if (pause === undefined) findings.push({ rule: 'PLN-PAUSE-INVALID', field: 'pause' });
  else if (stays.length > 0 && (pause ?? 0) >= present)
    findings.push({ rule: 'PLN-PAUSE-LONG', field: 'pause' });
  if (findings.length > 0 || insz === null || day === null || pause === undefined)
    return { kind: 'refused', findings };
  return { kind: 'planned', row: { insz, reference: site?.reference ?? null, day, stays, pause } };
}

function hoursOf(cell: Cell): { stays: Hours[] } | RowFinding | 'off' {
  const together = cell('hours');
  const pairs = [
    [cell('start'), cell('end')],
    [cell('secondStart'), cell('secondEnd')],
  ] as const;
  const given = pairs.filter(([start, end]) => start.trim() !== '' || end.trim() !== '');
  if (given.length > 0) {
    const stays = inOrder(given);
    if (stays !== null) return { stays };
    const [start, end] = given[0] ?? ['', ''];
    const wrong = readClock(start) === null ? 'start' : readClock(end) === null ? 'end' : null;
    if (wrong !== null) return { rule: 'PLN-HOURS-INVALID', field: wrong };
    return { rule: 'PLN-HOURS-ORDER', field: given.length > 1 ? 'secondStart' : 'start' };
  }
  if (together.trim() === '' || /^[-\u2010-\u2015/]$/.test(together.trim())) return 'off';
  const stays = readStays(together);
  return stays === null ? { rule: 'PLN-HOURS-INVALID', field: 'hours' } : { stays };
}

function workerOf(cell: Cell, { workers, numbers }: PlanningNames): string | RowFinding {
  const typed = cell('insz').trim();
  if (typed !== '') {
    const { insz } = readListInsz(typed);
    return insz ?? { rule: 'PLN-INSZ-INVALID', field: 'insz' };
  }
  const number = numberKey(cell('workerNumber'));
  const known = number === '' ? undefined : numbers.get(number);
  if (known !== undefined) return known;
  const [whole, family] = [cell('name').trim(), cell('familyName').trim()];
  const field = whole !== '' ? 'name' : family !== '' ? 'familyName' : number !== '' ? 'workerNumber' : null;
  if (field === null) return { rule: 'PLN-WORKER-MISSING', field: 'name' };
  const found = workers.get(nameKey(whole !== '' ? whole : `${family} ${cell('givenName')}`));
  if (field === 'workerNumber' || found === undefined) return { rule: 'PLN-WORKER-UNKNOWN', field };
  return found ?? { rule: 'PLN-WORKER-AMBIGUOUS', field };
}

/** Known by its number, also one that is not kept here yet, or by the name that the office gave it. */
function siteOf(text: string, { sites }: PlanningNames): { reference: string | null } | RowFinding {
  if (text.trim() === '') return { reference: null };
  const named = sites.get(nameKey(text));
  if (named === null) return { rule: 'PLN-SITE-AMBIGUOUS', field: 'site' };
  const reference = named ?? parseWorksReference(text);
  // Thirteen letters without a digit are a word, as no number of a declaration is.
  if (reference === null || (named === undefined && !/\d/.test(reference)))
    return { rule: 'PLN-SITE-UNKNOWN', field: 'site' };
  return { reference };
}
