// The columns of the register: a line each, with the person under the number of today.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Period } from '../../../../preload/rules/register/periods.ts';
import { useFormats, writeInsz } from '../../../i18n/formats.ts';
import { Chip } from '../../../ui/chip.tsx';
import type { GridColumn } from '../../../ui/grid-columns.ts';
import type { RowOf } from '../../../ui/row-window.ts';
import { useTypeName } from '../register-words.ts';

export type RegisterRow = RowOf<'register.list'>;

/** Of an applicant whose name is not kept, the number stands for it. */
export const rowName = (row: Pick<RegisterRow, 'familyName' | 'givenName' | 'insz'>): string =>
  [row.familyName, row.givenName].filter(Boolean).join(', ') || writeInsz(row.insz);

/** Where a line stands on a day. */
export const standing = ({ begin, end }: Period, day: string): 'active' | 'ended' | 'coming' =>
  begin > day ? 'coming' : end !== null && end < day ? 'ended' : 'active';

export function useRegisterColumns(day: string, withEmployer: boolean): GridColumn<RegisterRow>[] {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const typeName = useTypeName();
  const state = ({ period, review }: RegisterRow): string =>
    review === null ? t(`state.${standing(period, day)}`) : t('state.review');
  return [
    {
      id: 'name',
      header: t('columns.name'),
      cell: (row) => <Link href={`/register/${row.personId}`}>{rowName(row)}</Link>,
      text: rowName,
      clip: true,
      sortable: true,
    },
    {
      id: 'insz',
      header: t('columns.insz'),
      cell: (row) => formats.insz(row.insz),
      text: (row) => formats.insz(row.insz),
      number: true,
      quiet: true,
    },
    ...(withEmployer
      ? [
          {
            id: 'employer',
            header: t('columns.employer'),
            cell: (row: RegisterRow) => row.employerName,
            text: (row: RegisterRow) => row.employerName,
            clip: true,
          },
        ]
      : []),
    {
      id: 'type',
      header: t('columns.type'),
      cell: (row) => typeName(row.dossierType),
      text: (row) => typeName(row.dossierType),
    },
    {
      id: 'begin',
      header: t('columns.begin'),
      cell: (row) => formats.day(row.period.begin),
      text: (row) => formats.day(row.period.begin),
      end: true,
      sortable: !withEmployer,
    },
    {
      id: 'end',
      header: t('columns.end'),
      cell: (row) => (row.period.end === null ? '–' : formats.day(row.period.end)),
      text: (row) => (row.period.end === null ? '' : formats.day(row.period.end)),
      end: true,
    },
    {
      id: 'state',
      header: t('columns.state'),
      cell: (row) => (
        <Chip
          tone={row.review === null ? 'plain' : 'warn'}
          icon={
            row.review !== null
              ? 'warn'
              : ({ active: 'check', ended: 'flag', coming: 'planned' } as const)[standing(row.period, day)]
          }
        >
          {state(row)}
        </Chip>
      ),
      text: state,
    },
    {
      id: 'verified',
      header: t('columns.verified'),
      cell: (row) => t(`verified.${row.verifiedBy}`),
      text: (row) => t(`verified.${row.verifiedBy}`),
      quiet: true,
      hidden: true,
    },
  ];
}
