// Registering and cancelling in bulk: each item stands for itself, so that one refusal stops nothing else.
import { ok, type Reply } from '../http/exchange.ts';
import { invalidInput } from '../http/problem.ts';
import type { LedgerEffect } from '../store/ledger-store.ts';
import type { Presence } from '../store/presence-store.ts';
import { issuesOf, storeItem } from './accept.ts';
import { employersOf } from './access.ts';
import { remarksOf, shown } from './answer.ts';
import { type GivenItem, nowOf, type PresenceCall, type PresenceParts } from './parts.ts';
import { lookAgainAtNeighbours } from './run-due.ts';

const PATH = '/presenceRegistrations/';

const sameReference = (parts: PresenceParts, item: GivenItem, clientId: string): Presence | undefined =>
  item.clientReference === undefined
    ? undefined
    : parts.presences.byReference(clientId, item.ssin, item.clientReference);

export const registerInBulk = (parts: PresenceParts, call: PresenceCall): Reply => {
  const { items } = call.json as { items: GivenItem[] };
  const effects: LedgerEffect[] = [];
  const { account } = call.caller;
  const sender = {
    channel: 'webService',
    enterpriseNumber: account.enterpriseNumber,
    clientId: account.clientId,
  } as const;
  const answers = items.map((item, index) => {
    // Sent again under its sender's own reference it is the same registration, whatever became of that one since.
    const before = sameReference(parts, item, account.clientId);
    if (before !== undefined) {
      const { id, validity } = before;
      return { createdPresenceRegistration: { id, validity, remarks: remarksOf(parts, before.remarks) } };
    }
    const issues = issuesOf(parts, call.caller, item, index);
    if (issues.length > 0) {
      effects.push({ externalReference: `items[${index}]`, effect: 'refused' });
      return { notCreatedPresenceRegistration: { presenceRegistration: item, issues } };
    }
    const id = storeItem(parts, item, sender);
    const stored = parts.presences.find(id);
    if (stored !== undefined) lookAgainAtNeighbours(parts, stored);
    effects.push({ externalReference: String(id), effect: 'created' });
    return { createdPresenceRegistration: { id, validity: 'pending', remarks: [] } };
  });
  return { ...ok({ items: answers }), effects };
};

interface GivenCancel {
  readonly id: number;
  readonly reason: string;
}

export const cancelInBulk = (parts: PresenceParts, call: PresenceCall): Reply => {
  const { items } = call.json as { items: GivenCancel[] };
  const basePath = call.exchange.path.slice(0, call.exchange.path.indexOf(PATH));
  const allowed = employersOf(parts, call.caller);
  const effects: LedgerEffect[] = [];
  const answers = items.map(({ id, reason }, index) => {
    const presence = parts.presences.find(id);
    const refuse = (name: string, value: unknown, detail: string) => {
      effects.push({ externalReference: String(id), effect: 'refused' });
      const issues = [invalidInput(`items[${index}].${name}`, value, detail)];
      return { notCancelledPresenceRegistration: { id, issues } };
    };
    if (presence === undefined || !allowed.includes(presence.employer)) {
      return refuse('id', id, 'no such registration of this employer');
    }
    if (presence.cancelledAt !== null) return refuse('id', id, 'it was cancelled before');
    parts.presences.cancel(id, reason, nowOf(parts));
    lookAgainAtNeighbours(parts, presence);
    effects.push({ externalReference: String(id), effect: 'deleted' });
    const now = parts.presences.find(id);
    return { cancelledPresenceRegistration: now === undefined ? { id } : shown(parts, basePath, now) };
  });
  return { ...ok({ items: answers }), effects };
};
