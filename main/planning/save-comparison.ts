// A whole comparison as a file: for a spreadsheet, or as a document to print and keep.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { shownDay, shownMinutes } from '../../preload/rules/training/days.ts';
import type { Session } from '../platform/session.ts';
import { inSlices, type Steps } from '../platform/slices.ts';
import { sheetBytes } from '../platform/tables/write-sheet.ts';
import type { TextLanguage } from '../platform/texts.ts';
import { cellsOf, comparisonColumns, presentHours } from './comparison-cells.ts';
import { comparisonHtml } from './comparison-html.ts';
import { type Comparisons, ofKinds, rowMaker, sumsOf } from './show-comparison.ts';

/** Rows of a document that is still read on paper. */
const mostPrinted = 5_000;

/** Failures: refusedByRule, nothingToSend (no line), tooLarge (a document of more than 5,000 lines), those of saving. */
export async function saveComparison(
  session: Session,
  windowId: string,
  compared: Comparisons,
  input: HandlerInput<'planning.saveComparison'>,
): Promise<Result<HandlerOutput<'planning.saveComparison'>>> {
  const { format, language, kinds, from, to } = input;
  const whole = await compared.lines(input);
  if (!whole.ok) return whole;
  const lines = ofKinds(whole.value.lines, kinds);
  if (lines.length === 0) return fail('nothingToSend');
  if (format === 'pdf' && lines.length > mostPrinted) return fail('tooLarge');
  const t = (key: string, params: Record<string, string | number> = {}): string =>
    session.texts.t(language, `planning.${key}`, params);
  const rowOf = rowMaker(session);
  function* written(): Steps<string[][]> {
    const made: string[][] = [];
    for (const line of lines) {
      made.push(cellsOf(t, rowOf(line)));
      yield;
    }
    return made;
  }
  const rows = await inSlices(written());
  const headings = comparisonColumns.map((column) => t(`columns.${column}`));
  const sums = sumsOf(lines);
  const bytes =
    format === 'pdf'
      ? await session.host.makePdf(
          comparisonHtml({
            language,
            title: t('document.title', { from: shownDay(from), to: shownDay(to) }),
            lead: [
              t('sums', {
                planned: shownMinutes(sums.plannedMinutes),
                present: presentHours(sums.presentMinutes),
                unclear: sums.unclear,
              }),
              t('document.tolerance', { minutes: whole.value.tolerance }),
            ],
            headings,
            rows,
          }),
        )
      : await sheetBytes(format, { name: t('tab'), headings, rows });
  if (!bytes.ok) return bytes;
  const saved = await session.host.saveFile(windowId, `${t('document.file')} ${from}.${format}`, bytes.value);
  if (!saved.ok) return saved;
  return saved.value === null ? fail('fileNotChosen') : ok({ name: saved.value.name, rows: lines.length });
}

export type Document = {
  language: TextLanguage;
  title: string;
  lead: string[];
  headings: string[];
  rows: string[][];
};
