// `account update|rights|close|reopen|remove`
import { scopeTextSchema } from '../../preload/contract/accounts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import {
  type Right,
  rightLabels,
  rightSchema,
  type Service,
  serviceSchema,
} from '../../preload/contract/services.ts';
import { chosenAccount, chosenCertificate } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { stop } from './stop.ts';

const account = { account: { type: 'string' } } as const;

export const accountChangeCommands: readonly Command[] = [
  {
    noun: 'account',
    verb: 'update',
    usage:
      '[--account NAME] [--name NAME] [--client-id ID] [--certificate NAME] [--rights RIGHT,…] [--scope SERVICE=SCOPE]…',
    options: {
      ...account,
      name: { type: 'string' },
      'client-id': { type: 'string' },
      certificate: { type: 'string' },
      rights: { type: 'string' },
      scope: { type: 'string', multiple: true },
    },
    words: 0,
    run: update,
  },
  { noun: 'account', verb: 'rights', usage: '[--account NAME]', options: account, words: 0, run: rights },
  {
    noun: 'account',
    verb: 'close',
    usage: '[--account NAME] [--waiting keep|drop] [--confirmed]',
    options: { ...account, waiting: { type: 'string' }, confirmed: { type: 'boolean' } },
    words: 0,
    run: close,
  },
  { noun: 'account', verb: 'reopen', usage: '--account NAME', options: account, words: 0, run: reopen },
  {
    noun: 'account',
    verb: 'remove',
    usage: '--account NAME [--confirmed]',
    options: { ...account, confirmed: { type: 'boolean' } },
    words: 0,
    run: remove,
  },
];

async function update(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const chosen = await chosenAccount(context);
  if (!chosen.ok) return { result: chosen };
  const { value: row } = chosen;
  const ticked = rightsFrom(text(values, 'rights'));
  const scopes = scopesFrom(values['scope'], row.scopes);
  if (!ticked.ok) return { result: ticked };
  if (!scopes.ok) return { result: scopes };
  const certificate =
    text(values, 'certificate') === undefined
      ? ok({ id: row.certificateId ?? '' })
      : await chosenCertificate(context);
  if (!certificate.ok) return { result: certificate };
  const result = await app.call('account.update', {
    id: row.id,
    expectedRevision: row.revision,
    name: text(values, 'name') ?? row.name,
    clientId: text(values, 'client-id') ?? row.clientId,
    certificateId: certificate.value.id,
    rights: ticked.value ?? row.rights,
    scopes: scopes.value,
  });
  const refused = !result.ok && String(result.failure.details?.['fields']).includes('clientId');
  if (refused) return { result: fail('clientIdInvalid') };
  return { result, lines: result.ok ? [t('account.changed', { name: row.name })] : [] };
}

/** As Chaman names them, so that they can be compared on its screen. */
async function rights(context: Context): Promise<Outcome> {
  const chosen = await chosenAccount(context);
  if (!chosen.ok) return { result: chosen };
  const { name, rights: ticked, scopes } = chosen.value;
  const lines = ticked.map((right) => `${right}\t${rightLabels[right]}`);
  const asked = Object.entries(scopes).map(([service, scope]) => `${service}\t${scope}`);
  return { result: ok({ name, rights: ticked, scopes }), lines: [...lines, ...asked] };
}

async function close(context: Context): Promise<Outcome> {
  const chosen = await chosenAccount(context);
  return chosen.ok ? stop(context, { kind: 'account', accountId: chosen.value.id }) : { result: chosen };
}

async function reopen(context: Context): Promise<Outcome> {
  const found = await keptAccount(context);
  if (!found.ok) return { result: found };
  const result = await context.app.call('account.reopen', { id: found.value.id });
  return { result, lines: result.ok ? [context.t('account.reopened', { name: found.value.name })] : [] };
}

async function remove(context: Context): Promise<Outcome> {
  const found = await keptAccount(context);
  if (!found.ok) return { result: found };
  if (context.values['confirmed'] !== true)
    return { result: fail('stateNotAllowed', { details: { reason: 'notConfirmed' } }) };
  const result = await context.app.call('account.remove', { id: found.value.id, confirmed: true });
  return { result, lines: result.ok ? [context.t('account.removed', { name: found.value.name })] : [] };
}

/** Also a closed one. */
async function keptAccount({ app, values }: Context): Promise<Result<{ id: string; name: string }>> {
  const named = text(values, 'account');
  const list = await app.call('account.list', { closed: true });
  if (!list.ok) return list;
  const fitting = list.value.rows.filter((row) => [row.id, row.name, row.clientId].includes(named ?? ''));
  const [only] = fitting;
  return only !== undefined && fitting.length === 1 ? ok(only) : fail('accountMissing');
}

/** `careerProFlaDeclaration,dimonaConsult`; undefined when the option is absent. */
export function rightsFrom(given: string | undefined): Result<Right[] | undefined> {
  if (given === undefined) return ok(undefined);
  const parsed = rightSchema.array().safeParse(
    given
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  return parsed.success
    ? ok([...new Set(parsed.data)])
    : fail('invalidInput', { details: { fields: '--rights' } });
}

/** `fla=scope:…` sets, `fla=` takes away. */
function scopesFrom(
  given: Context['values'][string],
  standing: Partial<Record<Service, string>>,
): Result<Partial<Record<Service, string>>> {
  const scopes = { ...standing };
  for (const entry of Array.isArray(given) ? given : []) {
    const [name, ...rest] = String(entry).split('=');
    const service = serviceSchema.safeParse(name);
    const scope = rest.join('=').trim();
    const fits = scope === '' || scopeTextSchema.safeParse(scope).success;
    if (!service.success || rest.length === 0 || !fits)
      return fail('invalidInput', { details: { fields: '--scope' } });
    if (scope === '') delete scopes[service.data];
    else scopes[service.data] = scope;
  }
  return ok(scopes);
}
