// The names of the XML vocabularies and algorithms that the inscription service speaks and takes. Names only: none is an address.
// Sources: SOAP 1.1, WS-Security 1.0 with its X.509 profile, XML Signature, and the schemas in resources/contracts.

export const NS = {
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  wsu: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  service: 'http://socialsecurity.be/cbssinscription/v1',
  test: 'http://socialsecurity.be/platformintegrationconsumertest/v1',
  errors: 'http://socialsecurity.be/errors/v1',
  common: 'http://kszbcss.fgov.be/types/common/v3',
  mutations: 'http://socialsecurity.be/cbssinscription/mutations/v1',
  voucher: 'http://socialsecurity.be/cbssinscription/voucher/v1',
} as const;

/** The only algorithms that the platform takes; none other is even tried. */
export const ALGORITHM = {
  canonical: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const;

export const TOKEN = {
  encoding: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary',
  value: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3',
} as const;
