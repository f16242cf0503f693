// `applicant read|answer-pdf|erase`: what an applicant opened, as a line or a document, and taking it out of this computer.
import { resolve } from 'node:path';
import { readingPurposeSchema } from '../../preload/contract/applicant-answers.ts';
import type { ApplicantRequest } from '../../preload/contract/applicants.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { shownDay } from '../../preload/rules/training/days.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';

const person = { insz: { type: 'string' }, employer: { type: 'string' } } as const;
const which = '(ID | --insz NUMBER --employer NUMBER)';

export const applicantReadCommands: readonly Command[] = [
  {
    noun: 'applicant',
    verb: 'read',
    usage: `${which} [--purpose PURPOSE]`,
    options: { ...person, purpose: { type: 'string' } },
    words: 1,
    fewestWords: 0,
    run: read,
  },
  {
    noun: 'applicant',
    verb: 'answer-pdf',
    usage: `${which} --file FILE`,
    options: { ...person, file: { type: 'string' } },
    words: 1,
    fewestWords: 0,
    run: savePdf,
  },
  {
    noun: 'applicant',
    verb: 'erase',
    usage: which,
    options: person,
    words: 1,
    fewestWords: 0,
    run: erase,
  },
];

async function read(context: Context): Promise<Outcome> {
  const { app, t, values } = context;
  const purpose = readingPurposeSchema.default('beforeContract').safeParse(text(values, 'purpose'));
  if (!purpose.success) return { result: fail('invalidInput', { details: { fields: '--purpose' } }) };
  const chosen = await chosenRequest(context);
  if (!chosen.ok) return { result: chosen };
  const done = await app.call('applicantAnswer.read', { id: chosen.value.id, purpose: purpose.data });
  if (!done.ok) return { result: done };
  const shown = await app.call('applicantRequest.get', { id: chosen.value.id });
  if (!shown.ok) return { result: shown };
  const { request } = shown.value;
  return {
    result: ok(request),
    lines: linesOf(request, (key, params) => t(`applicant-advice:${key}`, params)),
  };
}

function linesOf({ answer, accesses }: ApplicantRequest, t: Context['t']): string[] {
  if (answer === null) return [];
  const { flexiJob, studentHours, missing } = answer;
  const lines: string[] = [];
  if (flexiJob !== null) {
    const { eligible, quarter, from, to } = flexiJob;
    const params = { quarter, from: shownDay(from), to: shownDay(to) };
    lines.push(t(eligible ? 'document.eligible' : 'document.notEligible', params));
  }
  if (studentHours !== null) {
    const { available, quota, year } = studentHours;
    lines.push(t('document.hoursLeft', { available, quota, year: String(year) }));
  }
  for (const one of missing) {
    const ended = accesses.some(({ dataSet, state }) => dataSet === one && state !== 'active');
    lines.push(`${t(`dataSets.${one}`)}: ${t(ended ? 'document.withheld' : 'document.missing')}`);
  }
  for (const { dataSet, until, state } of accesses) {
    if (state !== 'active') continue;
    const params = { date: shownDay(until), data: t(`dataSets.${dataSet}`) };
    lines.push(`${t('document.until')} ${t('document.untilOf', params)}`);
  }
  return [...lines, t('notVerdict')];
}

async function savePdf(context: Context): Promise<Outcome> {
  const { app, t, values, language } = context;
  const file = text(values, 'file') ?? '';
  if (file === '') return { result: fail('invalidInput', { details: { fields: '--file' } }) };
  const chosen = await chosenRequest(context);
  if (!chosen.ok) return { result: chosen };
  const input = { id: chosen.value.id, language };
  const result = await app.call('applicantAnswer.savePdf', input, { saveTo: resolve(file) });
  return { result, lines: result.ok ? [t('saved', { name: result.value.name })] : [] };
}

async function erase(context: Context): Promise<Outcome> {
  const chosen = await chosenRequest(context);
  if (!chosen.ok) return { result: chosen };
  return { result: await context.app.call('applicantCare.erase', { id: chosen.value.id }) };
}

/**
 * By its id, by the code that people tell it by (`3F2A-7C18`), or the latest of a person for an employer that was approved. Failures:
 * notFound, invalidInput, identifierInvalid.
 */
export async function chosenRequest(context: Context): Promise<Result<ApplicantRequest>> {
  const { app, values, words } = context;
  const [named] = words;
  if (named !== undefined) {
    if (/^[0-9a-f-]{36}$/.test(named)) {
      const shown = await app.call('applicantRequest.get', { id: named });
      return shown.ok ? ok(shown.value.request) : shown;
    }
    const list = await app.call('applicantRequest.list', { text: named.slice(0, 9) });
    if (!list.ok) return list;
    const found = list.value.rows.find(({ code }) => code === named.toUpperCase());
    return found === undefined ? fail('notFound', { details: { fields: 'ID' } }) : ok(found);
  }
  const insz = parseInsz(text(values, 'insz') ?? '');
  if (insz === null) return fail('identifierInvalid', { details: { fields: '--insz' } });
  const employer = await chosenEmployer(context);
  if (!employer.ok) return employer;
  for (const column of ['read', 'approved'] as const)
    for (let page = 1; ; page += 1) {
      const input = { employerId: employer.value.id, column, page, pageSize: 200 };
      const list = await app.call('applicantRequest.list', input);
      if (!list.ok) return list;
      const found = list.value.rows.find((row) => row.insz === insz);
      if (found !== undefined) return ok(found);
      if (list.value.rows.length === 0 || page * 200 >= list.value.total) break;
    }
  return fail('notFound', { details: { fields: '--insz' } });
}
