// `applicant request|status|withdraw|list`: asking an applicant for access, and what became of it.
import {
  type ApplicantDataSet,
  type ApplicantRequest,
  applicantListColumnSchema,
} from '../../preload/contract/applicants.ts';
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { chosenRequest } from './applicant-read.ts';
import { chosenEmployer, employerOrAll } from './choose.ts';
import { type Command, type Context, type ExitCode, type Outcome, text } from './command.ts';

const said = { type: 'string' } as const;
const ticked = { type: 'boolean' } as const;

export const applicantCommands: readonly Command[] = [
  {
    noun: 'applicant',
    verb: 'request',
    usage:
      '--employer NUMBER [--flexi] [--hours] [--insz NUMBER] [--label TEXT] [--agency] [--link-language nl|fr|de]',
    options: {
      ...{ employer: said, insz: said, label: said, 'link-language': said },
      ...{ flexi: ticked, hours: ticked, agency: ticked },
    },
    words: 0,
    run: request,
  },
  { noun: 'applicant', verb: 'status', usage: 'ID', options: {}, words: 1, run: status },
  { noun: 'applicant', verb: 'withdraw', usage: 'ID', options: {}, words: 1, run: withdraw },
  {
    noun: 'applicant',
    verb: 'list',
    usage: '[--employer NUMBER] [--column COLUMN] [--text TEXT]',
    options: { employer: said, column: said, text: said },
    words: 0,
    run: list,
  },
];

type Shown = CallOutput<'applicantRequest.get'>;

/** Exit 3 where the answer was lost, 2 where the number has to be looked at first. */
async function request(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const client = await chosenEmployer(context);
  if (!client.ok) return { result: client };
  const named = text(values, 'insz');
  const insz = named === undefined ? null : parseInsz(named);
  if (named !== undefined && insz === null)
    return { result: fail('identifierInvalid', { details: { fields: '--insz' } }) };
  const language = text(values, 'link-language') ?? (context.language === 'en' ? 'nl' : context.language);
  if (language !== 'nl' && language !== 'fr' && language !== 'de')
    return { result: fail('invalidInput', { details: { fields: '--link-language' } }) };
  const asked = await app.call('applicantRequest.ask', {
    employerId: client.value.id,
    dataSets: dataSetsIn(context),
    insz,
    label: (text(values, 'label') ?? '').slice(0, 80),
    language,
    as: values['agency'] === true ? 'agency' : 'employer',
  });
  if (!asked.ok) {
    const rules = asked.failure.details?.['rules'];
    return { result: asked, lines: rules === 'APB-LABEL' ? [t('applicant-batch:rules.APB-LABEL')] : [] };
  }
  const shown = await app.call('applicantRequest.get', { id: asked.value.id });
  if (!shown.ok) return { result: shown };
  const exits: Partial<Record<typeof asked.value.outcome, ExitCode>> = { unknown: 3, replaced: 2 };
  const { outcome } = asked.value;
  return {
    result: ok({ ...factsOf(shown.value), outcome }),
    lines: [t(`applicant.outcome.${outcome}`), ...linesOf(context, shown.value)],
    exit: exits[outcome] ?? 0,
  };
}

/** Both where none is named. */
function dataSetsIn({ values }: Context): ApplicantDataSet[] {
  const flexi = values['flexi'] === true;
  const hours = values['hours'] === true;
  return [
    ...(flexi || !hours ? (['flexiJobEligibility'] as const) : []),
    ...(hours || !flexi ? (['studentWorkHours'] as const) : []),
  ];
}

/** Asks the service first; what it does not answer shows as it stood. */
async function status(context: Context): Promise<Outcome> {
  const { app } = context;
  const chosen = await chosenRequest(context);
  if (!chosen.ok) return { result: chosen };
  const { id, employerId } = chosen.value;
  const asked = await app.call('applicantRequest.refresh', { employerId });
  if (!asked.ok) return { result: asked };
  const shown = await app.call('applicantRequest.get', { id });
  if (!shown.ok) return { result: shown };
  return { result: ok(factsOf(shown.value)), lines: linesOf(context, shown.value) };
}

async function withdraw(context: Context): Promise<Outcome> {
  const chosen = await chosenRequest(context);
  if (!chosen.ok) return { result: chosen };
  const { id, revision: expectedRevision } = chosen.value;
  const result = await context.app.call('applicantRequest.withdraw', { id, expectedRevision });
  return { result, lines: result.ok ? [context.t('applicants:board.columns.withdrawn')] : [] };
}

async function list(context: Context): Promise<Outcome> {
  const { app, values } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const column = applicantListColumnSchema.optional().safeParse(text(values, 'column'));
  if (!column.success) return { result: fail('invalidInput', { details: { fields: '--column' } }) };
  const result = await app.call('applicantRequest.list', {
    ...(employerId.value === null ? {} : { employerId: employerId.value }),
    ...(column.data === undefined ? {} : { column: column.data }),
    text: (text(values, 'text') ?? '').slice(0, 120),
    pageSize: 500,
  });
  if (!result.ok) return { result };
  return { result, lines: result.value.rows.map((row) => lineOf(context, row)) };
}

/** Without the drawing of the code, which nobody reads here. */
const factsOf = ({ request: row, link, secondsLeft, candidates }: Shown) => ({
  request: row,
  link: link === null ? null : { url: link.url, from: link.from },
  secondsLeft,
  candidates: candidates.length,
});

function linesOf(context: Context, { request: row, link, secondsLeft }: Shown): string[] {
  const { t } = context;
  return [
    lineOf(context, row),
    ...(link === null ? [] : [link.url]),
    ...(secondsLeft === null ? [] : [t('applicant.left', leftOf(secondsLeft))]),
  ];
}

const leftOf = (seconds: number) => ({
  hours: Math.floor(seconds / 3_600),
  minutes: Math.floor((seconds % 3_600) / 60),
});

const lineOf = ({ t }: Context, row: ApplicantRequest): string =>
  [
    row.code ?? row.id,
    t(`applicants:board.columns.${row.column}`),
    row.dataSets.map((one) => t(`applicants:common.dataSets.${one}`)).join(' + '),
    row.name ?? row.label,
    row.employerName,
  ].join('\t');
