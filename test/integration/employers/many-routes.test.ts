// The same route for many employers at once: for whom it cannot be, and the way back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
let accountId: string;

beforeAll(async () => {
  bench = await openApp();
  ({ accountId } = await connect(bench));
  await bench.must('practice.addSamples', {});
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

describe('a route', () => {
  it('is set for many at once, and says for whom it could not be', async () => {
    const all = (await bench.must('employer.list', {})).rows.map(({ id }) => id);
    const set = await bench.must('route.setMany', {
      employerIds: all,
      service: 'citizenData',
      route: { kind: 'own' },
    });
    expect(set).toMatchObject({ set: 0, unchanged: 0 });
    expect(set.refused).toHaveLength(all.length);
    const done = await bench.must('route.setMany', {
      employerIds: all,
      service: 'citizenData',
      route: { kind: 'elsewhere' },
    });
    expect(done).toMatchObject({ set: all.length, refused: [] });
  });

  it('that was set for many is put back for each as it was, but not where it was changed since', async () => {
    const all = (await bench.must('employer.list', {})).rows.map(({ id }) => id);
    const routes = async (id: string) =>
      (await bench.must('route.list', { employerId: id })).rows.map(({ present, next, past }) => ({
        present,
        next,
        past,
      }));
    const [first = '', second = ''] = all;
    await bench.must('route.set', {
      employerId: first,
      service: 'dimona',
      route: { kind: 'mandatary', accountId },
      from: '2026-01-01' as never,
    });
    const before = await Promise.all(all.map(routes));
    const setting = { employerIds: all, service: 'dimona', route: { kind: 'elsewhere' } } as const;
    const { settingId, set } = await bench.must('route.setMany', setting);
    expect(await Promise.all(all.map(routes))).not.toEqual(before);
    expect(await bench.must('route.undoMany', { settingId })).toEqual({ putBack: set, left: 0 });
    expect(await Promise.all(all.map(routes))).toEqual(before);
    expect(await bench.call('route.undoMany', { settingId })).toMatchObject({
      failure: { code: 'notFound' },
    });

    const again = await bench.must('route.setMany', setting);
    await bench.must('route.set', {
      employerId: second,
      service: 'dimona',
      route: { kind: 'mandatary', accountId },
    });
    expect(await bench.must('route.undoMany', { settingId: again.settingId })).toEqual({
      putBack: again.set - 1,
      left: 1,
    });
    expect((await routes(first))[3]).toEqual(before[0]?.[3]);
    expect((await routes(second))[3]?.present?.kind).toBe('mandatary');
    expect(await bench.must('history.verify', {})).toMatchObject({ intact: true, problems: [] });
  });

  it('is a filter of the table: only who reaches a service by that way', async () => {
    const { rows } = await bench.must('route.table', { way: { service: 'fla', kind: 'mandatary' } });
    const kinds = rows.map((row) => row.routes.find(({ service }) => service === 'fla')?.kind);
    expect(new Set(kinds)).toEqual(new Set(['mandatary']));
    const { total } = await bench.must('route.table', {});
    expect(rows.length).toBeLessThanOrEqual(total);
    const rest = await bench.must('route.table', { way: { service: 'citizenData', kind: 'none' } });
    expect(rest.total).toBe(0);
  });
});
