// What is asked of the service in one look-up: one search, or, for a client among many of a mandatary, one for the client itself
// and one for each of its sites. Without that the presences of all clients would stand under one of them.
import type { PresenceSearch } from './presence-api.ts';

export type SearchTurn = Omit<PresenceSearch, 'page'>;

type Asked = {
  enterpriseNumber: string;
  from: string;
  to: string;
  withSubcontractors: boolean;
  /** The account is the client's own: all that it may see is the client's. */
  ownAccount: boolean;
  /** Numbers of the client's declarations of works. */
  references: readonly string[];
};

/** The first names the client wherever the account is not its own: what it answers says something of the mandate. */
export function searchTurns({ ownAccount, references, withSubcontractors, ...asked }: Asked): SearchTurn[] {
  if (!withSubcontractors || ownAccount) return [{ ...asked, withSubcontractors }];
  return [
    { ...asked, withSubcontractors: false },
    ...references.map((reference) => ({ ...asked, withSubcontractors: true, reference })),
  ];
}
