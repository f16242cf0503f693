// Looks at a message as its reader would, in the order of contract §13 and §6.2, and tells all that was found. Runs in a worker: its
// parser loads longer than main may stand still.
import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import type { Guard, GuardVerdict, Inspection } from '../../../preload/contract/cbss-workbench.ts';
import { checkSchema } from '../cbss/schema-check.ts';
import { type MessageShape, shapeOf } from './message-shape.ts';
import { isSigned, signedBy } from './signature-guards.ts';
import { textGuards } from './text-guards.ts';

/** `now` in milliseconds, on the clock of the service. */
export type ToInspect = { xml: string; now: number };

const nothing: Pick<Inspection, 'kind' | 'name' | 'schema' | 'signature'> = {
  kind: 'none',
  name: '',
  schema: { state: 'open', findings: [] },
  signature: null,
};

export function inspectMessage({ xml, now }: ToInspect): Inspection {
  const bytes = Buffer.byteLength(xml);
  const guards = textGuards(xml);
  const open = (...left: Guard[]): GuardVerdict[] =>
    left.map((guard) => ({ guard, state: 'open' as const, line: null }));
  if (guards.some(({ state }) => state === 'failed'))
    return { ...nothing, bytes, guards: [...guards, ...open('wellFormed', 'soap')] };
  const parsed = parse(xml);
  if ('line' in parsed)
    return {
      ...nothing,
      bytes,
      schema: { state: 'open', findings: [{ line: parsed.line, text: parsed.text }] },
      guards: [
        ...guards,
        { guard: 'wellFormed', state: 'failed', line: Math.max(1, parsed.line) },
        ...open('soap'),
      ],
    };
  try {
    const shape = shapeOf(parsed.document);
    const soap = shape !== null && shape.bodies.length === 1 && shape.root !== null;
    const told: GuardVerdict[] = [
      ...guards,
      { guard: 'wellFormed', state: 'passed', line: null },
      { guard: 'soap', state: soap ? 'passed' : 'failed', line: null },
    ];
    const schema = schemaOf(xml, shape);
    if (shape === null) return { ...nothing, bytes, guards: told, schema };
    const signed =
      isSigned(shape) || shape.kind === 'request' ? signedBy(shape, now) : { guards: [], signature: null };
    return {
      kind: shape.kind,
      name: (shape.root?.name ?? '').slice(0, 120),
      bytes,
      guards: [...told, ...signed.guards],
      schema,
      signature: signed.signature,
    };
  } finally {
    parsed.document.dispose();
  }
}

type Parsed = { document: XmlDocument } | { line: number; text: string };

function parse(xml: string): Parsed {
  try {
    const option = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET;
    return { document: XmlDocument.fromString(xml, { option }) };
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [first] = error.details;
    return { line: Math.max(0, first?.line ?? 0), text: (first?.message ?? '').trim().slice(0, 400) };
  }
}

function schemaOf(xml: string, shape: MessageShape | null): Inspection['schema'] {
  const checked = checkSchema(xml);
  if (!checked.wellFormed || shape === null || shape.kind === 'none') return { state: 'none', findings: [] };
  if (shape.kind === 'fault') return { state: 'none', findings: [] };
  const findings = checked.findings.slice(0, 40).map(({ line, message }) => ({
    line: line ?? 0,
    text: message.slice(0, 400),
  }));
  return { state: findings.length === 0 ? 'valid' : 'invalid', findings };
}
