// Who acts in a call of the JSON interfaces: the person of the header `practice-person`, or the app itself without it.
import type { Exchange } from '../http/exchange.ts';
import type { AccessStore } from '../store/access-store.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Actor } from './who-may.ts';

/** An INSZ in the header, so that it stands in no address; one that practice does not know is refused. */
export const actingPerson = (
  access: AccessStore,
  { headers }: Exchange,
): { readonly actor: Actor } | { readonly barred: Refusal } => {
  const insz = headers['practice-person'];
  if (insz === undefined) return { actor: 'program' };
  const person = typeof insz === 'string' ? access.person(insz) : undefined;
  return person === undefined ? { barred: refuse('personUnknown') } : { actor: person };
};
