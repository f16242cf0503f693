// A deadline in words: which one, how it stands, and what of it is open.
import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../../preload/contract/service-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';

export const standingLooks: Record<Deadline['standing'], { tone: Tone; icon: IconName }> = {
  passed: { tone: 'bad', icon: 'refused' },
  near: { tone: 'warn', icon: 'calendar' },
  later: { tone: 'plain', icon: 'planned' },
  done: { tone: 'ok', icon: 'check' },
};

export function useDeadlineWords() {
  const { t } = useTranslation('services');
  const formats = useFormats();
  return {
    rule: ({ rule, from }: Deadline): string =>
      t(`deadlines.rules.${rule}`, {
        quarter: from === null ? '' : String(Math.ceil(Number(from.slice(5, 7)) / 3)),
        year: from?.slice(0, 4) ?? '',
      }),
    /** The first day of a new worker; the empty word for other rules. */
    about: ({ rule, from }: Deadline): string =>
      rule === 'newHire' && from !== null
        ? t('deadlines.hiredOn', { date: formats.day(from, 'medium') })
        : '',
    standing: ({ standing }: Deadline): string => t(`deadlines.standing.${standing}`),
    left: ({ daysLeft }: Deadline): string =>
      daysLeft < 0 ? t('deadlines.ago', { days: -daysLeft }) : t('deadlines.left', { days: daysLeft }),
    open: ({ rule, open }: Deadline): string =>
      open === null
        ? t('deadlines.notKnown')
        : t(rule === 'newHire' ? 'deadlines.openWorkers' : 'deadlines.openTrainings', { count: open }),
  };
}
