// `--from DAY [--to DAY]`: the days that a command is about.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type Context, text } from './command.ts';

/** Days are `yyyy-mm-dd`; without an end the first is the only one. Failure invalidInput with the option's name. */
export function periodOf({ values }: Pick<Context, 'values'>): Result<{ from: string; to: string }> {
  const from = text(values, 'from') ?? '';
  const to = text(values, 'to') ?? from;
  const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay(from)) return fail('invalidInput', { details: { fields: '--from' } });
  return isDay(to) ? ok({ from, to }) : fail('invalidInput', { details: { fields: '--to' } });
}
