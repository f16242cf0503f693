// The columns of a list of presences.
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../preload/contract/presences.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';

const tones: Record<Presence['validity'], Tone> = { pending: 'moving', valid: 'ok', invalid: 'bad' };

export function usePresenceColumns(): GridColumn<Presence>[] {
  const { t } = useTranslation('presences');
  const search = useTranslation('presence-search');
  const formats = useFormats();
  return [
    {
      id: 'at',
      header: t('columns.registeredAt'),
      cell: (row) => formats.moment(row.registeredAt),
      text: (row) => formats.moment(row.registeredAt),
      number: true,
    },
    {
      id: 'type',
      header: t('columns.type'),
      cell: (row) => t(`type.${row.type}`),
      text: (row) => t(`type.${row.type}`),
    },
    {
      id: 'worker',
      header: t('columns.worker'),
      cell: (row) => row.workerName ?? '–',
      text: (row) => row.workerName ?? '',
      clip: true,
    },
    {
      id: 'insz',
      header: t('columns.insz'),
      cell: (row) => formats.insz(row.currentInsz ?? row.insz),
      text: (row) => formats.insz(row.currentInsz ?? row.insz),
      number: true,
      quiet: true,
    },
    {
      id: 'register',
      header: search.t('register.column'),
      cell: (row) =>
        row.withoutLine && (
          <Chip tone="warn" icon="register">
            {search.t('register.none')}
          </Chip>
        ),
      text: (row) => (row.withoutLine ? search.t('register.none') : ''),
    },
    {
      id: 'site',
      header: t('columns.site'),
      cell: (row) => row.siteName ?? row.reference,
      text: (row) => row.siteName ?? row.reference,
      clip: true,
    },
    {
      id: 'employer',
      header: t('columns.employer'),
      cell: (row) => row.employerName ?? formats.enterpriseNumber(row.employerNumber),
      text: (row) => row.employerName ?? formats.enterpriseNumber(row.employerNumber),
      clip: true,
    },
    {
      id: 'validity',
      header: t('columns.validity'),
      cell: (row) => <Chip tone={tones[row.validity]}>{t(`validity.${row.validity}`)}</Chip>,
      text: (row) => t(`validity.${row.validity}`),
    },
    {
      id: 'remarks',
      header: t('columns.remarks'),
      cell: (row) => row.remarks.length || '–',
      text: (row) => row.remarks.map(({ code }) => code).join(' '),
      end: true,
    },
  ];
}
