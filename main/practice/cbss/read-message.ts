// From bytes to a SOAP message, strictly: UTF-8 without a mark, no DOCTYPE, one envelope with a body. What is refused here was never
// looked at further. Sources: parser matrix and verifier checklist of the register's contract, sections 13 and 6.2.
import { XmlDocument, XmlElement, XmlParseError } from 'libxml2-wasm';
import { type Refusal, refusal } from './platform-fault.ts';
import { STRICT } from './schema-files.ts';
import { NS } from './vocabulary.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const DECLARATION = /^<\?xml version="1\.0"( encoding="[Uu][Tt][Ff]-8")?( standalone="(yes|no)")? ?\?>/;

/** The text of a message, or why it is none. */
const textOf = (bytes: Uint8Array): { readonly text: string } | Refusal => {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return refusal('SOA-03001', 'not UTF-8');
  }
  if (text.startsWith('\ufeff')) return refusal('SOA-03001', 'a byte order mark');
  // Before anything is parsed: these words cannot stand in a message of this service, not even as text that is not escaped.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refusal('SOA-03001', 'a document type declaration');
  if (text.startsWith('<?xml') && !DECLARATION.test(text)) return refusal('SOA-03001', 'the XML declaration');
  // An instruction can rewrite a signed value for a verifier that reads it as text, a comment splits one: neither is believed.
  const rest = text.replace(DECLARATION, '');
  if (rest.includes('<?') || rest.includes('<!--'))
    return refusal('SOA-01001', 'comments and processing instructions are not taken');
  return { text };
};

export const elementsOf = (parent: XmlElement): XmlElement[] => {
  const found: XmlElement[] = [];
  for (let node = parent.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement) found.push(node);
  return found;
};

export const isNamed = (element: XmlElement, namespace: string, name: string): boolean =>
  element.name === name && element.namespaceUri === namespace;

export interface Message {
  readonly document: XmlDocument;
  readonly envelope: XmlElement;
  readonly header: XmlElement | undefined;
  readonly body: XmlElement;
}

const soapOf = (document: XmlDocument): Message | Refusal => {
  const envelope = document.root;
  if (!isNamed(envelope, NS.soap, 'Envelope')) return refusal('SOA-03002');
  const parts = elementsOf(envelope);
  const body = parts.find((part) => isNamed(part, NS.soap, 'Body'));
  if (body === undefined) return refusal('SOA-03003');
  const header = parts.length === 2 ? parts[0] : undefined;
  const wellPlaced =
    parts.at(-1) === body &&
    (parts.length === 1 ||
      (parts.length === 2 && header !== undefined && isNamed(header, NS.soap, 'Header')));
  if (!wellPlaced) return refusal('SOA-03004', 'an envelope has a header at most, and one body');
  if (elementsOf(body).length === 0) return refusal('SOA-03003', 'the body is empty');
  return { document, envelope, header, body };
};

/** Whoever reads a message must dispose of its document. */
export const readMessage = (bytes: Uint8Array): Message | Refusal => {
  const read = textOf(bytes);
  if ('code' in read) return read;
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(read.text, { option: STRICT });
  } catch (cause) {
    if (!(cause instanceof XmlParseError)) throw cause;
    return refusal('SOA-03001', 'not well formed');
  }
  const message = soapOf(document);
  if ('code' in message) document.dispose();
  return message;
};
