// The contracts of the citizens' services speak for themselves: each of their examples fits the schema that it stands under.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../../../main/practice/contract/load-contract.ts';
import { findResources } from '../../../main/practice/resource-files.ts';

const folder = `${findResources()}/contracts`;

interface Media {
  readonly schema?: { readonly $ref?: string };
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** Every media type of a document that has examples, with the name of its schema. */
const mediaOf = (node: unknown): { schema: string; name: string; value: unknown }[] => {
  if (typeof node !== 'object' || node === null) return [];
  const { schema, examples } = node as Media;
  const ref = schema?.$ref?.split('/').at(-1);
  const own =
    ref === undefined || examples === undefined
      ? []
      : Object.entries(examples).map(([name, { value }]) => ({ schema: ref, name, value }));
  return [...own, ...Object.values(node).flatMap(mediaOf)];
};

describe.each(['citizen-mandate-v1.yaml', 'precontractual-data-v1.yaml'])('%s', (file) => {
  it('has examples, and each fits its schema', () => {
    const contract = loadContract(folder, file);
    const found = mediaOf(parse(readFileSync(`${folder}/${file}`, 'utf8')));
    expect(found.length).toBeGreaterThan(4);
    for (const { schema, name, value } of found) {
      const fits = contract.schema(schema);
      expect([name, fits(value), fits.errors ?? []]).toEqual([name, true, []]);
    }
  });

  it('refuses what its schemas do not name', () => {
    const contract = loadContract(folder, file);
    const body = contract.operations.find(({ method }) => method === 'POST')?.body;
    expect(body?.validate({ enterpriseNumber: '0999999130', somethingElse: true })).toBe(false);
  });
});
