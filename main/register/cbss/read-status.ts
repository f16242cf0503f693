// The business answer of the service, taken out of its message (contract §11.2, §11.7). Numbers and codes stay texts.
import type { Element } from '@xmldom/xmldom';
import type { BusinessStatus, CbssPerson } from '../../../preload/contract/cbss-answer.ts';
import { informationOf } from './read-fault.ts';
import { elementAt, elements, textAt, textOf } from './strict-dom.ts';

const isNumber = (text: string | null): text is string => text !== null && /^\d{11}$/.test(text);

/** The content of a response, which the schema let through. Null: it has no status. */
export function readStatus(response: Element): BusinessStatus | null {
  const status = elementAt(response, 'status');
  const value = status === null ? null : textAt(status, ['value'], 64);
  if (status === null || value === null || value === '') return null;
  return {
    layer: 'business',
    value,
    code: textAt(status, ['code'], 64) ?? '',
    description: textAt(status, ['description']),
    information: informationOf(status),
    anomalies: anomaliesOf(response),
    number: numberOf(response),
    inscriptions: inscriptionsOf(response),
    persons: personsOf(response),
    ticketCBSS: textAt(response, ['informationCBSS', 'ticketCBSS'], 36),
    consumer: null,
  };
}

/** The connection test says no more than that it is there, and as whom it knows the application. */
export const readConnection = (response: Element): BusinessStatus => ({
  ...{ layer: 'business', value: 'OK', code: '', description: null, information: [], anomalies: [] },
  ...{ number: null, inscriptions: [], persons: [], ticketCBSS: null },
  consumer: textAt(response, ['AuthenticatedConsumer']),
});

const anomaliesOf = (response: Element): BusinessStatus['anomalies'] =>
  childrenOf(response, 'businessAnomalies', 'businessAnomaly')
    .slice(0, 25)
    .map((one) => ({
      severity: textAt(one, ['severity'], 64) ?? '',
      code: textAt(one, ['code'], 64) ?? '',
      description: textAt(one, ['description']) ?? '',
      information: informationOf(one),
    }));

function numberOf(response: Element): BusinessStatus['number'] {
  const found = elementAt(response, 'ssin');
  if (found === null) return null;
  const insz = textOf(found);
  const replaces = found.getAttribute('replaces');
  if (!isNumber(insz)) return null;
  const canceled = ['true', '1'].includes(found.getAttribute('canceled') ?? '');
  return { insz, canceled, replaces: isNumber(replaces) ? replaces : null };
}

const inscriptionsOf = (response: Element): BusinessStatus['inscriptions'] =>
  childrenOf(response, 'inscriptions', 'inscription')
    .slice(0, 500)
    .flatMap((one) => {
      const begin = dayAt(one, 'beginDate');
      if (begin === null) return [];
      const quality = textAt(one, ['qualityCode'], 3);
      return {
        inscriptionContext: textAt(one, ['inscriptionContext'], 64),
        qualityCode: quality === null ? null : Number(quality),
        period: { begin, end: dayAt(one, 'endDate') },
      };
    });

/** The type of a day allows a zone behind it, which says nothing about a day. */
const dayAt = (line: Element, name: string): string | null => textAt(line, ['period', name], 10);

function personsOf(response: Element): CbssPerson[] {
  return childrenOf(response, 'persons', 'person')
    .slice(0, 50)
    .flatMap((one) => {
      const insz = textAt(one, ['ssin']);
      if (!isNumber(insz)) return [];
      const given = elements(one, 'givenName').map((name) => textOf(name, 100));
      const gender = textAt(one, ['genderCode'], 1);
      const register = textAt(one, ['register'], 3);
      return {
        insz,
        lastName: textAt(one, ['lastName'], 100) ?? '',
        givenName: given.length === 0 ? null : given.join(' ').slice(0, 100),
        birthDate: textAt(one, ['birthDate'], 10),
        genderCode: gender === null ? null : Number(gender),
        register: register === 'RR' || register === 'BIS' || register === 'RAD' ? register : null,
      };
    });
}

const childrenOf = (parent: Element, group: string, name: string): Element[] => {
  const found = elementAt(parent, group);
  return found === null ? [] : elements(found, name);
};
