// `cbss call OPERATION`: one question to the inscription service, built, signed, sent, its answer checked and explained.
import { resolve } from 'node:path';
import type { CbssProfile } from '../../preload/contract/cbss.ts';
import { type CbssAnswer, cbssOperationSchema } from '../../preload/contract/cbss-answer.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { meaningOf, meaningOfCode } from '../../preload/rules/register/cbss-meaning.ts';
import { readFileWithin } from '../application/terminal-host.ts';
import type { Command, Context, ExitCode, Outcome } from './command.ts';

/** Bytes of a question from a file. */
const mostBytes = 65_536;

export const cbssCommands: readonly Command[] = [
  {
    noun: 'cbss',
    verb: 'call',
    usage: 'OPERATION (--body FILE | --set NAME=VALUE …)',
    options: { body: { type: 'string' }, set: { type: 'string', multiple: true } },
    words: 1,
    run: call,
  },
  {
    noun: 'cbss',
    verb: 'profile',
    usage: '[--on | --off]',
    options: { on: { type: 'boolean' }, off: { type: 'boolean' } },
    words: 0,
    run: profile,
  },
];

/** Shows who asks; switches it on or off. In practice it fills itself in; elsewhere it must have been entered in the window. */
async function profile({ app, values, t }: Context): Promise<Outcome> {
  const [on, off] = [values['on'] === true, values['off'] === true];
  if (on && off) return { result: fail('invalidInput', { details: { fields: '--on --off' } }) };
  const shown = await app.call('cbss.profile', {});
  if (!shown.ok || !(on || off))
    return { result: shown, lines: shown.ok ? profileLines(t, shown.value) : [] };
  const { practiceOffered, revision: expectedRevision } = shown.value;
  const kind = shown.value.kind ?? (practiceOffered ? 'practice' : 'gateway');
  const saved = await app.call('cbss.saveProfile', { kind, on, expectedRevision });
  if (saved.ok) return { result: saved, lines: profileLines(t, saved.value) };
  const missing = saved.failure.details?.['missing'];
  return {
    result: saved,
    lines: missing === undefined ? [] : [t('cbss.missing', { missing: String(missing) })],
  };
}

function profileLines(
  t: Context['t'],
  { kind, on, urn, missing, authorisations, registerOwner, otherOwner }: CbssProfile,
): string[] {
  return [
    t(on ? 'cbss.on' : 'cbss.off', { kind: kind ?? '' }),
    ...(urn === null ? [] : [urn]),
    ...(otherOwner === null || registerOwner === null
      ? []
      : [t('cbss.otherOwner', { owner: registerOwner, number: otherOwner })]),
    ...(missing.length === 0 ? [] : [t('cbss.missing', { missing: missing.join(', ') })]),
    ...authorisations.map(({ right, reference, date }) => `${right}\t${reference}\t${date}`),
  ];
}

/** Exit 2 where the service refused, 3 where it may have done it all the same, 1 where it did not get that far. */
async function call(context: Context): Promise<Outcome> {
  const { app, words } = context;
  const operation = cbssOperationSchema.safeParse(words[0]);
  if (!operation.success) return { result: fail('invalidInput', { details: { fields: 'OPERATION' } }) };
  const fields = fieldsOf(context);
  if (!fields.ok) return { result: fields };
  const body = await bodyOf(context);
  if (!body.ok) return { result: body };
  const result = await app.call('cbss.call', {
    operation: operation.data,
    fields: fields.value,
    body: body.value,
  });
  if (!result.ok) return { result, lines: refusalLines(context, result.failure.details) };
  return { result, lines: linesOf(context, result.value), exit: exitOf(result.value) };
}

/** `ssin=85070399768`, several. */
function fieldsOf({ values }: Context): Result<Record<string, string>> {
  const given = values['set'];
  const pairs = (Array.isArray(given) ? given : []).map((pair) => {
    const [name = '', ...rest] = String(pair).split('=');
    return [name.trim(), rest.length === 0 ? null : rest.join('=')] as const;
  });
  const fields = pairs.flatMap(([name, value]) => (name === '' || value === null ? [] : [[name, value]]));
  return fields.length === pairs.length
    ? ok(Object.fromEntries(fields))
    : fail('invalidInput', { details: { fields: '--set' } });
}

async function bodyOf({ values }: Context): Promise<Result<string | null>> {
  const path = values['body'];
  if (typeof path !== 'string') return ok(null);
  if (values['set'] !== undefined) return fail('invalidInput', { details: { fields: '--body --set' } });
  const file = await readFileWithin(resolve(path), mostBytes);
  if (!file.ok) return file;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.value.bytes));
  } catch {
    return fail('fileUnreadable');
  }
}

function linesOf({ t }: Context, { operation, ticket, tries, outcome }: CbssAnswer): string[] {
  const meaning = meaningOf(outcome);
  const status = outcome.layer === 'business' ? `${outcome.value} ` : '';
  const said = (one: { key: string }, part: 'what' | 'do') => t(`cbss-codes:${one.key}.${part}`);
  const lines = [
    `${operation}\t${ticket}\t${tries}`,
    `${status}${meaning.code}\t${said(meaning, 'what')} ${said(meaning, 'do')}`.trim(),
  ];
  if (outcome.layer === 'platform' && outcome.id !== null) lines.push(`Id\t${outcome.id}`);
  if (outcome.layer === 'transport' && outcome.finding !== null) lines.push(outcome.finding);
  if (outcome.layer !== 'business') return lines;
  for (const { code, severity } of outcome.anomalies)
    lines.push(`${severity} ${code}\t${said(meaningOfCode('business', code), 'what')}`);
  if (outcome.number !== null) {
    const { insz, replaces } = outcome.number;
    lines.push(replaces === null ? insz : `${replaces} → ${insz}`);
  }
  for (const { inscriptionContext, qualityCode, period } of outcome.inscriptions)
    lines.push(`${inscriptionContext ?? qualityCode}\t${period.begin}\t${period.end ?? '…'}`);
  for (const { insz, lastName, givenName, birthDate, register } of outcome.persons)
    lines.push([insz, lastName, givenName, birthDate, register].map((part) => part ?? '').join('\t'));
  if (outcome.consumer !== null) lines.push(outcome.consumer);
  return lines;
}

function refusalLines({ t }: Context, details: Record<string, unknown> | undefined): string[] {
  if (details?.['reason'] === 'connectorOff') return [t('cbss.isOff')];
  const rules = details?.['rules'];
  const fields = details?.['fields'];
  if (typeof rules !== 'string') return [];
  const line = t(`cbss-codes:${meaningOfCode('business', rules).key}.what`);
  return [`${rules}\t${line}${typeof fields === 'string' && fields !== '' ? ` (${fields})` : ''}`];
}

function exitOf({ outcome }: CbssAnswer): ExitCode {
  if (outcome.layer === 'transport') return outcome.mayHaveHappened ? 3 : 1;
  if (outcome.layer !== 'business') return 1;
  return ['NOK', 'NO_RESULT'].includes(outcome.value) ? 2 : 0;
}
