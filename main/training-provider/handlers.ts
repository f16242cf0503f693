// The calls `provider.*` and `providerFiling.*`.
import { fail, ok } from '../../preload/contract/result.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { sendingRoute } from '../outbox/sending-route.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { addSession, removeSession, updateSession } from './change-session.ts';
import { closedSession } from './closed-session.ts';
import { adoptFilings, rejectFilings } from './decide-filings.ts';
import { type FilingPorts, fetchFilings, showFilings } from './filings.ts';
import { putSessionForward } from './put-forward.ts';
import { createSender } from './send-session.ts';
import { recoverSendings, stepsOf } from './sending-store.ts';
import { findSession, listSessions, recoverSessions } from './session-store.ts';
import { sessionOf, summaryOf } from './show-session.ts';

export type ProviderPorts = Partial<FilingPorts> & {
  sleep?: (ms: number) => Promise<void>;
  /** Whether what is sent here may reach production. */
  reachesProduction?: () => boolean;
};

/** `owner`: a start also tells true what a kill cut off. */
export function trainingProviderHandlers(
  session: Session,
  owner: boolean,
  given: ProviderPorts = {},
): HandlersOf<'provider' | 'providerFiling'> {
  const { db } = session;
  if (owner) {
    recoverSessions(db, session.clock.now().toISOString());
    recoverSendings(db);
  }
  const closed = closedSession(session, given.reachesProduction ?? (() => false));
  const sender = createSender(session, {
    sleep: given.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    closed,
  });
  const ports: FilingPorts = {
    tokens: given.tokens ?? tokenSource(session),
    route: given.route ?? ((employerId) => sendingRoute(session, employerId)),
  };
  return {
    'provider.list': (input) => {
      const { rows, total } = listSessions(db, input);
      return ok({ rows: rows.map(summaryOf), total, page: input.page, pageSize: input.pageSize });
    },
    'provider.get': ({ id }) => {
      const row = findSession(db, id);
      return row === null ? fail('notFound') : ok(sessionOf(session, row));
    },
    'provider.add': (input) => addSession(session, input),
    'provider.update': (input) => updateSession(session, input),
    'provider.remove': (input) => removeSession(session, input),
    'provider.send': ({ id, confirmed, closedConfirmation: confirmation = null }) =>
      sender.send(id, { withdraw: false, confirmed, confirmation }),
    'provider.withdraw': ({ id, confirmed, closedConfirmation: confirmation = null }) =>
      sender.send(id, { withdraw: true, confirmed, confirmation }),
    'provider.confirmClosed': (input) => closed.confirm(input),
    'provider.putForward': (input) => putSessionForward(session, input),
    'provider.chain': ({ id }) =>
      findSession(db, id) === null ? fail('notFound') : ok({ steps: stepsOf(db, id) }),
    'providerFiling.list': (input) => ok(showFilings(session, input)),
    'providerFiling.fetch': (input) => fetchFilings(session, ports, input),
    'providerFiling.adopt': (input) => adoptFilings(session, input),
    'providerFiling.reject': (input) => rejectFilings(session, input),
  };
}
