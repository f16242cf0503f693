// The envelopes that go back: of an operation with what of the question is repeated, and of the platform's test.
import { randomUUID } from 'node:crypto';
import type { XmlElement } from 'libxml2-wasm';
import type { Reply } from '../http/exchange.ts';
import { type Outcome, outcomeXml } from './answer.ts';
import { envelope } from './platform-fault.ts';
import { elementsOf } from './read-message.ts';
import { echoOf } from './read-request.ts';
import { NS } from './vocabulary.ts';
import { maybe, type Xml, xml } from './xml-write.ts';

export const responseXml = (
  request: XmlElement,
  echoes: readonly string[],
  outcome: Outcome,
  received: string,
  now: number,
): Xml => {
  const name = request.name.replace(/Request$/, 'Response');
  const cbss = xml`<informationCBSS>${maybe('ticketCBSS', randomUUID())}${maybe('timestampReceive', received)}${maybe('timestampReply', new Date(now).toISOString())}</informationCBSS>`;
  const children = xml`${echoOf(request, 'informationCustomer')}${cbss}${echoOf(request, 'legalContext')}${echoes.map((echo) => echoOf(request, echo))}${outcomeXml(outcome)}`;
  return { xml: `<c:${name} xmlns:c="${NS.service}">${children.xml}</c:${name}>` };
};

/** `consumer` is the application as the platform knows it: only a signed question has one. */
export const testReply = (operation: string, asked: XmlElement, consumer?: string): Reply => {
  const [message, timestamp] = elementsOf(asked);
  const fields = xml`<t:Message>${message?.content}</t:Message><t:Timestamp>${timestamp?.content}</t:Timestamp>${consumer !== undefined && xml`<t:AuthenticatedConsumer>${consumer}</t:AuthenticatedConsumer>`}`;
  return envelope(200, {
    xml: `<t:${operation}Response xmlns:t="${NS.test}">${fields.xml}</t:${operation}Response>`,
  });
};
