// Lines whose number was cancelled: they stay, and somebody decides.
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../../app-state.ts';
import { useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { ErrorState } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { rowName } from '../list/register-columns.tsx';
import { useTypeName } from '../register-words.ts';

const shown = 100;

export function ReviewLines() {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const words = useLineWords();
  const typeName = useTypeName();
  const employerId = useEmployerId();
  const of = employerId === null ? {} : { employerId };
  const lines = useCall('register.list', { ...of, state: 'review', pageSize: shown }, { keepPrevious: true });
  const { data } = lines;
  return (
    <Sheet
      title={t('review.lines')}
      {...(data === undefined ? {} : { aside: t('person.count', { count: data.total }) })}
      stacked
    >
      {data === undefined ? (
        lines.error === null ? (
          <Loading lines={3} />
        ) : (
          <ErrorState failure={lines.error} onAgain={() => void lines.refetch()} />
        )
      ) : data.rows.length === 0 ? (
        <Empty slim icon="check-ring" title={t('review.noLines')} />
      ) : (
        <>
          <p>{t('review.linesWhat')}</p>
          <ul className="record-list">
            {data.rows.map((row) => (
              <li key={`${row.personId} ${row.employerId} ${row.dossierType} ${row.period.begin}`}>
                <span className="record-title">
                  <TextLink to={`/register/${row.personId}`}>{rowName(row)}</TextLink>{' '}
                  <span className="number quiet-text">{formats.insz(row.insz)}</span>
                </span>
                <span>
                  {row.employerName}, {typeName(row.dossierType)}, {words.period(row.period)}
                </span>
                {row.review !== null && <p className="quiet-text">{t(`review.why.${row.review}`)}</p>}
              </li>
            ))}
          </ul>
          {data.total > data.rows.length && (
            <p className="quiet-text">
              {t('person.firstLines', { shown: data.rows.length, total: data.total })}
            </p>
          )}
        </>
      )}
    </Sheet>
  );
}
