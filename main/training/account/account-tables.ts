// Tables of a printed account, each with its headers, so that the tags of the PDF say what belongs to what.
import { type AccountWords, escapeHtml } from './account-words.ts';

export type Pair = [label: string, value: string];

export function factsTable(pairs: readonly Pair[]): string {
  const rows = pairs.map(
    ([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

/** `figures`: columns whose cells are set at the end. */
export function tableOf(
  words: AccountWords,
  heads: readonly string[],
  rows: readonly string[],
  figures: readonly number[] = [],
): string {
  const cells = heads.map(
    (key, at) =>
      `<th scope="col"${figures.includes(at) ? ' class="figure"' : ''}>${escapeHtml(words.t(`columns.${key}`))}</th>`,
  );
  return `<table><thead><tr>${cells.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
