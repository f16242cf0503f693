// Calls to the practice environment's own interfaces (its clock, faults, world and portal). They exist nowhere else.
import { type FailureCode, fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';

export type PracticeAnswer = { status: number; json: Record<string, unknown> };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `surface` is the admin interface or the stand-in for the portal. Failure notSupportedHere outside practice. */
export async function callPractice(
  session: Pick<Session, 'http' | 'environment'>,
  surface: 'admin' | 'chaman',
  method: Method,
  path: string,
  body?: unknown,
): Promise<Result<PracticeAnswer>> {
  const { practice } = session.environment;
  if (practice === null) return fail('notSupportedHere');
  const outcome = await session.http.fetch({
    method,
    url: `${surface === 'admin' ? practice.adminUrl : practice.chamanUrl}${path}`,
    headers: {
      authorization: `Bearer ${practice.adminToken}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutMs: 20_000,
  });
  if (outcome.kind !== 'answer')
    return fail('serviceUnavailable', { retry: 'safe', details: { service: 'practice' } });
  const json = readObject(outcome.body);
  if (outcome.status >= 200 && outcome.status < 300) return ok({ status: outcome.status, json });
  return fail(codeOf(outcome.status), { details: { status: outcome.status, ...typeOf(json) } });
}

function codeOf(status: number): FailureCode {
  if (status === 404) return 'notFound';
  if (status === 409) return 'conflict';
  if (status === 403) return 'permissionMissing';
  if (status === 422) return 'certificateNotUsable';
  return 'unexpectedAnswer';
}

/** The last part of a problem's type: `urn:problem-type:practice:chaman:senderMissing` → `senderMissing`. */
function typeOf(json: Record<string, unknown>): { problem?: string } {
  const type = json['type'];
  return typeof type === 'string' ? { problem: type.slice(type.lastIndexOf(':') + 1).slice(0, 60) } : {};
}

function readObject(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
