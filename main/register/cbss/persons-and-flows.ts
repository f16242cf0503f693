// Searching, making and correcting persons, and subscribing to flows: what a page gives, as fields of the message (contract §11.7).

import type { CbssAnswer } from '../../../preload/contract/cbss-answer.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { askService } from './ask-service.ts';
import { dropSubscription, keepSubscription } from './profile-store.ts';
import type { BodyFields } from './request-body.ts';

const said = (value: string | number | null): string => (value === null ? '' : String(value));

export const search = (
  session: Session,
  { lastName, givenName, birthDate, tolerance, genderCode }: HandlerInput<'cbss.search'>,
): Promise<Result<CbssAnswer>> =>
  askService(session, {
    operation: 'searchPersonPhonetic',
    fields: {
      'criteria.lastName': lastName,
      'criteria.givenName': givenName,
      'criteria.birthDate': said(birthDate),
      'criteria.tolerance': said(tolerance),
      'criteria.genderCode': said(genderCode),
    },
  });

type Person = Pick<
  HandlerInput<'cbss.correct'>,
  'lastName' | 'givenName' | 'birthDate' | 'genderCode' | 'birthPlace' | 'nationality' | 'address'
>;

function personFields(person: Person): BodyFields {
  const { address } = person;
  return {
    'person.lastName': said(person.lastName),
    'person.givenName': said(person.givenName),
    'person.birthDate': said(person.birthDate),
    'person.genderCode': said(person.genderCode),
    'person.birthPlace': said(person.birthPlace),
    'person.nationality': said(person.nationality),
    ...(address === null
      ? {}
      : {
          'person.address.countryCode': address.countryCode,
          'person.address.postalCode': address.postalCode,
          'person.address.city': address.city,
          'person.address.street': address.street,
          'person.address.houseNumber': address.houseNumber,
        }),
  };
}

export const create = (session: Session, input: HandlerInput<'cbss.create'>): Promise<Result<CbssAnswer>> =>
  askService(session, {
    operation: 'createPerson',
    fields: { ...personFields(input), justification: input.justification },
  });

/** Failure invalidInput where nothing is to be changed. */
export async function correct(
  session: Session,
  input: HandlerInput<'cbss.correct'>,
): Promise<Result<CbssAnswer>> {
  const changed = personFields(input);
  if (Object.values(changed).every((value) => value === ''))
    return fail('invalidInput', { details: { fields: 'person' } });
  return askService(session, {
    operation: 'correctPerson',
    fields: { ssin: input.insz, ...changed, justification: input.justification },
  });
}

/** What the service took is kept here, as it has no way to be asked which flows it sends. */
export async function setSubscription(
  session: Session,
  operation: 'subscribe' | 'unsubscribe',
  { flow, inscriptionContext }: HandlerInput<'cbss.subscribe'>,
): Promise<Result<CbssAnswer>> {
  const answer = await askService(session, {
    operation,
    fields: { flow, inscriptionContext: said(inscriptionContext) },
  });
  if (!answer.ok) return answer;
  const { outcome } = answer.value;
  if (outcome.layer !== 'business' || outcome.value !== 'OK') return answer;
  const kept = attempt(session.db, () => {
    const since = session.clock.now().toISOString();
    if (operation === 'subscribe') keepSubscription(session.db, { flow, inscriptionContext, since });
    else dropSubscription(session.db, { flow, inscriptionContext });
    session.changed('cbss.changed');
    return ok({});
  });
  return kept.ok ? answer : kept;
}
