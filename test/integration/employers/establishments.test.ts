// Establishment units of an employer in the whole app.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
let employerId: string;
beforeAll(async () => {
  bench = await openApp();
  await connect(bench);
  await bench.must('practice.addSamples', {});
  const { rows } = await bench.must('employer.list', { text: '0999999130' });
  employerId = rows[0]?.id ?? '';
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

describe('establishment units', () => {
  it('are added, changed and removed, and belong to one enterprise only', async () => {
    const { id } = await bench.must('establishment.add', {
      employerId,
      number: '2.999.999.964',
      name: 'Magazijn',
    });
    await bench.must('establishment.update', { id, number: '2999999964', name: 'Depot' });
    const others = (await bench.must('employer.list', {})).rows.filter((row) => row.id !== employerId);
    const taken = { employerId: others[0]?.id ?? '', number: '2999999964', name: 'Elders' };
    expect(await bench.call('establishment.add', taken)).toMatchObject({
      failure: { code: 'alreadyExists' },
    });
    const list = await bench.must('establishment.list', { employerId });
    expect(list.rows).toEqual([{ id, number: '2999999964', name: 'Depot' }]);
    await bench.must('establishment.remove', { id });
    expect((await bench.must('establishment.list', { employerId })).rows).toEqual([]);
  });
});
