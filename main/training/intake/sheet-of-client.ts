// One client's intake sheet as words and rows, before it is written: all in the client's language.
import {
  type IntakeColumn,
  intakeColumns,
  intakeLists,
  intakeReference,
  intakeWordKey,
  isIntakeListed,
} from '../../../preload/rules/training/intake-columns.ts';
import { maskText } from '../../platform/log-mask.ts';
import type { TextParams, Texts } from '../../platform/texts.ts';
import type { IntakeClient } from './intake-store.ts';
import type { Workbook } from './write-workbook.ts';

type Asked = {
  year: number;
  rowsPerWorker: number /** Twelve hexadecimal signs, another for each sheet. */;
  mark: string;
};

const wide: Partial<Record<IntakeColumn, number>> = {
  workerName: 28,
  title: 36,
  providerName: 26,
  description: 36,
  externalReference: 24,
};
const plainWidth = 16;

/** Rows of a worker stand together; each has a reference of its own, so that a sheet taken back twice adds nothing. */
export function sheetOfClient(
  texts: Texts,
  client: IntakeClient,
  { year, rowsPerWorker, mark }: Asked,
): Workbook {
  const t = (key: string, params: TextParams = {}): string =>
    texts.t(client.language, `intake.${key}`, params);
  const headingOf = (column: IntakeColumn): string => t(`columns.${column}.heading`);
  const wordsOf = (column: IntakeColumn): string[] =>
    isIntakeListed(column) ? intakeLists[column].map((word) => t(intakeWordKey(column, word))) : [];
  const rows: string[][] = [];
  for (const { insz, name } of client.workers)
    for (let row = 0; row < rowsPerWorker; row += 1) {
      const ahead: Partial<Record<IntakeColumn, string>> = {
        insz,
        workerName: name,
        externalReference: intakeReference(mark, rows.length + 1),
      };
      rows.push(intakeColumns.map((column) => ahead[column] ?? ''));
    }
  return {
    file: `${fileStem(t('sheetFile'), client.name, year)}.xlsx`,
    sheet: t('sheetName', { year: String(year) }),
    headings: intakeColumns.map(headingOf),
    widths: intakeColumns.map((column) => wide[column] ?? plainWidth),
    rows,
    lists: intakeColumns.flatMap((column, at) =>
      isIntakeListed(column) ? [{ column: at, words: wordsOf(column) }] : [],
    ),
    quiet: [intakeColumns.indexOf('externalReference')],
    explanation: {
      name: t('explanation.name'),
      headings: [t('explanation.column'), t('explanation.what'), t('explanation.words')],
      rows: [
        ...(['once', 'more', 'empty', 'back'] as const).map((line) => [
          t(`explanation.${line}`),
          t(`explanation.${line}What`),
          '',
        ]),
        ...intakeColumns.map((column) => [
          headingOf(column),
          t(`columns.${column}.what`),
          wordsOf(column).join(' · '),
        ]),
      ],
    },
  };
}

/** `Opleidingen De Berk NV 2025`: a name of a file everywhere, in which nothing looks like a number of a person. */
export const fileStem = (what: string, client: string, year: number): string =>
  `${what} ${maskText(client)
    .replace(/[^\p{L}\p{N} ()&'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)} ${year}`;
