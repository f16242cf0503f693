// What became of a message, for eyes that need no persons: as `maskMessage`, of the answer that was read.
import type { BusinessStatus, CbssFault, CbssOutcome } from '../../../preload/contract/cbss-answer.ts';
import { masks } from '../../platform/redact.ts';
import { withoutNumbers } from '../../platform/redact-numbers.ts';

type Information = BusinessStatus['information'];

/** What a field holds may name anybody; which fields they are does not. */
const named = (information: Information): Information =>
  information.map(({ fieldName, fieldValue }) => ({
    fieldName,
    fieldValue: fieldValue === null ? null : masks.person,
  }));

/** What the service writes in its own words: it may repeat a number or a name. */
const told = (words: string): string => (words === '' ? '' : masks.person);

const withoutPerson = <M extends Pick<CbssFault, 'diagnostic' | 'information'>>(message: M): M => ({
  ...message,
  diagnostic: told(message.diagnostic),
  information: named(message.information),
});

/** Codes, values, lines and tickets stay. */
export function maskOutcome(outcome: CbssOutcome): CbssOutcome {
  switch (outcome.layer) {
    case 'transport': {
      const { finding } = outcome;
      return {
        ...outcome,
        finding: finding === null ? null : withoutNumbers(finding, masks.number).slice(0, 300),
      };
    }
    case 'platform': {
      const messages = outcome.messages.map(({ language, text }) => ({
        ...{ language, text: withoutNumbers(text, masks.number).slice(0, 500) },
      }));
      return { ...outcome, messages };
    }
    case 'cbss':
      return { ...withoutPerson(outcome), details: outcome.details.map(withoutPerson) };
    case 'business':
      return {
        ...outcome,
        description: outcome.description === null ? null : told(outcome.description),
        information: named(outcome.information),
        anomalies: outcome.anomalies.map((one) => ({
          ...one,
          description: told(one.description),
          information: named(one.information),
        })),
        number: null,
        persons: [],
      };
  }
}
