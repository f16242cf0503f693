// `renewal show|stage|unstage|added|test|switch|off|release`: the renewal of an account's certificate, step by step.
import type { Account } from '../../preload/contract/accounts.ts';
import { keyKindSchema } from '../../preload/contract/certificates.ts';
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { chosenAccount, chosenCertificate } from './choose.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';

type Renewal = CallOutput<'renewal.show'>;

const account = { account: { type: 'string' } } as const;
const pair = { ...account, certificate: { type: 'string' } } as const;
export const making = {
  name: { type: 'string' },
  key: { type: 'string' },
  months: { type: 'string' },
} as const;
export const makingUsage = '[--name NAME] [--key KEY] [--months 36]';
const named = '[--account NAME]';

const renewal = (verb: string, usage: string, options: Command['options'], run: Command['run']): Command => ({
  noun: 'renewal',
  verb,
  usage,
  options,
  words: 0,
  run,
});

export const renewalCommands: readonly Command[] = [
  renewal('show', named, account, show),
  renewal('stage', `${named} [--certificate NAME | ${makingUsage}]`, { ...pair, ...making }, stage),
  renewal('unstage', named, account, unstage),
  renewal('added', `${named} [--practice]`, { ...account, practice: { type: 'boolean' } }, added),
  renewal('test', `${named} [--certificate NAME]`, pair, test),
  renewal(
    'switch',
    `${named} [--certificate NAME] [--untested]`,
    { ...pair, untested: { type: 'boolean' } },
    switchOver,
  ),
  renewal(
    'off',
    `--certificate NAME ${named} [--practice]`,
    { ...pair, practice: { type: 'boolean' } },
    takeOff,
  ),
  renewal('release', `--certificate NAME ${named}`, pair, release),
];

async function show(context: Context): Promise<Outcome> {
  const chosen = await chosenAccount(context);
  if (!chosen.ok) return { result: chosen };
  const result = await context.app.call('renewal.show', { accountId: chosen.value.id });
  return { result, lines: result.ok ? stateLines(context, result.value) : [] };
}

async function stage(context: Context): Promise<Outcome> {
  const chosen = await chosenAccount(context);
  if (!chosen.ok) return { result: chosen };
  const accountId = chosen.value.id;
  if (text(context.values, 'certificate') === undefined) {
    const result = await generateSuccessor(context, accountId);
    return { result, lines: result.ok ? [context.t('renewal.staged')] : [] };
  }
  const certificate = await chosenCertificate(context);
  if (!certificate.ok) return { result: certificate };
  const result = await context.app.call('renewal.stage', { accountId, certificateId: certificate.value.id });
  return { result, lines: result.ok ? [context.t('renewal.staged')] : [] };
}

async function unstage(context: Context): Promise<Outcome> {
  const chosen = await chosenAccount(context);
  if (!chosen.ok) return { result: chosen };
  const result = await context.app.call('renewal.unstage', { accountId: chosen.value.id });
  return { result, lines: result.ok ? [context.t('renewal.unstaged')] : [] };
}

async function added(context: Context): Promise<Outcome> {
  const known = await stagedPair(context);
  if (!known.ok) return { result: known };
  const call = context.values['practice'] === true ? 'renewal.setInPractice' : 'renewal.noteInChaman';
  const result = await context.app.call(call, { ...known.value, held: true });
  return { result, lines: result.ok ? [context.t('renewal.added')] : [] };
}

async function test(context: Context): Promise<Outcome> {
  const known = await stagedPair(context);
  if (!known.ok) return { result: known };
  const result = await context.app.call('renewal.test', known.value);
  if (!result.ok) return { result };
  if (result.value.outcome === 'failed') return untrusted(context, result.value);
  return { result, lines: [context.t('renewal.tested')] };
}

async function switchOver(context: Context): Promise<Outcome> {
  const known = await stagedPair(context);
  if (!known.ok) return { result: known };
  const untested = context.values['untested'] === true;
  const result = await context.app.call('renewal.switch', { ...known.value, untested });
  return { result, lines: result.ok ? [context.t('renewal.switched')] : [] };
}

async function takeOff(context: Context): Promise<Outcome> {
  const known = await namedPair(context);
  if (!known.ok) return { result: known };
  const call = context.values['practice'] === true ? 'renewal.setInPractice' : 'renewal.noteInChaman';
  const result = await context.app.call(call, { ...known.value, held: false });
  return { result, lines: result.ok ? [context.t('renewal.off')] : [] };
}

async function release(context: Context): Promise<Outcome> {
  const known = await namedPair(context);
  if (!known.ok) return { result: known };
  const result = await context.app.call('renewal.letGo', { ...known.value, confirmed: true });
  return { result, lines: result.ok ? [context.t('renewal.released')] : [] };
}

export async function generateSuccessor(
  { app, values }: Context,
  accountId: string,
): Promise<Result<{ certificateId: string }>> {
  const months = wholeNumber(values, 'months', 1, 60);
  if (!months.ok) return months;
  const key = keyKindSchema.optional().safeParse(text(values, 'key'));
  if (!key.success) return fail('invalidInput', { details: { fields: '--key' } });
  const name = text(values, 'name');
  return app.call('renewal.generate', {
    accountId,
    ...(name === undefined ? {} : { name }),
    ...(key.data === undefined ? {} : { keyKind: key.data }),
    ...(months.value === undefined ? {} : { validityMonths: months.value }),
  });
}

type Pair = { accountId: string; certificateId: string };

/** The certificate that was named, else the one that is staged. */
async function stagedPair(context: Context): Promise<Result<Pair>> {
  if (text(context.values, 'certificate') !== undefined) return namedPair(context);
  const chosen = await chosenAccount(context);
  if (!chosen.ok) return chosen;
  const shown = await context.app.call('renewal.show', { accountId: chosen.value.id });
  if (!shown.ok) return shown;
  const { staged } = shown.value;
  return staged === null
    ? fail('notFound', { details: { staged: 0 } })
    : ok({ accountId: chosen.value.id, certificateId: staged.certificateId });
}

async function namedPair(context: Context): Promise<Result<Pair>> {
  const chosen: Result<Account> = await chosenAccount(context);
  if (!chosen.ok) return chosen;
  if (text(context.values, 'certificate') === undefined)
    return fail('invalidInput', { details: { fields: '--certificate' } });
  const certificate = await chosenCertificate(context);
  if (!certificate.ok) return certificate;
  return ok({ accountId: chosen.value.id, certificateId: certificate.value.id });
}

/** A refused token is an answer, and still the command did not reach what it was for. */
export function untrusted({ t }: Context, tested: CallOutput<'renewal.test'>): Outcome {
  const line = tested.failure === null ? '' : t(`errors:${tested.failure}`);
  return { result: ok(tested), lines: [line], exit: 1 };
}

export function stateLines({ t }: Context, { current, staged, former }: Renewal): string[] {
  const line = (role: 'inUse' | 'staged' | 'former', one: Renewal['current']) =>
    one === null
      ? []
      : [
          `${t(`certificate-life:roles.${role}`)}\t${one.name}\t${one.notAfter.slice(0, 10)}\t${one.fingerprintSha256}`,
        ];
  const todo = staged === null ? [] : [t(`renewal.todo.${todoOf(staged)}`)];
  return [
    ...line('inUse', current),
    ...line('staged', staged),
    ...former.flatMap((one) => line('former', one)),
    ...todo,
  ];
}

const todoOf = (staged: NonNullable<Renewal['staged']>): 'add' | 'test' | 'switch' =>
  staged.testOutcome === 'ok' ? 'switch' : staged.addedInChamanAt === null ? 'add' : 'test';
