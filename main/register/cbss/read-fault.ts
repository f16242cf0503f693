// SOAP faults of an answer, sorted into the platform's own and those of the Crossroads Bank, which has two dialects (contract §3.1, §5.1).
import type { Element } from '@xmldom/xmldom';
import type { CbssFault, PlatformFault } from '../../../preload/contract/cbss-answer.ts';
import { plainWords } from '../../../preload/rules/text/plain-words.ts';
import { errorsNs, isNamed } from './namespaces.ts';
import { elementAt, elements, textAt, textOf } from './strict-dom.ts';

type Message = CbssFault['details'][number];
export type Information = Message['information'][number];

/** At most fifteen, as the type has it. */
export const informationOf = (parent: Element): Information[] =>
  elements(parent, 'information')
    .slice(0, 15)
    .map((one) => ({
      fieldName: textAt(one, ['fieldName'], 64) ?? '',
      fieldValue: toldValue(one),
    }));

function toldValue(information: Element): string | null {
  const value = textAt(information, ['fieldValue']);
  return value === null ? null : plainWords(value, 256);
}

/** Of whichever shape: what neither side knows as its own is told with the code of SOAP. */
export function readFault(fault: Element): PlatformFault | CbssFault {
  const detail = elementAt(fault, 'detail');
  const [inner] = detail === null ? [] : elements(detail);
  if (inner !== undefined && isNamed(inner.namespaceURI, errorsNs)) return platformFault(inner);
  if (inner !== undefined && /Fault$/.test(inner.localName ?? '')) {
    const told = cbssFault(inner);
    if (told !== null) return told;
  }
  return {
    layer: 'platform',
    kind: 'plainFault',
    code: textAt(fault, ['faultcode'], 64) ?? '',
    origin: null,
    id: null,
    retry: null,
    contact: null,
    messages: [{ language: '', text: plainWords(textAt(fault, ['faultstring'], 500) ?? '', 500) }],
  };
}

function platformFault(error: Element): PlatformFault {
  const retry = textAt(error, ['Retry'], 8);
  return {
    layer: 'platform',
    kind: error.localName === 'BusinessError' ? 'BusinessError' : 'SystemError',
    code: textAt(error, ['Code'], 64) ?? '',
    origin: textAt(error, ['Origin'], 64),
    id: error.getAttribute('Id')?.slice(0, 64) ?? null,
    retry: retry === null ? null : retry === 'true' || retry === '1',
    contact: textAt(error, ['Contact']),
    messages: elements(error, 'Message')
      .slice(0, 10)
      .map((one) => ({
        language: (one.getAttribute('xml:lang') ?? '').slice(0, 16),
        text: plainWords(textOf(one, 500), 500),
      })),
  };
}

/** The repeated child is `detail`, and was `error` in services of version 1: both are taken. */
function cbssFault(fault: Element): CbssFault | null {
  const details = elements(fault, 'detail', 'error').slice(0, 30).map(messageOf);
  const [first] = details;
  if (first === undefined) return null;
  return {
    layer: 'cbss',
    ...first,
    details,
    ticketCBSS: textAt(fault, ['informationCBSS', 'ticketCBSS'], 36),
  };
}

const messageOf = (message: Element): Message => ({
  severity: textAt(message, ['severity'], 64) ?? '',
  reasonCode: textAt(message, ['reasonCode'], 64) ?? '',
  diagnostic: plainWords(textAt(message, ['diagnostic']) ?? '', 256),
  authorCode: textAt(message, ['authorCode'], 64) ?? '',
  information: informationOf(message),
});
