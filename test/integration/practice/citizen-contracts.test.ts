// The contracts of the citizens' services: their own examples fit their schemas, and so does what practice answers.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../../../main/practice/contract/load-contract.ts';
import { findResources } from '../../../main/practice/resource-files.ts';
import {
  BERK,
  bodyOf,
  type Citizens,
  JASMIJN,
  OLD_ELENA,
  type ShownRequest,
  startCitizens,
} from './support/citizens.ts';
import type { Answer } from './support/client.ts';

const MANDATES = 'citizen-mandate-v1.yaml';
const DATA = 'precontractual-data-v1.yaml';
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

const propertiesOf = (file: string, schema: string): string[] => {
  const document = parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
    components: { schemas: Record<string, { properties?: object }> };
  };
  return Object.keys(document.components.schemas[schema]?.properties ?? {});
};

describe.each([MANDATES, DATA])('%s', (file) => {
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

describe('what practice answers', () => {
  let citizens: Citizens;
  beforeAll(async () => {
    citizens = await startCitizens();
  });
  afterAll(() => citizens.client.close());

  it('fits the contract, and holds no property that it does not name', async () => {
    const berk = await citizens.account(BERK);
    const dataSets = ['flexiJobEligibility', 'studentWorkHours'];
    const more = { dataSets, ssin: JASMIJN, language: 'fr', clientReference: 'r1' };
    const made = await berk.ask(more);
    const { requestId } = bodyOf<ShownRequest>(made);
    const none = await berk.consult(JASMIJN);
    await citizens.turn({ controlsInAnswers: true, noActiveMandateForm: 'status200' });
    const noneEither = await berk.consult(JASMIJN);
    await citizens.approve(requestId, JASMIJN);
    const looked = await berk.look(requestId);
    const [first, second] = bodyOf<ShownRequest>(looked).mandates ?? [];
    await citizens.client.admin('POST', '/citizen/revoke', { insz: JASMIJN, mandateId: first?.mandateId });
    const search = { principal: BERK, clientReference: 'r1' };
    const answers: [file: string, schema: string, answer: Answer][] = [
      [MANDATES, 'MandateRequest', made],
      [MANDATES, 'MandateRequest', looked],
      [MANDATES, 'MandateRequests', await berk.mandates('POST', '/mandateRequests/search', search)],
      [MANDATES, 'Mandates', await berk.find()],
      [MANDATES, 'Mandate', await berk.mandates('GET', `/mandates/${first?.mandateId}`)],
      [MANDATES, 'Mandate', await berk.mandates('GET', `/mandates/${second?.mandateId}`)],
      [MANDATES, 'Contexts', await berk.mandates('GET', '/refData/contexts')],
      [MANDATES, 'Problem', await berk.ask({ ssin: OLD_ELENA })],
      [MANDATES, 'Problem', await berk.mandates('POST', `/mandateRequests/${requestId}/withdraw`)],
      [DATA, 'PrecontractualData', await berk.consult(JASMIJN)],
      [DATA, 'PrecontractualData', noneEither],
      [DATA, 'Problem', none],
    ];
    for (const [file, schema, answer] of answers) {
      const body = bodyOf<object>(answer);
      const fits = loadContract(folder, file).schema(schema);
      expect([schema, fits(body), fits.errors ?? []]).toEqual([schema, true, []]);
      const first = (body as { items?: object[] }).items?.[0];
      const named = schema.replace(/^(MandateRequest|Mandate)s$/, '$1');
      expect(named === schema || first !== undefined).toBe(true);
      const keys = Object.keys(named === schema ? body : (first ?? {}));
      expect(keys.filter((key) => !propertiesOf(file, named).includes(key))).toEqual([]);
    }
  });
});
