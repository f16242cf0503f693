// `register inscribe --all`: tells the inscription service of every line that it is not known to have; with `--dry-run` only what that
// would be.
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Command, Context, Outcome } from './command.ts';
import { followJob } from './follow-job.ts';
import { codeSentence, nameOfType, periodWords } from './register-words.ts';

const ticked = { type: 'boolean' } as const;

export const registerInscribeCommand: Command = {
  noun: 'register',
  verb: 'inscribe',
  usage: '--all [--again] [--dry-run]',
  options: { all: ticked, again: ticked, 'dry-run': ticked },
  words: 0,
  run: inscribe,
};

/** Exit 2 where some were refused. What is stopped goes on with the same command. */
async function inscribe(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  if (values['all'] !== true) return { result: fail('invalidInput', { details: { fields: '--all' } }) };
  const again = values['again'] === true;
  if (values['dry-run'] === true) {
    const preview = await app.call('registerInscribing.preview', { again });
    return {
      result: preview,
      lines: preview.ok ? await previewLines(context, preview.value) : offLines(context, preview),
    };
  }
  const started = await app.call('registerInscribing.start', { again });
  if (!started.ok) {
    if (started.failure.code !== 'nothingToSend')
      return { result: started, lines: offLines(context, started) };
    return {
      result: ok({ total: 0, inscribed: 0, already: 0, refused: 0 }),
      lines: [t('register.inscribe.none')],
    };
  }
  const ended = await followJob(context, started.value.jobId);
  const state = await app.call('registerInscribing.state', {});
  if (!state.ok) return { result: state };
  const { total = 0, inscribed = 0, already = 0, refused = 0 } = state.value.run ?? {};
  const lines = [t('register.inscribe.done', { inscribed, already, refused })];
  if (refused > 0) lines.push(...(await refusedLines(context)));
  if (!ended.ok)
    return { result: ended, lines: [...lines, t('register.inscribe.stopped', { count: state.value.lines })] };
  return { result: ok({ total, inscribed, already, refused }), lines, exit: refused > 0 ? 2 : 0 };
}

const offLines = ({ t }: Context, result: Result<unknown>): string[] =>
  !result.ok && result.failure.details?.['reason'] === 'connectorOff' ? [t('cbss.isOff')] : [];

async function namesOfTypes(context: Context): Promise<(code: string) => string> {
  const types = await context.app.call('register.types', {});
  const rows = types.ok ? types.value.rows : [];
  return (code) => {
    const type = rows.find((one) => one.code === code);
    return type === undefined ? code : nameOfType(context, type);
  };
}

async function previewLines(
  context: Context,
  { lines, types, refused, waiting, review }: CallOutput<'registerInscribing.preview'>,
): Promise<string[]> {
  const { t } = context;
  if (lines === 0 && refused + waiting + review === 0) return [t('register.inscribe.none')];
  const name = await namesOfTypes(context);
  return [
    t('register.inscribe.would', { count: lines }),
    ...types.map((type) =>
      [name(type.dossierType), String(type.lines), t(`register:inscribing.at.${type.atService}`)].join('\t'),
    ),
    ...(refused > 0 ? [t('register:inscribing.leftRefused', { count: refused })] : []),
    ...(waiting > 0 ? [t('register:inscribing.leftWaiting', { count: waiting })] : []),
    ...(review > 0 ? [t('register:inscribing.leftReview', { count: review })] : []),
  ];
}

/** The last ones, as a terminal shows them; numbers and names stand in the answer as JSON and in the window. */
async function refusedLines(context: Context): Promise<string[]> {
  const { app, t } = context;
  const refused = await app.call('registerInscribing.refused', { page: 1, pageSize: 50 });
  if (!refused.ok) return [];
  const name = await namesOfTypes(context);
  const said = refused.value.rows.map(
    ({ familyName, givenName, insz, employerName, dossierType, period, code, final }) =>
      [
        `${familyName} ${givenName}`.trim() || insz,
        ...[employerName, name(dossierType), periodWords(context, period)],
        final ? codeSentence(context, code) : t(`errors:${code}`),
      ].join('\t'),
  );
  const more = refused.value.total - said.length;
  return more > 0 ? [...said, t('register.inscribe.more', { count: more })] : said;
}
