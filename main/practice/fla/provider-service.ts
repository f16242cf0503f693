// Joins contract, access, mode and ledger into the service for training providers.
import type { Contract, Operation } from '../contract/load-contract.ts';
import { type Refused, serveContract } from '../http/contract-routes.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { authoriseBearer, type BearerParts, type Caller } from '../oauth/bearer.ts';
import { modeOn } from './calendar.ts';
import { registrationClosed, serviceGone } from './handlers.ts';
import { listForEmployer } from './provider-list.ts';
import { type ProviderParts, putProviderTraining } from './provider-session.ts';
import { recorded } from './recorded.ts';

export interface ProviderServiceParts extends ProviderParts, BearerParts {
  readonly contract: Contract;
  readonly basePath: string;
  readonly scopes: Readonly<Record<string, string>>;
}

export const createProviderService = (
  parts: ProviderServiceParts,
): ((exchange: Exchange) => Reply | undefined) => {
  const authorise = (operation: Operation, exchange: Exchange): { caller: Caller } | Refused => {
    const accepted = operation.roles.flatMap((role) => parts.scopes[role] ?? []);
    const access = authoriseBearer(parts, exchange, accepted);
    if ('refused' in access) return access;
    const mode = modeOn(parts.clock.businessDate());
    if (mode === 'closed') return { refused: serviceGone() };
    if (mode === 'readOnly' && operation.method !== 'GET') return { refused: registrationClosed() };
    return access;
  };
  return serveContract({
    contract: parts.contract,
    basePath: parts.basePath,
    authorise,
    handlers: {
      putProviderTraining: recorded(parts, (call) => putProviderTraining(parts, call)),
      getProviderTrainings: recorded(parts, (call) => listForEmployer(parts, call)),
    },
  });
};
