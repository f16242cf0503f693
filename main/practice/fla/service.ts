// Joins contract, access, mode and ledger into the FLA service.
import { createHash } from 'node:crypto';
import type { Contract, Operation } from '../contract/load-contract.ts';
import { type Refused, serveContract } from '../http/contract-routes.ts';
import type { Exchange, Reply } from '../http/exchange.ts';
import { authoriseBearer, type BearerParts, type Caller } from '../oauth/bearer.ts';
import { modeOn } from './calendar.ts';
import { createFlaHandlers, registrationClosed, serviceGone } from './handlers.ts';
import type { FlaParts } from './parts.ts';
import type { FlaCall } from './subject.ts';

export interface FlaServiceParts extends FlaParts, BearerParts {
  readonly contract: Contract;
  readonly basePath: string;
  /** The scope behind each role of the contract. */
  readonly scopes: Readonly<Record<string, string>>;
}

const ANONYMOUS: Caller = {
  account: {
    clientId: '',
    enterpriseNumber: '',
    quality: '',
    name: '',
    rights: [],
    state: 'active',
    createdAt: '',
  },
  scopes: [],
};

export const createFlaService = (parts: FlaServiceParts): ((exchange: Exchange) => Reply | undefined) => {
  const authorise = (operation: Operation, exchange: Exchange): { caller: Caller } | Refused => {
    if (operation.roles.length === 0) return { caller: ANONYMOUS };
    const accepted = operation.roles.flatMap((role) => parts.scopes[role] ?? []);
    const access = authoriseBearer(parts, exchange, accepted);
    if ('refused' in access) return access;
    const mode = modeOn(parts.clock.businessDate());
    if (mode === 'closed') return { refused: serviceGone() };
    if (mode === 'readOnly' && operation.method !== 'GET') return { refused: registrationClosed() };
    return access;
  };

  const recorded =
    (handler: (call: FlaCall) => Reply) =>
    (call: FlaCall): Reply => {
      if (call.operation.roles.length === 0) return handler(call);
      const perform = (): Reply => {
        const reply = handler(call);
        parts.ledger.append({
          at: new Date(parts.clock.wallNow()).toISOString(),
          clientId: call.caller.account.clientId,
          method: call.exchange.method,
          path: call.exchange.path,
          operation: call.operation.id,
          bodySha256: createHash('sha256').update(call.exchange.body).digest('hex'),
          status: reply.status,
          committed: reply.effects !== undefined,
          effects: reply.effects ?? [],
          traceId: call.exchange.traceId,
        });
        return reply;
      };
      return call.exchange.method === 'GET' ? perform() : parts.ledger.together(perform);
    };

  const handlers = Object.fromEntries(
    Object.entries(createFlaHandlers(parts)).map(([id, handler]) => [id, recorded(handler)]),
  );
  return serveContract({ contract: parts.contract, basePath: parts.basePath, authorise, handlers });
};
