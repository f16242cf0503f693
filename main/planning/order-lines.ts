// Lines of a comparison in the order of days, sites or workers. Names are compared once each, lines by their places.
import type { PlacedLine } from './compare-period.ts';

export type Grouping = 'day' | 'site' | 'worker';
export type Placing = Pick<PlacedLine, 'employerId' | 'day' | 'site' | 'worker'>;

export const keyOfGroup = ({ day, site, worker }: Placing, by: Grouping): string =>
  by === 'day' ? day : by === 'site' ? (site ?? '') : worker;

const collator = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

function placesOf(names: Iterable<string>): Map<string, number> {
  return new Map([...new Set(names)].sort(collator.compare).map((name, at) => [name, at]));
}

export function orderLines(lines: readonly PlacedLine[], by: Grouping): PlacedLine[] {
  const whoOf = ({ workerName, worker }: PlacedLine): string => `${workerName ?? ''} ${worker}`.trim();
  const whereOf = ({ siteName, site }: PlacedLine): string => `${siteName ?? ''} ${site ?? ''}`.trim();
  const who = placesOf(lines.map(whoOf));
  const where = placesOf(lines.map(whereOf));
  const places = lines.map((line) => {
    const [worker, site] = [who.get(whoOf(line)) ?? 0, where.get(whereOf(line)) ?? 0];
    const day = Math.floor(Date.parse(line.day) / 86_400_000);
    const keys =
      by === 'day' ? [day, site, worker] : by === 'site' ? [site, day, worker] : [worker, day, site];
    return { line, keys: [...keys, line.at] };
  });
  places.sort((a, b) => {
    for (const [at, key] of a.keys.entries()) {
      const away = key - (b.keys[at] ?? 0);
      if (away !== 0) return away;
    }
    return 0;
  });
  return places.map(({ line }) => line);
}
