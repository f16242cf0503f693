// The inscription service as the register's authentic source: its operations behind the port, its answers in the register's words.
import type { CbssOperation, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import type { RegisterIdentity, RegisterWarning } from '../../../preload/contract/register-values.ts';
import { type FailureCode, fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import type { AuthenticSource, SourceAnswer, SourceQuestion } from '../authentic-source.ts';
import { askService, type Question } from './ask-service.ts';
import { readProfile } from './profile-store.ts';
import type { BodyFields } from './request-body.ts';

/**
 * Null: no connector is on, and what is known here decides. `quiet`: of an insert that was taken the message is not kept, as many of them
 * would push the others out.
 */
export function authenticSourceOf(
  session: Session,
  more: Pick<Question, 'quiet' | 'signal'> = {},
): AuthenticSource | null {
  if (readProfile(session.db)?.on !== true) return null;
  const ask = async (
    operation: CbssOperation,
    group: 'inscription' | 'criteria',
    question: SourceQuestion & { identity?: RegisterIdentity | null },
  ): Promise<Result<SourceAnswer>> => {
    const answer = await askService(session, { ...more, operation, fields: fieldsOf(group, question) });
    return answer.ok ? toldBy(answer.value.outcome, question.insz) : answer;
  };
  return {
    insert: (question) => ask('insertInscription', 'inscription', question),
    delete: (question) => ask('deleteInscription', 'inscription', question),
    consult: (question) => ask('consultInscriptions', 'criteria', question),
  };
}

/** Empty ones are left out of the message. */
function fieldsOf(
  group: 'inscription' | 'criteria',
  { insz, type, period, identity = null }: SourceQuestion & { identity?: RegisterIdentity | null },
): BodyFields {
  const { lastName = '', givenName = '', birthDate = '', genderCode } = identity ?? {};
  const fields = {
    ssin: insz,
    inscriptionContext: type?.inscriptionContext ?? '',
    qualityCode: type?.qualityCode == null ? '' : String(type.qualityCode),
    'period.beginDate': period?.begin ?? '',
    'period.endDate': period?.end ?? '',
    'personData.lastName': lastName,
    'personData.givenName': givenName,
    'personData.birthDate': birthDate,
    'personData.genderCode': genderCode === undefined ? '' : String(genderCode),
  };
  // A question names nobody: its criteria have no place for an identity.
  const named = Object.entries(fields).filter(
    ([name]) => group === 'inscription' || !name.startsWith('personData.'),
  );
  return Object.fromEntries(named.map(([name, value]) => [`${group}.${name}`, value]));
}

/** Inserting, deleting and consulting may all be asked again: only what was understood and refused is final. */
export function toldBy(outcome: CbssOutcome, asked: string): Result<SourceAnswer> {
  if (outcome.layer === 'transport') {
    const code = transportCodes[outcome.reason] ?? 'unexpectedAnswer';
    return fail(code, { retry: 'safe', details: { reason: outcome.reason } });
  }
  if (outcome.layer === 'platform') {
    const { code } = outcome;
    const down = code === 'SOA-02001' || code === 'SOA-02002';
    return fail(platformCodes[code] ?? 'unexpectedAnswer', {
      retry: down ? 'safe' : 'never',
      details: { code },
    });
  }
  if (outcome.layer === 'cbss')
    return fail('serviceUnavailable', { retry: 'safe', details: { code: outcome.reasonCode } });
  const { value, code, information, number } = outcome;
  if (value === 'NOK' || value === 'NO_RESULT') {
    const fields = information.map(({ fieldName }) => fieldName).join();
    return fail('refusedByRule', { details: { rules: code, ...(fields === '' ? {} : { fields }) } });
  }
  return ok({
    insz: number?.insz ?? asked,
    replaces: number !== null && number.insz !== asked ? asked : null,
    ...(number?.canceled === true ? { cancelled: true } : {}),
    warnings: warningsOf(outcome),
    lines: outcome.inscriptions,
  });
}

/** What says only that it was done, or that there was nothing, is none. */
const plain = ['MSG00000', 'MSG00100', ''];

function warningsOf(status: Extract<CbssOutcome, { layer: 'business' }>): RegisterWarning[] {
  const told = [...(plain.includes(status.code) ? [] : [status]), ...status.anomalies];
  return told.slice(0, 25).map(({ code, information }) => {
    const next = information.find(({ fieldName }) => /^newSsin$/i.test(fieldName))?.fieldValue;
    const newInsz = next ?? (code === 'MSG00006' ? status.number?.insz : undefined);
    return { code: code.slice(0, 16), ...(newInsz === undefined ? {} : { newInsz: newInsz.slice(0, 11) }) };
  });
}

const transportCodes: Partial<Record<string, FailureCode>> = {
  offline: 'offline',
  nameNotResolved: 'nameNotResolved',
  connectionRefused: 'connectionRefused',
  tlsNotTrusted: 'tlsNotTrusted',
  proxyRefused: 'proxyRefused',
  connectionLost: 'offline',
  timeout: 'timeout',
  cancelled: 'cancelled',
};
const platformCodes: Partial<Record<string, FailureCode>> = {
  'SOA-00001': 'serviceUnavailable',
  'SOA-01001': 'clientRefused',
  'SOA-01002': 'permissionMissing',
  'SOA-02001': 'serviceUnavailable',
  'SOA-02002': 'serviceUnavailable',
};
