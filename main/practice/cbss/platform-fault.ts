// What the platform answers when a message fails before the service sees it: a SOAP 1.1 fault with HTTP 500 and a code.
// Source: page on technical errors of the platform; 03002 to 03007 from the sibling platform's list.
import { randomUUID } from 'node:crypto';
import type { Reply } from '../http/exchange.ts';
import { NS } from './vocabulary.ts';
import { type Xml, xml } from './xml-write.ts';

interface Known {
  readonly origin: 'Consumer' | 'Provider';
  readonly message: string;
  readonly retry?: boolean;
}

const CODES = {
  'SOA-00001': { origin: 'Provider', message: 'Service error' },
  'SOA-01001': { origin: 'Consumer', message: 'Not authenticated' },
  'SOA-01002': { origin: 'Consumer', message: 'Not authorised' },
  'SOA-02001': {
    origin: 'Provider',
    message: 'Service not available. Please contact the service desk',
    retry: false,
  },
  'SOA-02002': {
    origin: 'Provider',
    message: 'Service temporarily not available. Please try later',
    retry: true,
  },
  'SOA-03001': { origin: 'Consumer', message: 'Malformed message' },
  'SOA-03002': { origin: 'Consumer', message: 'Message must be SOAP' },
  'SOA-03003': { origin: 'Consumer', message: 'Message must contain a SOAP body' },
  'SOA-03004': { origin: 'Consumer', message: 'WS-I compliance failure' },
  'SOA-03005': { origin: 'Consumer', message: 'WSDL compliance failure' },
  'SOA-03006': { origin: 'Consumer', message: 'XSD compliance failure' },
  'SOA-03007': { origin: 'Consumer', message: 'Message content validation failure' },
} as const satisfies Record<string, Known>;
export type PlatformCode = keyof typeof CODES;

/** Why a message is refused: the code that the platform tells, and what a maker may read beside it. */
export interface Refusal {
  readonly code: PlatformCode;
  readonly detail?: string;
}

export const refusal = (code: PlatformCode, detail?: string): Refusal =>
  detail === undefined ? { code } : { code, detail };

export const isRefusal = (value: object): value is Refusal =>
  'code' in value && String(value.code).startsWith('SOA-');

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
export const SOAP_TYPE = 'text/xml; charset=utf-8';

export const envelope = (status: number, body: Xml): Reply => ({
  status,
  mediaType: SOAP_TYPE,
  text:
    XML_DECLARATION +
    xml`<soapenv:Envelope xmlns:soapenv="${NS.soap}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
      .xml,
});

/** What a maker reads of a failure is cut off here: a schema repeats what the message carried. */
const LONGEST = 400;

export const platformFault = ({ code, detail }: Refusal): Reply => {
  const { origin, message, retry }: Known = CODES[code];
  const text = detail === undefined ? message : `${message}: ${detail}`.slice(0, LONGEST);
  return envelope(
    500,
    xml`<soapenv:Fault><faultcode>soapenv:${origin === 'Consumer' ? 'Client' : 'Server'}</faultcode><faultstring>${code}</faultstring><detail><err:SystemError xmlns:err="${NS.errors}" Id="${randomUUID()}"><err:Origin>${origin}</err:Origin><err:Code>${code}</err:Code><err:Message xml:lang="en">${text}</err:Message>${retry !== undefined && xml`<err:Retry>${String(retry)}</err:Retry>`}<err:Environment>Simulation</err:Environment></err:SystemError></detail></soapenv:Fault>`,
  );
};
