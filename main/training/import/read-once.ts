// What stands in many rows of a list is read and checked once: the same training of many workers, the same worker in many
// trainings. Nothing is taken for the same unless every cell that counts is.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { checkEmployment, checkForRegister } from '../../../preload/rules/training/check-training.ts';
import type { TrainingFacts } from '../../../preload/rules/training/facts.ts';
import {
  atColumn,
  type CellOf,
  personCells,
  type ReadPerson,
  readPerson,
  readTraining,
} from '../../../preload/rules/training/import-row.ts';
import { columnsOf, fieldColumns } from '../training-row.ts';
import type { Places, Rules } from './judge-row.ts';
import type { ListRow } from './list-blocks.ts';
import type { Facts } from './list-facts.ts';

/** Most of a kind that are kept; then it begins anew. */
const mostTrainings = 1_000;
const mostPersons = 20_000;
/** Rows after which it is known whether trainings come back; where fewer than one in four do, looking for them takes longer. */
const rowsTried = 1_000;

export type TrainingOnce = {
  fields: TrainingFields;
  /** Its number among the trainings of the list: see `Facts.trainingOf`. */
  training: number;
  year: number;
  /** Of reading its cells. */
  findings: readonly Finding[];
  /** Of all rules, at the columns of the list. */
  checked(employment: TrainingFacts['employment']): readonly Finding[];
  /** Every value, as the register keeps it. */
  values(): string;
};

type Given = Pick<ListRow, 'cells' | 'fixes'>;

export function trainingReader(rules: Rules, facts: Facts, places: Places) {
  const known = new Map<string, TrainingOnce>();
  const columns = [...places].flatMap(([field, at]) => (personCells.has(field) ? [] : [at]));
  const keyOf = keyMaker(columns);
  const read = (cell: CellOf): TrainingOnce => trainingOnce(rules, facts, places, cell);
  let asked = 0;
  let cameBack = 0;
  return (given: Given, cell: CellOf): TrainingOnce => {
    if (asked === rowsTried && cameBack * 4 < asked) return read(cell);
    const key = keyOf(given);
    if (key === null) return read(cell);
    if (asked < rowsTried) asked += 1;
    const found = known.get(key);
    if (found !== undefined) {
      if (asked < rowsTried) cameBack += 1;
      return found;
    }
    if (known.size >= mostTrainings) known.clear();
    const made = read(cell);
    known.set(key, made);
    return made;
  };
}

/** Null: what was put right by hand, and long texts, do not come back often. */
function keyMaker(columns: readonly number[]) {
  const longest = 255;
  return ({ cells, fixes }: Given): string | null => {
    for (const _ in fixes) return null;
    let key = '';
    for (const at of columns) {
      const cell = cells[at] ?? '';
      if (cell.length > longest) return null;
      // The length before each cell: no two rows of cells can give the same text.
      key += String.fromCharCode(cell.length) + cell;
    }
    return key;
  };
}

function trainingOnce(rules: Rules, facts: Facts, places: Places, cell: CellOf): TrainingOnce {
  const { today, parameters } = rules;
  const { fields, findings } = readTraining(cell);
  const year = Number((fields.startDate ?? today).slice(0, 4));
  const check = (employment: TrainingFacts['employment']): readonly Finding[] => {
    const found = checkForRegister(fields, { today, year, employment, parameters });
    return found.length === 0 ? found : atTheirColumns(found, findings, places, cell);
  };
  let ofAnybody: readonly Finding[] | null = null;
  let values: string | null = null;
  return {
    fields,
    year,
    findings,
    training: facts.trainingOf(fields),
    checked(employment) {
      // Whose training it is matters to one rule only.
      if (employment !== null && checkEmployment(fields, { today, year, employment, parameters }).length > 0)
        return check(employment);
      ofAnybody ??= check(null);
      return ofAnybody;
    },
    values() {
      values ??= valuesOf(fields);
      return values;
    },
  };
}

function atTheirColumns(
  found: readonly Finding[],
  ofReading: readonly Finding[],
  places: Places,
  cell: CellOf,
): Finding[] {
  const unreadable = new Set(ofReading.map(({ field }) => field));
  return found
    .map((one) => atColumn(one, (field) => places.has(field)))
    .filter(({ rule, field }) => {
      // That it is missing would only repeat that it cannot be read; without a last day the first one stands for it.
      const about = rule === 'TRN-END-MISSING' && cell('endDate').trim() === '' ? 'startDate' : field;
      return !(rule.endsWith('-MISSING') && unreadable.has(about));
    });
}

function valuesOf(fields: TrainingFields): string {
  const columns = columnsOf(fields) as Record<string, unknown>;
  return JSON.stringify(fieldColumns.map((name) => columns[name]));
}

export function personReader(): (typed: string) => ReadPerson {
  const known = new Map<string, ReadPerson>();
  return (typed) => {
    const found = known.get(typed);
    if (found !== undefined) return found;
    if (known.size >= mostPersons) known.clear();
    const read = readPerson(typed);
    known.set(typed, read);
    return read;
  };
}
