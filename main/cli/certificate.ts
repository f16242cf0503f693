// `certificate inspect|import|generate|export|list`
import { resolve } from 'node:path';
import type { CertificateVerdict } from '../../preload/contract/certificates.ts';
import { keyKindSchema } from '../../preload/contract/certificates.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { formatParams } from '../../preload/rules/certificates/format-params.ts';
import { chosenCertificate } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text, wholeNumber } from './command.ts';

const password = { 'password-stdin': { type: 'boolean' }, entry: { type: 'string' } } as const;
const enterprise = { enterprise: { type: 'string' }, number: { type: 'string' } } as const;

export const certificateCommands: readonly Command[] = [
  {
    noun: 'certificate',
    verb: 'inspect',
    usage: 'FILE --password-stdin [--entry N]',
    options: { ...password, ...enterprise },
    words: 1,
    run: inspect,
  },
  {
    noun: 'certificate',
    verb: 'import',
    usage: 'FILE --name NAME --password-stdin [--entry N] [--enterprise NAME --number NUMBER]',
    options: { ...password, ...enterprise, name: { type: 'string' } },
    words: 1,
    run: importFile,
  },
  {
    noun: 'certificate',
    verb: 'generate',
    usage: '--enterprise NAME --number NUMBER [--name NAME] [--key rsa3072] [--months 36]',
    options: { ...enterprise, name: { type: 'string' }, key: { type: 'string' }, months: { type: 'string' } },
    words: 0,
    run: generate,
  },
  {
    noun: 'certificate',
    verb: 'export',
    usage: 'FILE [--certificate NAME] [--pem]',
    options: { certificate: { type: 'string' }, pem: { type: 'boolean' } },
    words: 1,
    run: exportCer,
  },
  { noun: 'certificate', verb: 'list', usage: '', options: {}, words: 0, run: list },
];

async function inspect(context: Context): Promise<Outcome> {
  const container = await readContainer(context);
  if (!container.ok) return { result: container };
  const { input, files } = container.value;
  const inspected = await context.app.call('certificate.inspect', input, files);
  if (!inspected.ok) return { result: inspected };
  if (inspected.value.kind === 'chooseEntry') {
    const lines = inspected.value.entries.map(({ entry, name, subject }) => `${entry}\t${name}\t${subject}`);
    return { result: inspected, lines: [context.t('certificate.several'), ...lines], exit: 1 };
  }
  const { verdict } = inspected.value;
  return {
    result: inspected,
    lines: verdictLines(context, verdict),
    exit: verdict.verdict === 'notUsable' ? 2 : 0,
  };
}

async function importFile(context: Context): Promise<Outcome> {
  const name = needed(context.values, 'name');
  if (!name.ok) return { result: name };
  const container = await readContainer(context);
  if (!container.ok) return { result: container };
  const { input, files } = container.value;
  const result = await context.app.call('certificate.import', { ...input, name: name.value }, files);
  return { result, lines: result.ok ? [context.t('certificate.imported', { name: name.value })] : [] };
}

async function generate(context: Context): Promise<Outcome> {
  const { values } = context;
  const enterpriseName = needed(values, 'enterprise');
  const enterpriseNumber = needed(values, 'number');
  const months = wholeNumber(values, 'months', 1, 60);
  const keyKind = keyKindSchema.safeParse(text(values, 'key') ?? 'rsa3072');
  if (!enterpriseName.ok) return { result: enterpriseName };
  if (!enterpriseNumber.ok) return { result: enterpriseNumber };
  if (!months.ok) return { result: months };
  if (!keyKind.success) return { result: fail('invalidInput', { details: { fields: '--key' } }) };
  const name = text(values, 'name') ?? enterpriseName.value.slice(0, 120);
  const result = await context.app.call('certificate.generate', {
    name,
    enterpriseName: enterpriseName.value,
    enterpriseNumber: enterpriseNumber.value,
    keyKind: keyKind.data,
    ...(months.value === undefined ? {} : { validityMonths: months.value }),
  });
  return { result, lines: result.ok ? [context.t('certificate.generated', { name })] : [] };
}

async function exportCer(context: Context): Promise<Outcome> {
  const certificate = await chosenCertificate(context);
  if (!certificate.ok) return { result: certificate };
  const form = context.values['pem'] === true ? 'pem' : 'der';
  const saveTo = resolve(context.words[0] ?? '');
  const result = await context.app.call(
    'certificate.exportCer',
    { id: certificate.value.id, form },
    { saveTo },
  );
  return { result, lines: result.ok ? [context.t('saved', { name: result.value.name })] : [] };
}

async function list(context: Context): Promise<Outcome> {
  const result = await context.app.call('certificate.list', {});
  if (!result.ok) return { result };
  const lines = result.value.rows.map(
    ({ name, verdict, facts, stored }) =>
      `${name}\t${context.t(`certificate.verdict.${stored ? verdict : 'gone'}`)}\t${facts.keyKind}\t${facts.notAfter.slice(0, 10)}`,
  );
  return { result, lines };
}

type Container = {
  input: {
    selectionId: string;
    password: string;
    entry?: number;
    enterpriseName?: string;
    enterpriseNumber?: string;
  };
  files: { read: { selectionId: string; path: string }[] };
};

/** The password comes on standard input only: an argument would show in the list of processes. */
async function readContainer(context: Context): Promise<Result<Container>> {
  const { values, words } = context;
  const entry = wholeNumber(values, 'entry', 0, 100);
  if (!entry.ok) return entry;
  const typed = values['password-stdin'] === true ? await context.readInput() : '';
  const selectionId = context.newId();
  const enterpriseName = text(values, 'enterprise');
  const enterpriseNumber = text(values, 'number');
  return ok({
    input: {
      selectionId,
      // One line feed at the end is the shell's, not the password's.
      password: typed.replace(/\r?\n$/, ''),
      ...(entry.value === undefined ? {} : { entry: entry.value }),
      ...(enterpriseName === undefined ? {} : { enterpriseName }),
      ...(enterpriseNumber === undefined ? {} : { enterpriseNumber }),
    },
    files: { read: [{ selectionId, path: resolve(words[0] ?? '') }] },
  });
}

function verdictLines(
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
