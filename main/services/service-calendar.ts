// Reads `service-calendar.json`: when each service is open, read-only or closed, and the rules behind deadlines, each with
// its source and how sure it is. Checked as a whole when it is read: a calendar that contradicts itself is not used.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import {
  datedServiceSchema,
  datedStateSchema,
  sourceCertaintySchema,
} from '../../preload/contract/service-state.ts';

const sourced = {
  service: z.literal('fla'),
  source: z.string().min(20).max(300),
  words: z.string().min(1).max(60),
  certainty: sourceCertaintySchema,
};
const deadlineSchemas = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('quarter'),
    ...sourced,
    /** Whole months after the quarter; the term is the last day of the last of them. */
    months: z.int().min(1).max(12),
    /** What ended before a day was due on one day of its own. */
    first: z.strictObject({ endedBefore: z.iso.date(), date: z.iso.date() }),
  }),
  z.strictObject({ rule: z.literal('newHire'), ...sourced, days: z.int().min(1).max(366) }),
  z.strictObject({ rule: z.literal('verification'), ...sourced, days: z.int().min(1).max(366) }),
  z.strictObject({ rule: z.literal('consultationEnds'), ...sourced, date: z.iso.date() }),
]);

const rising = (states: readonly { from: string }[]): boolean =>
  states.every(({ from }, index) => index === 0 || (states[index - 1]?.from ?? '') < from);
const once = (names: readonly string[]): boolean => new Set(names).size === names.length;

export const calendarSchema = z.strictObject({
  recordedOn: z.iso.date(),
  services: z
    .array(
      z.strictObject({
        service: datedServiceSchema,
        states: z.array(datedStateSchema).min(1).max(20).refine(rising, 'dates must rise'),
      }),
    )
    .refine((services) => once(services.map(({ service }) => service)), 'a service stands twice')
    .refine(
      (services) => services.length === datedServiceSchema.options.length,
      'a service of the contract is missing',
    ),
  // No rule moves a term that falls on a Sunday or a public holiday: no source that was seen says so.
  deadlines: z
    .array(deadlineSchemas)
    .refine((rules) => once(rules.map(({ rule }) => rule)), 'a rule stands twice'),
});
export type ServiceCalendar = z.infer<typeof calendarSchema>;

const known = new Map<string, ServiceCalendar>();

/** Failure calendarDamaged, with the place in the file (`field`) and what is wrong there (`reason`). */
export function loadServiceCalendar(resourcesDir: string): Result<ServiceCalendar> {
  const kept = known.get(resourcesDir);
  if (kept !== undefined) return ok(kept);
  const text = textOf(join(resourcesDir, 'service-calendar.json'));
  if (!text.ok) return text;
  const read = calendarSchema.safeParse(text.value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return damaged(issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  known.set(resourcesDir, read.data);
  return ok(read.data);
}

/** For those who cannot go on without: a damaged calendar is a fault in the packaging, so this throws. */
export function readServiceCalendar(resourcesDir: string): ServiceCalendar {
  const calendar = loadServiceCalendar(resourcesDir);
  if (!calendar.ok)
    throw new Error(`service-calendar.json is damaged: ${JSON.stringify(calendar.failure.details)}`);
  return calendar.value;
}

function textOf(file: string): Result<unknown> {
  try {
    return ok(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return damaged('', error instanceof SyntaxError ? 'not JSON' : 'cannot be read');
  }
}

const damaged = (field: string, reason: string): { ok: false; failure: Failure } =>
  fail('calendarDamaged', { details: { field, reason: reason.slice(0, 200) } });
