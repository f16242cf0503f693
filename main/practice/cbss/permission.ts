// Whether a caller may: its certificate belongs to an account, its enterprise stands in the access rules, and the application may do
// this, with this legal context, for itself. Sources: seed on the service (URN, permission), section 11.5 of the register's contract.
import { createHash, type X509Certificate } from 'node:crypto';
import type { XmlElement } from 'libxml2-wasm';
import type { Account } from '../store/account-store.ts';
import type { CbssApplication, CbssRight } from '../store/cbss-access-store.ts';
import type { CbssParts } from './parts.ts';
import { type Refusal, refusal } from './platform-fault.ts';
import { childOf, numberOf, textOf } from './read-request.ts';

export interface Caller {
  readonly account: Account;
  readonly application: CbssApplication;
}

/** Known certificates are those that an active account holds: others prove nothing to this platform. */
export const callerOf = (parts: CbssParts, certificate: X509Certificate): Caller | Refusal => {
  const fingerprint = createHash('sha256').update(certificate.raw).digest('hex');
  const accounts = parts.accounts
    .enterprisesUsing(fingerprint)
    .flatMap((enterprise) => parts.accounts.accountsOf(enterprise))
    .filter(({ state }) => state === 'active')
    .filter(({ clientId }) =>
      parts.accounts.certificates(clientId).some((known) => known.fingerprint === fingerprint),
    );
  if (accounts.length === 0) return refusal('SOA-01001', 'no active account has this certificate');
  for (const account of accounts) {
    const application = parts.cbssAccess
      .applications()
      .find(
        (one) =>
          one.enterpriseNumber === account.enterpriseNumber &&
          (one.fingerprint === undefined || one.fingerprint === fingerprint),
      );
    if (application !== undefined) return { account, application };
  }
  return refusal('SOA-01002', 'no application of this certificate stands in the access rules');
};

/** Says the customer who the application is. */
const isItself = (application: CbssApplication, identification: XmlElement | undefined): boolean => {
  const number = textOf(identification, 'cbeNumber');
  if (number !== undefined) return number === application.enterpriseNumber;
  const { sector, institution } = application;
  return (
    sector !== undefined &&
    sector === numberOf(identification, 'sector') &&
    institution === numberOf(identification, 'institution')
  );
};

export const mayDo = ({ application }: Caller, right: CbssRight, request: XmlElement): boolean =>
  application.rights.includes(right) &&
  application.legalContexts.includes(textOf(request, 'legalContext') ?? '') &&
  isItself(application, childOf(childOf(request, 'informationCustomer'), 'customerIdentification'));
