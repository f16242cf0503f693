// Schemas of `resources/contracts` as libxml2 in WebAssembly holds a document against them. No file and no network is open to it: what the
// schemas import is handed over by name, once. Loading it takes longer than main may stand still, so that only workers and tests import this.
import { readFileSync } from 'node:fs';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { resourcePath } from '../platform/resource-path.ts';

export type SchemaFile =
  | 'cbss-inscription-v1.xsd'
  | 'cbss-mutations-v1.xsd'
  | 'cbss-voucher-v1.xsd'
  | 'platform-integration-consumer-test-v1.xsd'
  | 'soap-platform-faults.xsd';

const imported = ['cbss-inscription-types-v1.xsd', 'cbss-common-v3.xsd', 'xml-language.xsd'] as const;
const readSchema = (name: string): Buffer => readFileSync(resourcePath('contracts', name));

let provided = false;
const validators = new Map<SchemaFile, XsdValidator>();

/** Compiled at the first question and kept. What it throws of a document are findings (XmlLibError). */
export function validatorOf(file: SchemaFile): XsdValidator {
  const known = validators.get(file);
  if (known !== undefined) return known;
  if (!provided)
    xmlRegisterInputProvider(
      new XmlBufferInputProvider(Object.fromEntries(imported.map((name) => [name, readSchema(name)]))),
    );
  provided = true;
  const schema = XmlDocument.fromBuffer(readSchema(file), {
    url: file,
    option: ParseOption.XML_PARSE_NONET,
  });
  try {
    const validator = XsdValidator.fromDoc(schema);
    validators.set(file, validator);
    return validator;
  } finally {
    schema.dispose();
  }
}
