// The stores of the inscription service, opened together.
import { createCbssAccessStore } from '../store/cbss-access-store.ts';
import { createCbssEventStore } from '../store/cbss-event-store.ts';
import { createCbssInscriptionStore } from '../store/cbss-inscription-store.ts';
import { createCbssPersonStore } from '../store/cbss-person-store.ts';
import type { Connection } from '../store/file-store.ts';
import { createNumberMoveStore } from '../store/number-move-store.ts';
import type { CbssParts } from './parts.ts';

type RegisterStores = Pick<CbssParts, 'persons' | 'cbssAccess' | 'inscriptions' | 'events' | 'moves'>;

export const createRegisterStores = (database: Connection): RegisterStores => ({
  persons: createCbssPersonStore(database),
  cbssAccess: createCbssAccessStore(database),
  inscriptions: createCbssInscriptionStore(database),
  events: createCbssEventStore(database),
  moves: createNumberMoveStore(database),
});
