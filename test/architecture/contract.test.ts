// The contract as a whole: nothing secret comes out of it, nothing boundless goes into it, and its names have one form.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calls, events } from '../../preload/contract/index.ts';
import { failureCodes } from '../../preload/contract/result.ts';

type Schema = { properties?: Record<string, Schema>; [key: string]: unknown };
const shapeOf = (schema: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;

/** Every property with its path and schema. */
function properties(schema: unknown, path = ''): { path: string; name: string; schema: Schema }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const found: { path: string; name: string; schema: Schema }[] = [];
  for (const [key, part] of Object.entries(schema as Record<string, unknown>)) {
    if (key === 'properties' && typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part as Record<string, Schema>)) {
        found.push({ path: `${path}.${name}`, name, schema: inner }, ...properties(inner, `${path}.${name}`));
      }
    } else found.push(...properties(part, path));
  }
  return found;
}

const secret =
  /^(.+key(pem|der|bytes|material)?|private.*|pass(word|phrase|wd)?|pwd|pin|secret|.*token|bearer|assertion|jwt|credentials?|p12|pfx|container|file|.*path|directory|folder|dir)$/i;
/** Routes inside the page, and the base name that the rescue screen shows. */
const harmless = new Set(['app.find.path', 'today.list.path', 'app.state.file']);

/** A text that bears such a name; facts about a secret (its validity, its scope) are told as fields of their own. */
function leaks(call: string, { name, schema }: { name: string; schema: Schema }): boolean {
  const kinds = (schema['anyOf'] as Schema[] | undefined) ?? [schema];
  const tells = kinds.some((kind) => kind['type'] !== 'object' && kind['type'] !== 'null');
  return secret.test(name) && tells && !harmless.has(`${call}.${name}`);
}

const answers = [
  ...Object.entries(calls).map(([name, call]) => ({ name, schema: shapeOf(call.output, 'output') })),
  ...Object.entries(events).map(([name, event]) => ({ name, schema: shapeOf(event.payload, 'output') })),
];

describe('what the page gets', () => {
  it.each(answers)('$name carries no key, password, token or path', ({ name, schema }) => {
    const found = properties(schema).filter((entry) => leaks(name, entry));
    expect(found.map((entry) => entry.path)).toEqual([]);
  });

  it('would be caught with one', () => {
    const leaking = z.strictObject({
      account: z.strictObject({ accessToken: z.string(), privateKey: z.string(), filePath: z.string() }),
    });
    const found = properties(shapeOf(leaking, 'output')).filter((entry) => leaks('made.up', entry));
    expect(found.map((entry) => entry.path)).toEqual([
      '.account.accessToken',
      '.account.privateKey',
      '.account.filePath',
    ]);
  });
});

describe('what the page sends', () => {
  const inputs = Object.entries(calls).map(([name, call]) => ({
    name,
    schema: shapeOf(call.input, 'input'),
  }));

  it.each(inputs)('$name is a strict object with limits on every text and list', ({ schema }) => {
    expect(schema['type']).toBe('object');
    expect(schema['additionalProperties']).toBe(false);
    const boundless = properties(schema).filter(({ schema: part }) => {
      if (part['type'] === 'array') return part['maxItems'] === undefined;
      const fixed = part['enum'] ?? part['const'] ?? part['format'] ?? part['pattern'];
      return part['type'] === 'string' && part['maxLength'] === undefined && fixed === undefined;
    });
    expect(boundless.map((entry) => entry.path)).toEqual([]);
  });
});

describe('names', () => {
  it('are a noun and a verb', () => {
    for (const name of [...Object.keys(calls), ...Object.keys(events)])
      expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
  });

  it('of failures are each there once', () => {
    expect(new Set(failureCodes).size).toBe(failureCodes.length);
  });
});
