// The business answer of the service, taken out of its message (contract §11.2, §11.7). Numbers and codes stay texts.
import type { Element } from '@xmldom/xmldom';
import type { BusinessStatus, CbssPerson } from '../../../preload/contract/cbss-answer.ts';
import { plainWords } from '../../../preload/rules/text/plain-words.ts';
import { informationOf } from './read-fault.ts';
import { elementAt, elements, textAt, textOf } from './strict-dom.ts';

const isNumber = (text: string | null): text is string => text !== null && /^\d{11}$/.test(text);

/** As many as an answer of ours may have. */
const mostLines = 500;
export const hasTooMuch = (response: Element): boolean =>
  childrenOf(response, 'inscriptions', 'inscription').length > mostLines;

/** The content of a response, which the schema let through. Null: it has no status, or a day that is none of a register. */
export function readStatus(response: Element): BusinessStatus | null {
  const status = elementAt(response, 'status');
  const value = status === null ? null : textAt(status, ['value'], 64);
  const inscriptions = inscriptionsOf(response);
  if (status === null || value === null || value === '' || inscriptions === null) return null;
  return {
    layer: 'business',
    value,
    code: textAt(status, ['code'], 64) ?? '',
    description: wordsAt(status, 'description'),
    information: informationOf(status),
    anomalies: anomaliesOf(response),
    number: numberOf(response),
    inscriptions,
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
      description: wordsAt(one, 'description') ?? '',
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

/** Null: a day that cannot be written with four figures of a year, which the schema allows. */
function inscriptionsOf(response: Element): BusinessStatus['inscriptions'] | null {
  const lines = childrenOf(response, 'inscriptions', 'inscription').map((one) => {
    const [begin, end] = [dayAt(one, 'beginDate'), dayAt(one, 'endDate')];
    const quality = textAt(one, ['qualityCode'], 16);
    return {
      inscriptionContext: textAt(one, ['inscriptionContext'], 64),
      qualityCode: quality === null ? null : Number(quality),
      period: { begin: begin ?? '', end },
    };
  });
  const days = lines.flatMap(({ period: { begin, end } }) => [begin, ...(end === null ? [] : [end])]);
  return days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) ? lines : null;
}

/** A zone behind a day says nothing about it. */
const dayAt = (line: Element, name: string): string | null =>
  textAt(line, ['period', name], 32)?.replace(/(Z|[+-]\d{2}:\d{2})$/, '') ?? null;

function personsOf(response: Element): CbssPerson[] {
  return childrenOf(response, 'persons', 'person')
    .slice(0, 50)
    .flatMap((one) => {
      const insz = textAt(one, ['ssin']);
      if (!isNumber(insz)) return [];
      const given = elements(one, 'givenName').map((name) => textOf(name));
      const gender = textAt(one, ['genderCode'], 16);
      const register = textAt(one, ['register'], 3);
      return {
        insz,
        lastName: plainWords(textAt(one, ['lastName'], 256) ?? '', 128),
        givenName: plainWords(given.join(' '), 300) || null,
        birthDate: textAt(one, ['birthDate'], 10),
        genderCode: gender === null ? null : Number(gender),
        register: register === 'RR' || register === 'BIS' || register === 'RAD' ? register : null,
      };
    });
}

/** What the service writes for people, as a page can show it. */
function wordsAt(parent: Element, name: string): string | null {
  const words = textAt(parent, [name]);
  return words === null ? null : plainWords(words, 256);
}

const childrenOf = (parent: Element, group: string, name: string): Element[] => {
  const found = elementAt(parent, group);
  return found === null ? [] : elements(found, name);
};
