// What the service judges anew: a valid registration that no longer is, and back.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAAN, openSite, RANIA, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const day = today();

beforeAll(async () => {
  bench = await openSite();
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
  await bench.phone(DAAN, 'IN');
  await bench.phone(RANIA, 'IN');
  await bench.lookUp(day);
});
afterAll(() => bench.close());

const lineOfToday = async () =>
  (await bench.must('today.list', {})).lines.find(({ key }) => key === 'presenceTurned');
const turned = async () => (await bench.must('presence.list', { from: day, to: day, turned: true })).rows;

it('is noticed on the next look-up, told in Today, and found by its own filter', async () => {
  expect(await lineOfToday()).toBeUndefined();
  const { rows } = await bench.must('presence.list', { from: day, to: day, text: DAAN });
  const ids = rows.map(({ serviceId }) => serviceId);
  // A worker whose employment ended before is not related to the employer any more.
  const judge = async (endDate: string | null) => {
    await bench.admin('PUT', `/world/employers/0999999130/workers/${DAAN}`, {
      ...{ givenName: 'Daan', familyName: 'Zoutleeuwen', startDate: '2020-01-01' },
      ...(endDate === null ? {} : { endDate }),
    });
    await bench.admin('POST', '/presence/judge-anew', { ids });
    await bench.lookUp(day);
  };
  await judge('2020-12-31');
  expect(await turned()).toMatchObject([{ insz: DAAN, validity: 'invalid' }]);
  expect(await lineOfToday()).toMatchObject({
    tone: 'warn',
    params: { count: 1, invalid: 1 },
    path: '/presences/search/turned',
  });
  await judge(null);
  expect(await turned()).toMatchObject([{ insz: DAAN, validity: 'valid' }]);
  expect(await lineOfToday()).toMatchObject({ tone: 'plain', params: { count: 1, invalid: 0 } });
});
