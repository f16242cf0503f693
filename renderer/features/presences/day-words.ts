// The words for a worker's day: what a reader hears in place of the drawn line, and the state beside it.
import type { TFunction } from 'i18next';
import type { DayRow } from '../../../preload/contract/presences.ts';
import { oddKinds } from '../../../preload/rules/presences/stay.ts';
import type { Formats } from '../../i18n/formats.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';

type T = TFunction<'presences'>;

export const whoOf = (row: DayRow, formats: Formats): string => row.workerName ?? formats.insz(row.insz);

export function lineWords(t: T, formats: Formats, row: DayRow): string {
  const parts = row.stays.map(({ from, to, kind }) =>
    t(`line.${kind}`, { from: formats.time(from), to: formats.time(to) }),
  );
  return [...parts, ...row.oddities.map(({ kind, at }) => `${t(`oddity.${kind}`)} ${formats.time(at)}`)].join(
    ', ',
  );
}

export type DayState = { tone: Tone; icon: IconName; words: string };

/** What matters most: all that is missing or cannot be; else a remark, still inside, or gone. Never empty. */
export function statesOf(t: T, formats: Formats, row: DayRow): DayState[] {
  const odd = oddKinds(row.oddities);
  if (odd.length > 0)
    return odd.map((kind): DayState => ({ tone: 'warn', icon: 'unknown', words: t(`oddity.${kind}`) }));
  if (row.remarks > 0) return [{ tone: 'warn', icon: 'flag', words: t('remarks', { count: row.remarks }) }];
  const last = row.stays.at(-1);
  if (last?.kind === 'inside') return [{ tone: 'moving', icon: 'pin', words: t('inside') }];
  return [
    {
      tone: 'ok',
      icon: 'check',
      words: t('left', { time: last === undefined ? '' : formats.time(last.to) }),
    },
  ];
}
