// Right and credit of a worker-year: what the service said beside what is computed here, and why the two may differ.
import { useTranslation } from 'react-i18next';
import type { RescueRightLine, RescueRights } from '../../../preload/contract/rescue-values.ts';
import { useFormats } from '../../i18n/formats.ts';
import { OutcomeChip } from './rescue-words.tsx';

const sources = ['law', 'sectorCba', 'companyCba', 'employer'] as const;

export function RightsTable({ rights }: { rights: RescueRights }) {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const { lines, source, jointCommittee, agreement } = rights;
  const known = sources.find((one) => one === source) ?? 'unknown';
  const written = ({ measure }: RescueRightLine, value: number): string => {
    if (measure === 'dayLength') return formats.duration(value);
    if (measure === 'partOfFullTime') return `${value} %`;
    return t('rights.days', { days: formats.hundredths(value) });
  };
  const facts = [
    source === '' ? '' : t('rights.sourceOf', { source: t(`rights.sources.${known}`) }),
    jointCommittee === '' ? '' : t('rights.committee', { number: jointCommittee }),
    agreement === '' ? '' : t('rights.agreement', { number: agreement }),
  ].filter(Boolean);
  return (
    <>
      <h3>{t('rights.title')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="grid-scroll" tabIndex={0} aria-label={t('rights.label')}>
        <table className="grid rescue-rights">
          <thead>
            <tr>
              <th scope="col">{t('rights.measure')}</th>
              <th scope="col" className="end">
                {t('rights.there')}
              </th>
              <th scope="col" className="end">
                {t('rights.here')}
              </th>
            </tr>
          </thead>
          {lines.map((line) => (
            <tbody key={line.measure}>
              <tr>
                <th scope="row">{t(`rights.measures.${line.measure}`)}</th>
                <td className="end">{written(line, line.there)}</td>
                <td className="end">
                  {line.here === null ? t('rights.unknownHere') : written(line, line.here)}
                </td>
              </tr>
              {line.differs && (
                <tr className="rescue-why">
                  <td colSpan={3}>
                    <OutcomeChip outcome="differs" />{' '}
                    {line.reasons.map((reason) => t(`rights.why.${reason}`)).join(' ')}
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </section>
      {facts.length > 0 && <p className="quiet-text">{facts.join(' ')}</p>}
    </>
  );
}
