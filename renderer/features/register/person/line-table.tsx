// All lines of a person as a table: the same as the drawing, to be read and copied.
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats.ts';
import { useToday } from '../../../legal-day.ts';
import { Chip } from '../../../ui/chip.tsx';
import { standing } from '../list/register-columns.tsx';
import { useTypeName } from '../register-words.ts';
import type { RegisterPerson } from './person-page.tsx';

type LineTableProps = {
  person: RegisterPerson;
  chosen: number | null;
  onChoose: (chosen: number) => void;
};

export function LineTable({ person: { lines, total }, chosen, onChoose }: LineTableProps) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const typeName = useTypeName();
  const today = useToday();
  return (
    <div className="sheet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="grid-scroll" tabIndex={0} aria-label={t('person.table')}>
        <table className="grid lines-table">
          <thead>
            <tr>
              <th scope="col">{t('columns.employer')}</th>
              <th scope="col">{t('columns.type')}</th>
              <th scope="col" className="end">
                {t('columns.begin')}
              </th>
              <th scope="col" className="end">
                {t('columns.end')}
              </th>
              <th scope="col">{t('columns.state')}</th>
              <th scope="col">{t('columns.verified')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ employerId, employerName, dossierType, period, review, verifiedBy }, index) => (
              <tr
                key={`${employerId} ${dossierType} ${period.begin}`}
                className={index === chosen ? 'open' : undefined}
              >
                <td>
                  <button
                    type="button"
                    className="row-name"
                    aria-pressed={index === chosen}
                    onClick={() => onChoose(index)}
                  >
                    {employerName}
                  </button>
                </td>
                <td>{typeName(dossierType)}</td>
                <td className="end">{formats.day(period.begin)}</td>
                <td className="end">{period.end === null ? t('period.open') : formats.day(period.end)}</td>
                <td>
                  {review === null ? (
                    t(`state.${standing(period, today)}`)
                  ) : (
                    <Chip tone="warn">{t('state.review')}</Chip>
                  )}
                </td>
                <td className="quiet-text">{t(`verified.${verifiedBy}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > lines.length && (
        <p className="grid-foot">{t('person.firstLines', { shown: lines.length, total })}</p>
      )}
    </div>
  );
}
