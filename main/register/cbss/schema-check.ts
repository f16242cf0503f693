// Messages against the schemas in `resources/contracts`. Only workers and tests import this (see schema-validator.ts).
import { ParseOption, XmlDocument, XmlElement, XmlLibError } from 'libxml2-wasm';
import { validatorOf } from '../schema-validator.ts';
import { errorsNs, serviceNs, soapNs, testNs } from './namespaces.ts';

export type Finding = { line: number | null; column: number | null; message: string };

const files = {
  [serviceNs]: 'cbss-inscription-v1.xsd',
  [testNs]: 'platform-integration-consumer-test-v1.xsd',
  [errorsNs]: 'soap-platform-faults.xsd',
} as const;
const option = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET;

export type Parsed = { wellFormed: true; findings: Finding[] } | { wellFormed: false; finding: Finding };

/** Where the values of a status and the like are an open word in practice, whatever the schema lists (contract §2). */
const openWord =
  /^Element '(value|severity|(\{[^}]*\})?(Origin|Environment))':.*(\[facet 'enumeration'\]|not a valid value of the (local )?atomic type)/;

/**
 * Parses a guarded text (see guard-xml.ts) and holds its root, or what stands in the SOAP body, against its schema. A namespace that no
 * schema is known of is not judged.
 */
export function checkSchema(text: string): Parsed {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, { option });
  } catch (error) {
    const [finding = { line: null, column: null, message: '' }] = findingsOf(error);
    return { wellFormed: false, finding };
  }
  try {
    return { wellFormed: true, findings: judged(subjectOf(document)) };
  } finally {
    document.dispose();
  }
}

/**
 * What stands in the body, of a fault what its detail tells, else the root. A body with more than one element is no message of ours, and is
 * refused by whoever reads it.
 */
function subjectOf(document: XmlDocument): XmlElement {
  const told = document.get('/s:Envelope/s:Body/s:Fault/detail/*', { s: soapNs });
  const inBody = told ?? document.get('/s:Envelope/s:Body/*', { s: soapNs });
  return inBody instanceof XmlElement ? inBody : document.root;
}

/** Services of version 1 call the repeated child `error`, which no schema of ours has (contract §3.1). */
const ofVersion1 = (subject: XmlElement): boolean =>
  /Fault$/.test(subject.name) && subject.get('error') !== null;

function judged(subject: XmlElement): Finding[] {
  const ns = subject.namespaceUri;
  if ((ns !== serviceNs && ns !== testNs && ns !== errorsNs) || ofVersion1(subject)) return [];
  try {
    validatorOf(files[ns]).validate(subject);
    return [];
  } catch (error) {
    return findingsOf(error).filter(({ message }) => !openWord.test(message));
  }
}

/** What is no finding of the checker is a bug, and thrown on. */
function findingsOf(error: unknown): Finding[] {
  if (!(error instanceof XmlLibError)) throw error;
  return error.details.map(({ line, col, message }) => ({
    line: line > 0 ? line : null,
    column: col > 0 ? col : null,
    message: message.trim().slice(0, 300),
  }));
}
