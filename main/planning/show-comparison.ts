// A comparison as the page and the command line see it: filtered, in groups, page by page. The last ones are kept in memory for
// as long as nothing of it changed.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { ComparedRow } from '../../preload/contract/planning.ts';
import { mostComparedDays } from '../../preload/contract/planning.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { startOfBelgianDay } from '../../preload/rules/dates/belgian-day.ts';
import { comparisonKinds } from '../../preload/rules/presences/comparison-kinds.ts';
import type { Session } from '../platform/session.ts';
import { inSlices, type Steps } from '../platform/slices.ts';
import { comparePeriod, daysBetween, type PlacedLine } from './compare-period.ts';
import { enterpriseNames, plannedEmployers, siteNames } from './comparison-store.ts';
import { keyOfGroup, orderLines, type Placing } from './order-lines.ts';
import { settingsOf } from './planning-settings.ts';

export type ComparisonInput = Omit<HandlerInput<'planning.compare'>, 'page' | 'pageSize'>;
type Whole = { lines: PlacedLine[]; withoutPlanning: number; planned: boolean; tolerance: number };
export type Comparisons = {
  /** Failure refusedByRule (`details.rules` PRS-PERIOD). */
  lines(input: ComparisonInput): Promise<Result<Whole>>;
};

const mostKept = 2;

export function comparisons(session: Session): Comparisons {
  const kept = new Map<string, Promise<Whole>>();
  return {
    async lines(input) {
      const { from, to } = input;
      if (to < from || daysBetween(from, to).length > mostComparedDays)
        return fail('refusedByRule', { details: { rules: 'PRS-PERIOD' } });
      const now = session.clock.now().getTime();
      const { tolerance } = settingsOf(session.db);
      const changes = session.changes([
        ...(['planning.changed', 'presence.changed', 'worksDeclaration.changed'] as const),
        ...(['worker.changed', 'employer.changed'] as const),
      ]);
      const { employerId, by } = input;
      const key = JSON.stringify([employerId, from, to, by, tolerance, changes, Math.floor(now / 60_000)]);
      const known = kept.get(key) ?? inSlices(wholeOf(session, input, { tolerance, now }));
      kept.delete(key);
      kept.set(key, known);
      known.catch(() => kept.delete(key));
      for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
      return ok(chosen(await known, input));
    },
  };
}

function* wholeOf(
  { db }: Pick<Session, 'db'>,
  { employerId, from, to, by }: ComparisonInput,
  { tolerance, now }: { tolerance: number; now: number },
): Steps<Whole> {
  const employers = plannedEmployers(db, employerId, from, to);
  const lines: PlacedLine[] = [];
  let withoutPlanning = 0;
  for (const one of employers) {
    const compared = yield* comparePeriod(db, { employerId: one, from, to, tolerance, now });
    for (const line of compared.lines) lines.push(line);
    withoutPlanning += compared.withoutPlanning;
  }
  return { lines: yield* orderLines(lines, by), withoutPlanning, planned: employers.length > 0, tolerance };
}

/** Those of the site and the worker that were asked for. */
function chosen(whole: Whole, { reference, text }: ComparisonInput): Whole {
  const words = text.trim().toLowerCase();
  const digits = words.replace(/[\s.\-/]/g, '');
  const fits = ({ insz, workerName }: PlacedLine): boolean =>
    words === '' ||
    (/^\d{2,11}$/.test(digits) && insz.startsWith(digits)) ||
    (workerName ?? '').toLowerCase().includes(words);
  const there = ({ site, present }: PlacedLine): boolean =>
    reference === null || site === reference || present.some((stay) => stay.site === reference);
  return { ...whole, lines: whole.lines.filter((line) => there(line) && fits(line)) };
}

export const ofKinds = (lines: readonly PlacedLine[], kinds: ComparisonInput['kinds']): PlacedLine[] =>
  kinds.length === 0 ? [...lines] : lines.filter(({ told }) => told.some(({ kind }) => kinds.includes(kind)));

