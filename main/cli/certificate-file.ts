// Reads what a command says about a certificate file: the file, its key file, its password, the enterprise.
import { resolve } from 'node:path';
import type { CertificateVerdict } from '../../preload/contract/certificates.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { formatParams } from '../../preload/rules/certificates/format-params.ts';
import { type CallFiles, type Context, text, wholeNumber } from './command.ts';

export const passwordOptions = {
  'password-stdin': { type: 'boolean' },
  entry: { type: 'string' },
  'key-file': { type: 'string' },
} as const;

export type ContainerFile = {
  input: {
    selectionId: string;
    keySelectionId?: string;
    password: string;
    entry?: number;
    enterpriseName?: string;
    enterpriseNumber?: string;
  };
  files: CallFiles & { read: { selectionId: string; path: string }[] };
  /** Lines of standard input after the password. */
  more: string[];
};

/** Passwords come on standard input only, one a line: an argument would show in the list of processes. */
export async function readContainer(context: Context): Promise<Result<ContainerFile>> {
  const { values, words } = context;
  const entry = wholeNumber(values, 'entry', 0, 100);
  if (!entry.ok) return entry;
  const typed = values['password-stdin'] === true ? await context.readInput() : '';
  const [password = '', ...more] = typed.split(/\r?\n/);
  const selectionId = context.newId();
  const keyFile = text(values, 'key-file');
  const keySelectionId = context.newId();
  const enterpriseName = text(values, 'enterprise');
  const enterpriseNumber = text(values, 'number');
  return ok({
    input: {
      selectionId,
      password,
      ...(keyFile === undefined ? {} : { keySelectionId }),
      ...(entry.value === undefined ? {} : { entry: entry.value }),
      ...(enterpriseName === undefined ? {} : { enterpriseName }),
      ...(enterpriseNumber === undefined ? {} : { enterpriseNumber }),
    },
    files: {
      read: [
        { selectionId, path: resolve(words[0] ?? '') },
        ...(keyFile === undefined ? [] : [{ selectionId: keySelectionId, path: resolve(keyFile) }]),
      ],
    },
    more,
  });
}

/** The verdict, whom it is for, its fingerprint, then each criterion on a line. */
export function verdictLines(
  { t, language }: Context,
  { verdict, until, criteria, facts }: CertificateVerdict,
): string[] {
  const head = t(`certificate.verdict.${verdict}`, { until: until?.slice(0, 10) ?? '' });
  const lines = criteria.map(({ id, outcome, found, remedy }) => {
    const words = t(found.key, formatParams(found.params, `${language}-BE`));
    const todo = remedy === null ? '' : t(remedy.key, formatParams(remedy.params, `${language}-BE`));
    return `${t(`certificates:outcome.${outcome}`)}\t${id}\t${words}\t${todo}`.trimEnd();
  });
  return [head, facts.subject, facts.fingerprintSha256, ...lines];
}
