// Judges the rows of a list of applicants, the same on the page, at the command line and before anything is asked.
import type { BatchLine, BatchRow } from '../../contract/applicant-batches.ts';
import type { Finding } from '../../contract/finding.ts';
import { parseInsz, readInsz } from '../identifiers/insz.ts';

export type BatchFacts = {
  /** `yyyy-mm-dd` */
  today: string;
  /** Numbers of whom one of these data was asked for this employer, and who have not answered yet. */
  open: ReadonlySet<string>;
  /** Last day on which all of these data may be read already, by number. */
  access: ReadonlyMap<string, string>;
};

/** Characters of what stands on a card. */
export const longestLabel = 80;

/**
 * Each row with its findings. `blocking`: APB-INSZ (no such number), APB-BORN (a birth date to come), APB-TWICE (`params.line` has it
 * too), APB-OPEN (asked already), APB-LABEL (a number of a person would be printed). `notice`: APB-ACCESS (read at once, as the
 * access is there until `params.until`).
 */
export function checkBatch(rows: readonly BatchLine[], facts: BatchFacts): BatchRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const typed = row.insz?.trim() ?? '';
    const insz = typed === '' ? null : parseInsz(typed);
    const findings: Finding[] = [];
    const tell = (
      rule: string,
      severity: Finding['severity'],
      field: keyof BatchLine,
      params?: Finding['params'],
    ): void => {
      findings.push({ rule, severity, field, ...(params === undefined ? {} : { params }) });
    };
    if (typed !== '' && insz === null) tell('APB-INSZ', 'blocking', 'insz');
    if (insz !== null) {
      const before = seen.get(insz);
      const until = facts.access.get(insz);
      if (readInsz(insz, facts.today) === null) tell('APB-BORN', 'blocking', 'insz');
      else if (before !== undefined) tell('APB-TWICE', 'blocking', 'insz', { line: before });
      else if (facts.open.has(insz)) tell('APB-OPEN', 'blocking', 'insz');
      else if (until !== undefined) tell('APB-ACCESS', 'notice', 'insz', { until });
      if (before === undefined) seen.set(insz, row.line);
    }
    if (holdsInsz(row.label)) tell('APB-LABEL', 'blocking', 'label');
    return { ...row, insz: typed === '' ? null : (insz ?? typed.slice(0, 40)), findings };
  });
}

export const isRefused = ({ findings }: Pick<BatchRow, 'findings'>): boolean =>
  findings.some(({ severity }) => severity === 'blocking');

/** Eleven digits, written together or in groups, that are a number of a person. */
export const holdsInsz = (text: string): boolean =>
  // Signs that do not show split no number.
  [...text.replace(/\p{Cf}/gu, '').matchAll(/(?<!\d)\d{2}(?:[ ./-]?\d){9}(?!\d)/g)].some(
    ([digits]) => parseInsz(digits) !== null,
  );
