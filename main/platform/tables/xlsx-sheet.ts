// Reads one sheet of a workbook row by row; the value that a formula last had is taken, never the formula.
import { type Failure, fail } from '../../../preload/contract/result.ts';
import {
  cellText,
  characterCount,
  isBlank,
  longestCell,
  mostCharacters,
  type RowSink,
  type TableLimits,
} from './table.ts';
import type { XmlReader, XmlTag } from './xlsx-parts.ts';
import { type CellKind, columnOf, dateText, numberText, timeText, unescaped } from './xlsx-values.ts';

export type SheetFacts = {
  strings: readonly string[];
  /** What each cell style makes of a number, by its index. */
  styles: readonly CellKind[];
  startsIn1904: boolean;
};

/** What all sheets of a workbook share: how much more is taken. Each answers the failure that ends the reading. */
export type Room = { row(): Failure | null; cell(text: string): Failure | null };

/** Lines of the longest sheet that a spreadsheet takes. */
const mostLines = 1_048_576;

/** Fills `rows`; `room` is asked before each row that holds anything, and at each cell. */
export function sheetReader(facts: SheetFacts, limits: TableLimits, rows: RowSink, room: Room): XmlReader {
  let line = 0;
  let column = 0;
  let cells: string[] = [];
  let type = 'n';
  let style = 0;
  let value = '';
  let formula: string | null = null;
  let hasValue = false;
  let taking: 'value' | 'formula' | null = null;
  let phonetic = false;
  let failure: Failure | null = null;

  const starts: Record<string, (tag: XmlTag) => void> = {
    row({ attributes }) {
      const said = Number(attributes['r']);
      // Rows stand in their order; one that says otherwise, or nothing, comes after the one before it.
      line = Number.isInteger(said) && said > line && said <= mostLines ? said : line + 1;
      column = 0;
      cells = [];
    },
    c({ attributes }) {
      column = columnOf(attributes['r'] ?? '') || column + 1;
      type = attributes['t'] ?? 'n';
      style = Number(attributes['s'] ?? 0);
      value = '';
      formula = null;
      hasValue = false;
    },
    f() {
      formula = '';
      taking = 'formula';
    },
    v() {
      hasValue = true;
      taking = 'value';
    },
    t() {
      taking = phonetic ? null : 'value';
    },
    rPh() {
      phonetic = true;
    },
  };

  const endCell = (): void => {
    // A program that never computed the formula leaves no value: what stands there is then shown, not lost.
    const shown = textOf(type, value, style, facts);
    // Said to be a text, an empty value is what the formula gives.
    const whole = shown === '' && formula !== null && !(hasValue && type === 'str') ? `=${formula}` : shown;
    const text = cellText(whole, limits.cell);
    if (text === '') return;
    if (column > limits.columns) {
      failure = fail('tableTooManyColumns', { details: { most: limits.columns } }).failure;
      return;
    }
    failure ??= room.cell(text);
    while (cells.length < column - 1) cells.push('');
    // Of two cells in one place neither is certain.
    if ((cells[column - 1] ?? '') !== '') failure ??= fail('tableDamaged').failure;
    cells[column - 1] = text;
  };

  return {
    open: (tag) => starts[tag.name]?.(tag),
    text(text) {
      if (taking === 'value') value = joined(value, text);
      else if (taking === 'formula') formula = joined(formula ?? '', text);
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') taking = null;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') endCell();
      else if (name === 'row' && !isBlank(cells)) {
        failure ??= room.row();
        if (failure === null) rows.push({ line, cells });
      }
      return failure;
    },
  };
}

/** No longer than a cell can be, and one more, so that it is seen to be longer. */
const joined = (before: string, more: string): string =>
  before.length > longestCell ? before : before + more.slice(0, longestCell + 1);

/** Stands where what was meant is not there. */
const lost = '\ufffd';

function textOf(type: string, value: string, style: number, facts: SheetFacts): string {
  switch (type) {
    case 's':
      return sharedText(value, facts.strings);
    case 'b':
      return truthValues[value.trim()] ?? value.trim();
    case 'd':
      return value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'n': {
      if (value.trim() === '') return '';
      const kind = facts.styles[style] ?? 'number';
      if (kind === 'date') return dateText(value, facts.startsIn1904);
      return kind === 'time' ? timeText(value) : numberText(value);
    }
    default:
      return unescaped(value);
  }
}

/** Most cells of a list point to a shared text: digits alone are read without searching. */
function sharedText(value: string, strings: readonly string[]): string {
  let at = 0;
  for (let place = 0; place < value.length; place += 1) {
    const digit = value.charCodeAt(place) - 0x30;
    if (digit < 0 || digit > 9 || place > 8) {
      const said = value.trim();
      if (said === '') return '';
      return /^\d{1,9}$/.test(said) ? (strings[Number(said)] ?? lost) : lost;
    }
    at = at * 10 + digit;
  }
  return value === '' ? '' : (strings[at] ?? lost);
}

const truthValues: Partial<Record<string, string>> = {
  '1': 'TRUE',
  true: 'TRUE',
  '0': 'FALSE',
  false: 'FALSE',
};

/** Shared texts, in order, as many as may stand in cells of a file; rich text is joined, readings of East Asian signs are left out. */
export function stringsReader(strings: string[]): XmlReader {
  let text = '';
  let taking = false;
  let phonetic = false;
  const fits = characterCount();
  return {
    open({ name }) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') taking = !phonetic;
    },
    text(part) {
      if (taking) text = joined(text, part);
    },
    close(name) {
      if (name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        strings.push(cellText(unescaped(text)));
        if (!fits(text)) return fail('tableTooLarge', { details: { most: mostCharacters } }).failure;
      }
      return null;
    },
  };
}