export async function showComparison(
  session: Session,
  compared: Comparisons,
  input: HandlerInput<'planning.compare'>,
): Promise<Result<HandlerOutput<'planning.compare'>>> {
  const whole = await compared.lines(input);
  if (!whole.ok) return whole;
  const { lines, planned, withoutPlanning, tolerance } = whole.value;
  const { page, pageSize, kinds, by } = input;
  const shown = ofKinds(lines, kinds);
  const rows = shown.slice((page - 1) * pageSize, page * pageSize);
  const groups = new Set(rows.map((line) => keyOfGroup(line, by)));
  return ok({
    rows: rows.map(rowMaker(session)),
    total: shown.length,
    page,
    pageSize,
    groups: [...Map.groupBy(shown, (line) => keyOfGroup(line, by))]
      .filter(([id]) => groups.has(id))
      .map(([id, own]) => ({ id, rows: own.length, ...sumsOf(own) })),
    counts: countsOf(lines),
    all: lines.length,
    ...sumsOf(lines),
    notLookedUp: daysNotLookedUp(lines),
    withoutPlanning,
    planned,
    tolerance,
  });
}

function countsOf(lines: readonly PlacedLine[]): HandlerOutput<'planning.compare'>['counts'] {
  const counts = new Map<string, number>();
  for (const { told } of lines)
    for (const kind of new Set(told.map((one) => one.kind))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return comparisonKinds.flatMap((kind) => {
    const rows = counts.get(kind) ?? 0;
    return rows === 0 ? [] : [{ kind, rows }];
  });
}

const daysNotLookedUp = (lines: readonly PlacedLine[]): string[] =>
  [
    ...new Set(
      lines.flatMap(({ day, told }) => (told.some(({ kind }) => kind === 'notLookedUp') ? [day] : [])),
    ),
  ].sort();

type Sums = { plannedMinutes: number; presentMinutes: number | null; unclear: number };

/** The time present is that of the lines of which it is known; null where it is of none: nothing known is not nothing. */
export function sumsOf(lines: readonly Pick<PlacedLine, 'plannedMinutes' | 'presentMinutes'>[]): Sums {
  const known = lines.flatMap(({ presentMinutes }) => presentMinutes ?? []);
  const unclear = lines.length - known.length;
  return {
    plannedMinutes: lines.reduce((sum, line) => sum + line.plannedMinutes, 0),
    presentMinutes:
      known.length === 0 && unclear > 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0),
    unclear,
  };
}

const instant = (moment: number): string => new Date(moment).toISOString();
/** Of a line that are drawn: a hundred lines must fit in one answer. */
const mostStays = 12;

/** Gives lines their names, for a page or a file. */
export function rowMaker({ db }: Pick<Session, 'db'>): (line: PlacedLine) => ComparedRow {
  const enterprises = enterpriseNames(db);
  const sites = new Map<string, Map<string, string>>();
  const siteName = ({ employerId }: Placing, reference: string | null): string | null => {
    const known = sites.get(employerId) ?? siteNames(db, employerId);
    sites.set(employerId, known);
    return reference === null ? null : (known.get(reference) ?? null);
  };
  return (line) => {
    const planned = line.planned[0];
    const other = line.present.find(({ employer }) => employer !== line.employerNumber)?.employer ?? null;
    const away = line.present.find(({ site }) => planned === undefined || (planned.site ?? site) !== site);
    const elsewhere = away?.site ?? (planned?.site === null ? (line.present[0]?.site ?? null) : null);
    return {
      id: `${line.employerId} ${line.insz} ${line.at}`.slice(0, 80),
      day: line.day,
      dayFrom: instant(startOfBelgianDay(line.day)),
      employerId: line.employerId,
      insz: line.insz,
      workerName: line.workerName,
      otherEmployer: other === null ? null : (enterprises.get(other) ?? other),
      reference: planned?.site ?? null,
      siteName: planned === undefined ? null : siteName(line, planned.site),
      presentReference: elsewhere,
      presentSiteName: siteName(line, elsewhere),
      planned: line.planned
        .slice(0, mostStays)
        .map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
      present: line.present
        .slice(0, mostStays)
        .map(({ from, to, kind }) => ({ from: instant(from), to: instant(to), kind })),
      plannedMinutes: line.plannedMinutes,
      presentMinutes: line.presentMinutes,
      told: line.told.map(({ kind, minutes }) => ({ kind, minutes })),
    };
  };
}
