// The inscriptions that an answer tells, as a small table.
import { useTranslation } from 'react-i18next';
import type { BusinessStatus } from '../../../preload/contract/cbss-answer.ts';
import { useFormats } from '../../i18n/formats.ts';

export function OutcomeLines({ status }: { status: BusinessStatus }) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    // biome-ignore lint/a11y/useSemanticElements: a group that scrolls, not a set of fields
    <div className="grid-scroll" role="group" tabIndex={0} aria-label={t('answer.lines')}>
      <table className="grid">
        <caption className="only-read-aloud">{t('answer.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workbench.values.inscriptionContext')}</th>
            <th scope="col">{t('workbench.values.beginDate')}</th>
            <th scope="col">{t('workbench.values.endDate')}</th>
          </tr>
        </thead>
        <tbody>
          {status.inscriptions.map(({ inscriptionContext, qualityCode, period }) => (
            <tr key={`${inscriptionContext} ${qualityCode} ${period.begin}`}>
              <td>{inscriptionContext ?? qualityCode}</td>
              <td className="number">{formats.day(period.begin)}</td>
              <td className="number">{period.end === null ? '–' : formats.day(period.end)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
