// From what a schema refuses to sentences: in the error summary and next to the field, in the same words.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from './error-summary.tsx';

type Refusal = { message?: unknown; ref?: { value?: unknown } };

const isRefusal = (value: unknown): value is { message: string; ref?: { value?: unknown } } =>
  typeof value === 'object' && value !== null && typeof (value as Refusal).message === 'string';

/** Issues of the contract's own values, by the message that their parser gives. */
const knownIssues = {
  'identifier:Insz': 'insz',
  'identifier:EnterpriseNumber': 'enterpriseNumber',
  'identifier:EstablishmentNumber': 'establishmentNumber',
  'identifier:NssoNumber': 'nssoNumber',
} as const;

/** A sentence for a refusal: `text:<namespace>:<key>` names one of the page's own; the rest is the app's. */
function sentenceOf(t: TFunction<'shell'>, message: string): string {
  if (message.startsWith('text:')) return t(message.slice(5) as 'issues.required');
  const known = knownIssues[message as keyof typeof knownIssues];
  if (known !== undefined) return t(`issues.${known}`);
  if (/too big/i.test(message)) return t('issues.tooLong');
  return t('issues.required');
}

function* walk(errors: object, path: string): Generator<{ name: string; message: string; empty: boolean }> {
  for (const [key, value] of Object.entries(errors)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (isRefusal(value)) yield { name, message: value.message, empty: value.ref?.value === '' };
    else if (typeof value === 'object' && value !== null && key !== 'ref') yield* walk(value, name);
  }
}

/**
 * Sentences for the errors of a react-hook-form form, in the order of its fields. With `labels`, the summary names
 * the field before the sentence. An empty field is asked for, whatever its schema says about it.
 */
export function useFormProblems(
  errors: object,
  labels: Record<string, string> = {},
): { problems: FieldProblem[]; errorOf: (name: string) => string | undefined } {
  const { t } = useTranslation('shell');
  const sentences = [...walk(errors, '')].map(({ name, message, empty }) => ({
    name,
    sentence: empty && !message.startsWith('text:') ? t('issues.required') : sentenceOf(t, message),
  }));
  return {
    problems: sentences.map(({ name, sentence }) => ({
      name,
      message: labels[name] === undefined ? sentence : `${labels[name]}: ${sentence}`,
    })),
    errorOf: (name) => sentences.find((problem) => problem.name === name)?.sentence,
  };
}
