// Joins contract, access, mode and ledger into the FLA service.
import type { Contract, Operation } from '../contract/load-contract.ts';
import { type Refused, serveContract } from '../http/contract-routes.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { ANYBODY, authoriseBearer, type BearerParts, type Caller } from '../oauth/bearer.ts';
import { modeOn } from './calendar.ts';
import { createFlaHandlers, registrationClosed, serviceGone } from './handlers.ts';
import type { FlaParts } from './parts.ts';
import { recorded } from './recorded.ts';

export interface FlaServiceParts extends FlaParts, BearerParts {
  readonly contract: Contract;
  readonly basePath: string;
  /** The scope behind each role of the contract. */
  readonly scopes: Readonly<Record<string, string>>;
}

export const createFlaService = (parts: FlaServiceParts): ((exchange: Exchange) => Reply | undefined) => {
  const authorise = (operation: Operation, exchange: Exchange): { caller: Caller } | Refused => {
    if (operation.roles.length === 0) return { caller: ANYBODY };
    const accepted = operation.roles.flatMap((role) => parts.scopes[role] ?? []);
    const access = authoriseBearer(parts, exchange, accepted);
    if ('refused' in access) return access;
    const mode = modeOn(parts.clock.businessDate());
    if (mode === 'closed') return { refused: serviceGone() };
    if (mode === 'readOnly' && operation.method !== 'GET') return { refused: registrationClosed() };
    return access;
  };

  const handlers = Object.fromEntries(
    Object.entries(createFlaHandlers(parts)).map(([id, handler]) => [id, recorded(parts, handler)]),
  );
  return serveContract({ contract: parts.contract, basePath: parts.basePath, authorise, handlers });
};
