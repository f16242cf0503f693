// Which column of a list is what, as it was guessed, and changed where the guess is wrong.
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { FailureNote } from '../../ui/failure.tsx';

type Field = NonNullable<CallInput<'rescue.mapPreview'>['field']>;
/** What a screen of the official application may show, the most telling first. */
const fields: readonly Field[] = [
  'insz',
  'workerName',
  'title',
  'startDate',
  'endDate',
  'duration',
  'durationMinutes',
  'deducted',
  'status',
  'type',
  'countsForTrainingRight',
  'leaveScheme',
  'certificateObtained',
  'certificateValidUntil',
  'certificateName',
  'providerName',
  'providerEnterpriseNumber',
  'description',
  'cost',
  'externalReference',
];

type LookColumnsProps = { previewId: string; columns: CallOutput<'rescue.preview'>['columns'] };

export function LookColumns({ previewId, columns }: LookColumnsProps) {
  const { t } = useTranslation('rescue');
  const { t: list } = useTranslation('training-import');
  const map = useAct('rescue.mapPreview');
  return (
    <details open={columns.some(({ field }) => field === null)}>
      <summary>
        {t('look.columns', {
          known: columns.filter(({ field }) => field !== null).length,
          total: columns.length,
        })}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="grid-scroll" tabIndex={0} aria-label={t('look.columnsLabel')}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('look.heading')}</th>
              <th scope="col">{t('look.sample')}</th>
              <th scope="col">{t('look.is')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, field, sample }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file do not move, and their names may be alike
              <tr key={`${column} ${heading}`}>
                <th scope="row">{heading}</th>
                <td>{sample}</td>
                <td>
                  <select
                    className="input select small"
                    aria-label={t('look.isOf', { heading })}
                    value={field ?? ''}
                    onChange={(event) =>
                      void map.run({
                        previewId,
                        column,
                        field: fields.find((one) => one === event.target.value) ?? null,
                      })
                    }
                  >
                    <option value="">{t('look.ignored')}</option>
                    {(field === null || fields.includes(field) ? fields : [...fields, field]).map((one) => (
                      <option key={one} value={one}>
                        {list(`fields.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <FailureNote failure={map.failure} />
    </details>
  );
}
