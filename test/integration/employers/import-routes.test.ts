// Which routes a client gets from a list without asking for them, and which never.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder } from '../../support/application-bench.ts';
import { addMandatary, csvOf, enterpriseNumbers, type ListBench, openLists } from './list-bench.ts';

const [seven = '', eight = ''] = enterpriseNumbers(2);
let bench: ListBench;
beforeAll(async () => {
  bench = await openLists();
  await addMandatary(bench);
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.folder);
  removeFolder(bench.profileDir);
});

const named = async (text: string) => (await bench.must('employer.list', { text })).rows;
const routesOf = async (employerId: string) => (await bench.must('route.list', { employerId })).rows;

describe('a new client', () => {
  const serviceRoutes = async (text: string): Promise<string[]> => {
    const [row] = await named(text);
    const rows = await routesOf(row?.id ?? '');
    return rows.flatMap(({ service, present }) => (present === null ? [] : [`${service} ${present.kind}`]));
  };

  it('gets the plain routes, never one towards Dimona, and none beside what goes elsewhere', async () => {
    const accounts = await bench.must('account.list', {});
    const [account] = accounts.rows;
    if (account === undefined || account.certificateId === null) throw new Error('no account');
    const { id, revision, name, clientId, certificateId, scopes } = account;
    await bench.must('account.update', {
      ...{ id, expectedRevision: revision, name, clientId, certificateId, scopes },
      rights: ['careerProFlaDeclaration', 'dimonaDeclare'],
    });
    const { importId } = await bench.stage(
      'wegen.csv',
      csvOf([
        ['Ondernemingsnummer', 'Naam', 'Verzendweg'],
        [seven, 'Garage Geel', ''],
        [eight, 'Hotel Heide', 'elders'],
      ]),
    );
    await bench.apply(importId);
    expect(await serviceRoutes('Garage Geel')).toContain('fla mandatary');
    expect((await serviceRoutes('Garage Geel')).filter((one) => one.startsWith('dimona'))).toEqual([]);
    expect(await serviceRoutes('Hotel Heide')).toEqual(['fla elsewhere']);
  });
});
