// `account add|list|register`; what changes an account stands in `account-change.ts`
import type { Account } from '../../preload/contract/accounts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { qualitySchema, type Right } from '../../preload/contract/services.ts';
import { formatEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { rightsFrom } from './account-change.ts';
import { chosenCertificate } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text } from './command.ts';

const named = {
  name: { type: 'string' },
  enterprise: { type: 'string' },
  number: { type: 'string' },
  quality: { type: 'string' },
  certificate: { type: 'string' },
  rights: { type: 'string' },
} as const;
const namedUsage =
  '--enterprise NAME --number NUMBER [--quality QUALITY] [--name NAME] [--certificate NAME] [--rights RIGHT,…]';

export const accountCommands: readonly Command[] = [
  {
    noun: 'account',
    verb: 'add',
    usage: `--client-id ID ${namedUsage}`,
    options: { ...named, 'client-id': { type: 'string' } },
    words: 0,
    run: add,
  },
  { noun: 'account', verb: 'register', usage: namedUsage, options: named, words: 0, run: register },
  {
    noun: 'account',
    verb: 'list',
    usage: '[--closed]',
    options: { closed: { type: 'boolean' } },
    words: 0,
    run: list,
  },
];

async function add(context: Context): Promise<Outcome> {
  const clientId = needed(context.values, 'client-id');
  if (!clientId.ok) return { result: clientId };
  const fields = await fieldsOf(context);
  if (!fields.ok) return { result: fields };
  const result = await context.app.call('account.add', { ...fields.value, clientId: clientId.value });
  const refused = !result.ok && String(result.failure.details?.['fields']).includes('clientId');
  if (refused) return { result: fail('clientIdInvalid') };
  if (!result.ok) return { result };
  const shared = await sharedWarning(context, result.value.id);
  return { result, lines: [context.t('account.added', { name: fields.value.name }), ...shared] };
}

/** Practice only: the portal's steps, done by the program. */
async function register(context: Context): Promise<Outcome> {
  const fields = await fieldsOf(context);
  if (!fields.ok) return { result: fields };
  const result = await context.app.call('account.registerInPractice', fields.value);
  return { result, lines: result.ok ? [context.t('account.registered', { id: result.value.clientId })] : [] };
}

/** Own accounts of two enterprises of a group need a certificate each. */
async function sharedWarning({ app, t }: Context, id: string): Promise<string[]> {
  const list = await app.call('account.list', {});
  const account = list.ok ? list.value.rows.find((row) => row.id === id) : undefined;
  return account === undefined || account.sharedWith.length === 0
    ? []
    : [t('account.shared', { others: account.sharedWith.join(', ') })];
}

async function list({ app, t, values }: Context): Promise<Outcome> {
  const result = await app.call('account.list', { closed: values['closed'] === true });
  if (!result.ok) return { result };
  const lines = result.value.rows.map((row) => {
    const check =
      row.closedAt === null ? t(`account.check.${row.lastCheck?.outcome ?? 'never'}`) : t('account.closed');
    return `${row.name}\t${formatEnterpriseNumber(row.enterpriseNumber)}\t${t(`account.quality.${row.quality}`)}\t${row.clientId}\t${check}`;
  });
  return { result, lines };
}

type Fields = Pick<Account, 'name' | 'enterpriseNumber' | 'enterpriseName' | 'quality'> & {
  rights?: Right[];
  certificateId: string;
};

async function fieldsOf(context: Context): Promise<Result<Fields>> {
  const { values } = context;
  const enterpriseName = needed(values, 'enterprise');
  const enterpriseNumber = needed(values, 'number');
  const quality = qualitySchema.safeParse(text(values, 'quality') ?? 'employerNsso');
  if (!enterpriseName.ok) return enterpriseName;
  if (!enterpriseNumber.ok) return enterpriseNumber;
  if (!quality.success) return fail('invalidInput', { details: { fields: '--quality' } });
  const certificate = await chosenCertificate(context);
  if (!certificate.ok) return certificate;
  const rights = rightsFrom(text(values, 'rights'));
  if (!rights.ok) return rights;
  return ok({
    ...(rights.value === undefined ? {} : { rights: rights.value }),
    name: text(values, 'name') ?? enterpriseName.value.slice(0, 120),
    enterpriseName: enterpriseName.value,
    enterpriseNumber: enterpriseNumber.value,
    quality: quality.data,
    certificateId: certificate.value.id,
  });
}
