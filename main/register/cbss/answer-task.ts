// Work on messages that a worker does: reading an answer, and holding a text against the schema.
import type { CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { guardText } from './guard-xml.ts';
import { readAnswer } from './read-answer.ts';
import type { Received } from './refused-answer.ts';
import { checkSchema, type Finding } from './schema-check.ts';

export type AnswerTask = { kind: 'answer'; received: Received } | { kind: 'findings'; text: string };
export type AnswerResult =
  | { kind: 'answer'; outcome: CbssOutcome }
  | { kind: 'findings'; findings: Finding[] };

const mostFindings = 50;

export function answerTask(task: AnswerTask): AnswerResult {
  if (task.kind === 'answer') return { kind: 'answer', outcome: readAnswer(task.received) };
  const guarded = guardText(task.text);
  if (!guarded.ok)
    return { kind: 'findings', findings: [{ line: guarded.line, column: null, message: guarded.reason }] };
  const parsed = checkSchema(guarded.text);
  const findings = parsed.wellFormed ? parsed.findings : [parsed.finding];
  return { kind: 'findings', findings: findings.slice(0, mostFindings) };
}
