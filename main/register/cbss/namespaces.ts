// Names of the XML vocabularies, operations and algorithms of the inscription service, as published or assumed (contract §2, §6, §11.1).
// They lead nowhere. The official definition takes their place here and in `resources/contracts`.
import type { CbssOperation } from '../../../preload/contract/cbss-answer.ts';

export const soapNs = 'http://schemas.xmlsoap.org/soap/envelope/';
export const serviceNs = 'http://socialsecurity.be/cbssinscription/v1';
export const testNs = 'http://socialsecurity.be/platformintegrationconsumertest/v1';
export const errorsNs = 'http://socialsecurity.be/errors/v1';

export const wsseNs = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
export const wsuNs = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
export const base64Binary =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary';
export const x509v3 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3';

export const dsNs = 'http://www.w3.org/2000/09/xmldsig#';
export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** A site-wide rewriting shows the names with `https` in some places: read in faults, never written (contract §5.1). */
export const isNamed = (found: string | null, name: string): boolean =>
  found === name || found === name.replace(/^http:/, 'https:');

export const isTestOperation = (operation: CbssOperation): boolean =>
  operation === 'checkConnection' || operation === 'checkAccessControl';

const upper = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Namespace and name of the root of a question; `insertInscription` → `insertInscriptionRequest`. */
export const requestRoot = (operation: CbssOperation): { ns: string; name: string } =>
  isTestOperation(operation)
    ? { ns: testNs, name: `${upper(operation)}Request` }
    : { ns: serviceNs, name: `${operation}Request` };

export const responseRoot = (operation: CbssOperation): { ns: string; name: string } => {
  const { ns, name } = requestRoot(operation);
  return { ns, name: name.replace(/Request$/, 'Response') };
};

/** The connection test has none. */
export const soapAction = (operation: CbssOperation): string =>
  isTestOperation(operation) ? '' : `${serviceNs}/${operation}`;
