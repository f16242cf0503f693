// The schemas of resources/contracts, compiled once each when they are first asked for. Nothing outside that folder is ever read:
// what a schema imports comes out of a fixed set of files held in memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

export const SCHEMAS = {
  service: 'cbss-inscription-v1.xsd',
  test: 'platform-integration-consumer-test-v1.xsd',
  faults: 'soap-platform-faults.xsd',
  mutations: 'cbss-mutations-v1.xsd',
  voucher: 'cbss-voucher-v1.xsd',
} as const;
export type SchemaName = keyof typeof SCHEMAS;

const IMPORTED = ['cbss-common-v3.xsd', 'cbss-inscription-types-v1.xsd', 'xml-language.xsd'];

/** No entity, no network, no file: for everything that is parsed here. */
export const STRICT: ParseOption = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET;

export interface Schemas {
  /** What is wrong with an element or a document, in the schema's words; empty when it fits. */
  issues(name: SchemaName, subject: XmlDocument | Parameters<XsdValidator['validate']>[0]): string[];
}

let registered = false;
const registerOnce = (folder: string): void => {
  if (registered) return;
  registered = true;
  const files = Object.fromEntries(IMPORTED.map((name) => [name, readFileSync(join(folder, name))]));
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
};

/** `folder` is resources/contracts. Compiling takes some 50 ms the first time. */
export const loadSchemas = (folder: string): Schemas => {
  const compiled = new Map<SchemaName, XsdValidator>();
  const validator = (name: SchemaName): XsdValidator => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    registerOnce(folder);
    const schema = XmlDocument.fromBuffer(readFileSync(join(folder, SCHEMAS[name])), { option: STRICT });
    try {
      const made = XsdValidator.fromDoc(schema);
      compiled.set(name, made);
      return made;
    } finally {
      schema.dispose();
    }
  };
  return {
    issues: (name, subject) => {
      try {
        validator(name).validate(subject as XmlDocument);
        return [];
      } catch (cause) {
        if (!(cause instanceof XmlValidateError)) throw cause;
        return cause.details.map(({ message }) => message.trim());
      }
    },
  };
};
