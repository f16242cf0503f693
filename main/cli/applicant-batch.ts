// `applicant batch`: a list of applicants from a file to requests, with the cards and the links to hand out.
import { extname, resolve } from 'node:path';
import type { BatchRow } from '../../preload/contract/applicant-batches.ts';
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import { isRefused } from '../../preload/rules/applicants/check-batch.ts';
import { shownDay } from '../../preload/rules/training/days.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, type Outcome, text, wholeNumber } from './command.ts';
import { followJob } from './follow-job.ts';

const said = { type: 'string' } as const;
const ticked = { type: 'boolean' } as const;

export const applicantBatchCommands: readonly Command[] = [
  {
    noun: 'applicant',
    verb: 'batch',
    usage:
      '(FILE | --count N) --employer NUMBER [--flexi] [--hours] [--agency] [--name TEXT] [--link-language nl|fr|de] [--dry-run] [--refused FILE] [--cards FILE] [--links FILE]',
    options: {
      ...{ employer: said, count: said, name: said, 'link-language': said },
      ...{ refused: said, cards: said, links: said },
      ...{ flexi: ticked, hours: ticked, agency: ticked, 'dry-run': ticked },
    },
    words: 1,
    fewestWords: 0,
    run: batch,
  },
];

/** Rows with an error are told and left out; then the exit is 2, also when the others were asked. */
async function batch(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const client = await chosenEmployer(context);
  if (!client.ok) return { result: client };
  const of = { employerId: client.value.id, dataSets: dataSetsIn(context) };
  const read = await readList(context, of);
  if (!read.ok) return { result: read };
  const { rows, name } = read.value;
  const refused = rows.filter(isRefused);
  const lines = rows.flatMap((row) => findingLines(context, row));
  const back = text(values, 'refused');
  if (back !== undefined && refused.length > 0) {
    const saved = await app.call(
      'applicantBatch.saveRefused',
      { ...of, rows: rows.map(plain), ...formOf(context, back) },
      { saveTo: resolve(back) },
    );
    if (!saved.ok) return { result: saved, lines };
    lines.push(t('saved', { name: saved.value.name }));
  }
  if (refused.length > 0) lines.push(t('applicant-batch:cli.refused', { count: refused.length }));
  const fine = rows.filter((row) => !isRefused(row));
  const exit = refused.length > 0 ? 2 : 0;
  if (values['dry-run'] === true) {
    lines.push(t('applicant-batch:cli.fine', { count: fine.length }));
    return { result: ok({ rows }), lines, exit };
  }
  if (fine.length === 0) return { result: fail('nothingToSend'), lines, exit: 2 };
  const started = await app.call('applicantBatch.start', {
    ...of,
    name: (text(values, 'name') ?? name).trim() || shownDay(new Date().toISOString().slice(0, 10)),
    as: values['agency'] === true ? 'agency' : 'employer',
    rows: fine.map(plain),
  });
  if (!started.ok) return { result: started, lines };
  const { batchId, jobId } = started.value;
  const ended = await followJob(context, jobId);
  if (!ended.ok) return { result: ended, lines };
  const handed = await handOut(context, batchId);
  if (!handed.ok) return { result: handed, lines };
  const { requests, more } = handed.value;
  lines.push(t('applicant-batch:cli.asked', { count: requests.length, id: batchId }), ...more);
  const failed = requests.some(({ state }) => state === 'notMade');
  return { result: ok({ batchId, refused, requests }), lines, exit: failed ? 2 : exit };
}

const plain = ({ line, label, insz, language }: BatchRow) => ({ line, label, insz, language });

/** Both, unless one is named. */
function dataSetsIn({ values }: Context): ApplicantDataSet[] {
  const both = (values['flexi'] === true) === (values['hours'] === true);
  return [
    ...(both || values['flexi'] === true ? (['flexiJobEligibility'] as const) : []),
    ...(both || values['hours'] === true ? (['studentWorkHours'] as const) : []),
  ];
}

const formOf = ({ language }: Context, file: string) => ({
  format: extname(file).toLowerCase() === '.xlsx' ? ('xlsx' as const) : ('csv' as const),
  language: languageSchema.catch('nl').parse(language),
});

/** Failures: invalidInput (`--count`, `--link-language`), those of reading the list. */
async function readList(
  { app, values, words, language: own, newId }: Context,
  of: { employerId: string; dataSets: ApplicantDataSet[] },
): Promise<Result<CallOutput<'applicantBatch.read'>>> {
  const language = text(values, 'link-language') ?? (own === 'en' ? 'nl' : own);
  if (language !== 'nl' && language !== 'fr' && language !== 'de')
    return fail('invalidInput', { details: { fields: '--link-language' } });
  const count = wholeNumber(values, 'count', 1, 200);
  if (!count.ok) return count;
  const [path] = words;
  if ((path === undefined) === (count.value === undefined))
    return fail('invalidInput', { details: { fields: '--count' } });
  if (count.value !== undefined)
    return app.call('applicantBatch.read', { ...of, from: { count: count.value }, language });
  const selectionId = newId();
  const file = { selectionId, path: resolve(path ?? '') };
  return app.call('applicantBatch.read', { ...of, from: { selectionId }, language }, { read: [file] });
}

const findingLines = ({ t }: Context, { line, findings }: BatchRow): string[] =>
  findings.map(({ rule, params }) => {
    const until = params?.['until'];
    const facts = { ...params, ...(typeof until === 'string' ? { until: shownDay(until) } : {}) };
    return [line, rule, t(`applicant-batch:rules.${rule}`, facts)].join('\t');
  });

type Handed = { requests: CallOutput<'applicantRequest.list'>['rows']; more: string[] };

/** The requests of the list; the cards and the links are saved where a file was named for them. */
async function handOut(context: Context, batchId: string): Promise<Result<Handed>> {
  const { app, values, t } = context;
  const listed = await app.call('applicantRequest.list', { batchId, pageSize: 200 });
  if (!listed.ok) return listed;
  const requests = listed.value.rows;
  const ids = requests.filter(({ state }) => state === 'open').map(({ id }) => id);
  const more: string[] = [];
  const [cards, links] = [text(values, 'cards'), text(values, 'links')];
  if (cards !== undefined && ids.length > 0) {
    const language = languageSchema.catch('nl').parse(context.language);
    const saved = await app.call('applicantRequest.saveSheet', { ids, language }, { saveTo: resolve(cards) });
    if (!saved.ok) return saved;
    more.push(t('saved', { name: saved.value.name }));
  }
  if (links !== undefined && ids.length > 0) {
    const saved = await app.call(
      'applicantBatch.saveMerge',
      { batchId, ...formOf(context, links) },
      { saveTo: resolve(links) },
    );
    if (!saved.ok) return saved;
    more.push(t('saved', { name: saved.value.name }));
  }
  return ok({ requests, more });
}
