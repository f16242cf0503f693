// The short way for a feature to record what it just did, with the session's actor, clock and version filled in.
import type { Session } from '../platform/session.ts';
import { type AppendedEvent, appendEvent, type HistoryResult } from './append-event.ts';

export type Act = {
  /** The employer whose chain it belongs to; null for the chain of the app. */
  employerId: string | null;
  /** `<noun>.<what happened>`. */
  kind: string;
  subject?: { kind: string; id: string } | null;
  /** `done` where absent. */
  result?: HistoryResult;
  /** The service's contract it was done under. */
  contract?: string;
  summary: string;
  payload?: Readonly<Record<string, unknown>>;
};

type Recorder = Pick<Session, 'db' | 'ids' | 'clock' | 'actor' | 'appVersion' | 'changed'>;

/** Appends the event in the open transaction of `session.db` and tells the window that the history grew. */
export function recordAct(session: Recorder, act: Act): AppendedEvent {
  const event = appendEvent(session.db, {
    id: session.ids.newId(),
    employerId: act.employerId,
    kind: act.kind,
    at: session.clock.now().toISOString(),
    actor: session.actor(),
    subject: act.subject ?? null,
    result: act.result ?? 'done',
    contract: act.contract ?? '',
    appVersion: session.appVersion,
    summary: act.summary,
    payload: act.payload ?? {},
  });
  session.changed('history.changed', [event.id]);
  return event;
}
