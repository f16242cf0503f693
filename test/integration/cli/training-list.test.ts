// `training validate` and `training import`: CSV and XLSX, a named sheet, a mapping, many employers; what is answered and with
// which exit code.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../main/cli/command.ts';
import { exitOf } from '../../../main/cli/command.ts';
import { trainingListCommands } from '../../../main/cli/training-list.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { listOf, openTrainingLists, type TrainingLists } from '../../support/training-lists.ts';
import { bookOf } from '../../support/workbooks.ts';

let lists: TrainingLists;
beforeAll(async () => {
  lists = await openTrainingLists(2);
});
afterAll(() => lists.end());

const texts = createTexts();
async function cli(verb: string, path: string, values: Context['values'] = {}) {
  const command = trainingListCommands.find((one) => one.verb === verb);
  if (command === undefined) throw new Error('no such command');
  const outcome = await command.run({
    app: {
      call(name, input, files = {}) {
        lists.app.terminal.offer('cli:test', files.read ?? [], files.saveTo ?? null);
        return lists.call(name, input);
      },
      close: () => Promise.resolve(),
    },
    ...{ values, words: [path], language: 'en', newId },
    t: (key, params) => texts.t('en', key.includes(':') ? key.replace(':', '.') : `cli.${key}`, params),
    progress: () => undefined,
    readInput: () => Promise.resolve(''),
  });
  return { exit: exitOf(outcome), result: outcome.result, text: (outcome.lines ?? []).join('\n') };
}
const headings = ['INSZ', 'Opleiding', 'Begindatum', 'Duur', 'Kleur'];
const insz = (at: number): string => lists.workers[at]?.insz ?? '';
const staged = async (): Promise<number> => (await lists.must('trainingImport.list', {})).rows.length;

describe('validate', () => {
  it('names each wrong row by line, rule and cell, ends with 2 and keeps nothing', async () => {
    const path = lists.path(
      'fout.csv',
      listOf([headings, [insz(0), 'VCA', '3/2/2025', '8', ''], [insz(1), 'VCA', '3/2/2025', '0:60', '']]),
    );
    const ran = await cli('validate', path, { employer: lists.employers[0]?.number });
    expect(ran.exit).toBe(2);
    expect(ran.result).toMatchObject({ ok: true, value: { rows: 2, refused: 1, findings: [{ line: 3 }] } });
    expect(ran.text).toMatch(/^3\t.*\tIMP-VALUE-UNREADABLE\tThis value cannot be read\./m);
    expect(ran.text).toContain('Kleur');
    expect(await staged()).toBe(0);
  });

  it('without an employer looks for no worker, and ends with 0', async () => {
    const path = lists.path('los.csv', listOf([headings, ['90231599722', 'VCA', '3/2/2025', '8', '']]));
    expect(await cli('validate', path)).toMatchObject({ exit: 0, result: { value: { refused: 0 } } });
  });

  it('says which columns are needed, and ends with 1', async () => {
    const ran = await cli('validate', lists.path('kaal.csv', 'INSZ;Duur\n1;2\n'));
    expect(ran).toMatchObject({ exit: 1, result: { failure: { details: { missing: 'title,startDate' } } } });
  });
});

describe('import', () => {
  it('reads a named sheet with a mapping for many employers, writes the refused rows, and ends with 2', async () => {
    const cell = (at: string, text: string): string =>
      `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = (line: number, ...cells: string[]): string =>
      `<row r="${line}">${cells.map((text, at) => cell(`${'ABCDE'[at]}${line}`, text)).join('')}</row>`;
    const [first, second] = lists.employers.map(({ number }) => number);
    const path = lists.path(
      'velen.xlsx',
      bookOf({
        sheets: [
          { name: 'Uitleg', rows: row(1, 'INSZ', 'Opleiding', 'Begindatum') + row(2, 'a', 'b', 'c') },
          {
            name: 'Lijst',
            rows: [
              row(1, 'Klant', 'INSZ', 'Opleiding', 'Dag', 'Duur'),
              row(2, first ?? '', insz(0), 'EHBO', '3/2/2025', '8'),
              row(3, second ?? '', insz(0), 'EHBO', '3/2/2025', '8'),
            ].join(''),
          },
        ],
      }),
    );
    const mapping = lists.path(
      'mapping.json',
      JSON.stringify({ Klant: 'enterpriseNumber', Dag: 'startDate' }),
    );
    const refused = lists.path('terug.csv', '');
    const ran = await cli('import', path, { sheet: 'Lijst', mapping, refused });
    expect(ran.exit).toBe(2);
    expect(ran.result).toMatchObject({ value: { added: 1, alreadyThere: 0, refused: [{ line: 3 }] } });
    expect(readFileSync(refused, 'utf8')).toContain('EHBO');
    const again = await cli('import', path, { sheet: 'Lijst', mapping });
    expect(again.result).toMatchObject({ value: { importId: null, added: 0, alreadyThere: 1 } });
    expect(await staged()).toBe(1);
  });

  it('adds what stands twice, as a warning stops nothing, unless told to skip it', async () => {
    const one = [insz(1), 'Heftruck', '3/2/2025', '8', ''];
    const path = lists.path('dubbel.csv', listOf([headings, one, [...one.slice(0, 3), '4', '']]));
    const employer = lists.employers[0]?.number;
    const skipped = await cli('import', path, { employer, 'skip-duplicates': true });
    expect(skipped).toMatchObject({
      exit: 0,
      result: { value: { added: 1, counts: { duplicate: 1 }, duplicates: [{ line: 3 }] } },
    });
    expect(await cli('import', path, { employer })).toMatchObject({
      exit: 0,
      result: { value: { added: 1, alreadyThere: 1 } },
    });
  });

  it.each([
    [{ sheet: 'Niets' }, '--sheet'],
    [{ encoding: 'ebcdic' }, '--encoding'],
    [{ mapping: 'self' }, '--mapping'],
  ])('refuses the option %j by its name', async (values, fields) => {
    const path = lists.path('goed.csv', listOf([headings, [insz(0), 'VCA', '3/2/2025', '8', '']]));
    const given = 'mapping' in values ? { mapping: path } : values;
    expect(await cli('validate', path, given)).toMatchObject({
      exit: 1,
      result: { failure: { code: 'invalidInput', details: { fields } } },
    });
  });
});
