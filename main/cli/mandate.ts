// `mandate list|record|end|remove` and `establishment list|add|remove`

import type { Finding } from '../../preload/contract/finding.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Mandate } from '../../preload/contract/routes.ts';
import { checkEstablishment, checkMandateDraft } from '../../preload/rules/employers/check-mandate-draft.ts';
import { readQuarter } from '../../preload/rules/employers/quarters.ts';
import { formatEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text } from './command.ts';
import { findingLine } from './findings.ts';
import { serviceFrom } from './route.ts';
import { stop } from './stop.ts';

const employer = { employer: { type: 'string' } } as const;
const which = { ...employer, service: { type: 'string' }, mandatary: { type: 'string' } } as const;

export const mandateCommands: readonly Command[] = [
  { noun: 'mandate', verb: 'list', usage: '--employer NUMBER', options: employer, words: 0, run: list },
  {
    noun: 'mandate',
    verb: 'record',
    usage: '--employer NUMBER --mandatary NUMBER --start 2025Q1 [--end 2025Q4] [--service SERVICE]',
    options: { ...which, start: { type: 'string' }, end: { type: 'string' } },
    words: 0,
    run: record,
  },
  {
    noun: 'mandate',
    verb: 'end',
    usage:
      '--employer NUMBER --quarter 2025Q4 [--mandatary NUMBER] [--service SERVICE] [--waiting leave|keep|drop] [--confirmed]',
    options: {
      ...which,
      quarter: { type: 'string' },
      waiting: { type: 'string' },
      confirmed: { type: 'boolean' },
    },
    words: 0,
    run: end,
  },
  {
    noun: 'mandate',
    verb: 'remove',
    usage: '--employer NUMBER [--mandatary NUMBER] [--service SERVICE]',
    options: which,
    words: 0,
    run: remove,
  },
  {
    noun: 'establishment',
    verb: 'list',
    usage: '--employer NUMBER',
    options: employer,
    words: 0,
    run: listEstablishments,
  },
  {
    noun: 'establishment',
    verb: 'add',
    usage: '--employer NUMBER --number NUMBER --name NAME',
    options: { ...employer, number: { type: 'string' }, name: { type: 'string' } },
    words: 0,
    run: addEstablishment,
  },
  {
    noun: 'establishment',
    verb: 'remove',
    usage: '--employer NUMBER --number NUMBER',
    options: { ...employer, number: { type: 'string' } },
    words: 0,
    run: removeEstablishment,
  },
];

async function list(context: Context): Promise<Outcome> {
  const found = await mandatesOf(context);
  if (!found.ok) return { result: found };
  const { t } = context;
  const headings = [
    t('routes:columns.service'),
    t('routes:mandate.dialog.mandatary'),
    t('employer-import:fields.mandataryNumber'),
    `${t('employer-import:fields.mandateStart')}–${t('employer-import:fields.mandateEnd')}`,
    t('routes:columns.mandate'),
  ];
  const lines = found.value.map((row) => lineOf(context, row));
  return {
    result: ok({ rows: found.value }),
    lines: lines.length === 0 ? [] : [headings.join('\t'), ...lines],
  };
}

function lineOf({ t }: Context, row: Mandate): string {
  const said = t(`routes:mandate.answer.${row.lastAnswer ?? 'none'}`);
  const span = `${row.startQuarter}–${row.endQuarter ?? ''}`;
  const name = row.mandataryName ?? '';
  return [
    t(`routes:services.${row.service}`),
    formatEnterpriseNumber(row.mandataryNumber),
    name,
    span,
    said,
  ].join('\t');
}

