// `register consult`: the lines of a person for a client, by any number, and beside them what the authentic source has.
import type { CallInput, CallOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, needed, type Outcome } from './command.ts';
import {
  chosenType,
  codeSentence,
  periodWords,
  refusalLines,
  typedPeriod,
  warningLines,
} from './register-words.ts';

export const registerConsultCommand: Command = {
  noun: 'register',
  verb: 'consult',
  usage: '--employer NUMBER --insz NUMBER [--type TYPE] [--begin DAY [--end DAY]] [--here]',
  options: {
    ...{ employer: { type: 'string' }, insz: { type: 'string' }, type: { type: 'string' } },
    ...{ begin: { type: 'string' }, end: { type: 'string' }, here: { type: 'boolean' } },
  },
  words: 0,
  run: consult,
};

type Here = CallOutput<'register.consult'>;
type There = CallOutput<'register.consultSource'>;

/** Where a connector is on the source is asked too, unless `--here`; what it refuses is the answer. */
async function consult(context: Context): Promise<Outcome> {
  const { app, values } = context;
  const insz = needed(values, 'insz');
  if (!insz.ok) return { result: insz };
  const employer = await chosenEmployer(context);
  if (!employer.ok) return { result: employer };
  const type = await chosenType(context);
  if (!type.ok) return { result: type, lines: refusalLines(context, type.failure) };
  const period = typedPeriod(context);
  if (!period.ok) return { result: period, lines: refusalLines(context, period.failure) };
  const asked = {
    ...{ employerId: employer.value.id, insz: insz.value.slice(0, 32) },
    ...{ dossierType: type.value, period: period.value },
  };
  const here = await app.call('register.consult', asked);
  if (!here.ok) return { result: here, lines: refusalLines(context, here.failure) };
  const lines = hereLines(context, here.value);
  if (values['here'] === true) return { result: ok({ ...here.value, source: null }), lines };
  const there = await app.call('register.consultSource', asked);
  if (there.ok) {
    const now = await underPresentNumber(context, asked, here.value, there.value);
    if (!now.ok) return { result: now };
    return {
      result: ok({ ...now.value, source: there.value }),
      lines: [...hereLines(context, now.value), ...thereLines(context, there.value)],
    };
  }
  return there.failure.code === 'stateNotAllowed'
    ? { result: ok({ ...here.value, source: null }), lines }
    : { result: there, lines: [...lines, ...refusalLines(context, there.failure)] };
}

/** Q4: a replacement that only the source knows; what stands here, stands under the number of now. */
async function underPresentNumber(
  { app }: Context,
  asked: CallInput<'register.consult'>,
  here: Here,
  { insz, replaces }: There,
): Promise<Result<Here>> {
  if (replaces === null || insz === here.insz) return ok(here);
  const now = await app.call('register.consult', { ...asked, insz });
  return now.ok ? ok({ ...now.value, replaces }) : now;
}

function hereLines(context: Context, { code, lines, warnings }: Here): string[] {
  const { t } = context;
  if (code === 'MSG00100') return [codeSentence(context, code), ...warningLines(context, warnings)];
  const rows = lines.map(({ dossierType, period, verifiedBy, review }) =>
    [
      dossierType,
      periodWords(context, period),
      t(`register:verified.${verifiedBy}`),
      ...(review === null ? [] : [t('register:state.review')]),
    ].join('\t'),
  );
  return [...rows, ...warningLines(context, warnings)];
}

function thereLines(context: Context, { lines, warnings }: There): string[] {
  const { t } = context;
  const differing = lines.filter(({ stands }) => stands !== 'both');
  const rows = differing.map(({ dossierType, period, stands }) =>
    [dossierType, periodWords(context, period), t(`register.stands.${stands}`)].join('\t'),
  );
  return [...(rows.length === 0 ? [t('register.sourceAgrees')] : rows), ...warningLines(context, warnings)];
}
