// The question of one call, from its fields or from a text, and held against the schema before anything of it leaves.
import type { CbssOperation } from '../../../preload/contract/cbss-answer.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { findingsInThread } from './answer-thread.ts';
import type { Connection } from './connection.ts';
import { bareEnvelope } from './envelope.ts';
import { isTestOperation } from './namespaces.ts';
import { type OwnBody, ownBody } from './own-body.ts';
import { type BodyFields, placedFields, requestBody } from './request-body.ts';
import { isWritable } from './xml-build.ts';

export type Asked = {
  operation: CbssOperation;
  fields?: BodyFields;
  /** Instead of fields: the question as XML, with its ticket. */
  body?: string | null;
};

/**
 * Failures: refusedByRule (MSG00008, with the elements that the schema does not take in `details.fields`), invalidInput (fields that the
 * operation does not have, or a body that is none: see `ownBody`), tooLarge.
 */
export async function askedBody(
  session: Session,
  { operation, fields: given = {}, body = null }: Asked,
  connection: Connection,
): Promise<Result<OwnBody>> {
  const { fields, unknown } = placedFields(operation, given);
  if (unknown.length > 0) return fail('invalidInput', { details: { fields: unknown.join().slice(0, 200) } });
  if (!Object.values(fields).every(isWritable))
    return fail('refusedByRule', { details: { rules: 'MSG00008' } });
  const asked =
    body === null ? ok(builtBody(session, operation, fields, connection)) : await ownBody(operation, body);
  if (!asked.ok) return asked;
  const findings = await findingsInThread(bareEnvelope(asked.value.body));
  if (!findings.ok) return findings;
  if (findings.value.length === 0) return asked;
  // Names of elements only: the finding itself repeats what was written.
  const names = findings.value.map(({ message }) => /^Element '([\w:.-]{1,64})'/.exec(message)?.[1] ?? '');
  const wrong = [...new Set(names.filter((name) => name !== ''))].slice(0, 10).join();
  return fail('refusedByRule', { details: { rules: 'MSG00008', fields: wrong } });
}

function builtBody(
  session: Session,
  operation: CbssOperation,
  fields: BodyFields,
  connection: Connection,
): OwnBody {
  const ticket = crypto.randomUUID();
  // The connection test has no ticket: its message, which is answered as it was, takes its place.
  const said = isTestOperation(operation) ? { Message: ticket } : fields;
  const sentAt = session.clock.now().toISOString();
  return {
    body: requestBody(operation, said, { ...connection, ticket, sentAt }),
    ticket,
    insz: fields['inscription.ssin'] ?? fields['criteria.ssin'] ?? fields['ssin'] ?? null,
  };
}
