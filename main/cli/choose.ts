// Finds what a person named on the command line: by number, by name, by id, or the only one there is.
import type { Account } from '../../preload/contract/accounts.ts';
import type { Certificate } from '../../preload/contract/certificates.ts';
import type { Employer } from '../../preload/contract/employers.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { type Context, text } from './command.ts';

/** `--account` by id, name or client id. Failure accountMissing when none or several would fit. */
export async function chosenAccount({ app, values }: Context): Promise<Result<Account>> {
  const list = await app.call('account.list', {});
  if (!list.ok) return list;
  const named = text(values, 'account');
  return oneOf(
    list.value.rows,
    named,
    (row) => [row.id, row.name, row.clientId],
    () => fail('accountMissing', { details: { accounts: list.value.rows.length } }),
  );
}

/** `--certificate` by id, name or fingerprint. */
export async function chosenCertificate({ app, values }: Context): Promise<Result<Certificate>> {
  const list = await app.call('certificate.list', {});
  if (!list.ok) return list;
  const named = text(values, 'certificate');
  return oneOf(
    list.value.rows,
    named,
    (row) => [row.id, row.name, row.facts.fingerprintSha256],
    () => fail('notFound', { details: { certificates: list.value.rows.length } }),
  );
}

/** `--employer` by enterprise number or id; `required` false: no option means all employers. */
export async function chosenEmployer({ app, values }: Context): Promise<Result<Employer>> {
  const named = text(values, 'employer') ?? '';
  const number = parseEnterpriseNumber(named);
  if (number !== null) {
    const found = await app.call('employer.list', { text: number, archived: true });
    if (!found.ok) return found;
    const employer = found.value.rows.find((row) => row.enterpriseNumber === number);
    return employer ? ok(employer) : fail('notFound', { details: { fields: '--employer' } });
  }
  if (/^[0-9a-f-]{36}$/.test(named)) return app.call('employer.get', { id: named });
  return named === ''
    ? fail('invalidInput', { details: { fields: '--employer' } })
    : fail('identifierInvalid', { details: { fields: '--employer', rules: 'EMP-NUMBER-INVALID' } });
}

/** Null when no employer was named. */
export async function employerOrAll(context: Context): Promise<Result<string | null>> {
  if (text(context.values, 'employer') === undefined) return ok(null);
  const employer = await chosenEmployer(context);
  return employer.ok ? ok(employer.value.id) : employer;
}

function oneOf<T>(
  rows: readonly T[],
  named: string | undefined,
  names: (row: T) => string[],
  none: () => Result<T>,
): Result<T> {
  const fitting = named === undefined ? rows : rows.filter((row) => names(row).includes(named));
  const [only] = fitting;
  return only !== undefined && fitting.length === 1 ? ok(only) : none();
}
