// The calls `cbss.*`.
import { ok } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { askService } from './ask-service.ts';
import { authorise } from './authorise.ts';
import { forgetExchanges } from './exchange-store.ts';
import { forgetAfter } from './forget-after.ts';
import { correct, create, search, setSubscription } from './persons-and-flows.ts';
import { type CbssPorts, saveProfile, showProfile } from './profile.ts';
import { subscriptions } from './profile-store.ts';
import { testConnection } from './test-connection.ts';

/** `owner` false: beside the owner of the profile, where nothing may be written. */
export function cbssHandlers(session: Session, ports: CbssPorts, owner: boolean): HandlersOf<'cbss'> {
  // Also where nothing more is ever asked, what was kept goes in its time.
  if (owner) attempt(session.db, () => ok(forgetExchanges(session.db, session.clock.now().toISOString())));
  return {
    'cbss.profile': () => ok(showProfile(session)),
    'cbss.saveProfile': (input) => saveProfile(session, input, ports),
    'cbss.authorise': (input) => authorise(session, input, ports),
    'cbss.test': ({ insz }) => testConnection(session, insz),
    'cbss.search': (input) => search(session, input),
    'cbss.create': (input) => create(session, input),
    'cbss.correct': (input) => correct(session, input),
    'cbss.subscriptions': () => ok({ rows: subscriptions(session.db) }),
    'cbss.subscribe': (input) => setSubscription(session, 'subscribe', input),
    'cbss.unsubscribe': (input) => setSubscription(session, 'unsubscribe', input),
    'cbss.call': async ({ operation, fields, body }) =>
      forgetAfter(session, await askService(session, { operation, fields, body })),
  };
}
