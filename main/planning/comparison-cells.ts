// The cells of a compared line, as they stand in a file and on the command line.
import type { ComparedRow } from '../../preload/contract/planning.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { shownDay, shownMinutes } from '../../preload/rules/training/days.ts';

export const comparisonColumns = [
  'day',
  'worker',
  'insz',
  'site',
  'presentSite',
  'planned',
  'present',
  'plannedHours',
  'presentHours',
  'told',
] as const;

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', timeStyle: 'short' });
const hour = (instant: string): string => clock.format(Date.parse(instant));

/** `7:30`, or `?` where the time present is not known. */
export const presentHours = (minutes: number | null): string =>
  minutes === null ? '?' : shownMinutes(minutes);

type Say = (key: string, params?: Record<string, string | number>) => string;

/** The cells of a line, as they stand in a file and on the command line. */
export function cellsOf(t: Say, row: ComparedRow): string[] {
  const site = (name: string | null, reference: string | null): string =>
    name ?? (reference === null ? '' : formatWorksReference(reference));
  return [
    shownDay(row.day),
    row.workerName ?? '',
    row.insz,
    site(row.siteName, row.reference),
    site(row.presentSiteName, row.presentReference),
    row.planned.map(({ from, to }) => `${hour(from)}–${hour(to)}`).join(' '),
    row.present
      .map(({ from, to, kind }) =>
        kind === 'noIn' ? `?–${hour(to)}` : `${hour(from)}–${kind === 'closed' ? hour(to) : '?'}`,
      )
      .join(' '),
    row.planned.length === 0 ? '' : shownMinutes(row.plannedMinutes),
    presentHours(row.presentMinutes),
    row.told
      .map(({ kind, minutes }) =>
        t(`kinds.${kind}.told`, { minutes: Math.abs(minutes ?? 0), more: (minutes ?? 0) > 0 ? 'yes' : 'no' }),
      )
      .concat(row.otherEmployer ?? [])
      .join(', '),
  ];
}
