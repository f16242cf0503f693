// What is told of a cell of a list, and its text with what in it is no text.
import type { Finding } from '../../contract/finding.ts';
import type { TrainingImportField } from './import-fields.ts';

/** The text of a field's cell; empty when no column holds it. */
export type CellOf = (field: TrainingImportField) => string;
export type Tell = (
  rule: string,
  field: TrainingImportField,
  severity?: Finding['severity'],
  params?: Finding['params'],
) => void;

/** Findings in the order in which they are told; `blocking` unless said otherwise. */
export function teller(): { findings: Finding[]; tell: Tell } {
  const findings: Finding[] = [];
  return {
    findings,
    tell(rule, field, severity = 'blocking', params) {
      findings.push({ rule, severity, field, ...(params ? { params } : {}) });
    },
  };
}

/** Neither text nor a blank: control characters, and the sign that stands for what could not be decoded. */
const strange = /[^ -~\u00a0-\ufffc\t\n\r]/;

/** What a spreadsheet shows where a formula failed. */
const cellError = /^#(?:null!|div\/0!|value!|ref!|name\?|num!|n\/a|getting_data|spill!|calc!)$/i;

/** `most`: characters that are kept; a longer text is told. */
export function textOf(cell: CellOf, tell: Tell, field: TrainingImportField, most: number): string {
  const typed = cell(field).trim();
  if (typed === '') return '';
  if (typed.length > most) tell('IMP-TOO-LONG', field, 'blocking', { most });
  if (typed.startsWith('=')) tell('IMP-FORMULA', field);
  else if (cellError.test(typed)) tell('IMP-CELL-ERROR', field);
  const sign = strange.exec(typed)?.[0];
  if (sign !== undefined)
    if (sign === '\ufffd') tell('IMP-CHARACTERS-LOST', field, 'warning');
    else tell('IMP-CHARACTERS', field);
  return typed.slice(0, most);
}

/** Digits in plenty may be somebody's number: those are not repeated in a sentence. */
export const shownText = (text: string): string =>
  /\d{9}/.test(text.replace(/\D/g, '')) ? '' : text.slice(0, 40);
