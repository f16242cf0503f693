// `certificate inspect|import|generate|protect|export|remove|list`, and those of signing requests.
import { resolve } from 'node:path';
import { keyKindSchema } from '../../preload/contract/certificates.ts';
import { fail } from '../../preload/contract/result.ts';
import { passwordOptions, readContainer, verdictLines } from './certificate-file.ts';
import { requestCommands } from './certificate-request.ts';
import { chosenCertificate } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text, wholeNumber } from './command.ts';

const enterprise = { enterprise: { type: 'string' }, number: { type: 'string' } } as const;

export const certificateCommands: readonly Command[] = [
  {
    noun: 'certificate',
    verb: 'inspect',
    usage: 'FILE --password-stdin [--key-file FILE] [--entry N]',
    options: { ...passwordOptions, ...enterprise },
    words: 1,
    run: inspect,
  },
  {
    noun: 'certificate',
    verb: 'import',
    usage:
      'FILE --name NAME --password-stdin [--key-file FILE] [--entry N] [--enterprise NAME --number NUMBER]',
    options: { ...passwordOptions, ...enterprise, name: { type: 'string' } },
    words: 1,
    run: importFile,
  },
  {
    noun: 'certificate',
    verb: 'generate',
    usage: '--enterprise NAME --number NUMBER [--name NAME] [--key KEY] [--months 36]',
    options: { ...enterprise, name: { type: 'string' }, key: { type: 'string' }, months: { type: 'string' } },
    words: 0,
    run: generate,
  },
  {
    noun: 'certificate',
    verb: 'protect',
    usage:
      'FILE NEWFILE.p12 --password-stdin [--key-file FILE] [--entry N] (old and new password, one a line)',
    options: passwordOptions,
    words: 2,
    run: protect,
  },
  ...requestCommands,
  {
    noun: 'certificate',
    verb: 'export',
    usage: 'FILE [--certificate NAME] [--pem]',
    options: { certificate: { type: 'string' }, pem: { type: 'boolean' } },
    words: 1,
    run: exportCer,
  },
  {
    noun: 'certificate',
    verb: 'remove',
    usage: '[--certificate NAME] --yes',
    options: { certificate: { type: 'string' }, yes: { type: 'boolean' } },
    words: 0,
    run: remove,
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
    lines: [
      ...verdictLines(context, verdict),
      ...(inspected.value.complete ? [] : [context.t('certificate.withoutKey')]),
    ],
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

/** Standard input holds the old password on its first line and the new one on its second. */
async function protect(context: Context): Promise<Outcome> {
  const container = await readContainer(context);
  if (!container.ok) return { result: container };
  const { input, files, more } = container.value;
  const [newPassword = ''] = more;
  const saveTo = resolve(context.words[1] ?? '');
  const result = await context.app.call(
    'certificate.protect',
    { ...input, newPassword },
    { ...files, saveTo },
  );
  if (!result.ok) return { result };
  const { name, cipher, mac, iterations } = result.value;
  return { result, lines: [context.t('certificate.protected', { name, cipher, mac, iterations })] };
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

async function remove(context: Context): Promise<Outcome> {
  if (context.values['yes'] !== true) {
    return { result: fail('stateNotAllowed', { details: { reason: 'notConfirmed', option: '--yes' } }) };
  }
  const certificate = await chosenCertificate(context);
  if (!certificate.ok) return { result: certificate };
  const { id, name } = certificate.value;
  const result = await context.app.call('certificate.remove', { id, confirmed: true });
  return { result, lines: result.ok ? [context.t('certificate.removed', { name })] : [] };
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
