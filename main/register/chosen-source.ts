// Which authentic source is asked: the connector, where one is on; null: what is known here decides.
import type { Session } from '../platform/session.ts';
import type { AuthenticSource } from './authentic-source.ts';

export function chosenSource(_session: Session): AuthenticSource | null {
  return null;
}
