// The portal's handlers: sender contact, REST accounts with ticked rights, certificates, client ids.
import { randomInt } from 'node:crypto';
import type { PracticeClock } from '../clock.ts';
import type { Call } from '../http/contract-routes.ts';
import { ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import type { Account, AccountStore } from '../store/account-store.ts';
import type { WorldStore } from '../store/world-store.ts';
import { enterpriseNumberIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import { judgeCertificate } from './certificate-criteria.ts';
import { QUALITIES, RIGHTS } from './qualities.ts';

export interface PortalParts {
  readonly clock: PracticeClock;
  readonly accounts: AccountStore;
  readonly world: WorldStore;
  readonly scopesOf: (account: Account) => readonly string[];
}

interface Upload {
  name: string;
  content: string;
}
interface NewAccount {
  quality: string;
  name: string;
  rights: string[];
  certificate: Upload;
}
interface AccountChange {
  name?: string;
  rights?: string[];
  state?: 'active' | 'disabled';
}

type PortalCall = Call<null>;
type Handler = (call: PortalCall) => Reply;

const URN = 'urn:problem-type:practice:chaman:';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

const clientIdFor = (senderNumber: number): string => {
  const suffix = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `self_service_chaman_${senderNumber}_${suffix}`;
};

const unknownRight = (rights: readonly string[]): Reply | undefined => {
  const unknown = rights.find((right) => !RIGHTS.some((known) => known.id === right));
  return unknown === undefined
    ? undefined
    : problems.badRequest([problems.invalidInput('rights', unknown, 'the right does not exist')]);
};

export const createPortalHandlers = (parts: PortalParts): Record<string, Handler> => {
  const { accounts, world, clock } = parts;

  const show = (account: Account): unknown => ({
    ...account,
    scopes: parts.scopesOf(account),
    certificates: accounts
      .certificates(account.clientId)
      .map(({ fingerprint, name, pem }) => ({ fingerprint, name, pem })),
  });

  const judgeUpload = (upload: Upload): { pem: string; fingerprint: string } | { refused: Reply } => {
    const judged = judgeCertificate(Buffer.from(upload.content, 'base64'), clock.securityNow());
    if (judged.certificate === undefined || judged.issues.length > 0) {
      const refused = problems.problem({
        status: 422,
        type: `${URN}certificateRefused`,
        title: 'Certificate Refused',
        extra: { issues: judged.issues.map((code) => ({ code })) },
      });
      return { refused };
    }
    const fingerprint = judged.certificate.fingerprint256.replaceAll(':', '').toLowerCase();
    return { pem: judged.certificate.toString(), fingerprint };
  };

  const withEnterprise =
    (work: (enterpriseNumber: string, call: PortalCall) => Reply): Handler =>
    (call) => {
      const given = call.parameters['enterpriseNumber'] ?? '';
      const number = padEnterpriseNumber(given);
      if (!enterpriseNumberIsValid(number)) {
        const detail = 'the check digits are wrong';
        return problems.badRequest([problems.invalidStructure('path', 'enterpriseNumber', given, detail)]);
      }
      if (world.employer(number) === undefined) {
        return problems.resourceNotFound('enterpriseNumber', given, 'the enterprise is unknown in practice');
      }
      return work(number, call);
    };

  const withAccount =
    (work: (account: Account, call: PortalCall) => Reply): Handler =>
    (call) => {
      const clientId = call.parameters['clientId'] ?? '';
      const account = accounts.account(clientId);
      return account === undefined
        ? problems.resourceNotFound('clientId', clientId, 'the account is unknown')
        : work(account, call);
    };

  const warnings = (fingerprint: string, enterpriseNumber: string): string[] =>
    accounts.enterprisesUsing(fingerprint).some((number) => number !== enterpriseNumber)
      ? ['certificateSharedWithOtherEnterprise']
      : [];

  const createAccount = withEnterprise((enterpriseNumber, call) => {
    const { quality, name, rights, certificate } = call.json as NewAccount;
    const sender = accounts.sender(enterpriseNumber);
    if (sender === undefined) {
      return problems.conflict(`${URN}senderMissing`, 'Sender Missing', 'save the technical contact first');
    }
    if (!world.employer(enterpriseNumber)?.qualities.includes(quality)) {
      return problems.missingPermission('the quality is not active for this enterprise');
    }
    const wrong = unknownRight(rights);
    if (wrong !== undefined) return wrong;
    const upload = judgeUpload(certificate);
    if ('refused' in upload) return upload.refused;
    const account: Account = {
      clientId: clientIdFor(sender.number),
      enterpriseNumber,
      quality,
      name,
      rights,
      state: 'active',
      createdAt: new Date(clock.wallNow()).toISOString(),
    };
    const shared = warnings(upload.fingerprint, enterpriseNumber);
    world.together(() => {
      accounts.saveAccount(account);
      accounts.addCertificate(account.clientId, { ...upload, name: certificate.name });
    });
    const json = { ...Object(show(account)), warnings: shared };
    return { status: 201, headers: { location: `/practice/chaman/accounts/${account.clientId}` }, json };
  });

  return {
    listQualities: () => ok({ items: QUALITIES.map(({ id, label }) => ({ id, label })) }),
    listRights: () => ok({ items: RIGHTS }),
    getSender: withEnterprise((number) => {
      const sender = accounts.sender(number);
      return sender === undefined
        ? problems.resourceNotFound('enterpriseNumber', number, 'no sender yet')
        : ok(sender);
    }),
    putSender: withEnterprise((number, call) => {
      const { name, email } = call.json as { name: string; email: string };
      return ok(accounts.saveSender(number, name, email));
    }),
    listAccounts: withEnterprise((number) => ok({ items: accounts.accountsOf(number).map(show) })),
    createAccount,
    getAccount: withAccount((account) => ok(show(account))),
    changeAccount: withAccount((account, call) => {
      const change = call.json as AccountChange;
      const wrong = unknownRight(change.rights ?? []);
      if (wrong !== undefined) return wrong;
      const changed = { ...account, ...change };
      accounts.saveAccount(changed);
      return ok(show(changed));
    }),
    addCertificate: withAccount((account, call) => {
      const certificate = call.json as Upload;
      const upload = judgeUpload(certificate);
      if ('refused' in upload) return upload.refused;
      const shared = warnings(upload.fingerprint, account.enterpriseNumber);
      if (!accounts.addCertificate(account.clientId, { ...upload, name: certificate.name })) {
        return problems.conflict(
          `${URN}alreadyRegistered`,
          'Already Registered',
          'this account holds it already',
        );
      }
      return { status: 201, json: { ...Object(show(account)), warnings: shared } };
    }),
    removeCertificate: withAccount((account, call) => {
      const fingerprint = call.parameters['fingerprint'] ?? '';
      return accounts.removeCertificate(account.clientId, fingerprint)
        ? { status: 204 }
        : problems.resourceNotFound('fingerprint', fingerprint, 'not attached to this account');
    }),
  };
};
