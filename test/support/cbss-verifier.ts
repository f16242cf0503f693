// A verifier of signed messages for tests: the checks of the contract's list (§6.2) around xml-crypto, which alone lets wrapping through.
import { X509Certificate } from 'node:crypto';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const wsu = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const ds = 'http://www.w3.org/2000/09/xmldsig#';

const algorithms = {
  CanonicalizationMethod: ['http://www.w3.org/2001/10/xml-exc-c14n#'],
  SignatureMethod: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'],
  DigestMethod: ['http://www.w3.org/2001/04/xmlenc#sha256'],
  Transform: ['http://www.w3.org/2001/10/xml-exc-c14n#'],
} as const;

/** `ok`, or why not. Never throws. `known`: the certificate that may sign. */
export function verifyMessage(bytes: Uint8Array, known: Uint8Array, now: Date): string {
  try {
    return verdict(new TextDecoder('utf-8', { fatal: true }).decode(bytes), known, now);
  } catch (error) {
    return error instanceof Error ? `threw ${error.message}` : 'threw';
  }
}

function verdict(text: string, known: Uint8Array, now: Date): string {
  if (/<![^[]|<\?(?!xml )/.test(text)) return 'mark-up that is not taken';
  const document = new DOMParser({
    onError: (_level, message) => {
      throw new SyntaxError(message);
    },
  }).parseFromString(text, 'text/xml');
  const all = (ns: string, name: string): Element[] => Array.from(document.getElementsByTagNameNS(ns, name));
  const [security, signature] = [all(wsse, 'Security'), all(ds, 'Signature')];
  if (security.length !== 1 || signature.length !== 1) return 'not one header and one signature';
  for (const [name, allowed] of Object.entries(algorithms))
    for (const one of all(ds, name))
      if (!(allowed as readonly string[]).includes(one.getAttribute('Algorithm') ?? ''))
        return `algorithm of ${name}`;
  const root = document.documentElement;
  const body = all(soap, 'Body').find((one) => one.parentNode === root);
  const parts = [all(wsse, 'BinarySecurityToken')[0], all(wsu, 'Timestamp')[0], body];
  const ids = parts.map((one) => one?.getAttributeNS(wsu, 'Id') ?? '');
  const named = all(ds, 'Reference').map((one) => one.getAttribute('URI'));
  if (named.length !== 3 || !ids.every((id) => id !== '' && named.includes(`#${id}`)))
    return 'not the three parts';
  const token = Buffer.from(parts[0]?.textContent ?? '', 'base64');
  if (!token.equals(known)) return 'another certificate';
  const until = Date.parse(all(wsu, 'Expires')[0]?.textContent ?? '');
  const from = Date.parse(all(wsu, 'Created')[0]?.textContent ?? '');
  if (!(until > now.getTime() && from <= now.getTime() + 60_000 && until - from <= 300_000)) return 'time';
  const checked = new SignedXml({
    idMode: 'wssecurity',
    publicCert: new X509Certificate(token).toString(),
    getCertFromKeyInfo: () => null,
  });
  checked.loadSignature(String(signature[0]));
  return checked.checkSignature(text) ? 'ok' : 'signature';
}
