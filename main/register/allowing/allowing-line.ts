// Before somebody is looked up or sent for: the line of the register that allows it. Without one it goes on and is told, or stops,
// as is set.
import type { AllowingLine, AllowingPurpose } from '../../../preload/contract/register-numbers.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { personOfNumber } from '../numbers/number-chain.ts';
import {
  findAllowing,
  personOfWorker,
  readMode,
  type SeenOn,
  seenWithoutLine,
  withoutLine,
} from './allowing-store.ts';

/** By which types of lines; the first that is there is told. */
const takes: Record<AllowingPurpose, readonly [string, ...string[]]> = {
  training: ['EMPLOYEE', 'TRAINEE'],
  rescue: ['EMPLOYEE'],
  presence: ['EMPLOYEE', 'ON_SITE'],
  precontractual: ['APPLICANT', 'EMPLOYEE'],
};

/** Of the line that a person would insert so that it is allowed. */
export const typeThatAllows = (purpose: AllowingPurpose): string => takes[purpose][0];

type Asking = Pick<Session, 'db'>;
/** Days, both included; of a service that keeps years, the whole year. */
export type AllowingQuestion = {
  employerId: string;
  purpose: AllowingPurpose;
  from: string;
  to: string;
} & ({ insz: string } | { workerId: string });

/** Null: no line of that client, person and purpose has a day in common. */
export function allowingLine({ db }: Asking, question: AllowingQuestion): AllowingLine | null {
  const personId =
    'workerId' in question
      ? personOfWorker(db, question.workerId)
      : (personOfNumber(db, question.insz)?.personId ?? null);
  if (personId === null) return null;
  const { employerId, purpose, from, to } = question;
  return findAllowing(db, { personId, employerId, types: takes[purpose], from, to });
}

/**
 * What to write down with the call, under `register`. Failure noRegisterLine: nothing may leave.
 *
 * { insz, employerId, purpose: 'presence', … } → { type: 'ON_SITE', begin: '2025-01-01', end: null }
 */
export function askRegister(session: Asking, question: AllowingQuestion): Result<AllowingLine | null> {
  const line = allowingLine(session, question);
  return line === null && readMode(session.db) === 'stop' ? fail('noRegisterLine') : ok(line);
}

/** Of those who were seen on a site for a client, the places of those whom no line has on that day; nothing is stopped by it. */
export const presentWithoutLine = ({ db }: Asking, seen: readonly SeenOn[]): Set<number> =>
  seen.length === 0 ? new Set() : seenWithoutLine(db, seen, takes.presence);

/** The days of a year. */
export const yearOf = (year: number): { from: string; to: string } => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

/** Worker-years that no line allows, as `<worker id> <year>`, and whether that stops them. */
export function notAllowed(
  { db }: Asking,
  workerYears: readonly { workerId: string; year: number }[],
): { keys: Set<string>; stops: boolean } {
  if (workerYears.length === 0) return { keys: new Set(), stops: false };
  return { keys: withoutLine(db, workerYears, takes.training), stops: readMode(db) === 'stop' };
}
