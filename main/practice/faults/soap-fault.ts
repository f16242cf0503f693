// Faults in the words of SOAP: what the platform or the Crossroads Bank answers in place of the service, and answers that a broken
// road hands on. Sources: sections 3.1, 5.1 and 11.5 of the register's contract.
import { randomUUID } from 'node:crypto';
import { envelope, platformFault } from '../cbss/platform-fault.ts';
import { NS } from '../cbss/vocabulary.ts';
import { xml } from '../cbss/xml-write.ts';
import { bodyOf, type Exchange, type Reply } from '../http/exchange.ts';
import type { FaultKind } from './fault.ts';

/** The operation and the ticket of a question, found without judging it. */
const asked = ({ body }: Exchange): { operation: string; customer: string } => {
  const text = body.toString('utf8');
  const operation = /<(?:[\w-]+:)?(\w+)Request[\s>]/.exec(text)?.[1] ?? 'consultInscriptions';
  const customer = /<informationCustomer(?: [^>]*)?>.*?<\/informationCustomer>/s.exec(text)?.[0] ?? '';
  return { operation, customer };
};

/** The Crossroads Bank's own fault: newer services name the message `detail`, older ones `error`. */
const cbssFault = (exchange: Exchange, name: 'detail' | 'error'): Reply => {
  const { operation, customer } = asked(exchange);
  const now = new Date().toISOString();
  const fault = xml`<informationCBSS><ticketCBSS>${randomUUID()}</ticketCBSS><timestampReceive>${now}</timestampReceive><timestampReply>${now}</timestampReply></informationCBSS>`;
  const message = xml`<severity>FATAL</severity><reasonCode>MSG00003</reasonCode><diagnostic>Unexpected internal error</diagnostic><authorCode>practice:InscriptionService</authorCode>`;
  return envelope(500, {
    xml:
      xml`<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>Unexpected internal error</faultstring><detail>`
        .xml +
      `<c:${operation}Fault xmlns:c="${NS.service}">${customer}${fault.xml}<${name}>${message.xml}</${name}></c:${operation}Fault>` +
      '</detail></soapenv:Fault>',
  });
};

const badGateway = (): Reply => ({
  status: 502,
  mediaType: 'text/html;charset=UTF-8',
  text: '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
});

export const soapReplacement = (kind: FaultKind, exchange: Exchange): Reply | undefined => {
  if (kind === 'soa02001') return platformFault({ code: 'SOA-02001' });
  if (kind === 'soa02002') return platformFault({ code: 'SOA-02002' });
  if (kind === 'cbssFaultDetail') return cbssFault(exchange, 'detail');
  if (kind === 'cbssFaultError') return cbssFault(exchange, 'error');
  return kind === 'html502' ? badGateway() : undefined;
};

/** The service's own answer as somebody on the way spoilt it. */
export const mangledSoap = (kind: FaultKind, own: Reply): Reply => {
  const text = bodyOf(own);
  if (kind === 'truncatedXml') return { ...own, text: text.slice(0, Math.floor(text.length * 0.6)) };
  if (kind === 'otherTicket')
    return { ...own, text: text.replace(/<ticket>[^<]*<\/ticket>/, `<ticket>${randomUUID()}</ticket>`) };
  return kind === 'bom' ? { ...own, text: `\ufeff${text}` } : own;
};
