// Reads the fault switches that the admin interface was given, strictly: a misspelt switch must not pass silently.
import { FAULT_KINDS, type Fault } from './fault.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 500;
const whole: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const positive: Check = (value) => whole(value) && value !== 0;

const FIELDS: Readonly<Record<string, Check>> = {
  kind: (value) => FAULT_KINDS.some((kind) => kind === value),
  method: text,
  path: (value) => {
    if (typeof value !== 'string' || !text(value)) return false;
    if (!value.startsWith('^')) return true;
    try {
      return new RegExp(value).source.length > 0;
    } catch {
      return false;
    }
  },
  nth: positive,
  every: positive,
  count: positive,
  ms: whole,
  seconds: (value) => typeof value === 'number' && Number.isFinite(value),
  retryAfter: whole,
  retryAfterAs: (value) => value === 'seconds' || value === 'date',
  commit: (value) => typeof value === 'boolean',
};

const entryError = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a fault is an object';
  if (!('kind' in value)) return 'a fault needs a kind';
  for (const [name, given] of Object.entries(value)) {
    const check = FIELDS[name];
    if (check === undefined) return `unknown field ${name}`;
    if (!check(given)) return `bad value for ${name}`;
  }
  return undefined;
};

/** One fault, a list, or `{ faults: [...] }`; a string says what is wrong. */
export const parseFaults = (input: unknown): Fault[] | string => {
  const wrapped = typeof input === 'object' && input !== null && 'faults' in input ? input.faults : input;
  const entries: unknown[] = Array.isArray(wrapped) ? wrapped : [wrapped];
  for (const entry of entries) {
    const error = entryError(entry);
    if (error !== undefined) return error;
  }
  // Every field was checked above.
  return entries as Fault[];
};