async function record(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return { result: chosen };
  const service = serviceFrom(context, 'service', 'fla');
  if (!service.ok) return { result: service };
  const draft = {
    mandataryNumber: text(values, 'mandatary') ?? '',
    startQuarter: text(values, 'start') ?? '',
    endQuarter: text(values, 'end') ?? '',
  };
  const findings = checkMandateDraft(draft, chosen.value.enterpriseNumber);
  if (findings.length > 0) return refused(context, findings);
  const result = await app.call('mandate.record', {
    employerId: chosen.value.id,
    service: service.value,
    mandataryNumber: draft.mandataryNumber,
    startQuarter: readQuarter(draft.startQuarter) ?? '',
    endQuarter: readQuarter(draft.endQuarter),
  });
  return { result, lines: result.ok ? [t('mandate.recorded', { name: chosen.value.name })] : [] };
}

async function end(context: Context): Promise<Outcome> {
  const quarter = readQuarter(text(context.values, 'quarter') ?? '');
  if (quarter === null)
    return refused(context, [{ rule: 'MND-END-INVALID', severity: 'blocking', field: 'endQuarter' }]);
  const mandate = await chosenMandate(context);
  if (!mandate.ok) return { result: mandate };
  return stop(context, { kind: 'mandate', mandateId: mandate.value.id, endQuarter: quarter });
}

async function remove(context: Context): Promise<Outcome> {
  const mandate = await chosenMandate(context);
  if (!mandate.ok) return { result: mandate };
  const result = await context.app.call('mandate.remove', { id: mandate.value.id });
  return { result, lines: result.ok ? [context.t('mandate.removed')] : [] };
}

async function mandatesOf(context: Context): Promise<Result<Mandate[]>> {
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return chosen;
  const found = await context.app.call('mandate.list', { employerId: chosen.value.id });
  return found.ok ? ok(found.value.rows) : found;
}

/** The one that is not over yet; of several the one of `--mandatary`. */
async function chosenMandate(context: Context): Promise<Result<Mandate>> {
  const service = serviceFrom(context, 'service', 'fla');
  if (!service.ok) return service;
  const all = await mandatesOf(context);
  if (!all.ok) return all;
  const mandatary = text(context.values, 'mandatary')?.replace(/\D/g, '');
  const fitting = all.value.filter(
    (row) =>
      row.service === service.value &&
      (mandatary === undefined ? row.time !== 'past' : row.mandataryNumber.endsWith(mandatary)),
  );
  const [only] = fitting;
  return only !== undefined && fitting.length === 1
    ? ok(only)
    : fail('notFound', { details: { mandates: fitting.length } });
}

async function listEstablishments(context: Context): Promise<Outcome> {
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return { result: chosen };
  const result = await context.app.call('establishment.list', { employerId: chosen.value.id });
  if (!result.ok) return { result };
  return { result, lines: result.value.rows.map(({ number, name }) => `${number}\t${name}`) };
}

async function addEstablishment(context: Context): Promise<Outcome> {
  const { app, values, t } = context;
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return { result: chosen };
  const draft = { number: text(values, 'number') ?? '', name: text(values, 'name') ?? '' };
  const findings = checkEstablishment(draft);
  if (findings.length > 0) return refused(context, findings);
  const result = await app.call('establishment.add', { employerId: chosen.value.id, ...draft });
  return { result, lines: result.ok ? [t('establishment.added', { name: draft.name })] : [] };
}

async function removeEstablishment(context: Context): Promise<Outcome> {
  const number = needed(context.values, 'number');
  if (!number.ok) return { result: number };
  const chosen = await chosenEmployer(context);
  if (!chosen.ok) return { result: chosen };
  const all = await context.app.call('establishment.list', { employerId: chosen.value.id });
  if (!all.ok) return { result: all };
  const digits = number.value.replace(/\D/g, '');
  const one = all.value.rows.find((row) => row.number === digits);
  if (one === undefined) return { result: fail('notFound', { details: { fields: '--number' } }) };
  const result = await context.app.call('establishment.remove', { id: one.id });
  return { result, lines: result.ok ? [context.t('establishment.removed', { name: one.name })] : [] };
}

function refused(context: Context, findings: readonly Finding[]): Outcome {
  const rules = findings.map(({ rule }) => rule).join(',');
  const lines = findings.map((finding) => findingLine(context, '', finding));
  return { result: fail('refusedByRule', { details: { rules } }), lines };
}
