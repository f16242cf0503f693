// The words of a compared line: what a reader hears in place of the drawn bars, what it tells, and the name of its group.
import { useTranslation } from 'react-i18next';
import type { ComparedRow } from '../../../preload/contract/planning.ts';
import type { ComparisonKind } from '../../../preload/rules/presences/comparison-kinds.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Grouping } from './use-comparison.ts';

export const looks: Record<ComparisonKind, { tone: Tone; icon: IconName }> = {
  notThere: { tone: 'bad', icon: 'refused' },
  notThereYet: { tone: 'warn', icon: 'clock' },
  otherSite: { tone: 'warn', icon: 'pin' },
  notPlanned: { tone: 'warn', icon: 'warn' },
  ofSubcontractor: { tone: 'plain', icon: 'pin' },
  otherEmployer: { tone: 'warn', icon: 'warn' },
  noOut: { tone: 'warn', icon: 'unknown' },
  noIn: { tone: 'warn', icon: 'unknown' },
  late: { tone: 'warn', icon: 'clock' },
  leftEarly: { tone: 'warn', icon: 'clock' },
  breakDiffers: { tone: 'warn', icon: 'clock' },
  notLookedUp: { tone: 'plain', icon: 'unknown' },
  toCome: { tone: 'plain', icon: 'clock' },
  inside: { tone: 'moving', icon: 'pin' },
  asPlanned: { tone: 'ok', icon: 'check' },
};

/** Where it was planned; not planned: where the worker was. */
const siteOf = (row: ComparedRow): { name: string | null; reference: string | null } =>
  row.planned.length === 0
    ? { name: row.presentSiteName, reference: row.presentReference }
    : { name: row.siteName, reference: row.reference };

/** As main groups the lines. */
export const groupOf = (row: ComparedRow, by: Grouping): string =>
  by === 'day' ? row.day : by === 'site' ? (siteOf(row).reference ?? '') : row.insz;

export function useSiteName(): (row: ComparedRow) => string {
  const { t } = useTranslation('planning');
  return (row) => {
    const { name, reference } = siteOf(row);
    return name ?? (reference === null ? t('anywhere') : formatWorksReference(reference));
  };
}

export function useGroupName(): (row: ComparedRow | undefined, by: Grouping) => string {
  const formats = useFormats();
  const siteName = useSiteName();
  return (row, by) => {
    if (row === undefined) return '';
    if (by === 'day') return formats.day(row.day, 'full');
    return by === 'site' ? siteName(row) : (row.workerName ?? formats.insz(row.insz));
  };
}

export function useLineWords() {
  const { t } = useTranslation('planning');
  const presences = useTranslation('presences');
  const formats = useFormats();
  return {
    /** `gepland 8:00 tot 17:00, in 8:04, uit 17:00` */
    drawn(row: ComparedRow): string {
      const planned = row.planned.map(({ from, to }) =>
        t('line.planned', { from: formats.time(from), to: formats.time(to) }),
      );
      const present = row.present.map(({ from, to, kind }) =>
        kind === 'noIn'
          ? t('line.noIn', { to: formats.time(to) })
          : presences.t(`line.${kind}`, { from: formats.time(from), to: formats.time(to) }),
      );
      return [...planned, ...(present.length === 0 ? [t('line.nobody')] : present)].join(', ');
    },
    told: ({ kind, minutes }: ComparedRow['told'][number]): string =>
      t(`kinds.${kind}.told`, {
        minutes: Math.abs(minutes ?? 0),
        more: (minutes ?? 0) > 0 ? 'yes' : 'no',
      }),
    /** Where the worker was instead, and for whom. */
    elsewhere(row: ComparedRow): string {
      const parts: string[] = [];
      const site = row.presentSiteName ?? row.presentReference;
      if (row.planned.length > 0 && row.presentReference !== null && site !== null)
        parts.push(t('line.at', { site: row.presentSiteName ?? formatWorksReference(row.presentReference) }));
      if (row.otherEmployer !== null)
        parts.push(t('line.for', { name: formats.enterpriseNumber(row.otherEmployer) }));
      return parts.join(', ');
    },
  };
}
