// Joins contract, access, due judgements and ledger into the presence service.
import type { Contract, Operation } from '../contract/load-contract.ts';
import { recorded } from '../fla/recorded.ts';
import { type Refused, serveContract } from '../http/contract-routes.ts';
import { type Exchange, ok, type Reply } from '../http/exchange.ts';
import { ANYBODY, authoriseBearer, type BearerParts, type Caller } from '../oauth/bearer.ts';
import type { PresenceCall, PresenceParts } from './parts.ts';
import { getPresence, getRemarkType, getRemarkTypes, getValidations, searchPresences } from './read.ts';
import { runDue } from './run-due.ts';
import { cancelInBulk, registerInBulk } from './write.ts';

export interface PresenceServiceParts extends PresenceParts, BearerParts {
  readonly contract: Contract;
  readonly basePath: string;
  /** The scope behind each role of the contract. */
  readonly scopes: Readonly<Record<string, string>>;
}

export const createPresenceService = (
  parts: PresenceServiceParts,
): ((exchange: Exchange) => Reply | undefined) => {
  const authorise = (operation: Operation, exchange: Exchange): { caller: Caller } | Refused => {
    if (operation.roles.length === 0) return { caller: ANYBODY };
    const accepted = operation.roles.flatMap((role) => parts.scopes[role] ?? []);
    return authoriseBearer(parts, exchange, accepted);
  };
  const operations: Record<string, (call: PresenceCall) => Reply> = {
    registerInBulk: (call) => registerInBulk(parts, call),
    cancelInBulk: (call) => cancelInBulk(parts, call),
    searchPresences: (call) => searchPresences(parts, call),
    getPresence: (call) => getPresence(parts, call),
    getValidations: (call) => getValidations(parts, call),
    getRemarkTypes: (call) => getRemarkTypes(parts, call),
    getRemarkType: (call) => getRemarkType(parts, call),
    getHealth: () => ok({ status: 'UP' }),
  };
  const handlers = Object.fromEntries(
    Object.entries(operations).map(([id, handler]) => {
      const record = recorded(parts, handler);
      // What is due is judged before anybody looks, so that it makes no difference when it really ran.
      return [
        id,
        (call: PresenceCall) => {
          runDue(parts);
          return record(call);
        },
      ];
    }),
  );
  return serveContract({ contract: parts.contract, basePath: parts.basePath, authorise, handlers });
};
