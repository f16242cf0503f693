// A register in an open environment with two clients, and the words in which the rules write periods.
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { deleteLine } from '../../../main/register/delete-line.ts';
import { insertLine } from '../../../main/register/insert-line.ts';
import { makePerson } from '../../../main/register/person-store.ts';
import type { RegisterIdentity } from '../../../preload/contract/register-values.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { readInsz } from '../../../preload/rules/identifiers/insz.ts';
import type { Period } from '../../../preload/rules/register/periods.ts';
import { addEmployer, hetPark, type OpenProfile, openProfile } from '../../support/seed-profile.ts';
import { unwrap } from '../platform/scratch.ts';

export const changed = vi.fn();
let profile: OpenProfile;
let second = '';
export const open = (): OpenProfile => profile;
export const otherEmployer = (): string => second;

/** Each test begins with the database as it was opened. */
export function registerBench(): void {
  beforeAll(() => {
    profile = openProfile({ changed, businessDate: () => '2026-11-30' });
    second = addEmployer(profile.session.db, { enterpriseNumber: hetPark, name: 'Het Park' });
  });
  afterAll(() => profile.close());
  beforeEach(() => {
    changed.mockClear();
    profile.session.db.exec('SAVEPOINT each');
  });
  afterEach(() => {
    profile.session.db.exec('ROLLBACK TO each; RELEASE each');
  });
}

/** `2024-01-01..06-30 | 07-01..open`: the year of the day before counts until another is written. */
export function periods(text: string): Period[] {
  if (text === '') return [];
  let year = '';
  const day = (written: string): string => {
    if (written.length === 10) year = written.slice(0, 4);
    return written.length === 10 ? written : `${year}-${written}`;
  };
  return text.split(' | ').map((line) => {
    const [begin = '', end = ''] = line.split('..');
    return { begin: day(begin), end: end === 'open' ? null : day(end) };
  });
}
export const period = (text: string): Period => periods(text)[0] ?? { begin: '', end: null };

/** Numbers of nobody that differ by their serial. */
export function number(serial: number): string {
  const base = `850704${String(serial + 1).padStart(3, '0')}`;
  const insz = `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;
  if (readInsz(insz) === null) throw new Error(`no number: ${insz}`);
  return insz;
}

export function person(insz: string, familyName = 'Peeters', givenName = 'Jan Karel'): string {
  const personId = profile.session.ids.newId();
  makePerson(profile.session.db, { personId, insz, familyName, givenName, at: '2024-01-01T09:00:00.000Z' });
  return personId;
}

const names: RegisterIdentity = { lastName: 'Peeters', givenName: 'Jan' };
export const insertion = (insz: string, written: string) => ({
  ...{ employerId: profile.employerId, insz, dossierType: 'TRAINEE', period: period(written) },
  ...{ identity: names as RegisterIdentity | null, dryRun: false },
});
export const insert = (input: Partial<ReturnType<typeof insertion>>) =>
  insertLine(profile.session, { ...insertion(number(0), '2024-01-01..open'), ...input });
export const deletion = (insz: string, written: string | null) => ({
  ...{ employerId: profile.employerId, insz, dossierType: 'TRAINEE', identity: null, dryRun: false },
  period: written === null ? null : period(written),
});
export const remove = (input: Partial<ReturnType<typeof deletion>>) =>
  deleteLine(profile.session, { ...deletion(number(0), null), ...input });
export const must = async <T>(result: Promise<Parameters<typeof unwrap<T>>[0]>): Promise<T> =>
  unwrap(await result);

/** Code, rules and fields of a failure. */
export const refusal = (result: Result<unknown>): unknown[] => {
  if (result.ok) return ['no failure'];
  const { code, details } = result.failure;
  return [code, details?.['rules'], details?.['fields']];
};

/** All lines there are, as a text for each. */
export const allLines = (): string[] =>
  profile.session.db
    .prepare(
      `SELECT person_id || ' ' || employer_id || ' ' || dossier_type || ' ' || begin_date || '..' || coalesce(end_date, 'open')
         FROM register_line ORDER BY 1`,
    )
    .pluck()
    .all() as string[];
