// The archive of a client as a file: a table, a document, or everything as it was read, each with its hash in the history.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { employersForTable } from '../employers/route-table-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import { maskText } from '../platform/log-mask.ts';
import type { Session } from '../platform/session.ts';
import { inSlices, type Steps } from '../platform/slices.ts';
import { writeCsv, writeXlsx } from '../platform/tables/write-table.ts';
import { answersOf, employeePages, evidenceOf, hashOf } from './answer-store.ts';
import { type ComparedYear, compareClient } from './compare-client.ts';
import { exportHtml } from './export-html.ts';
import { headingsOf, rowsOf, wordsIn } from './export-rows.ts';
import { findClient } from './rescue-store.ts';

type Exported = HandlerOutput<'rescue.export'>;

/** Failures: notFound; nothingToSend where nothing was begun; notSupportedHere where nothing can print; those of saving. */
export async function exportRescue(
  session: Session,
  windowId: string,
  input: HandlerInput<'rescue.export'>,
): Promise<Result<Exported>> {
  const { db } = session;
  const { employerId, format, language } = input;
  const employer = employersForTable(db, '').find(({ id }) => id === employerId);
  if (employer === undefined) return fail('notFound');
  const years = await inSlices(compareClient(db, employerId));
  if (years.length === 0) return fail('nothingToSend');
  const made = await bytesOf(session, employer, years, input);
  if (!made.ok) return made;
  const hash = hashOf(made.value);
  const stem = session.texts.t(language, 'rescue.export.name');
  const wanted = `${plain(stem)}-${plain(employer.name)}-${session.businessDate()}.${format}`;
  const saved = await session.host.saveFile(windowId, wanted, made.value);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '', hash: '' });
  const { name } = saved.value;
  const noted = attempt(db, () => {
    recordAct(session, {
      employerId,
      kind: 'rescue.exported',
      subject: { kind: 'employer', id: employerId },
      summary: name,
      payload: {
        name,
        format,
        language,
        bytes: made.value.length,
        sha256: hash,
        workerYears: years.length,
        records: years.reduce((sum, { pairs }) => sum + pairs.length, 0),
      },
    });
    return ok({});
  });
  return noted.ok ? ok({ saved: true, name, hash }) : noted;
}

type Named = { id: string; name: string; enterpriseNumber: string };

async function bytesOf(
  session: Session,
  employer: Named,
  years: readonly ComparedYear[],
  { format, language }: HandlerInput<'rescue.export'>,
): Promise<Result<Uint8Array>> {
  const t = wordsIn(session, language);
  if (format === 'json') return ok(Buffer.from(await inSlices(jsonOf(session, employer, years)), 'utf8'));
  if (format === 'pdf') {
    const number = new Intl.NumberFormat(`${language}-BE`, { minimumIntegerDigits: 2 });
    const days = new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' });
    const day = (date: string | null): string =>
      date === null ? '' : days.format(new Date(`${date}T00:00:00Z`));
    const html = await inSlices(
      exportHtml(
        {
          t,
          language,
          name: employer.name,
          enterpriseNumber: employer.enterpriseNumber,
          listed: (findClient(session.db, employer.id)?.listedAt ?? null) !== null,
          madeOn: day(session.businessDate()),
          day,
          hours: (minutes) =>
            minutes === null ? '' : `${Math.floor(minutes / 60)}:${number.format(minutes % 60)}`,
        },
        years,
      ),
    );
    return session.host.makePdf(html);
  }
  const rows = await inSlices(allRows(years, t));
  const sheet = { name: t('export.sheet'), headings: headingsOf(t), rows };
  return ok(format === 'csv' ? writeCsv(sheet) : await writeXlsx(sheet));
}

function* allRows(years: readonly ComparedYear[], t: ReturnType<typeof wordsIn>): Steps<string[][]> {
  const rows: string[][] = [];
  for (const year of years) {
    rows.push(...rowsOf(t, year));
    yield;
  }
  return rows;
}

/** Answers stand in it byte for byte, as text, so that their hashes can be checked again. */
function* jsonOf(session: Session, employer: Named, years: readonly ComparedYear[]): Steps<string> {
  const { db } = session;
  const head = {
    format: 'sociodesk-rescue/1',
    madeAt: session.clock.now().toISOString(),
    environment: session.environment.kind,
    employer: { name: employer.name, enterpriseNumber: employer.enterpriseNumber },
    employees: employeePages(db, employer.id),
    evidence: evidenceOf(db, employer.id),
  };
  const lines: string[] = [];
  for (const { year, pairs } of years) {
    lines.push(
      JSON.stringify({
        workerName: year.workerName,
        insz: year.insz,
        year: year.year,
        knownToService: year.atService,
        knownToRegister: year.workerId !== null,
        state: year.state,
        answeredAt: year.answeredAt,
        answerHash: year.answerHash,
        failure: year.failure?.code ?? null,
        answers: answersOf(db, year.id),
        compared: pairs.map(({ outcome, there, here, differing }) => ({
          outcome,
          reference: there?.reference ?? here?.reference ?? null,
          differing,
          register:
            here === null ? null : { id: here.trainingId, state: here.row.state, fields: here.fields },
        })),
      }),
    );
    yield;
  }
  return `${JSON.stringify(head).slice(0, -1)},"workerYears":[\n${lines.join(',\n')}\n]}\n`;
}

/** Letters and digits of a name, for a file: what looks like a person's number is masked. */
const plain = (text: string): string =>
  maskText(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-'),
  )
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80);
