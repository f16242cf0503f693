// `certificate request|requests|ordered|answer|withdraw`: a certificate that an issuer signs.
import { resolve } from 'node:path';
import { type CertificateRequest, keyKindSchema } from '../../preload/contract/certificates.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { formatEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { verdictLines } from './certificate-file.ts';
import { type Command, type Context, needed, type Outcome, text } from './command.ts';

const named = { request: { type: 'string' } } as const;

export const requestCommands: readonly Command[] = [
  {
    noun: 'certificate',
    verb: 'request',
    usage: 'FILE.csr --enterprise NAME --number NUMBER [--name NAME] [--key KEY]',
    options: {
      enterprise: { type: 'string' },
      number: { type: 'string' },
      name: { type: 'string' },
      key: { type: 'string' },
    },
    words: 1,
    run: request,
  },
  { noun: 'certificate', verb: 'requests', usage: '', options: {}, words: 0, run: listRequests },
  {
    noun: 'certificate',
    verb: 'ordered',
    usage: '[--request NAME] [--undo]',
    options: { ...named, undo: { type: 'boolean' } },
    words: 0,
    run: ordered,
  },
  {
    noun: 'certificate',
    verb: 'answer',
    usage: 'FILE [--inspect]',
    options: { inspect: { type: 'boolean' } },
    words: 1,
    run: answer,
  },
  {
    noun: 'certificate',
    verb: 'withdraw',
    usage: '--request NAME --yes',
    options: { ...named, yes: { type: 'boolean' } },
    words: 0,
    run: withdraw,
  },
];

/** Makes the request and saves it; when it cannot be saved, it is listed under `requests` all the same. */
async function request(context: Context): Promise<Outcome> {
  const { app, values, words, t } = context;
  const enterpriseName = needed(values, 'enterprise');
  if (!enterpriseName.ok) return { result: enterpriseName };
  const enterpriseNumber = needed(values, 'number');
  if (!enterpriseNumber.ok) return { result: enterpriseNumber };
  const keyKind = keyKindSchema.safeParse(text(values, 'key') ?? 'rsa3072');
  if (!keyKind.success) return { result: fail('invalidInput', { details: { fields: '--key' } }) };
  const name = text(values, 'name') ?? enterpriseName.value.slice(0, 120);
  const made = await app.call('certificate.request', {
    name,
    enterpriseName: enterpriseName.value,
    enterpriseNumber: enterpriseNumber.value,
    keyKind: keyKind.data,
  });
  if (!made.ok) return { result: made };
  const saveTo = resolve(words[0] ?? '');
  const saved = await app.call('certificate.saveRequest', { id: made.value.id }, { saveTo });
  if (!saved.ok) return { result: saved };
  const result = ok({ id: made.value.id, name: saved.value.name });
  return { result, lines: [t('certificate.requested', { name, file: saved.value.name })] };
}

async function listRequests({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('certificate.requests', {});
  if (!result.ok) return { result };
  const state = ({ stored, orderedAt }: CertificateRequest) =>
    t(`certificate.${stored ? (orderedAt === null ? 'notOrdered' : 'ordered') : 'keyGone'}`);
  const lines = result.value.rows.map((row) =>
    [
      row.name,
      formatEnterpriseNumber(row.enterpriseNumber),
      row.keyKind,
      row.createdAt.slice(0, 10),
      state(row),
    ].join('\t'),
  );
  return { result, lines };
}

async function ordered(context: Context): Promise<Outcome> {
  const chosen = await chosenRequest(context);
  if (!chosen.ok) return { result: chosen };
  const done = context.values['undo'] !== true;
  const result = await context.app.call('certificate.noteOrder', { id: chosen.value.id, ordered: done });
  const word = context.t(`certificate.${done ? 'ordered' : 'notOrdered'}`);
  return { result, lines: result.ok ? [`${chosen.value.name}\t${word}`] : [] };
}

/** With `--inspect` the answer is only judged. */
async function answer(context: Context): Promise<Outcome> {
  const { app, words, values, t } = context;
  const selectionId = context.newId();
  const files = { read: [{ selectionId, path: resolve(words[0] ?? '') }] };
  const judged = await app.call('certificate.inspectAnswer', { selectionId }, files);
  if (!judged.ok) return { result: judged };
  const lines = verdictLines(context, judged.value.verdict);
  if (values['inspect'] === true) {
    return { result: judged, lines, exit: judged.value.verdict.verdict === 'notUsable' ? 2 : 0 };
  }
  const result = await app.call('certificate.answer', { selectionId }, files);
  if (!result.ok) return { result, lines };
  return { result, lines: [...lines, t('certificate.answered', { name: judged.value.name })] };
}

async function withdraw(context: Context): Promise<Outcome> {
  if (context.values['yes'] !== true) {
    return { result: fail('stateNotAllowed', { details: { reason: 'notConfirmed', option: '--yes' } }) };
  }
  const chosen = await chosenRequest(context);
  if (!chosen.ok) return { result: chosen };
  const { id, name } = chosen.value;
  const result = await context.app.call('certificate.removeRequest', { id, confirmed: true });
  return { result, lines: result.ok ? [context.t('certificate.withdrawn', { name })] : [] };
}

/** `--request` by id or name, or the only one there is. */
async function chosenRequest({ app, values }: Context): Promise<Result<CertificateRequest>> {
  const list = await app.call('certificate.requests', {});
  if (!list.ok) return list;
  const wanted = text(values, 'request');
  const fitting = list.value.rows.filter(
    ({ id, name }) => wanted === undefined || id === wanted || name === wanted,
  );
  const [only] = fitting;
  return only !== undefined && fitting.length === 1
    ? ok(only)
    : fail('notFound', { details: { requests: list.value.rows.length } });
}
