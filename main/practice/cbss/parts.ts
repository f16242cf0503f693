// What the inscription service works with, and the day and moment it goes by.
import type { Switches } from '../admin/switches.ts';
import { belgianDay } from '../citizen/moments.ts';
import type { PracticeClock } from '../clock.ts';
import type { AccessStore } from '../store/access-store.ts';
import type { AccountStore } from '../store/account-store.ts';
import type { CbssAccessStore } from '../store/cbss-access-store.ts';
import type { CbssEventStore } from '../store/cbss-event-store.ts';
import type { CbssInscriptionStore } from '../store/cbss-inscription-store.ts';
import type { CbssPersonStore } from '../store/cbss-person-store.ts';
import type { CitizenFactsStore } from '../store/citizen-facts-store.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { NumberMoveStore } from '../store/number-move-store.ts';
import type { TokenStore } from '../store/token-store.ts';
import type { WorldStore } from '../store/world-store.ts';

export interface CbssParts {
  readonly clock: PracticeClock;
  readonly world: WorldStore;
  readonly access: AccessStore;
  readonly facts: CitizenFactsStore;
  readonly accounts: AccountStore;
  readonly tokens: TokenStore;
  readonly ledger: LedgerStore;
  readonly switches: Switches;
  readonly persons: CbssPersonStore;
  readonly cbssAccess: CbssAccessStore;
  readonly inscriptions: CbssInscriptionStore;
  readonly events: CbssEventStore;
  readonly moves: NumberMoveStore;
}

/** Days of the register are real days in Belgium: the practice date decides about other services. */
export const today = ({ clock }: Pick<CbssParts, 'clock'>): string => belgianDay(clock.wallNow());
