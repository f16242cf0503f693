// `live show|set|load|reset|check|accept-liability`: official addresses of the environment that is open, and the notice
// before the first sending in production.
import { basename } from 'node:path';
import type { CallInput } from '../../preload/contract/index.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { linkParams } from '../../preload/rules/doctor/link-words.ts';
import type { Command, Context, Outcome } from './command.ts';

const confirmed = { confirmed: { type: 'boolean' } } as const;

export const liveCommands: readonly Command[] = [
  { noun: 'live', verb: 'show', usage: '', options: {}, words: 0, run: show },
  { noun: 'live', verb: 'set', usage: 'NAME VALUE [--confirmed]', options: confirmed, words: 2, run: set },
  { noun: 'live', verb: 'load', usage: 'FILE [--confirmed]', options: confirmed, words: 1, run: load },
  { noun: 'live', verb: 'reset', usage: '', options: {}, words: 0, run: reset },
  { noun: 'live', verb: 'check', usage: '', options: {}, words: 0, run: check },
  { noun: 'live', verb: 'accept-liability', usage: '', options: {}, words: 0, run: acceptLiability },
];

async function openEnvironment({ app }: Context): Promise<Result<string>> {
  const state = await app.call('app.state', {});
  return state.ok ? { ok: true, value: state.value.environment.name } : state;
}

async function show(context: Context): Promise<Outcome> {
  const environment = await openEnvironment(context);
  if (!environment.ok) return { result: environment };
  const result = await context.app.call('goLive.show', { environment: environment.value });
  if (!result.ok) return { result };
  const lines = result.value.rows.flatMap(({ name, shipped, entered, certainty }) => {
    const sure = entered === null ? certainty : 'entered';
    const value = entered ?? shipped;
    return value === null || sure === null
      ? []
      : [`${name}\t${value.replaceAll('\n', ' | ')}\t${context.t(`settings:certainty.${sure}`)}`];
  });
  return { result, lines };
}

async function set(context: Context): Promise<Outcome> {
  const [name = '', value = ''] = context.words;
  return save(context, [{ name, value }]);
}

type Changes = CallInput<'goLive.enter'>['changes'];

/** Exit 2 when a rule refuses a value. */
async function save(context: Context, changes: Changes): Promise<Outcome> {
  const environment = await openEnvironment(context);
  if (!environment.ok) return { result: environment };
  const sure = context.values['confirmed'] === true;
  const saved = await context.app.call('goLive.enter', {
    environment: environment.value,
    changes,
    confirmed: sure,
  });
  if (!saved.ok) return { result: saved };
  const { problems } = saved.value;
  const lines = problems.map(({ name, rule }) => `${name}\t${context.t(`going-live:rules.${rule}`)}`);
  if (problems.length > 0) {
    const details = Object.fromEntries(problems.map(({ name, rule }) => [name, rule]));
    for (const line of lines) context.progress(line);
    return { result: fail('refusedByRule', { details }), exit: 2 };
  }
  return {
    result: saved,
    lines: [context.t('live.saved', { names: changes.map(({ name }) => name).join(', ') })],
  };
}

async function load(context: Context): Promise<Outcome> {
  const [path = ''] = context.words;
  const environment = await openEnvironment(context);
  if (!environment.ok) return { result: environment };
  const selectionId = context.newId();
  const read = await context.app.call(
    'goLive.readFile',
    { environment: environment.value, selectionId },
    { read: [{ selectionId, path }] },
  );
  if (!read.ok) return { result: read };
  context.progress(basename(path));
  return save(context, read.value.changes);
}

async function reset(context: Context): Promise<Outcome> {
  const environment = await openEnvironment(context);
  if (!environment.ok) return { result: environment };
  const result = await context.app.call('goLive.reset', { environment: environment.value });
  return { result, lines: result.ok ? [context.t('live.reset')] : [] };
}

async function check(context: Context): Promise<Outcome> {
  const environment = await openEnvironment(context);
  if (!environment.ok) return { result: environment };
  const result = await context.app.call('doctor.addresses', { environment: environment.value });
  if (!result.ok) return { result };
  const { t, language } = context;
  const lines = result.value.hosts.flatMap(({ host, links }) => [
    host,
    ...links.map((link) => {
      const params = linkParams(link, (one) => t(one), `${language}-BE`);
      return `${t(`doctor:outcomes.${link.outcome}`)}\t${t(`doctor:ids.${link.id}`)}\t${t(`doctor:links.${link.key}.found`, params)}`;
    }),
  ]);
  return { result, lines, exit: result.value.hosts.some(({ outcome }) => outcome === 'failed') ? 1 : 0 };
}

/** The notice itself, then the act: who calls this has it before them. */
async function acceptLiability(context: Context): Promise<Outcome> {
  tellNotice(context);
  const result = await context.app.call('goLive.acceptLiability', { accepted: true });
  return { result, lines: result.ok ? [context.t('live.accepted')] : [] };
}

export function tellNotice(context: Context): void {
  for (const part of ['certified', 'employer', 'tests'])
    context.progress(context.t(`going-live:liability.${part}`));
}
