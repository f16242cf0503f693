// Chaman's JSON interface: sender contact, REST accounts with ticked rights, certificates, client ids.
import type { Call } from '../http/contract-routes.ts';
import { ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import {
  type AccountChange,
  type AccountParts,
  addCertificate,
  type ChangedAccount,
  changeAccount,
  closeAccount,
  createAccount,
  mustReachChaman,
  removeCertificate,
  saveContact,
  type Upload,
} from '../portal/accounts.ts';
import { actingPerson } from '../portal/acting-person.ts';
import { type Outcome, type Refusal, refusalProblem } from '../portal/refusal.ts';
import type { Actor } from '../portal/who-may.ts';
import type { Account } from '../store/account-store.ts';
import { enterpriseNumberIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import { QUALITIES, RIGHTS, rightsFor } from './qualities.ts';

export interface PortalParts extends AccountParts {
  readonly scopesOf: (account: Account) => readonly string[];
}

interface GivenUpload {
  name: string;
  content: string;
  fileName?: string;
}
interface NewAccount {
  quality: string;
  name: string;
  rights: string[];
  certificate: GivenUpload;
}

type PortalCall = Call<null>;
type Handler = (call: PortalCall) => Reply;

const uploadOf = ({ name, content, fileName = '' }: GivenUpload): Upload => ({
  name,
  fileName,
  bytes: Buffer.from(content, 'base64'),
});

export const createPortalHandlers = (parts: PortalParts): Record<string, Handler> => {
  const { accounts, world } = parts;

  const show = (account: Account): unknown => ({
    ...account,
    scopes: parts.scopesOf(account),
    certificates: accounts.certificates(account.clientId),
  });

  const refused = (refusal: Refusal, call: PortalCall): Reply => {
    const [{ code }] = refusal.refused;
    if (code === 'rightUnknown') {
      return problems.badRequest([
        problems.invalidInput('rights', undefined, 'a right does not exist in this quality'),
      ]);
    }
    if (code === 'accountUnknown') {
      const clientId = call.parameters['clientId'] ?? '';
      return problems.resourceNotFound('clientId', clientId, 'the account is unknown');
    }
    return refusalProblem('chaman', refusal);
  };

  const asActor =
    (work: (actor: Actor, call: PortalCall) => Reply): Handler =>
    (call) => {
      const acting = actingPerson(parts.access, call.exchange);
      return 'barred' in acting ? refused(acting.barred, call) : work(acting.actor, call);
    };

  const withEnterprise = (
    work: (enterpriseNumber: string, call: PortalCall, actor: Actor) => Reply,
  ): Handler =>
    asActor((actor, call) => {
      const given = call.parameters['enterpriseNumber'] ?? '';
      const number = padEnterpriseNumber(given);
      if (!enterpriseNumberIsValid(number)) {
        const detail = 'the check digits are wrong';
        return problems.badRequest([problems.invalidStructure('path', 'enterpriseNumber', given, detail)]);
      }
      if (world.employer(number) === undefined) {
        return problems.resourceNotFound('enterpriseNumber', given, 'the enterprise is unknown in practice');
      }
      return work(number, call, actor);
    });

  const withAccount = (work: (clientId: string, call: PortalCall, actor: Actor) => Outcome<Reply>): Handler =>
    asActor((actor, call) => {
      const outcome = work(call.parameters['clientId'] ?? '', call, actor);
      return 'done' in outcome ? outcome.done : refused(outcome, call);
    });

  /** Passes a refusal on, and shows what was done. */
  const then = <T>(outcome: Outcome<T>, reply: (done: T) => Reply): Outcome<Reply> =>
    'done' in outcome ? { done: reply(outcome.done) } : outcome;

  const changed = ({ account, sharedCertificate }: ChangedAccount): Reply => ({
    status: 201,
    headers: { location: `/practice/chaman/accounts/${account.clientId}` },
    json: {
      ...Object(show(account)),
      warnings: sharedCertificate ? ['certificateSharedWithOtherEnterprise'] : [],
    },
  });

  return {
    listQualities: () =>
      ok({
        items: QUALITIES.map(({ id, label, flaRole }) => ({
          id,
          label,
          holdsFlaChannel: flaRole !== undefined,
        })),
      }),
    listRights: ({ parameters }) =>
      ok({ items: parameters['quality'] === undefined ? RIGHTS : rightsFor(parameters['quality']) }),
    getAccess: withEnterprise((number, call, actor) => {
      const barred = mustReachChaman(parts, actor, number, call.parameters['quality'] ?? '');
      return barred === undefined ? ok({ access: true }) : refused(barred, call);
    }),
    getSender: withEnterprise((number) => {
      const sender = accounts.sender(number);
      return sender === undefined
        ? problems.resourceNotFound('enterpriseNumber', number, 'no sender yet')
        : ok(sender);
    }),
    putSender: withEnterprise((number, call, actor) => {
      const { quality, ...contact } = call.json as { quality?: string; name: string; email: string };
      const barred =
        actor === 'program' ? undefined : mustReachChaman(parts, actor, number, quality ?? 'employer');
      const outcome = barred ?? saveContact(parts, number, contact);
      return 'done' in outcome ? ok(outcome.done) : refused(outcome, call);
    }),
    listAccounts: withEnterprise((number) => ok({ items: accounts.accountsOf(number).map(show) })),
    createAccount: withEnterprise((number, call, actor) => {
      const { certificate, ...given } = call.json as NewAccount;
      const wish = { ...given, type: 'REST', certificate: uploadOf(certificate) };
      const outcome = createAccount(parts, actor, number, wish);
      return 'done' in outcome ? changed(outcome.done) : refused(outcome, call);
    }),
    getAccount: withAccount((clientId) => {
      const account = accounts.account(clientId);
      return account === undefined ? { refused: [{ code: 'accountUnknown' }] } : { done: ok(show(account)) };
    }),
    changeAccount: withAccount((clientId, call, actor) =>
      then(changeAccount(parts, actor, clientId, call.json as AccountChange), (account) => ok(show(account))),
    ),
    addCertificate: withAccount((clientId, call, actor) =>
      then(addCertificate(parts, actor, clientId, uploadOf(call.json as GivenUpload)), changed),
    ),
    removeCertificate: withAccount((clientId, call, actor) =>
      then(removeCertificate(parts, actor, clientId, call.parameters['fingerprint'] ?? ''), () => ({
        status: 204,
      })),
    ),
    closeAccount: withAccount((clientId, _call, actor) =>
      then(closeAccount(parts, actor, clientId), (account) => ok(show(account))),
    ),
  };
};
