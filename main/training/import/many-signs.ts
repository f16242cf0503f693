// What files show of whose they are, read in a worker: several files one after the other, as a worker of its own for each
// would take longer than the reading.
import { ok, type Result } from '../../../preload/contract/result.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { parseInsz } from '../../../preload/rules/identifiers/insz.ts';
import { guessTrainingColumns } from '../../../preload/rules/training/import-fields.ts';
import { type Look, type LookInput, lookAtList } from './list-source.ts';

/** What a list shows of whose it is. */
export type Signs = {
  /** A column says row by row for which employer. */
  column: boolean;
  /** Enterprise numbers in that column, or in titles above the headings. */
  enterprises: string[];
  /** Identification numbers in their column. */
  people: string[];
};

/** Read off the sheet whose headings say most to us. */
export function signsOf({ sheets }: Pick<Look, 'sheets'>): Signs {
  const sheet = sheets.toSorted((a, b) => b.known - a.known)[0];
  if (sheet === undefined) return { column: false, enterprises: [], people: [] };
  const headings = sheet.sample.find(({ line }) => line === sheet.headingLine)?.cells ?? [];
  const fields = guessTrainingColumns(headings).map(({ field }) => field);
  const [employerAt, personAt] = [fields.indexOf('enterpriseNumber'), fields.indexOf('insz')];
  const above = sheet.sample.filter(({ line }) => line < sheet.headingLine).flatMap(({ cells }) => cells);
  const below = sheet.sample.filter(({ line }) => line > sheet.headingLine);
  const named = employerAt < 0 ? [] : below.map(({ cells }) => cells[employerAt] ?? '');
  const persons = personAt < 0 ? [] : below.map(({ cells }) => cells[personAt] ?? '');
  return {
    column: named.some((text) => text.trim() !== ''),
    enterprises: readAll([...named, ...above.flatMap(numbersIn)], parseEnterpriseNumber),
    people: readAll(persons, (text) => parseInsz(text) ?? parseInsz(text.trim().padStart(11, '0'))),
  };
}

const numbersIn = (text: string): string[] => text.match(/\d[\d.\s]{8,14}\d/g) ?? [];

const readAll = (texts: readonly string[], parse: (text: string) => string | null): string[] => [
  ...new Set(texts.map(parse).filter((number) => number !== null)),
];

/** The task `trainingLists.signs`. Failures, for each file by itself: those of `readTable`. */
export async function readSigns(files: readonly LookInput[]): Promise<Result<Signs>[]> {
  const found: Result<Signs>[] = [];
  for (const file of files) {
    const look = await lookAtList(file);
    found.push(look.ok ? ok(signsOf(look.value)) : look);
  }
  return found;
}
