// What a person types to the register on the command line, and what is said back: types by code or by name, days as in lists, periods
// and codes as sentences.
import type { RegisterOutcome, RegisterType } from '../../preload/contract/register-values.ts';
import { type Failure, fail, failureCodeSchema, ok, type Result } from '../../preload/contract/result.ts';
import { isOfficialCode, isRegisterCode, registerCodes } from '../../preload/rules/register/codes.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import { shownDay } from '../../preload/rules/training/days.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { type Context, text } from './command.ts';

export const nameOfType = ({ t }: Pick<Context, 't'>, { code, name, predefined }: RegisterType): string =>
  predefined ? t(`register:type.${code}`) : name;

/**
 * `--type` by its code or its name in the language of the command, whatever the capitals; null where none was named. What is no type is
 * refused as the register does. Failures: refusedByRule (INS00002), those of the call.
 */
export async function chosenType(context: Context): Promise<Result<string | null>> {
  const typed = text(context.values, 'type');
  if (typed === undefined) return ok(null);
  const types = await context.app.call('register.types', {});
  if (!types.ok) return types;
  const same = (one: string): boolean => one.toLowerCase() === typed.trim().toLowerCase();
  const found = types.value.rows.find((type) => same(type.code) || same(nameOfType(context, type)));
  return found === undefined
    ? fail('refusedByRule', { details: { rules: 'INS00002', fields: '--type' } })
    : ok(found.code);
}

/** `--begin DAY [--end DAY]`; null where neither is named. Failure invalidInput with the option that is no day, or one that is too far ahead. */
export function typedPeriod({ values }: Pick<Context, 'values'>): Result<Period | null> {
  const [begin, end] = [text(values, 'begin'), text(values, 'end')];
  if (begin === undefined && end === undefined) return ok(null);
  const first = begin === undefined ? null : readDay(begin);
  if (first === null) return noDay('--begin', begin);
  const last = end === undefined ? null : readDay(end);
  if (end !== undefined && last === null) return noDay('--end', end);
  return ok({ begin: first, end: last });
}

/** The last year that is taken from what somebody types; `31/12/9999` is how other programs write that there is no end. */
const lastYear = 2200;

const noDay = (option: string, typed: string | undefined): ReturnType<typeof fail> => {
  const year = Number(/(?<!\d)(\d{4})(?!\d)/.exec(typed ?? '')?.[1] ?? 0);
  return fail('invalidInput', {
    details: { fields: option, ...(year > lastYear ? { reason: 'tooFarAhead' } : {}) },
  });
};

/** `since 1/2/2024`, `1/2/2024 – 30/6/2024`. */
export const periodWords = ({ t }: Pick<Context, 't'>, { begin, end }: Period): string =>
  end === null
    ? t('register:period.since', { begin: shownDay(begin) })
    : t('register:period.between', { begin: shownDay(begin), end: shownDay(end) });

/** What a code means and what to do; ours is never shown as an official one. */
export function codeSentence({ t }: Pick<Context, 't'>, code: string): string {
  if (!isRegisterCode(code)) return code;
  const shown = isOfficialCode(code) ? code : t('register:codes.own', { code });
  return `${shown}: ${t(`register:codes.${code}.what`)} ${t(`register:codes.${code}.do`)}`;
}

/** The sentence behind a refusal by a rule of the register; none for what the failure says itself. */
export function refusalLines(context: Pick<Context, 't'>, { details }: Failure): string[] {
  if (details?.['reason'] === 'tooFarAhead')
    return [context.t('register.tooFarAhead', { option: String(details['fields']), year: String(lastYear) })];
  const code = String(details?.['rules'] ?? '');
  return isRegisterCode(code) ? [codeSentence(context, code)] : [];
}

/** Remarks that came with an answer; what merely says that it is done or not there needs none. */
export const warningLines = (
  context: Pick<Context, 't'>,
  warnings: readonly { code: string; newInsz?: string | undefined }[],
): string[] =>
  warnings
    .filter(({ code }) => !(isRegisterCode(code) && registerCodes[code].level === 'done'))
    .map(({ code, newInsz }) => [codeSentence(context, code), ...(newInsz ? [newInsz] : [])].join(' '));

const listed = (context: Pick<Context, 't'>, periods: readonly Period[]): string =>
  periods.length === 0
    ? context.t('register.noLine')
    : periods.map((one) => periodWords(context, one)).join('; ');

/** What was done, the lines before and after, and the remarks. */
export function outcomeLines(context: Pick<Context, 't'>, done: RegisterOutcome): string[] {
  const { t } = context;
  const said = [t(`register.outcome.${done.outcome}`)];
  if (done.outcome === 'pending') {
    const why = failureCodeSchema.safeParse(done.failure);
    return why.success ? [...said, t(`errors:${why.data}`)] : said;
  }
  if (done.verifiedBy === 'ownRecords') said.push(t('register:verified.ownRecordsWhat'));
  if (done.verifiedBy === null) said.push(t('register:verified.nobodyWhat'));
  return [
    ...said,
    `${t('register.before')}\t${listed(context, done.before)}`,
    `${t('register.after')}\t${listed(context, done.after)}`,
    ...warningLines(context, done.warnings),
  ];
}
