// Lists of a planning with rows that cannot be read, put right, left out and saved; and lists that are matched by hand.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DAAN, PARK, RANIA, today } from '../presences/site-bench.ts';
import type { PlanningBench } from './planning-bench.ts';

const ago = (count: number): string =>
  new Date(Date.parse(today()) - count * 86_400_000).toISOString().slice(0, 10);

export function testLists(bench: () => PlanningBench): void {
  it('with rows that cannot be read goes on with the others, and gives those back with the reason', async () => {
    const list = `Personeelsnr;Naam;INSZ;Werf;Dag;Rooster\n7;;${DAAN};;${ago(25)};8-12\n;Wie;;Elders;${ago(25)};verlof`;
    const { importId, counts } = await bench().read('lijst.csv', list);
    expect(counts).toMatchObject({ rows: 2, planned: 1, refused: 1, stays: 1, workers: 1, minutes: 240 });
    const { rows } = await bench().must('planningImport.rows', { importId });
    expect(rows.map(({ number, who, outcome }) => [number, who, outcome])).toEqual([[3, 'Wie', 'refused']]);
    expect(rows[0]?.findings.map(({ rule }) => rule)).toEqual([
      'PLN-WORKER-UNKNOWN',
      'PLN-SITE-UNKNOWN',
      'PLN-HOURS-INVALID',
    ]);
    expect(rows[0]?.values).toContainEqual({ field: 'hours', text: 'verlof', fixed: false });
    const path = bench().saveTo('back.csv');
    await bench().must('planningImport.saveRefused', { importId, format: 'csv', language: 'en' });
    expect(readFileSync(path, 'utf8')).toContain('These hours cannot be read for certain.');
    await bench().keep(importId);
    expect(await bench().must('planningImport.get', { importId })).toMatchObject({
      counts: { refused: 1, before: 1 },
    });
    expect(await bench().call('planningImport.apply', { importId, replaces: true })).toMatchObject({
      failure: { code: 'selectionExpired' },
    });
  });

  it('has its rows put right, all alike at once, left out and taken back, and goes back as it came', async () => {
    const on = ago(33);
    const list = [
      'INSZ,Naam,Werf,Dag,Begin,Einde',
      `${DAAN},,Elders,${on},8:00,9:00`,
      `${DAAN},,Elders,${on},10:00,11:00`,
      `${DAAN},,Nergens,${on},12:00,13:00`,
      `,Zoé,,${on},8:00,9:00`,
    ].join('\r\n');
    const { importId, columns } = await bench().stage('werf.csv', Buffer.from(list, 'latin1'));
    const fields = columns.map(({ field }) => field);
    await bench().must('planningImport.match', { importId, fields });
    const shown = async () => {
      const { rows } = await bench().must('planningImport.rows', { importId });
      return rows.map(({ number, outcome }) => `${number} ${outcome}`);
    };
    const counts = async () => (await bench().must('planningImport.get', { importId })).counts;
    const problems = await bench().must('planningImport.problems', { importId });
    expect(problems).toMatchObject({ rows: 4, kinds: [{ rule: 'PLN-SITE-UNKNOWN', rows: 3 }, { rows: 1 }] });
    const site = { rule: 'PLN-SITE-UNKNOWN', severity: 'blocking', field: 'site' } as const;
    const values = [{ field: 'site' as const, text: PARK }];
    const fixed = await bench().must('planningImport.fix', { importId, number: 2, problem: site, values });
    expect(fixed).toMatchObject({ row: { outcome: 'planned', findings: [] }, alike: 1 });
    const alike = { importId, number: 2, problem: site, values };
    const { fixId } = await bench().must('planningImport.fixAlike', alike);
    expect(await shown()).toEqual(['2 planned', '3 planned', '4 refused', '5 refused']);
    expect(await bench().call('planningImport.fixAlike', alike)).toMatchObject({
      failure: { code: 'nothingToSend' },
    });
    expect(await bench().must('planningImport.undoFix', { importId, fixId })).toEqual({ rows: 1 });
    expect(await shown()).toContain('3 refused');
    await bench().must('planningImport.fix', {
      importId,
      number: 2,
      values: [{ field: 'site', text: 'Elders' }],
    });
    expect(await counts()).toMatchObject({ planned: 0, refused: 4, leftOut: 0 });
    // Two cells left one right after the other: the second is judged with the first.
    const worker = bench().must('planningImport.fix', {
      ...{ importId, number: 5 },
      values: [{ field: 'insz' as const, text: RANIA }],
    });
    await bench().must('planningImport.fix', { importId, number: 4, leftOut: true });
    expect((await worker).row.outcome).toBe('planned');
    expect(await counts()).toMatchObject({ planned: 1, refused: 2, leftOut: 1, stays: 1 });
    const path = bench().saveTo('terug.csv');
    await bench().must('planningImport.saveRefused', { importId, language: 'nl' });
    const back = new TextDecoder('windows-1252').decode(readFileSync(path)).split('\r\n');
    expect(back[0]).toContain('INSZ,Naam,Werf');
    expect(back[3]).toMatch(/Nergens.*,4,Door u weggelaten\.$/);
    await bench().must('planningImport.fix', { importId, number: 4, leftOut: false, values });
    await bench().keep(importId);
    expect((await bench().compare(on)).rows.map(({ insz, reference }) => [insz, reference])).toEqual(
      expect.arrayContaining([
        [RANIA, null],
        [DAAN, PARK],
      ]),
    );
    expect(await bench().call('planningImport.fix', { importId, number: 4, leftOut: true })).toMatchObject({
      failure: { code: 'selectionExpired' },
    });
  });

  it('is matched by hand where its headings say nothing, and known the next time, with its own numbers', async () => {
    const list = `Wie dan;Wanneer;Vanaf;Tot\n0007;${ago(27)};8:30;17u`;
    const { importId, columns } = await bench().stage('eigen.csv', list);
    const guessed = columns.map(({ field }) => field);
    expect(guessed).toEqual([null, null, 'start', 'end']);
    expect(await bench().call('planningImport.match', { importId, fields: guessed })).toMatchObject({
      failure: { code: 'invalidInput' },
    });
    const fields = ['workerNumber', 'day', 'start', 'end'] as const;
    expect(await bench().must('planningImport.match', { importId, fields: [...fields] })).toMatchObject({
      planned: 1,
      minutes: 510,
    });
    const again = await bench().stage('eigen.csv', list);
    expect(again.columns.map(({ field }) => field)).toEqual(fields);
    expect(new Set(again.columns.map(({ how }) => how))).toEqual(new Set(['remembered']));
  });
}
