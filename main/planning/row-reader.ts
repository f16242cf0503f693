// Reads the rows of a planning one after the other: each as planned stays or with what is wrong, by what the rows before it said.
// The same in the worker thread that reads the file, and on main where a row is put right.
import { belgianMoment } from '../../preload/rules/dates/belgian-day.ts';
import type { PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import {
  numberKey,
  type PlannedRow,
  type RowFinding,
  readPlanningRow,
} from '../../preload/rules/planning/read-planning-row.ts';

export type PackedNames = {
  /** Names and what they stand for; null: several. */
  workers: [string, string | null][];
  numbers: [string, string][];
  sites: [string, string | null][];
  /** Numbers of workers and sites that are kept here. */
  insz: string[];
  references: string[];
};

export type PlannedStayRow = {
  /** Of the row that says it. */
  line: number;
  day: string;
  insz: string;
  reference: string | null;
  from: number;
  to: number;
  pause: number | null;
};
export type PlanningSums = {
  rows: number;
  planned: number;
  off: number;
  refused: number;
  leftOut: number;
  workers: number;
  sites: number;
  unknownWorkers: number;
  unknownSites: number;
  minutes: number;
  firstDay: string | null;
  lastDay: string | null;
};

/** What a person put in a row. */
export type RowFix = { values: ReadonlyMap<PlanningField, string>; leftOut: boolean };
export type TakenRow = {
  outcome: 'planned' | 'off' | 'refused' | 'leftOut';
  who: string;
  findings: (RowFinding & { line?: number })[];
  stays: PlannedStayRow[];
  /** An own number that stands beside an INSZ. */
  number: [string, string] | null;
};

export type RowReader = {
  take(line: number, cells: readonly string[], fix?: RowFix): TakenRow;
  /** A stay that was read before. */
  know(stay: PlannedStayRow): void;
  teach(number: string, insz: string): void;
  sums(): PlanningSums;
};

const noRows = { planned: 0, off: 0, refused: 0, leftOut: 0 };

/** `before`: rows that were read before, whose stays are told by `know`. */
export function rowReader(
  fields: readonly (PlanningField | null)[],
  packed: PackedNames,
  before: Partial<typeof noRows> = {},
): RowReader {
  const names = {
    workers: new Map(packed.workers),
    numbers: new Map(packed.numbers),
    sites: new Map(packed.sites),
  };
  const places = new Map(fields.flatMap((field, at) => (field === null ? [] : [[field, at] as const])));
  const moments = momentsOnce();
  const seen = new Map<string, number>();
  const workers = new Set<string>();
  const sites = new Set<string>();
  const counts = { ...noRows, ...before };
  let minutes = 0;
  let [firstDay, lastDay]: [string | null, string | null] = [null, null];

  const know = (stay: PlannedStayRow): void => {
    seen.set(keyOf(stay), stay.line);
    minutes += Math.round((stay.to - stay.from) / 60_000) - (stay.pause ?? 0);
    workers.add(stay.insz);
    if (stay.reference !== null) sites.add(stay.reference);
    if (firstDay === null || stay.day < firstDay) firstDay = stay.day;
    if (lastDay === null || stay.day > lastDay) lastDay = stay.day;
  };
  const take = (line: number, cells: readonly string[], fix?: RowFix): TakenRow => {
    const cell = (field: PlanningField): string =>
      fix?.values.get(field) ?? cells[places.get(field) ?? -1] ?? '';
    const told = (outcome: TakenRow['outcome'], more: Partial<TakenRow> = {}): TakenRow => {
      counts[outcome] += 1;
      return { outcome, who: whoIs(cell), findings: [], stays: [], number: null, ...more };
    };
    if (fix?.leftOut === true) return told('leftOut');
    const read = readPlanningRow(cell, names);
    if (read.kind === 'off') return told('off');
    if (read.kind === 'refused') return told('refused', { findings: read.findings });
    const stays = momentsOf(line, read.row, moments);
    const twice = stays.map((stay) => seen.get(keyOf(stay))).find((other) => other !== undefined);
    if (twice !== undefined)
      return told('refused', { findings: [{ rule: 'PLN-TWICE', field: 'day', line: twice }] });
    for (const stay of stays) know(stay);
    const own = numberKey(cell('workerNumber'));
    const { insz } = read.row;
    if (own === '' || cell('insz').trim() === '' || names.numbers.get(own) === insz)
      return told('planned', { stays });
    names.numbers.set(own, insz);
    return told('planned', { stays, number: [own, insz] });
  };
  return {
    take,
    know,
    teach: (number, insz) => void names.numbers.set(number, insz),
    sums() {
      const [known, references] = [new Set(packed.insz), new Set(packed.references)];
      return {
        ...counts,
        rows: counts.planned + counts.off + counts.refused + counts.leftOut,
        workers: workers.size,
        sites: sites.size,
        unknownWorkers: [...workers].filter((insz) => !known.has(insz)).length,
        unknownSites: [...sites].filter((reference) => !references.has(reference)).length,
        ...{ minutes, firstDay, lastDay },
      };
    },
  };
}

function whoIs(cell: (field: PlanningField) => string): string {
  const texts = [cell('name'), [cell('familyName'), cell('givenName')].join(' '), cell('workerNumber')];
  const found = texts.map((text) => text.trim()).find((text) => text !== '') ?? '';
  return found.slice(0, 120).toWellFormed();
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
function momentsOf(
  line: number,
  { insz, reference, day, stays, pause }: PlannedRow,
  moment: Moments,
): PlannedStayRow[] {
  const longest = [...stays].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return stays.map((stay) => ({
    line,
    day,
    insz,
    reference,
    from: moment(day, stay.from, false),
    to: moment(day, stay.to, true),
    pause: stay === longest ? pause : pause === null ? null : 0,
  }));
}
