// `account add|test|list|register` and `token get`
import type { Account } from '../../preload/contract/accounts.ts';
import type { CallOutput } from '../../preload/contract/index.ts';
import { type FailureCode, fail, ok, type Result } from '../../preload/contract/result.ts';
import { qualitySchema } from '../../preload/contract/services.ts';
import { chosenAccount, chosenCertificate } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text } from './command.ts';

const named = {
  name: { type: 'string' },
  enterprise: { type: 'string' },
  number: { type: 'string' },
  quality: { type: 'string' },
  certificate: { type: 'string' },
} as const;
const namedUsage = '--enterprise NAME --number NUMBER [--quality QUALITY] [--name NAME] [--certificate NAME]';
const account = { account: { type: 'string' } } as const;

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
  { noun: 'account', verb: 'test', usage: '[--account NAME]', options: account, words: 0, run: test },
  { noun: 'account', verb: 'list', usage: '', options: {}, words: 0, run: list },
  { noun: 'token', verb: 'get', usage: '[--account NAME]', options: account, words: 0, run: getToken },
];

async function add(context: Context): Promise<Outcome> {
  const clientId = needed(context.values, 'client-id');
  if (!clientId.ok) return { result: clientId };
  const fields = await fieldsOf(context);
  if (!fields.ok) return { result: fields };
  const result = await context.app.call('account.add', { ...fields.value, clientId: clientId.value });
  const refused = !result.ok && String(result.failure.details?.['fields']).includes('clientId');
  if (refused) return { result: fail('clientIdInvalid') };
  return { result, lines: result.ok ? [context.t('account.added', { name: fields.value.name })] : [] };
}

/** Practice only: the portal's steps, done by the program. */
async function register(context: Context): Promise<Outcome> {
  const fields = await fieldsOf(context);
  if (!fields.ok) return { result: fields };
  const result = await context.app.call('account.registerInPractice', fields.value);
  return { result, lines: result.ok ? [context.t('account.registered', { id: result.value.clientId })] : [] };
}

async function list({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('account.list', {});
  if (!result.ok) return { result };
  const lines = result.value.rows.map((row) => {
    const check = t(`account.check.${row.lastCheck?.outcome ?? 'never'}`);
    return `${row.name}\t${row.enterpriseNumber}\t${t(`account.quality.${row.quality}`)}\t${row.clientId}\t${check}`;
  });
  return { result, lines };
}

async function test(context: Context): Promise<Outcome> {
  const tested = await check(context);
  if (!tested.ok) return { result: tested };
  const { outcome, steps } = tested.value;
  const lines = steps.map((step) => {
    const words = (part: string) =>
      sentence(context, `accounts:checks.${step.key}.${part}`, step.params ?? {});
    const todo = step.outcome === 'ok' ? '' : [words('do'), words('who')].filter(Boolean).join(' ');
    return `${context.t(`account.outcome.${step.outcome}`)}\t${step.id}\t${words('found')}\t${todo}`.trimEnd();
  });
  return { result: tested, lines, exit: outcome === 'failed' ? 1 : 0 };
}

/** Validity and scope; the token itself never leaves the app. */
async function getToken(context: Context): Promise<Outcome> {
  const tested = await check(context);
  if (!tested.ok) return { result: tested };
  const { token, steps } = tested.value;
  if (token === null) {
    const broken = steps.find((step) => step.outcome === 'failed');
    const code = failureOf[broken?.key ?? ''] ?? 'unexpectedAnswer';
    return { result: fail(code, { retry: 'safe', details: { step: broken?.id ?? '' } }) };
  }
  const params = { seconds: token.expiresInSeconds, scope: token.scope };
  return { result: ok(token), lines: [context.t('account.token', params)] };
}

const failureOf: Record<string, FailureCode> = {
  clientRefused: 'clientRefused',
  tokenClock: 'clockSkew',
  scopeRefused: 'scopeRefused',
  permissionMissing: 'permissionMissing',
  tokenUnavailable: 'serviceUnavailable',
  tokenTooMany: 'tooManyRequests',
  networkName: 'nameNotResolved',
  networkRefused: 'connectionRefused',
  networkProxy: 'proxyRefused',
  networkTimeout: 'timeout',
  networkOffline: 'offline',
  networkLost: 'offline',
  tlsNotTrusted: 'tlsNotTrusted',
  certificateMissing: 'entryMissing',
  certificateGone: 'entryMissing',
  certificateDamaged: 'entryDamaged',
  certificateEnded: 'certificateNotUsable',
  certificateNotUsable: 'certificateNotUsable',
  clientIdInvalid: 'clientIdInvalid',
  keychainMissing: 'keychainMissing',
  keychainLocked: 'keychainLocked',
  keychainDenied: 'keychainDenied',
};

async function check(context: Context): Promise<Result<CallOutput<'account.test'>>> {
  const chosen = await chosenAccount(context);
  return chosen.ok ? context.app.call('account.test', { id: chosen.value.id }) : chosen;
}

function sentence({ t }: Context, key: string, params: Record<string, string | number>): string {
  const words = t(key, params);
  return words === key ? '' : words;
}

type Fields = Pick<Account, 'name' | 'enterpriseNumber' | 'enterpriseName' | 'quality'> & {
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
  return ok({
    name: text(values, 'name') ?? enterpriseName.value.slice(0, 120),
    enterpriseName: enterpriseName.value,
    enterpriseNumber: enterpriseNumber.value,
    quality: quality.data,
    certificateId: certificate.value.id,
  });
}
