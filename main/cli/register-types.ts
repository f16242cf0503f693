// `register types`: the dossier types there are, a new one of the organisation, and whether one is in use.
import type { RegisterType } from '../../preload/contract/register-values.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';
import { nameOfType } from './register-words.ts';

export const registerTypesCommand: Command = {
  noun: 'register',
  verb: 'types',
  usage: '[--add TYPE --name TEXT (--context TEXT | --quality N) | --use TYPE | --stop TYPE]',
  options: {
    ...{ add: { type: 'string' }, name: { type: 'string' }, context: { type: 'string' } },
    ...{ quality: { type: 'string' }, use: { type: 'string' }, stop: { type: 'string' } },
  },
  words: 0,
  run: types,
};

async function types(context: Context): Promise<Outcome> {
  const { app, values } = context;
  const changes = ['add', 'use', 'stop'].filter((name) => text(values, name) !== undefined);
  if (changes.length > 1)
    return { result: fail('invalidInput', { details: { fields: '--add --use --stop' } }) };
  const [change] = changes;
  if (change !== undefined) {
    const done = change === 'add' ? await add(context) : await use(context, change);
    if (!done.ok) return { result: done };
  }
  const result = await app.call('register.types', {});
  return result.ok ? { result, lines: result.value.rows.map((type) => lineOf(context, type)) } : { result };
}

async function add({ app, values }: Context): Promise<Result<unknown>> {
  const quality = wholeNumber(values, 'quality', 0, 999);
  if (!quality.ok) return quality;
  const inscriptionContext = text(values, 'context') ?? null;
  if ((inscriptionContext === null) === (quality.value === undefined))
    return fail('invalidInput', { details: { fields: '--context --quality' } });
  return app.call('register.saveType', {
    code: (text(values, 'add') ?? '').toUpperCase(),
    name: (text(values, 'name') ?? '').slice(0, 120),
    ...{ inscriptionContext, qualityCode: quality.value ?? null, expectedRevision: null },
  });
}

async function use({ app, values }: Context, change: string): Promise<Result<unknown>> {
  const code = (text(values, change) ?? '').toUpperCase();
  const known = await app.call('register.types', {});
  if (!known.ok) return known;
  const type = known.value.rows.find((one) => one.code === code);
  if (type === undefined) return fail('notFound', { details: { fields: `--${change}` } });
  const active = change === 'use';
  if (type.active === active) return ok({});
  const { name, inscriptionContext, qualityCode, revision: expectedRevision } = type;
  return app.call('register.saveType', {
    ...{ code, name, active, inscriptionContext, qualityCode, expectedRevision },
  });
}

function lineOf(context: Context, type: RegisterType): string {
  const { t } = context;
  const { code, active, inscriptionContext, qualityCode } = type;
  const known =
    inscriptionContext === null
      ? t('register:types.asQuality', { code: String(qualityCode) })
      : t('register:types.asContext', { name: inscriptionContext });
  return [code, nameOfType(context, type), known, t(`register:types.${active ? 'active' : 'inactive'}`)].join(
    '\t',
  );
}
