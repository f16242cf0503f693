// The feed's file and its voucher against their schemas. Only workers and tests import this (see schema-validator.ts).
import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import { validatorOf } from '../schema-validator.ts';
import { type Refusal, refusal } from './feed-values.ts';
import { placeOf } from './guard-feed.ts';
import { locateNode } from './locate-node.ts';

const schemas = {
  file: 'cbss-mutations-v1.xsd',
  voucher: 'cbss-voucher-v1.xsd',
} as const;
// Lines beyond 65,535 are counted too: a file of a day has more.
const option =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_BIG_LINES |
  ParseOption.XML_PARSE_COMPACT;

/**
 * Null: well formed and in its schema. What the checker says is not passed on: it repeats values, which are of persons. `damaged` and
 * `notInSchema` tell where.
 */
export function againstSchema(what: keyof typeof schemas, bytes: Uint8Array, text: string): Refusal | null {
  const damaged = what === 'file' ? 'damaged' : 'voucherDamaged';
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, { option });
  } catch (error) {
    const { line, col } = firstOf(error);
    if (line > 0 && col > 0) return refusal(damaged, { line, column: col });
    return refusal(damaged, placeOf(text, text.length));
  }
  try {
    validatorOf(schemas[what]).validate(document);
    return null;
  } catch (error) {
    const { line, xpath } = firstOf(error);
    const place = xpath === undefined ? null : locateNode(text, xpath);
    return refusal(
      what === 'file' ? 'notInSchema' : 'voucherNotInSchema',
      place ?? (line > 0 ? { line } : {}),
    );
  } finally {
    document.dispose();
  }
}

/** What is no finding of the checker is a bug, and thrown on. */
function firstOf(error: unknown): { line: number; col: number; xpath?: string } {
  if (!(error instanceof XmlLibError)) throw error;
  return error.details[0] ?? { line: 0, col: 0 };
}
