// What became of a number stands in the history of every client whose lines it touched, with the name of the person.
import { type Act, recordAct } from '../../history/record-act.ts';
import type { Database } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { namesOf } from '../person-store.ts';

/** `Elena Marovic`; empty where no name is kept. */
export function writtenName(db: Database, personId: string): string {
  const names = namesOf(db, personId);
  return `${names?.givenName ?? ''} ${names?.familyName ?? ''}`.trim();
}

/** In the open transaction. Once where no client has lines of the person: then in the chain of the app. */
export function tellClients(
  session: Session,
  keys: readonly { employerId: string }[],
  act: Omit<Act, 'employerId'>,
): void {
  const employers = new Set(keys.map(({ employerId }) => employerId));
  for (const employerId of employers.size === 0 ? [null] : employers)
    recordAct(session, { ...act, employerId });
}
