// `planning compare`: what a client's own planning and the presences that were looked up say together.
import type { CallOutput } from '../../preload/contract/index.ts';
import type { ComparedRow } from '../../preload/contract/planning.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { comparisonKinds, quietKinds } from '../../preload/rules/presences/comparison-kinds.ts';
import { parseWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { shownDay, shownMinutes } from '../../preload/rules/training/days.ts';
import { cellsOf, comparisonColumns, presentHours } from '../planning/comparison-cells.ts';
import { writeCsv } from '../platform/tables/write-table.ts';
import { employerOrAll } from './choose.ts';
import { type Command, type Context, type Outcome, text } from './command.ts';
import { periodOf } from './period.ts';

export const comparePlanning: Command = {
  noun: 'planning',
  verb: 'compare',
  usage: '--from DAY [--to DAY] [--employer NUMBER] [--works NUMBER] [--differences] [--csv]',
  options: {
    employer: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    works: { type: 'string' },
    differences: { type: 'boolean' },
    csv: { type: 'boolean' },
  },
  words: 0,
  run: compare,
};

async function compare(context: Context): Promise<Outcome> {
  const { t, values } = context;
  const found = await everyLine(context);
  if (!found.ok) return { result: found };
  const { rows, sums } = found.value;
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    t(`planning:${key}`, params);
  const cells = rows.map((row) => cellsOf(say, row));
  if (values['csv'] === true) {
    const headings = comparisonColumns.map((column) => say(`columns.${column}`));
    const bytes = writeCsv({ name: '', headings, rows: cells });
    return { result: ok({ rows, ...sums }), lines: [new TextDecoder().decode(bytes).trimEnd()] };
  }
  const lines = cells.map((row) => row.join('\t'));
  if (!sums.planned) lines.push(say('none.title'));
  else {
    const { plannedMinutes, presentMinutes, unclear } = sums;
    const written = { planned: shownMinutes(plannedMinutes), present: presentHours(presentMinutes) };
    lines.push(say('sums', { ...written, unclear }));
  }
  if (sums.notLookedUp.length > 0)
    lines.push(
      say('notLookedUp', { count: sums.notLookedUp.length, days: sums.notLookedUp.map(shownDay).join(', ') }),
    );
  if (sums.withoutPlanning > 0) lines.push(say('withoutPlanning', { count: sums.withoutPlanning }));
  return { result: ok({ rows, ...sums }), lines };
}

type Sums = Omit<CallOutput<'planning.compare'>, 'rows' | 'groups' | 'page' | 'pageSize' | 'total' | 'all'>;

/** All pages; a hundred lines keep an answer well within its limit. */
async function everyLine(context: Context): Promise<Result<{ rows: ComparedRow[]; sums: Sums }>> {
  const { app, values } = context;
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return employerId;
  const period = periodOf(context);
  if (!period.ok) return period;
  const works = text(values, 'works');
  const reference = works === undefined ? null : parseWorksReference(works);
  if (works !== undefined && reference === null)
    return fail('invalidInput', { details: { fields: '--works' } });
  const kinds =
    values['differences'] === true ? comparisonKinds.filter((kind) => !quietKinds.includes(kind)) : [];
  const rows: ComparedRow[] = [];
  for (let page = 1; ; page += 1) {
    const input = { ...period.value, employerId: employerId.value, reference, kinds, page, pageSize: 100 };
    const answer = await app.call('planning.compare', input);
    if (!answer.ok) return answer;
    const { rows: more, groups, total, all, page: _, pageSize: __, ...sums } = answer.value;
    rows.push(...more);
    if (more.length === 0 || rows.length >= total) return ok({ rows, sums });
  }
}
