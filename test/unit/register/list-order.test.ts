// The list of lines in the order that is asked for, and as a file for a spreadsheet.
import { expect, test, vi } from 'vitest';
import { listLines } from '../../../main/register/list-store.ts';
import { registerSavingHandlers } from '../../../main/register/saving/save-lines.ts';
import type { CallInput } from '../../../preload/contract/index.ts';
import { ok } from '../../../preload/contract/result.ts';
import { insert, number, open, otherEmployer, period, person, registerBench } from './register-bench.ts';

registerBench();

type Asked = Partial<CallInput<'register.list'>>;
const asked = (more: Asked) => ({
  ...{ page: 1, pageSize: 100, text: '', state: 'all' as const, day: '2025-06-12' },
  // Workers of the profile stand there already.
  dossierType: 'TRAINEE',
  ...(more as object),
});

async function threeLines(): Promise<void> {
  const of = { identity: null as never };
  person(number(1), 'Aerts', 'Zoë');
  person(number(2), 'Peeters', 'Jan');
  await insert({ ...of, insz: number(1), period: period('2024-03-01..open') });
  await insert({ ...of, insz: number(2), period: period('2024-01-01..05-31') });
  await insert({ ...of, insz: number(2), period: period('2024-07-01..open') });
}
const shown = (more: Asked): string[] =>
  listLines(open().session.db, asked(more)).rows.map((row) => `${row.familyName} ${row.period.begin}`);

test('lines come by name, backwards by name, and by begin for one client', async () => {
  await threeLines();
  const { employerId } = open();
  const byName = ['Aerts 2024-03-01', 'Peeters 2024-01-01', 'Peeters 2024-07-01'];
  const byBegin = ['Peeters 2024-01-01', 'Aerts 2024-03-01', 'Peeters 2024-07-01'];
  expect(shown({})).toEqual(byName);
  expect(shown({ sort: '-name' })).toEqual(byName.toReversed());
  expect(shown({ sort: 'begin', employerId })).toEqual(byBegin);
  expect(shown({ sort: '-begin', employerId })).toEqual(byBegin.toReversed());
  // Without a client there is no index of begins: by name.
  expect(shown({ sort: 'begin' })).toEqual(byName);
  expect(shown({ sort: 'begin', employerId: otherEmployer() })).toEqual([]);
});

test('what is listed is saved with a heading, words for codes, and a name that holds no number; nothing is nothing', async () => {
  const { session } = open();
  const saveFile = vi
    .spyOn(session.host, 'saveFile')
    .mockResolvedValue(ok({ name: 'register.csv' } as never));
  const save = (more: Asked) =>
    registerSavingHandlers(session)['registerLines.save'](
      { ...asked(more), format: 'csv', language: 'nl' } as never,
      { windowId: 'w', traceId: 't' },
    );
  expect(await save({})).toMatchObject({ ok: false, failure: { code: 'nothingToSend' } });
  await threeLines();
  expect(await save({ text: 'peeters' })).toEqual(ok({ name: 'register.csv', rows: 2 }));
  const [, name = '', bytes] = saveFile.mock.calls[0] ?? [];
  expect(name).toBe('register.save.file-2025-06-12.csv');
  const lines = Buffer.from(bytes as Uint8Array)
    .toString('utf8')
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('register.save.columns.type');
  expect(lines[1]).toContain('register.type.TRAINEE');
  expect(lines[1]).toContain('2024-05-31');
  expect(lines[1]).toContain('register.state.ended');
  saveFile.mockResolvedValue(ok(null as never));
  expect(await save({})).toMatchObject({ ok: false, failure: { code: 'fileNotChosen' } });
  saveFile.mockRestore();
});
