// Which addresses behind a QR code are trusted: the official domains and, in practice, the worker's page of practice.
import type { Session } from '../platform/session.ts';
import { readOfficialDomains } from '../settings/environments.ts';
import { type ReadReference, readWorksReference } from './read-reference.ts';

export function readPasted(
  session: Pick<Session, 'environment' | 'resourcesDir'>,
  text: string,
): ReadReference {
  const worker = session.environment.practice?.workerUrl;
  const origins = worker !== undefined && URL.canParse(worker) ? [new URL(worker).origin] : [];
  return readWorksReference(text, { domains: [...readOfficialDomains(session.resourcesDir)], origins });
}
