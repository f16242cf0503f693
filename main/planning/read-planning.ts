// Task of a worker thread that reads a planning by its columns: planned stays and refused rows, handed over in parts.
import { ok, type Result } from '../../preload/contract/result.ts';
import { belgianMoment } from '../../preload/rules/dates/belgian-day.ts';
import type { PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import {
  numberKey,
  type PlannedRow,
  type RowFinding,
  readPlanningRow,
} from '../../preload/rules/planning/read-planning-row.ts';
import { type PlanningFile, readSheet, type SheetChoice } from './look-planning.ts';

export type PackedNames = {
  /** Names and what they stand for; null: several. */
  workers: [string, string | null][];
  numbers: [string, string][];
  sites: [string, string | null][];
  /** Numbers of workers and sites that are kept here. */
  insz: string[];
  references: string[];
};
export type PlanningOrder = PlanningFile &
  SheetChoice & { fields: (PlanningField | null)[]; names: PackedNames };

export type PlannedStayRow = {
  day: string;
  insz: string;
  reference: string | null;
  from: number;
  to: number;
  pause: number | null;
};
export type RefusedRow = {
  line: number;
  who: string;
  findings: { rule: string; field: PlanningField; text: string; line?: number }[];
  cells: string[];
};
export type PlanningPart = { stays: PlannedStayRow[]; refused: RefusedRow[]; numbers: [string, string][] };
export type PlanningSums = {
  rows: number;
  planned: number;
  off: number;
  workers: number;
  sites: number;
  unknownWorkers: number;
  unknownSites: number;
  minutes: number;
  firstDay: string | null;
  lastDay: string | null;
};

const rowsOfPart = 500;
/** Characters of a refused row that go back. */
const longestCell = 400;

/** The task `planning.read`. Failures: those of reading the sheet. */
export async function readPlanning(
  order: PlanningOrder,
  progress: (done: number, total: number | null) => void,
  handOver: (part: unknown, transfer: ArrayBuffer[]) => void,
): Promise<Result<PlanningSums>> {
  const sheet = await readSheet(order);
  if (!sheet.ok) return sheet;
  const { rows } = sheet.value;
  const names = {
    workers: new Map(order.names.workers),
    numbers: new Map(order.names.numbers),
    sites: new Map(order.names.sites),
  };
  const places = new Map(order.fields.flatMap((field, at) => (field === null ? [] : [[field, at] as const])));
  const moments = momentsOnce();
  const seen = new Map<string, number>();
  const workers = new Set<string>();
  const sites = new Set<string>();
  const sums = { planned: 0, off: 0, minutes: 0 };
  let [firstDay, lastDay]: [string | null, string | null] = [null, null];
  let part: PlanningPart = { stays: [], refused: [], numbers: [] };
  for (const [at, { line, cells }] of rows.entries()) {
    const cell = (field: PlanningField): string => cells[places.get(field) ?? -1] ?? '';
    const refuse = (findings: readonly (RowFinding & { line?: number })[]): void => {
      const who = [cell('name'), [cell('familyName'), cell('givenName')].join(' '), cell('workerNumber')];
      part.refused.push({
        line,
        who: (who.map((text) => text.trim()).find((text) => text !== '') ?? '').slice(0, 120).toWellFormed(),
        findings: findings.map((one) => ({ ...one, text: cell(one.field).slice(0, 120).toWellFormed() })),
        cells: cells.map((text) => text.slice(0, longestCell)),
      });
    };
    const read = readPlanningRow(cell, names);
    if (read.kind === 'off') sums.off += 1;
    else if (read.kind === 'refused') refuse(read.findings);
    else {
      const stays = momentsOf(read.row, moments);
      const twice = stays.map((stay) => seen.get(keyOf(stay))).find((before) => before !== undefined);
      if (twice !== undefined) refuse([{ rule: 'PLN-TWICE', field: 'day', line: twice }]);
      else {
        for (const stay of stays) {
          seen.set(keyOf(stay), line);
          part.stays.push(stay);
          sums.minutes += Math.round((stay.to - stay.from) / 60_000) - (stay.pause ?? 0);
        }
        sums.planned += 1;
        workers.add(read.row.insz);
        if (read.row.reference !== null) sites.add(read.row.reference);
        if (firstDay === null || read.row.day < firstDay) firstDay = read.row.day;
        if (lastDay === null || read.row.day > lastDay) lastDay = read.row.day;
        const number = numberKey(cell('workerNumber'));
        if (number !== '' && cell('insz').trim() !== '' && names.numbers.get(number) !== read.row.insz) {
          names.numbers.set(number, read.row.insz);
          part.numbers.push([number, read.row.insz]);
        }
      }
    }
    if ((at + 1) % rowsOfPart !== 0) continue;
    handOver(part, []);
    part = { stays: [], refused: [], numbers: [] };
    progress(at + 1, rows.length);
  }
  handOver(part, []);
  const [known, references] = [new Set(order.names.insz), new Set(order.names.references)];
  return ok({
    ...sums,
    rows: rows.length,
    workers: workers.size,
    sites: sites.size,
    unknownWorkers: [...workers].filter((insz) => !known.has(insz)).length,
    unknownSites: [...sites].filter((reference) => !references.has(reference)).length,
    firstDay,
    lastDay,
  });
}

const keyOf = ({ insz, reference, from, to }: PlannedStayRow): string => `${insz} ${reference} ${from} ${to}`;

type Moments = (day: string, minutes: number, late: boolean) => number;

/** The same hours stand in thousands of rows. */
function momentsOnce(): Moments {
  const known = new Map<string, number>();
  return (day, minutes, late) => {
    const key = `${day} ${minutes} ${late}`;
    const moment = known.get(key) ?? belgianMoment(day, minutes, late);
    known.set(key, moment);
    return moment;
  };
}

/** The break belongs to the longest stay of the row. */
function momentsOf({ insz, reference, day, stays, pause }: PlannedRow, moment: Moments): PlannedStayRow[] {
  const longest = [...stays].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return stays.map((stay) => ({
    day,
    insz,
    reference,
    from: moment(day, stay.from, false),
    to: moment(day, stay.to, true),
    pause: stay === longest ? pause : pause === null ? null : 0,
  }));
}
