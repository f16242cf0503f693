// Findings of rules as lines of text: where, how bad, which rule, what is wrong and what to do.
import type { Finding } from '../../preload/contract/finding.ts';
import type { Context } from './command.ts';
import { fieldWords } from './failure-sentence.ts';

/** `3  title  blocking  TRN-TITLE-MISSING  The title is missing. …` */
export function findingLine({ t, language }: Context, place: string, finding: Finding): string {
  const params = finding.params ?? {};
  const sentence = ruleText(t, finding.rule, 'title', params);
  const remedy = ruleText(t, finding.rule, 'remedy', params);
  const severity = t(`severity.${finding.severity}`);
  const field = fieldWords(finding.field ?? '', language);
  return `${place}\t${field}\t${severity}\t${finding.rule}\t${[sentence, remedy].filter(Boolean).join(' ')}`.trimEnd();
}

/** Rules on people, employers and mandates stand in `people.json`, all others in `rules.json`. */
function ruleText(
  t: Context['t'],
  rule: string,
  part: 'title' | 'remedy',
  params: NonNullable<Finding['params']>,
): string {
  const space = /^(WRK|EMP|EST|MND)-/.test(rule) ? 'people:rules' : 'rules:';
  const key = space.endsWith(':') ? `${space}${rule}.${part}` : `${space}.${rule}.${part}`;
  const found = t(key, params);
  return found === key ? '' : found;
}

export const hasBlocking = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'blocking');
