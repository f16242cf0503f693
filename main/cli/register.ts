// `register insert|delete`: periods of a person for a client, put in and taken out by the rules of the register.
import type { RegisterIdentity } from '../../preload/contract/register-values.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text } from './command.ts';
import { registerConsultCommand } from './register-consult.ts';
import { registerInscribeCommand } from './register-inscribe.ts';
import { registerTypesCommand } from './register-types.ts';
import { chosenType, outcomeLines, refusalLines, typedPeriod } from './register-words.ts';

const said = { type: 'string' } as const;
const ticked = { type: 'boolean' } as const;
const keyOptions = { employer: said, insz: said, type: said, begin: said, end: said, 'dry-run': ticked };
const identityOptions = { name: said, given: said, born: said, sex: said };
const identityUsage = '[--name FAMILY] [--given NAME] [--born DAY] [--sex m|f]';

export const registerCommands: readonly Command[] = [
  {
    noun: 'register',
    verb: 'insert',
    usage: `--employer NUMBER --insz NUMBER --type TYPE --begin DAY [--end DAY] ${identityUsage} [--dry-run]`,
    options: { ...keyOptions, ...identityOptions },
    words: 0,
    run: insert,
  },
  {
    noun: 'register',
    verb: 'delete',
    usage: `--employer NUMBER --insz NUMBER --type TYPE (--begin DAY [--end DAY] | --all) ${identityUsage} [--dry-run]`,
    options: { ...keyOptions, ...identityOptions, all: ticked },
    words: 0,
    run: remove,
  },
  registerConsultCommand,
  registerInscribeCommand,
  registerTypesCommand,
];

/** Exit 3 where the authentic source could not be reached: nothing is known yet. */
async function insert(context: Context): Promise<Outcome> {
  const key = await keyOf(context);
  if (!key.ok) return refusedOutcome(context, key);
  const { period, ...rest } = key.value;
  if (period === null) return { result: fail('invalidInput', { details: { fields: '--begin' } }) };
  const result = await context.app.call('register.insert', { ...rest, period });
  if (!result.ok) return refusedOutcome(context, result);
  const lines = outcomeLines(context, result.value);
  return { result, lines, ...(result.value.outcome === 'pending' ? { exit: 3 } : {}) };
}

/** Every line goes only where that is said. */
async function remove(context: Context): Promise<Outcome> {
  const key = await keyOf(context);
  if (!key.ok) return refusedOutcome(context, key);
  if ((key.value.period === null) !== (context.values['all'] === true))
    return { result: fail('invalidInput', { details: { fields: '--begin --all' } }) };
  const result = await context.app.call('register.delete', key.value);
  return result.ok ? { result, lines: outcomeLines(context, result.value) } : refusedOutcome(context, result);
}

const refusedOutcome = (context: Context, result: Result<unknown>): Outcome => ({
  result,
  lines: result.ok ? [] : refusalLines(context, result.failure),
});

type Key = {
  employerId: string;
  insz: string;
  dossierType: string;
  period: Period | null;
  identity: RegisterIdentity | null;
  dryRun: boolean;
};

async function keyOf(context: Context): Promise<Result<Key>> {
  const { values } = context;
  const insz = needed(values, 'insz');
  if (!insz.ok) return insz;
  const named = needed(values, 'type');
  if (!named.ok) return named;
  const employer = await chosenEmployer(context);
  if (!employer.ok) return employer;
  const type = await chosenType(context);
  if (!type.ok) return type;
  const period = typedPeriod(context);
  if (!period.ok) return period;
  const identity = typedIdentity(context);
  if (!identity.ok) return identity;
  return ok({
    ...{ employerId: employer.value.id, insz: insz.value.slice(0, 32), dossierType: type.value ?? '' },
    ...{ period: period.value, identity: identity.value, dryRun: values['dry-run'] === true },
  });
}

/** `--born` also `1985-07-00` or `1985-00-00`, where month or day is not known. Null: nothing of it was given. */
function typedIdentity({ values }: Context): Result<RegisterIdentity | null> {
  const [lastName, givenName, born, sex] = ['name', 'given', 'born', 'sex'].map((name) => text(values, name));
  const birthDate = born === undefined ? undefined : dayOrPart(born);
  if (birthDate === null) return fail('invalidInput', { details: { fields: '--born' } });
  if (sex !== undefined && sex !== 'm' && sex !== 'f')
    return fail('invalidInput', { details: { fields: '--sex' } });
  const identity: RegisterIdentity = {
    ...(lastName === undefined ? {} : { lastName: lastName.slice(0, 120) }),
    ...(givenName === undefined ? {} : { givenName: givenName.slice(0, 120) }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { genderCode: sex === 'm' ? 1 : 2 }),
  };
  return ok(Object.keys(identity).length === 0 ? null : identity);
}

function dayOrPart(typed: string): string | null {
  if (/^\d{4}-\d{2}-00$/.test(typed)) return typed;
  const period = typedPeriod({ values: { begin: typed } });
  return period.ok ? (period.value?.begin ?? null) : null;
}
