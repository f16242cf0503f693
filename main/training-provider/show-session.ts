// A session as a page sees it: with the findings of the rules and the service's answer for each participant.
import type { ProviderSession, SessionSummary } from '../../preload/contract/training-provider.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { checkSession } from '../../preload/rules/training-provider/check-session.ts';
import { forwardOf, givenOf } from '../outbox/approval-store.ts';
import type { Session } from '../platform/session.ts';
import { trainingParameters } from '../training/training-parameters.ts';
import { failureOf, fieldsOf, peopleOf, resultsOf, type SessionRow } from './session-store.ts';

export function summaryOf(row: SessionRow): SessionSummary {
  const results = Object.values(resultsOf(row));
  return {
    id: row.id,
    fields: fieldsOf(row),
    providerName: (row.provider_name ?? '').slice(0, 200),
    state: row.state,
    corrects: row.stands === 1 && row.state !== 'accepted' && row.state !== 'acceptedWithWarnings',
    participants: peopleOf(row).length,
    refused: results.filter(({ state }) => state === 'refused').length,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
    failure: failureOf(row),
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}

export function sessionOf(session: Session, row: SessionRow): ProviderSession {
  const people = peopleOf(row);
  const byNumber = resultsOf(row);
  return {
    ...summaryOf(row),
    people,
    findings: findingsOf(session, row),
    results: people.flatMap((person, index) => {
      const result = byNumber[parseInsz(person.insz) ?? ''];
      return result === undefined ? [] : [{ index, ...result }];
    }),
    externalReference: row.external_reference,
    requestHash: row.request_hash,
    answerHash: row.answer_hash,
    approval: approvalOf(session, row.id),
  };
}

function approvalOf(session: Session, id: string): ProviderSession['approval'] {
  const forward = forwardOf(session.db, id);
  if (forward === null) return null;
  return {
    withdraw: forward.withdraw === 1,
    preparedBy: forward.prepared_by,
    preparedAt: forward.prepared_at,
    given: givenOf(session.db, id)
      .map(({ name }) => name)
      .slice(0, 20),
    approvedBy: forward.approved_by ?? '',
    approvedAt: forward.approved_at,
  };
}

export const findingsOf = (session: Session, row: SessionRow) =>
  checkSession(fieldsOf(row), peopleOf(row), {
    today: session.businessDate(),
    parameters: trainingParameters(session.resourcesDir),
  });
