// The operations of the inscription service: which right each needs, what of the question its answer repeats, and how it fails.
import type { CbssRight } from '../store/cbss-access-store.ts';
import type { Outcome } from './answer.ts';
import { correctPerson, createPerson } from './change-persons.ts';
import { consultInscriptions } from './consult.ts';
import { deleteInscription, insertInscription } from './inscribe.ts';
import type { CbssCall } from './inscription-facts.ts';
import type { CbssParts } from './parts.ts';
import { searchPersonPhonetic } from './search-persons.ts';
import { subscribe, unsubscribe } from './subscriptions.ts';

export interface CbssOperation {
  readonly right: CbssRight;
  readonly echo: readonly string[];
  readonly failure: 'NOK' | 'NO_RESULT';
  readonly perform: (parts: CbssParts, call: CbssCall) => Outcome;
}

/** By the name of the root element. */
export const operations: Readonly<Record<string, CbssOperation>> = {
  insertInscriptionRequest: {
    right: 'inscriptions',
    echo: ['inscription'],
    failure: 'NOK',
    perform: insertInscription,
  },
  deleteInscriptionRequest: {
    right: 'inscriptions',
    echo: ['inscription'],
    failure: 'NOK',
    perform: deleteInscription,
  },
  consultInscriptionsRequest: {
    right: 'inscriptions',
    echo: ['criteria'],
    failure: 'NO_RESULT',
    perform: consultInscriptions,
  },
  searchPersonPhoneticRequest: {
    right: 'search',
    echo: ['criteria'],
    failure: 'NO_RESULT',
    perform: searchPersonPhonetic,
  },
  createPersonRequest: { right: 'create', echo: ['person'], failure: 'NOK', perform: createPerson },
  correctPersonRequest: { right: 'correct', echo: ['person'], failure: 'NOK', perform: correctPerson },
  subscribeRequest: {
    right: 'subscribe',
    echo: ['flow', 'inscriptionContext'],
    failure: 'NOK',
    perform: subscribe,
  },
  unsubscribeRequest: {
    right: 'subscribe',
    echo: ['flow', 'inscriptionContext'],
    failure: 'NOK',
    perform: unsubscribe,
  },
};
