// The SOAP 1.1 envelope around a question, bare or with what the X.509 token profile signs: certificate, timestamp and body (§6).
import { randomUUID } from 'node:crypto';
import { base64Binary, soapNs, wsseNs, wsuNs, x509v3 } from './namespaces.ts';
import { element, type XmlElement, xmlText } from './xml-build.ts';

/** Seconds that a message counts: the service takes five minutes at most. */
export const lifetimeSeconds = 60;

/** The platform's test of the connection takes no signature. */
export const bareEnvelope = (body: XmlElement): string =>
  xmlText(element('soapenv:Envelope', [element('soapenv:Body', [body])], { 'xmlns:soapenv': soapNs }));

export type Secured = { text: string; ids: { certificate: string; timestamp: string; body: string } };

/**
 * With the header that a signature goes into. Ids are fresh, as one must never mean two things.
 * `certificate`: DER. `now`: on the clock of the service.
 */
export function securedEnvelope(body: XmlElement, certificate: Uint8Array, now: Date): Secured {
  const ids = {
    certificate: `X509-${randomUUID()}`,
    timestamp: `TS-${randomUUID()}`,
    body: `Body-${randomUUID()}`,
  };
  const header = element('soapenv:Header', [
    element(
      'wsse:Security',
      [
        element('wsse:BinarySecurityToken', Buffer.from(certificate).toString('base64'), {
          EncodingType: base64Binary,
          ValueType: x509v3,
          'wsu:Id': ids.certificate,
        }),
        element(
          'wsu:Timestamp',
          [
            element('wsu:Created', now.toISOString()),
            element('wsu:Expires', new Date(now.getTime() + lifetimeSeconds * 1_000).toISOString()),
          ],
          { 'wsu:Id': ids.timestamp },
        ),
      ],
      { 'soapenv:mustUnderstand': '1' },
    ),
  ]);
  const text = xmlText(
    element('soapenv:Envelope', [header, element('soapenv:Body', [body], { 'wsu:Id': ids.body })], {
      'xmlns:soapenv': soapNs,
      'xmlns:wsse': wsseNs,
      'xmlns:wsu': wsuNs,
    }),
  );
  return { text, ids };
}
