// An answer as a document made by the browser, and as the command line reads, prints and erases it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicantAnswerHandlers } from '../../../main/applicants/answer-handlers.ts';
import { applicantReadCommands } from '../../../main/cli/applicant-read.ts';
import type { Context, Outcome } from '../../../main/cli/command.ts';
import { printingHost } from '../../../main/host/printing-host.ts';
import { newId } from '../../../main/platform/ids.ts';
import type { ApplicantRequest } from '../../../preload/contract/applicants.ts';
import { newFolder, removeFolder } from '../../support/application-bench.ts';
import { pdfPages, pdfText } from '../../support/pdf-text.ts';
import { type CitizenBench, JASMIJN, openCitizens, ROGER } from './citizen-bench.ts';

let bench: CitizenBench;
const folder = newFolder();
const saved: { name: string; bytes: Uint8Array }[] = [];

beforeAll(async () => {
  bench = await openCitizens();
});
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
});

async function opened(insz: string): Promise<string> {
  const id = await bench.ask(['flexiJobEligibility', 'studentWorkHours'], { label: 'Zaal 3 & bar' });
  await bench.approve(id, insz);
  return id;
}

async function run(verb: string, words: string[], values: Context['values'] = {}): Promise<Outcome> {
  const command = applicantReadCommands.find((one) => one.verb === verb);
  const texts = bench.app.session()?.texts;
  if (command === undefined || texts === undefined) throw new Error(`no command ${verb}`);
  return command.run({
    app: { call: (name, given) => bench.call(name, given), close: async () => {} },
    ...{ values, words, language: 'en' },
    t: (key, params) => texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
    progress: () => {},
    readInput: async () => '',
    newId,
  });
}

it('prints what was asked, what was answered, until when, what is not checked, and from where', async () => {
  const id = await opened(JASMIJN);
  await bench.must('applicantAnswer.read', { id });
  await bench.must('applicantAnswer.adviseOn', { id, line: 'STU-STATUS', answer: 'yes' });
  const session = bench.app.session();
  if (session === null) throw new Error('nothing is open');
  const host = {
    ...printingHost(folder),
    saveFile: async (_window: string, name: string, bytes: Uint8Array) => {
      saved.push({ name, bytes });
      return { ok: true as const, value: { name } };
    },
  };
  const save = applicantAnswerHandlers({ ...session, host })['applicantAnswer.savePdf'];
  const { code } = await bench.row(id);
  const name = `antwoord-sollicitant-${code}.pdf`;
  const done = await save({ id, language: 'nl' }, { windowId: 'w', traceId: 't' });
  expect(done).toEqual({ ok: true, value: { saved: true, name } });
  const bytes = saved[0]?.bytes ?? new Uint8Array();
  const text = pdfText(bytes);
  for (const part of [
    'Antwoord over een sollicitant',
    'Schoonmaak De Berk, 0999.999.130',
    'Jasmijn Wolkenveld, 06.07.15-992.23',
    'Zaal 3 & bar',
    'Komt niet in aanmerking van 1 januari 2025 tot en met 31 maart 2025 (2025Q1)',
    'Nog 412 van 650 uur in 2025',
    '31 mei 2025',
    'Uw sector staat op de lijst van de flexi-jobs',
    'nooit een oordeel van de overheid',
    'Dimona STU ingediend',
    '10.04.2025, B.S.-M.B. 08.05.2025 (8 mei 2025; openbare bron)',
  ])
    expect(text).toContain(part);
  const pages = await pdfPages(bytes);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain('Oefening – niet geldig');
  expect(name).not.toMatch(/\d{11}|Jasmijn/);
  await bench.must('applicantCare.erase', { id });
  const gone = await save({ id, language: 'nl' }, { windowId: 'w', traceId: 't' });
  expect(gone).toMatchObject({ ok: false, failure: { code: 'stateNotAllowed' } });
  expect(saved).toHaveLength(1);
});

it('is read on the command line by id, by code and by person, with a purpose that it knows', async () => {
  const id = await opened(ROGER);
  const byId = await run('read', [id], { purpose: 'check' });
  expect(byId.lines?.[0]).toBe('Eligible from 01/01/2025 to 31/03/2025 (2025Q1)');
  expect(byId.lines?.[1]).toBe('650 of 650 hours left in 2025');
  expect(byId.lines?.at(-1)).toMatch(/never a verdict/);
  const row = await bench.row(id);
  expect(byId.result).toEqual({ ok: true, value: row });
  const sameAs = async (outcome: Promise<Outcome>): Promise<boolean> => {
    const { result } = await outcome;
    return result.ok && (result.value as ApplicantRequest).id === id;
  };
  expect(await sameAs(run('read', [row.code?.toLowerCase() ?? '']))).toBe(true);
  const person = { insz: '57.03.18-991.75', employer: '0999.999.130' };
  expect(await sameAs(run('read', [], person))).toBe(true);
  const failure = async (outcome: Promise<Outcome>): Promise<string> => {
    const { result } = await outcome;
    return result.ok ? 'done' : result.failure.code;
  };
  expect(await failure(run('read', [id], { purpose: 'curiosity' }))).toBe('invalidInput');
  expect(await failure(run('read', [], { ...person, insz: JASMIJN }))).toBe('notFound');
  expect(await failure(run('read', [], { ...person, insz: '57.03.18-991.76' }))).toBe('identifierInvalid');
  expect(await failure(run('answer-pdf', [id]))).toBe('invalidInput');
  expect(await failure(run('erase', [], person))).toBe('done');
  expect(await failure(run('read', [id]))).toBe('stateNotAllowed');
});
