// Messages signed by hand: each signed part is written in its canonical form, so node:crypto is all that is needed, and the
// canonicalisation of the verifier is judged too. Every part can be bent for an attack.
import { createHash, randomUUID, sign } from 'node:crypto';
import type { MadeCertificate } from '../../../integration/practice/support/certificates.ts';

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
export const WSSE = `${OASIS}-wssecurity-secext-1.0.xsd`;
export const WSU = `${OASIS}-wssecurity-utility-1.0.xsd`;
export const DS = 'http://www.w3.org/2000/09/xmldsig#';
export const EXC = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const SERVICE = 'http://socialsecurity.be/cbssinscription/v1';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

export interface Bend {
  readonly now?: number;
  /** Seconds. */
  readonly life?: number;
  readonly createdIn?: number;
  readonly bodyId?: string;
  readonly sign?: readonly ('token' | 'timestamp' | 'body')[];
  readonly canonical?: string;
  readonly signature?: string;
  readonly digest?: string;
  readonly transforms?: string;
  readonly plainIds?: boolean;
  readonly moreReferences?: string;
  readonly keyUri?: string;
  /** Of SignedInfo, before it is signed. */
  readonly signedInfo?: (text: string) => string;
  readonly token?: string;
  readonly hash?: string;
}

export interface Parts {
  readonly envelope: string;
  readonly token: string;
  readonly timestamp: string;
  readonly body: string;
  readonly signature: string;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');
const instant = (time: number): string => new Date(time).toISOString();

/** Each signed part declares its prefixes itself and nothing around it does so too: every byte of the message counts. */
export const assemble = ({ token, timestamp, signature, body }: Omit<Parts, 'envelope'>): string =>
  `<e:Envelope xmlns:e="${SOAP}"><e:Header><w:Security xmlns:w="${WSSE}" e:mustUnderstand="1">${token}${timestamp}${signature}</w:Security></e:Header>${body}</e:Envelope>`;

/** A message of which token, timestamp and body are signed, and its parts. */
export const signedParts = (content: string, { der, keyPem }: MadeCertificate, bend: Bend = {}): Parts => {
  const { now = Date.now(), life = 60, createdIn = 0, bodyId = 'body-1', plainIds = false } = bend;
  const id = (name: string): string => (plainIds ? `Id="${name}"` : `wsu:Id="${name}"`);
  const wsu = plainIds ? '' : ` xmlns:wsu="${WSU}"`;
  const created = now + createdIn * 1000;
  // Attributes without a namespace come before those with one; with plain identifiers that is by their name.
  const types = `EncodingType="${OASIS}-soap-message-security-1.0#Base64Binary"`;
  const profile = `ValueType="${OASIS}-x509-token-profile-1.0#X509v3"`;
  const attributes = plainIds
    ? `${types} ${id('token-1')} ${profile}`
    : `${types} ${profile} ${id('token-1')}`;
  const token = `<wsse:BinarySecurityToken xmlns:wsse="${WSSE}"${wsu} ${attributes}>${bend.token ?? der.toString('base64')}</wsse:BinarySecurityToken>`;
  const timestamp = `<wsu:Timestamp xmlns:wsu="${WSU}" ${id('time-1')}><wsu:Created>${instant(created)}</wsu:Created><wsu:Expires>${instant(created + life * 1000)}</wsu:Expires></wsu:Timestamp>`;
  const body = `<soapenv:Body xmlns:soapenv="${SOAP}"${wsu} ${id(bodyId)}>${content}</soapenv:Body>`;
  const covered = {
    token: ['token-1', token],
    timestamp: ['time-1', timestamp],
    body: [bodyId, body],
  } as const;
  const transforms = bend.transforms ?? `<ds:Transform Algorithm="${EXC}"></ds:Transform>`;
  const references = (bend.sign ?? ['token', 'timestamp', 'body']).map((part) => {
    const [name, text] = covered[part];
    return `<ds:Reference URI="#${name}"><ds:Transforms>${transforms}</ds:Transforms><ds:DigestMethod Algorithm="${bend.digest ?? SHA256}"></ds:DigestMethod><ds:DigestValue>${digestOf(text)}</ds:DigestValue></ds:Reference>`;
  });
  const plain = `<ds:SignedInfo xmlns:ds="${DS}"><ds:CanonicalizationMethod Algorithm="${bend.canonical ?? EXC}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${bend.signature ?? RSA_SHA256}"></ds:SignatureMethod>${references.join('')}${bend.moreReferences ?? ''}</ds:SignedInfo>`;
  const info = bend.signedInfo?.(plain) ?? plain;
  const value = sign(bend.hash ?? 'sha256', Buffer.from(info), keyPem).toString('base64');
  const signature = `<s:Signature xmlns:s="${DS}">${info}<s:SignatureValue>${value}</s:SignatureValue><s:KeyInfo><wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:Reference URI="${bend.keyUri ?? '#token-1'}" ValueType="${OASIS}-x509-token-profile-1.0#X509v3"></wsse:Reference></wsse:SecurityTokenReference></s:KeyInfo></s:Signature>`;
  return { envelope: assemble({ token, timestamp, signature, body }), token, timestamp, body, signature };
};

export const signedMessage = (content: string, certificate: MadeCertificate, bend: Bend = {}): string =>
  signedParts(content, certificate, bend).envelope;

export interface Question {
  readonly operation: string;
  readonly ticket?: string;
  readonly customer?: string;
  readonly legalContext?: string;
  /** What stands after the legal context. */
  readonly asked: string;
}

/** The content of a body in the order of the schema, in canonical form. */
export const questionXml = ({ operation, asked, ...more }: Question): string => {
  const {
    ticket = randomUUID(),
    customer = '<cbeNumber>0999999130</cbeNumber>',
    legalContext = 'TEST:INSCRIPTION',
  } = more;
  return `<c:${operation}Request xmlns:c="${SERVICE}"><informationCustomer><ticket>${ticket}</ticket><timestampSent>2026-01-05T08:00:00.000Z</timestampSent><customerIdentification>${customer}</customerIdentification></informationCustomer><legalContext>${legalContext}</legalContext>${asked}</c:${operation}Request>`;
};

export interface Line {
  readonly ssin: string;
  readonly context?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly person?: string;
}

const period = ({ begin, end }: Line): string =>
  begin === undefined
    ? ''
    : `<period><beginDate>${begin}</beginDate>${end === undefined ? '' : `<endDate>${end}</endDate>`}</period>`;

export const insertion = ({ context = 'EMPLOYEE', begin = '2026-01-01', ...line }: Line): Question => ({
  operation: 'insertInscription',
  asked: `<inscription><ssin>${line.ssin}</ssin><inscriptionContext>${context}</inscriptionContext>${period({ ...line, begin })}${line.person ?? ''}</inscription>`,
});
export const deletion = ({ context = 'EMPLOYEE', ...line }: Line): Question => ({
  operation: 'deleteInscription',
  asked: `<inscription><ssin>${line.ssin}</ssin><inscriptionContext>${context}</inscriptionContext>${period(line)}</inscription>`,
});
export const consultation = ({ context, ...line }: Line): Question => ({
  operation: 'consultInscriptions',
  asked: `<criteria><ssin>${line.ssin}</ssin>${context === undefined ? '' : `<inscriptionContext>${context}</inscriptionContext>`}${period(line)}</criteria>`,
});
