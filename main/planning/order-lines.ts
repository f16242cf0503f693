// Lines of a comparison in the order of days, sites or workers, in steps. Names are compared once each, lines by their places.
import type { Steps } from '../platform/slices.ts';
import type { PlacedLine } from './compare-period.ts';

export type Grouping = 'day' | 'site' | 'worker';
export type Placing = Pick<PlacedLine, 'employerId' | 'day' | 'site' | 'insz'>;

export const keyOfGroup = ({ day, site, insz }: Placing, by: Grouping): string =>
  by === 'day' ? day : by === 'site' ? (site ?? '') : insz;

const collator = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

const placesOf = (names: ReadonlySet<string>): Map<string, number> =>
  new Map([...names].sort(collator.compare).map((name, at) => [name, at]));

const linesOfStep = 1_000;
/** More workers, sites or days than this are not told apart in the order; no employer has as many. */
const mostPlaces = 131_072;

const whoOf = ({ workerName, insz }: PlacedLine): string => `${workerName ?? ''} ${insz}`.trim();
const whereOf = ({ siteName, site }: PlacedLine): string => `${siteName ?? ''} ${site ?? ''}`.trim();

export function* orderLines(lines: readonly PlacedLine[], by: Grouping): Steps<PlacedLine[]> {
  const [workers, sites] = [new Set<string>(), new Set<string>()];
  for (const [at, line] of lines.entries()) {
    workers.add(whoOf(line));
    sites.add(whereOf(line));
    if (at % linesOfStep === 0) yield;
  }
  const [who, where] = [placesOf(workers), placesOf(sites)];
  yield;
  const first = lines.reduce((least, { day }) => (day < least ? day : least), '9999-12-31');
  const placed: { line: PlacedLine; place: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const [worker, site] = [who.get(whoOf(line)) ?? 0, where.get(whereOf(line)) ?? 0];
    const day = Math.round((Date.parse(line.day) - Date.parse(first)) / 86_400_000);
    const [a, b, c] = { day: [day, site, worker], site: [site, day, worker], worker: [worker, day, site] }[
      by
    ];
    placed.push({ line, place: ((a ?? 0) * mostPlaces + (b ?? 0)) * mostPlaces + (c ?? 0) });
    if (at % linesOfStep === 0) yield;
  }
  placed.sort((x, y) => x.place - y.place || x.line.at - y.line.at);
  yield;
  return placed.map(({ line }) => line);
}
