// Answers of the inscription service as text, right in every place that a test does not spoil, and what is read of them.
import { readAnswer } from '../../main/register/cbss/read-answer.ts';
import type { Received } from '../../main/register/cbss/refused-answer.ts';

export const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
export const service = 'http://socialsecurity.be/cbssinscription/v1';
export const ticket = '0b0f4a3e-8f5e-4d0a-9a4b-5e2f6d7c8b9a';
export const other = '5c1d2e3f-8f5e-4d0a-9a4b-5e2f6d7c8b9a';
export const [asked, present] = ['85270399714', '85070399768'];

export const envelope = (content: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}<s:Envelope xmlns:s="${soap}"><s:Body>${content}</s:Body></s:Envelope>`;
export const customer = (echo = ticket) =>
  `<informationCustomer><ticket>${echo}</ticket><customerIdentification><cbeNumber>0999999922</cbeNumber></customerIdentification></informationCustomer>`;
export const cbssInformation = `<informationCBSS><ticketCBSS>${other}</ticketCBSS><timestampReceive>2026-03-02T09:00:00.000Z</timestampReceive><timestampReply>2026-03-02T09:00:00.100Z</timestampReply></informationCBSS>`;
type Parts = {
  echo?: string;
  number?: string;
  status?: string;
  ssin?: string;
  lines?: string;
  anomalies?: string;
};
export const consulted = ({
  echo = ticket,
  number = asked,
  status = '<value>DATA_FOUND</value><code>MSG00000</code>',
  ssin = '',
  lines = '',
  anomalies = '',
}: Parts = {}): string =>
  `<c:consultInscriptionsResponse xmlns:c="${service}">${customer(echo)}${cbssInformation}<legalContext>TEST:INSCRIPTION</legalContext><criteria><ssin>${number}</ssin></criteria><status>${status}</status>${ssin}${lines}${anomalies}</c:consultInscriptionsResponse>`;

/** As the answer to a consultation of `asked`. */
export const read = (content: string | Uint8Array, more: Partial<Received> = {}) =>
  readAnswer({
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    ...{
      status: 200,
      contentType: 'text/xml; charset=utf-8',
      operation: 'consultInscriptions',
      ticket,
      insz: asked,
    },
    ...more,
  });
