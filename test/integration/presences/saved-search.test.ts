// Searches kept under a name, what was searched as a file, and how it lies over its period, over the real practice service.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context, Outcome } from '../../../main/cli/command.ts';
import { presenceCommands } from '../../../main/cli/presence.ts';
import type { PresenceSearch } from '../../../preload/contract/presence-search.ts';
import { DAAN, openSite, PARK, RANIA, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const day = today();
const folder = mkdtempSync(join(tmpdir(), 'sociodesk-search-'));
const plain: PresenceSearch = {
  ...{ period: 'today', from: null, to: null, text: '', reference: null, enterpriseNumber: null },
  ...{ type: null, validity: null, remark: null, subcontractors: 'with', cancelled: false, turned: false },
};

beforeAll(async () => {
  bench = await openSite();
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
  await bench.admin('PUT', '/presence/planned-remarks', {
    items: [{ code: 'limosaIdUnknown', times: 1, insz: RANIA }],
  });
  await bench.must('worksDeclaration.add', {
    employerId: bench.employerId,
    reference: PARK,
    name: '=Zalen Het Park',
  });
  await bench.phone(DAAN, 'IN');
  await bench.phone(RANIA, 'IN');
  await bench.phone(DAAN, 'OUT');
  await bench.lookUp(day);
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

async function search(values: Context['values']): Promise<Outcome> {
  const command = presenceCommands.find(({ verb }) => verb === 'search');
  const session = bench.app.session();
  if (command === undefined || session == null) throw new Error('no command');
  return command.run({
    app: {
      async call(name, input, files) {
        bench.app.terminal.offer('cli:test', [], files?.saveTo ?? null);
        return bench.call(name, input);
      },
      close: async () => {},
    },
    ...{
      values,
      words: [],
      language: 'en',
      progress: () => {},
      readInput: async () => '',
      newId: () => 'id',
    },
    t: (key, params) => session.texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
  });
}

describe('a search under a name', () => {
  it('is kept, used on the command line, changed, removed and brought back', async () => {
    const invalid = { ...plain, validity: 'invalid' as const };
    const { id } = await bench.must('presenceFilter.add', { name: 'Niet in orde', search: invalid });
    expect(await bench.call('presenceFilter.add', { name: 'niet IN orde', search: plain })).toMatchObject({
      failure: { code: 'alreadyExists' },
    });
    const found = await search({ filter: 'niet in orde' });
    expect(found.lines).toEqual([expect.stringContaining(`${RANIA}\tBensoltane, Rania`)]);
    // What is given besides wins over what was kept.
    expect((await search({ filter: 'Niet in orde', state: 'valid' })).lines).toHaveLength(2);
    expect((await search({ filter: 'no such' })).result).toMatchObject({ failure: { code: 'notFound' } });
    const change = { id, name: 'Aankomsten', search: { ...plain, type: 'IN' as const } };
    await bench.must('presenceFilter.update', { ...change, expectedRevision: 1 });
    expect(await bench.call('presenceFilter.update', { ...change, expectedRevision: 1 })).toMatchObject({
      failure: { code: 'conflict' },
    });
    expect((await search({ filter: 'aankomsten' })).lines).toHaveLength(2);
    await bench.must('presenceFilter.remove', { id });
    expect(await bench.must('presenceFilter.list', {})).toEqual({ rows: [] });
    await bench.must('presenceFilter.restore', { id });
    expect(await bench.must('presenceFilter.list', {})).toMatchObject({ rows: [{ name: 'Aankomsten' }] });
  });
});

describe('any conditions together', () => {
  it.each([
    [{ type: 'out' }, 1],
    [{ remark: 'any' }, 1],
    [{ remark: 'limosaIdUnknown', state: 'invalid', type: 'in', worker: 'rania' }, 1],
    [{ remark: 'limosaIdUnknown', worker: 'daan' }, 0],
    [{ enterprise: '0999.999.130' }, 3],
    [{ enterprise: 'FR123456789' }, 0],
    [{ worker: 'Schoonmaak' }, 3],
    [{ subcontractors: 'only' }, 0],
    [{ site: PARK, subcontractors: 'without' }, 3],
    [{ 'new-since': '2099-01-01T00:00:00Z' }, 0],
    [{ 'new-since': '2020-01-01T00:00:00Z', turned: true }, 0],
  ])('%j finds %i', async (values, count) => {
    const { result } = await search({ period: 'today', ...values });
    expect(result).toMatchObject({ ok: true, value: { rows: { length: count } } });
  });

  it('lies over the hours of one day, and over the days of more', async () => {
    const one = await bench.must('presence.overview', { from: day, to: day });
    expect(one.unit).toBe('hour');
    expect(one.slots.reduce((sum, slot) => sum + slot.in, 0)).toBe(2);
    expect(one.slots.reduce((sum, slot) => sum + slot.out, 0)).toBe(1);
    expect(one.sites).toEqual([{ reference: PARK, name: '=Zalen Het Park', count: 3 }]);
    expect(one.enterprises).toEqual([{ number: '0999999130', name: 'Schoonmaak De Berk', count: 3 }]);
    expect(one.remarks).toEqual([{ code: 'limosaIdUnknown', count: 1 }]);
    // Both nights on which the clock changes lie in it: the days stay whole.
    const year = await bench.must('presence.overview', { from: '2026-03-01', to: '2026-05-31' });
    expect([year.unit, year.slots.length]).toEqual(['day', 92]);
    expect(year.slots[28]?.from).toBe('2026-03-28T23:00:00.000Z');
    expect(year.slots[29]?.from).toBe('2026-03-29T22:00:00.000Z');
    const long = await bench.must('presence.overview', { from: '2026-01-15', to: '2026-12-31' });
    expect([long.unit, long.slots.length]).toEqual(['month', 12]);
  });
});

describe('as a file', () => {
  it('is a table that a spreadsheet opens, in which nothing starts a formula', async () => {
    const { jobId } = await bench.must('presence.makeExport', {
      ...{ from: day, to: day, format: 'csv', language: 'en' },
    });
    expect(await bench.ended(jobId)).toEqual({ state: 'done', code: null });
    const file = join(folder, 'out.csv');
    bench.app.terminal.offer('cli:test', [], file);
    expect(await bench.must('presence.saveExport', { jobId })).toEqual({ name: 'out.csv', rows: 3 });
    expect(await bench.call('presence.saveExport', { jobId })).toMatchObject({
      failure: { code: 'selectionExpired' },
    });
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(file));
    expect(csv.startsWith('\ufeffTime;In or out;SSIN;Worker;')).toBe(true);
    expect(csv).toContain(";'=Zalen Het Park;1Y10 0PAR K000 1;");
    expect(csv).toContain(';QR code;');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('is a workbook by the command line', async () => {
    const file = join(folder, 'out.xlsx');
    expect((await search({ period: 'today', xlsx: file })).lines).toEqual(['3 presences saved in out.xlsx.']);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  it('is told in the history with what it is and how much, never with a number of a worker', async () => {
    const { rows } = await bench.must('history.search', { text: '' } as never);
    const found = rows.filter(({ kind }) => kind === 'presence.exported');
    expect(found.map(({ summary }) => summary).sort()).toEqual([
      `presences-${day}.csv`,
      `presences-${day}.xlsx`,
    ]);
    expect(JSON.stringify(rows)).not.toContain(DAAN);
  });

  it('fails where nothing was found, instead of saving an empty file', async () => {
    const { jobId } = await bench.must('presence.makeExport', {
      ...{ from: day, to: day, text: 'nobody', format: 'xlsx', language: 'fr' },
    });
    expect(await bench.ended(jobId)).toEqual({ state: 'failed', code: 'nothingToSend' });
  });
});
