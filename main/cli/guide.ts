// `guide road|start|list|show|step|mail|print`: the way to a service without a window, with the same steps and sentences.
import {
  type Guide,
  type GuidePlan,
  type guideAnswersSchema,
  guidePlanSchema,
  stepMarkSchema,
} from '../../preload/contract/guide.ts';
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import { guideParams } from '../../preload/rules/guide/guide-words.ts';
import { type StepId, stepIds } from '../../preload/rules/guide/step-catalog.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text } from './command.ts';

const planned = {
  want: { type: 'string' },
  for: { type: 'string' },
  group: { type: 'string' },
  as: { type: 'string' },
  access: { type: 'string' },
  mandatary: { type: 'string' },
  'mandatary-name': { type: 'string' },
  presences: { type: 'string' },
  workers: { type: 'string' },
  account: { type: 'boolean' },
  certificate: { type: 'string' },
  stop: { type: 'string' },
  quality: { type: 'string' },
} as const;
const plannedUsage =
  '--want SERVICE[,SERVICE] --for ownWorkers|clients|group|participants [--group one|each] [--as QUALITY] ' +
  '[--access self|mandatary [--mandatary NUMBER] [--mandatary-name NAME]] [--presences register|consult] ' +
  '[--workers under10|from10to49|from50] [--account] [--certificate none|own|elsewhere], ' +
  'or [--want SERVICE] --stop right|certificate|account|mandate --quality QUALITY';

export const guideCommands: readonly Command[] = [
  { noun: 'guide', verb: 'road', usage: plannedUsage, options: planned, words: 0, run: showRoad },
  {
    noun: 'guide',
    verb: 'start',
    usage: `--enterprise NAME --number NUMBER | --employer NUMBER, and ${plannedUsage}`,
    options: {
      ...planned,
      enterprise: { type: 'string' },
      number: { type: 'string' },
      employer: { type: 'string' },
    },
    words: 0,
    run: start,
  },
  { noun: 'guide', verb: 'list', usage: '', options: {}, words: 0, run: list },
  { noun: 'guide', verb: 'show', usage: 'GUIDE', options: {}, words: 1, run: show },
  {
    noun: 'guide',
    verb: 'step',
    usage: 'GUIDE STEP open|done|alreadyDone|waiting|notDone [--person NAME] [--since DAY] [--note TEXT]',
    options: { person: { type: 'string' }, since: { type: 'string' }, note: { type: 'string' } },
    words: 3,
    run: setStep,
  },
  { noun: 'guide', verb: 'mail', usage: 'GUIDE STEP', options: {}, words: 2, run: mail },
  { noun: 'guide', verb: 'print', usage: 'GUIDE', options: {}, words: 1, run: print },
];

/** Failure invalidInput names the option that does not fit. */
function planOf({ values }: Context): Result<GuidePlan> {
  const stop = text(values, 'stop');
  const wanted = stop === undefined ? needed(values, 'want') : ok(text(values, 'want') ?? '');
  if (!wanted.ok) return wanted;
  const services = wanted.value
    .split(',')
    .filter(Boolean)
    .map((service) => service.trim());
  const plan =
    stop === undefined
      ? {
          kind: 'start',
          answers: given({
            services,
            audience: text(values, 'for') ?? 'ownWorkers',
            groupWay: text(values, 'group'),
            mandataryKind: text(values, 'as'),
            access: text(values, 'access'),
            size: text(values, 'workers'),
            account: values['account'] === true,
            certificate: text(values, 'certificate'),
            presences: text(values, 'presences'),
            mandatary: mandataryIn(values),
          }),
        }
      : { kind: 'stop', what: stop, quality: text(values, 'quality') ?? 'employerNsso', services };
  const parsed = guidePlanSchema.safeParse(plan);
  if (parsed.success) return ok(parsed.data);
  const field = String(parsed.error.issues[0]?.path.at(plan.kind === 'start' ? 1 : 0) ?? '');
  return fail('invalidInput', { details: { fields: `--${optionOf[field] ?? field}` } });
}

/** Whoever acts may be named by number, by name, or later. */
function mandataryIn(
  values: Context['values'],
): { name: string; enterpriseNumber: string | null } | undefined {
  const enterpriseNumber = text(values, 'mandatary') ?? null;
  const name = text(values, 'mandatary-name') ?? '';
  return enterpriseNumber === null && name === '' ? undefined : { name, enterpriseNumber };
}

/** Names of the answers as options, where they differ. */
const optionOf: Record<string, string> = {
  services: 'want',
  audience: 'for',
  groupWay: 'group',
  mandataryKind: 'as',
  size: 'workers',
  what: 'stop',
};
type Given = Partial<Record<keyof typeof guideAnswersSchema.shape, unknown>>;
const given = (answers: Given): Given =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));

