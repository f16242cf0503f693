// What a request for access must hold.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  BERK,
  bodyOf,
  type CitizenCalls,
  type Citizens,
  callsWith,
  ELENA,
  issuesOf,
  NOBODY,
  OLD_ELENA,
  startCitizens,
} from './support/citizens.ts';

let citizens: Citizens;
let berk: CitizenCalls;

beforeAll(async () => {
  citizens = await startCitizens();
  berk = await citizens.account(BERK);
});
beforeEach(() => citizens.setDate('2025-03-01'));
afterAll(() => citizens.client.close());

describe('what is asked', () => {
  it.each([
    [{ enterpriseNumber: '0999999131' }, [['invalidStructure', 'enterpriseNumber']]],
    [{ ssin: '01020399745' }, [['invalidStructure', 'ssin']]],
    [{ ssin: OLD_ELENA }, [['replacedSsin', 'ssin', ELENA]]],
    [{ ssin: '90231599623' }, [['canceledSsin', 'ssin']]],
    [{ ssin: NOBODY }, [['referencedResourceNotFound', 'ssin']]],
    [{ mandataryEnterpriseNumber: BERK }, [['invalidInput', 'mandataryEnterpriseNumber']]],
    [{ dataSets: [] }, [['schemaViolation', 'dataSets']]],
    [{ dataSets: ['flexiJobEligibility', 'flexiJobEligibility'] }, [['schemaViolation', 'dataSets']]],
    [{ dataSets: ['salary'] }, [['schemaViolation', 'dataSets[0]']]],
    [{ context: 'other' }, [['schemaViolation', 'context']]],
    [{ language: 'en' }, [['schemaViolation', 'language']]],
    [{ clientReference: 'x'.repeat(65) }, [['schemaViolation', 'clientReference']]],
    [{ salary: true }, [['unknownInput', 'salary']]],
  ])('must fit the contract: %j is refused', async (more, issues) => {
    const answer = await berk.ask(more);
    expect([answer.status, issuesOf(answer)]).toEqual([400, issues]);
  });

  it('is named with how long it lasts, to anybody', async () => {
    const contexts = await callsWith(citizens.client, 'nonsense').mandates('GET', '/refData/contexts');
    expect(bodyOf(contexts)).toMatchObject({
      total: 1,
      items: [
        {
          code: 'precontractualData',
          dataSets: [
            { code: 'flexiJobEligibility', months: 1 },
            { code: 'studentWorkHours', months: 3 },
          ],
        },
      ],
    });
    expect(bodyOf(await berk.mandates('GET', '/health'))).toEqual({ status: 'UP' });
    expect((await berk.mandates('GET', '/mandateRequests/geen-nummer')).status).toBe(400);
  });

  it.each([
    [OLD_ELENA, [['replacedSsin', 'ssin', ELENA]]],
    ['90231599623', [['canceledSsin', 'ssin']]],
    [NOBODY, [['referencedResourceNotFound', 'ssin']]],
    ['01020399745', [['invalidStructure', 'ssin']]],
  ])('must ask by a number that is in use: %s', async (ssin, issues) => {
    const answer = await berk.consult(ssin);
    expect([answer.status, issuesOf(answer)]).toEqual([400, issues]);
  });
});
