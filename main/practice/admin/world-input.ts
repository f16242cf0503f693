// Reads what the admin interface is given about the practice world; says which field is wrong.
import { QUALITIES } from '../chaman/qualities.ts';
import type { Employer, Employment, Mandate, Worker } from '../store/world-store.ts';
import { enterpriseNumberIsValid, inszIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import { fieldsOf, isDay } from './routes.ts';

export class WrongField extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

const text = (fields: Record<string, unknown>, name: string): string => {
  const value = fields[name];
  if (typeof value !== 'string' || value.trim() === '' || value.length > 255) {
    throw new WrongField(name, 'a text is asked');
  }
  return value;
};

const number = (fields: Record<string, unknown>, name: string, most: number, absent: number): number => {
  const value = fields[name] ?? absent;
  if (typeof value !== 'number' || !(value >= 0 && value <= most)) {
    throw new WrongField(name, `a number from 0 to ${most} is asked`);
  }
  return value;
};

const day = (fields: Record<string, unknown>, name: string): string | null => {
  const value = fields[name] ?? null;
  if (value !== null && !isDay(value)) throw new WrongField(name, 'a date yyyy-MM-dd is asked');
  return value;
};

const quarter = (fields: Record<string, unknown>, name: string): string | null => {
  const value = fields[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string' || !/^\d{4}Q[1-4]$/.test(value)) {
    throw new WrongField(name, 'a quarter such as 2025Q1 is asked');
  }
  return value;
};

const enterprise = (value: unknown, name: string): string => {
  const padded = padEnterpriseNumber(String(value));
  if (!enterpriseNumberIsValid(padded)) throw new WrongField(name, 'not an enterprise number');
  return padded;
};

const insz = (value: unknown, name: string): string => {
  const today = new Date().toISOString().slice(0, 10);
  if (typeof value !== 'string' || !inszIsValid(value, today)) throw new WrongField(name, 'not an INSZ');
  return value;
};

/** `{ name, qualities?, fte?, weeklyHours? }`; an employer of 20 FTE and 38 hours when not said. */
export const parseEmployer = (given: unknown, json: unknown): Employer => {
  const fields = fieldsOf(json);
  const qualities = fields['qualities'] ?? ['employer'];
  const known = (value: unknown): value is string => QUALITIES.some(({ id }) => id === value);
  if (!Array.isArray(qualities) || qualities.length === 0 || !qualities.every(known)) {
    throw new WrongField('qualities', 'unknown quality');
  }
  return {
    enterpriseNumber: enterprise(given, 'enterpriseNumber'),
    name: text(fields, 'name'),
    qualities,
    fte: number(fields, 'fte', 1_000_000, 20),
    weeklyHours: number(fields, 'weeklyHours', 60, 38),
  };
};

/** `{ givenName, familyName, startDate?, endDate?, fraction?, state?, replacedBy? }` */
export const parseWorker = (
  employer: unknown,
  given: unknown,
  json: unknown,
): { worker: Worker; employment: Employment } => {
  const fields = fieldsOf(json);
  const state = fields['state'] ?? 'active';
  if (state !== 'active' && state !== 'replaced' && state !== 'cancelled') {
    throw new WrongField('state', 'active, replaced or cancelled is asked');
  }
  const number11 = insz(given, 'insz');
  return {
    worker: {
      insz: number11,
      givenName: text(fields, 'givenName'),
      familyName: text(fields, 'familyName'),
      state,
      replacedBy: state === 'replaced' ? insz(fields['replacedBy'], 'replacedBy') : null,
    },
    employment: {
      enterpriseNumber: enterprise(employer, 'enterpriseNumber'),
      insz: number11,
      startDate: day(fields, 'startDate') ?? '2020-01-01',
      endDate: day(fields, 'endDate'),
      fraction: number(fields, 'fraction', 1, 1),
    },
  };
};

/** `{ mandator, mandatary, startQuarter?, endQuarter?, state? }` */
export const parseMandate = (json: unknown): Mandate => {
  const fields = fieldsOf(json);
  return {
    mandator: enterprise(fields['mandator'], 'mandator'),
    mandatary: enterprise(fields['mandatary'], 'mandatary'),
    startQuarter: quarter(fields, 'startQuarter') ?? '2024Q2',
    endQuarter: quarter(fields, 'endQuarter'),
    state: fields['state'] === 'closed' ? 'closed' : 'active',
  };
};
