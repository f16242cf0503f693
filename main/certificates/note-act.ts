// Records an act on a certificate, or on the request for one, in the history.
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';

export function noteAct(
  session: Session,
  kind: string,
  id: string,
  summary: string,
  payload: Record<string, unknown>,
): void {
  const subject = { kind: 'certificate' as const, id };
  recordAct(session, { employerId: null, kind, subject, summary, payload });
}
