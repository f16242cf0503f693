// Every contract of the practice services: sound, and its checks compile. At run time each is compiled when it is first asked.
import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../main/practice/contract/load-contract.ts';
import { findResources, readYaml } from '../../../main/practice/resource-files.ts';

const folder = `${findResources()}/contracts`;
type Document = { openapi?: string; components?: { schemas: Record<string, unknown> } };
/** Every schema that stands somewhere in a document beside those with a name. */
const schemasIn = (node: unknown): unknown[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]) => (key === 'schema' ? [value] : schemasIn(value)));
const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, readYaml(folder, file) as Document] as const)
  .filter(([, { openapi }]) => openapi !== undefined);
/** Schemas with `x-status` beside what the language of schemas knows. */
const judge = new Ajv2020({ strict: false });

it('finds them', () => {
  expect(documents.length).toBeGreaterThanOrEqual(10);
});

describe.each(documents)('%s', (file, document) => {
  const { schemas } = document.components ?? { schemas: {} };

  it('is written in the language of schemas', () => {
    judge.validateSchema({ $defs: schemas, allOf: [true, ...schemasIn(document)] });
    expect(judge.errors).toBeNull();
  });

  it('has checks that compile, and operations of different names', () => {
    const contract = loadContract(folder, file);
    const { operations } = contract;
    expect(operations.length).toBeGreaterThan(0);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    for (const { parameters, body } of operations)
      for (const check of [...parameters.map(({ validate }) => validate), ...(body ? [body.validate] : [])])
        expect([true, false]).toContain(check(Number.NaN));
    for (const name of Object.keys(schemas))
      expect([true, false]).toContain(contract.schema(name)(Number.NaN));
  });
});

it('tells of a name that a contract does not have', () => {
  const [[file] = ['']] = documents;
  expect(() => loadContract(folder, file).schema('NoSuchThing')(null)).toThrow(/NoSuchThing/);
});
