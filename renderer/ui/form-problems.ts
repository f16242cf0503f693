// From what a schema refuses to sentences: in the error summary and next to the field, in the same words.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from './error-summary.tsx';

type Refusal = { message?: unknown; type?: unknown };

const isRefusal = (value: unknown): value is { message: string } =>
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

function* walk(errors: object, path: string): Generator<{ name: string; message: string }> {
  for (const [key, value] of Object.entries(errors)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (isRefusal(value)) yield { name, message: value.message };
    else if (typeof value === 'object' && value !== null && key !== 'ref') yield* walk(value, name);
  }
}

/** Sentences for the errors of a react-hook-form form, in the order of its fields. */
export function useFormProblems(errors: object): {
  problems: FieldProblem[];
  errorOf: (name: string) => string | undefined;
} {
  const { t } = useTranslation('shell');
  const problems = [...walk(errors, '')].map(({ name, message }) => ({
    name,
    message: sentenceOf(t, message),
  }));
  return { problems, errorOf: (name) => problems.find((problem) => problem.name === name)?.message };
}
