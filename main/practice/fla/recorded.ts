// Every request that reaches a handler stands in the ledger, in the same transaction as what it changed.
import { createHash } from 'node:crypto';
import type { PracticeClock } from '../clock.ts';
import type { Reply } from '../http/exchange.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { FlaCall } from './subject.ts';

export interface RecordingParts {
  readonly clock: PracticeClock;
  readonly ledger: LedgerStore;
}

export const recorded =
  (parts: RecordingParts, handler: (call: FlaCall) => Reply) =>
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
