// In practice the person at the screen plays the applicant too: the page of a request's link opens beside the app.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { linkOf } from './applicant-link.ts';
import { findRequest } from './request-store.ts';

/** Failures: notFound, stateNotAllowed (nobody is let in by it any more), notSupportedHere outside practice, those of the host. */
export async function openAsApplicant(
  session: Pick<Session, 'db' | 'environment' | 'resourcesDir' | 'host'>,
  id: string,
): Promise<Result<Record<string, never>>> {
  if (session.environment.practice === null) return fail('notSupportedHere');
  const request = findRequest(session.db, id);
  if (request === null) return fail('notFound');
  const link = linkOf(session, request);
  if (link === null) return fail('stateNotAllowed');
  const opened = await session.host.openPractice(link.url);
  return opened.ok ? ok({}) : opened;
}
