// Another implementation of the signature: what xmlsec1 needs to know of our messages, and a message as somebody else would write it.
import { spawnSync } from 'node:child_process';
import type { KeyObject, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const wss = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-';
const [wsse, wsu] = [`${wss}wssecurity-secext-1.0.xsd`, `${wss}wssecurity-utility-1.0.xsd`];

/** Which attribute names a part: xmlsec1 has no schema to tell it. */
const ids = [`${wsse}:BinarySecurityToken`, `${wsu}:Timestamp`, `${soap}:Body`].flatMap((part) => [
  '--id-attr:Id',
  part,
]);

/** From version 1.3 on it takes a given key only where the message names it in one of its own ways, unless told. */
const lax = (): string[] => {
  const { stdout } = spawnSync('xmlsec1', ['--version'], { encoding: 'utf8' });
  const [, major = '1', minor = '0'] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
  return Number(major) > 1 || Number(minor) >= 3 ? ['--lax-key-search'] : [];
};

function xmlsec(act: string, key: [option: string, pem: string], message: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sociodesk-test-'));
  try {
    const [keyFile, messageFile] = [join(folder, 'key.pem'), join(folder, 'message.xml')];
    writeFileSync(keyFile, key[1], { mode: 0o600 });
    writeFileSync(messageFile, message);
    return spawnSync('xmlsec1', [act, ...lax(), ...ids, key[0], keyFile, messageFile], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const verifiedByXmlsec = (message: string, { publicKey }: X509Certificate): boolean =>
  xmlsec('--verify', ['--pubkey-pem', publicKey.export({ type: 'spki', format: 'pem' }).toString()], message)
    .status === 0;

/** The template with its signature. */
export function signedByXmlsec(template: string, key: KeyObject): string {
  const signed = xmlsec(
    '--sign',
    ['--privkey-pem', key.export({ type: 'pkcs8', format: 'pem' }).toString()],
    template,
  );
  if (signed.status !== 0) throw new Error(`xmlsec1 did not sign: ${signed.stderr}`);
  return signed.stdout;
}

const reference = (id: string): string =>
  `<Reference URI="#${id}"><Transforms><Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference>`;

/** A consultation with other prefixes, blanks and order of the header than ours, its signature left open. */
export const foreignTemplate = (
  ticket: string,
  ssin: string,
  certificate: X509Certificate,
  now: Date,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<SOAP:Envelope xmlns:SOAP="${soap}">
  <SOAP:Header>
    <sec:Security xmlns:sec="${wsse}" xmlns:u="${wsu}" SOAP:mustUnderstand="1">
      <u:Timestamp u:Id="time">
        <u:Created>${now.toISOString()}</u:Created>
        <u:Expires>${new Date(now.getTime() + 120_000).toISOString()}</u:Expires>
      </u:Timestamp>
      <sec:BinarySecurityToken u:Id="token" ValueType="${wss}x509-token-profile-1.0#X509v3" EncodingType="${wss}soap-message-security-1.0#Base64Binary">${certificate.raw.toString('base64')}</sec:BinarySecurityToken>
      <Signature xmlns="http://www.w3.org/2000/09/xmldsig#">
        <SignedInfo>
          <CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
          <SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
          ${['body', 'time', 'token'].map(reference).join('\n          ')}
        </SignedInfo>
        <SignatureValue/>
        <KeyInfo><sec:SecurityTokenReference><sec:Reference URI="#token"/></sec:SecurityTokenReference></KeyInfo>
      </Signature>
    </sec:Security>
  </SOAP:Header>
  <SOAP:Body u:Id="body" xmlns:u="${wsu}">
    <q:consultInscriptionsRequest xmlns:q="http://socialsecurity.be/cbssinscription/v1">
      <informationCustomer>
        <ticket>${ticket}</ticket>
        <timestampSent>${now.toISOString()}</timestampSent>
        <customerIdentification><cbeNumber>0999999031</cbeNumber></customerIdentification>
      </informationCustomer>
      <legalContext>TEST:INSCRIPTION</legalContext>
      <criteria><ssin>${ssin}</ssin></criteria>
    </q:consultInscriptionsRequest>
  </SOAP:Body>
</SOAP:Envelope>
`;
