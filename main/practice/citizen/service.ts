// Joins contracts, access, the passing of time and the ledger into the two services about citizens.
import { needsCircleOfTrust } from '../chaman/qualities.ts';
import type { Contract, Operation } from '../contract/load-contract.ts';
import { recorded } from '../fla/recorded.ts';
import { type Refused, serveContract } from '../http/contract-routes.ts';
import { type Exchange, ok, type Reply } from '../http/exchange.ts';
import { problem } from '../http/problem.ts';
import { ANYBODY, authoriseBearer, type BearerParts, type Caller } from '../oauth/bearer.ts';
import { consult } from './consult.ts';
import { getContexts } from './contexts.ts';
import { acceptMandate, getMandate, renounceMandate, searchMandates } from './mandates.ts';
import { type CitizenCall, type CitizenParts, passTime } from './parts.ts';
import { createRequest, getRequest, searchRequests, withdrawRequest } from './requests.ts';

export interface CitizenService {
  readonly contract: Contract;
  readonly basePath: string;
  /** The scope behind each role of the contract. */
  readonly scopes: Readonly<Record<string, string>>;
  /** The right in Chaman that carries the scope. */
  readonly right: string;
}

export interface CitizenServiceParts extends CitizenParts, BearerParts {
  readonly mandatesService: CitizenService;
  readonly dataService: CitizenService;
}

type Handler = (parts: CitizenParts, call: CitizenCall) => Reply;

const up: Handler = () => ok({ status: 'UP' });
const MANDATES: Readonly<Record<string, Handler>> = {
  createMandateRequest: createRequest,
  searchMandateRequests: searchRequests,
  getMandateRequest: getRequest,
  withdrawMandateRequest: withdrawRequest,
  searchMandates,
  getMandate,
  acceptMandate,
  renounceMandate,
  getContexts,
  getHealth: up,
};
const DATA: Readonly<Record<string, Handler>> = { consultPrecontractualData: consult, getHealth: up };

const circleNotAccepted = (): Reply =>
  problem({
    status: 403,
    type: 'urn:problem-type:nsso:circleOfTrustNotAccepted',
    title: 'Circle Of Trust Not Accepted',
    detail: 'the main access manager of the enterprise did not accept the Circle of Trust',
  });

const serviceOf = (
  parts: CitizenServiceParts,
  { contract, basePath, scopes, right }: CitizenService,
  operations: Readonly<Record<string, Handler>>,
): ((exchange: Exchange) => Reply | undefined) => {
  // The right is ticked, but carries no scope as long as the circle was not accepted: that is what must be said.
  const waitsForCircle = ({ account }: Caller): boolean =>
    needsCircleOfTrust(right) &&
    account.rights.includes(right) &&
    parts.access.circleOfTrust(account.enterpriseNumber) === undefined;
  const authorise = (operation: Operation, exchange: Exchange): { caller: Caller } | Refused => {
    if (operation.roles.length === 0) return { caller: ANYBODY };
    const anyone = authoriseBearer(parts, exchange, []);
    if ('refused' in anyone) return anyone;
    if (operation.id !== 'getHealth' && waitsForCircle(anyone.caller))
      return { refused: circleNotAccepted() };
    const accepted = operation.roles.flatMap((role) => scopes[role] ?? []);
    return authoriseBearer(parts, exchange, accepted);
  };
  const handlers = Object.fromEntries(
    Object.entries(operations).map(([id, handler]) => {
      const record = recorded(parts, (call) => handler(parts, call));
      return [
        id,
        (call: CitizenCall) => {
          passTime(parts);
          return record(call);
        },
      ];
    }),
  );
  return serveContract({ contract, basePath, authorise, handlers });
};

export const createCitizenServices = (
  parts: CitizenServiceParts,
): ((exchange: Exchange) => Reply | undefined) => {
  const mandates = serviceOf(parts, parts.mandatesService, MANDATES);
  const data = serviceOf(parts, parts.dataService, DATA);
  return (exchange) => mandates(exchange) ?? data(exchange);
};
