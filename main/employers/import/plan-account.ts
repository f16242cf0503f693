// Which account a row means: by its name, its client id or its enterprise number, or the only one that fits.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { Service } from '../../../preload/contract/services.ts';
import type { ImportValues } from '../../../preload/rules/employers/read-import-row.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { plainHeading } from '../../../preload/rules/lists/guess-fields.ts';
import { accountFits, hasRights } from '../route-of.ts';
import type { KnownAccount } from './known-store.ts';

export type MeantRoute =
  | { kind: 'own' | 'mandatary'; account: KnownAccount }
  | { kind: 'elsewhere'; account: null };
export type FoundRoute = { route: MeantRoute | null; findings: Finding[] };

const refused = (rule: string, field: 'account' | 'route', params: Finding['params'] = {}): FoundRoute => ({
  route: null,
  findings: [{ rule, severity: 'blocking', field, params }],
});

/**
 * Null without a finding: the row says nothing of a route. Findings: EMI-ACCOUNT-UNKNOWN, EMI-ACCOUNT-SEVERAL,
 * EMI-ACCOUNT-NONE (none of ours fits), EMI-ACCOUNT-UNFIT; the warning EMI-RIGHT-MISSING where Chaman has yet to grant it.
 */
export function meantRoute(
  accounts: readonly KnownAccount[],
  enterpriseNumber: string,
  service: Service,
  { route, account }: Pick<ImportValues, 'route' | 'account'>,
): FoundRoute {
  if (route === 'elsewhere') return { route: { kind: 'elsewhere', account: null }, findings: [] };
  if (route === null && account === null) return { route: null, findings: [] };
  const fits = (one: KnownAccount): 'own' | 'mandatary' | null => {
    for (const kind of ['own', 'mandatary'] as const)
      if ((route === null || route === kind) && accountFits(kind, one, enterpriseNumber)) return kind;
    return null;
  };
  const named = account === null ? accounts : accounts.filter((one) => isNamed(one, account));
  if (account !== null && named.length === 0)
    return refused('EMI-ACCOUNT-UNKNOWN', 'account', { found: account });
  const fitting = named.filter((one) => fits(one) !== null);
  if (fitting.length === 0)
    return account === null
      ? refused('EMI-ACCOUNT-NONE', 'account', { kind: route ?? '' })
      : refused('EMI-ACCOUNT-UNFIT', 'account', { found: account, kind: route ?? '' });
  const entitled = fitting.filter((one) => hasRights(one.rights, service));
  const candidates = entitled.length > 0 ? entitled : fitting;
  const [only] = candidates;
  if (only === undefined || candidates.length > 1)
    return refused('EMI-ACCOUNT-SEVERAL', 'account', { count: candidates.length });
  const kind = fits(only) ?? 'own';
  const findings: Finding[] =
    entitled.length > 0
      ? []
      : [
          {
            rule: 'EMI-RIGHT-MISSING',
            severity: 'warning',
            field: 'account',
            params: { account: only.name },
          },
        ];
  return { route: { kind, account: only }, findings };
}

function isNamed(account: KnownAccount, text: string): boolean {
  const number = parseEnterpriseNumber(text);
  return (
    account.clientId === text ||
    account.clientId.toLowerCase() === text.toLowerCase() ||
    plainHeading(account.name) === plainHeading(text) ||
    (number !== null && number === account.enterpriseNumber)
  );
}