async function showRoad(context: Context): Promise<Outcome> {
  const plan = planOf(context);
  if (!plan.ok) return { result: plan };
  const result = await context.app.call('guide.road', { plan: plan.value });
  if (!result.ok) return { result };
  const { channel, ways, steps, notes } = result.value;
  const words = (key: string): string => context.t(`guide:${key}`);
  const lines = [
    `${words(`channels.${channel}.title`)}. ${words(`channels.${channel}.what`)}`,
    ...ways.map(({ service, way }) =>
      context.t('guide.way', { service: words(`services.${service}`), way: words(`ways.${way}`) }),
    ),
    ...steps.map(
      ({ id, need }, at) => `${at + 1}. ${id}\t${words(`steps.${id}.title`)}\t${words(`needs.${need}`)}`,
    ),
    ...notes.map((note) => `* ${words(`notes.${note}`)}`),
  ];
  return { result, lines };
}

async function start(context: Context): Promise<Outcome> {
  const plan = planOf(context);
  if (!plan.ok) return { result: plan };
  const who = await enterpriseOf(context);
  if (!who.ok) return { result: who };
  const result = await context.app.call('guide.start', { plan: plan.value, ...who.value });
  return { result, lines: result.ok ? [context.t('guide.started', { id: result.value.id })] : [] };
}

type Enterprise = { employerId: string | null; enterpriseNumber: string; enterpriseName: string };

async function enterpriseOf(context: Context): Promise<Result<Enterprise>> {
  if (text(context.values, 'employer') !== undefined) {
    const employer = await chosenEmployer(context);
    if (!employer.ok) return employer;
    const { id, name, enterpriseNumber } = employer.value;
    return ok({ employerId: id, enterpriseNumber, enterpriseName: name });
  }
  const name = needed(context.values, 'enterprise');
  const number = needed(context.values, 'number');
  if (!name.ok) return name;
  return number.ok
    ? ok({ employerId: null, enterpriseNumber: number.value, enterpriseName: name.value })
    : number;
}

async function list({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('guide.list', {});
  if (!result.ok) return { result };
  const lines = result.value.rows.map(({ id, enterpriseName, services, done, total, waiting }) => {
    const about = services.map((service) => t(`guide:services.${service}`)).join(', ');
    const waits = waiting.map(({ step, person, since }) => `${step} ${person} ${since}`).join('; ');
    return [id, enterpriseName, about, t('guide.more', { done, total }), waits].join('\t').trimEnd();
  });
  return { result, lines };
}

async function show(context: Context): Promise<Outcome> {
  const [id = ''] = context.words;
  const result = await context.app.call('guide.show', { id });
  if (!result.ok) return { result };
  const lines = result.value.steps.map(({ id: step, state, person, since }) =>
    `${step}\t${title(context, result.value, step)}\t${context.t(`guide:states.${state}`)}\t${person}\t${since ?? ''}`.trimEnd(),
  );
  return { result, lines };
}

async function setStep(context: Context): Promise<Outcome> {
  const [id = '', stepWord = '', stateWord = ''] = context.words;
  const step = stepIds.find((one) => one === stepWord);
  const state = stepMarkSchema.safeParse(stateWord);
  if (step === undefined) return { result: fail('invalidInput', { details: { fields: 'STEP' } }) };
  if (!state.success) return { result: fail('invalidInput', { details: { fields: 'STATE' } }) };
  const guide = await context.app.call('guide.show', { id });
  if (!guide.ok) return { result: guide };
  const since = text(context.values, 'since');
  const result = await context.app.call('guide.setStep', {
    id,
    expectedRevision: guide.value.revision,
    step,
    state: state.data,
    person: text(context.values, 'person') ?? '',
    note: text(context.values, 'note') ?? '',
    ...(since === undefined ? {} : { since }),
  });
  const said = { step: title(context, guide.value, step), state: context.t(`guide:states.${state.data}`) };
  return { result, lines: result.ok ? [context.t('guide.step', said)] : [] };
}

async function mail(context: Context): Promise<Outcome> {
  const [id = '', stepWord = ''] = context.words;
  const step = stepIds.find((one) => one === stepWord);
  if (step === undefined) return { result: fail('invalidInput', { details: { fields: 'STEP' } }) };
  const { language } = context;
  const result: Result<CallOutput<'guide.mail'>> = await context.app.call('guide.mail', {
    id,
    step,
    language,
  });
  if (!result.ok) return { result };
  const { to, subject, body } = result.value;
  return { result, lines: [...(to === null ? [] : [to]), subject, '', body] };
}

async function print(context: Context): Promise<Outcome> {
  const [id = ''] = context.words;
  const language = languageSchema.parse(context.language);
  const result = await context.app.call('guide.checklist', { id, language });
  return { result, lines: result.ok ? result.value.lines : [] };
}

function title({ t, language }: Context, guide: Guide, step: StepId): string {
  const own = (key: string): string => t(`guide:${key}`);
  return t(`guide:steps.${step}.title`, guideParams(language, { ...guide, rights: guide.road.rights }, own));
}
