// Every date of every service: from when it holds, where it is known from and how sure that is.
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRow } from '../../../preload/contract/service-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { type SourceKey, stateLooks } from '../services/service-words.ts';

export function ServicesTable({ services }: { services: ServiceRow[] }) {
  const { t } = useTranslation('services');
  const formats = useFormats();
  return (
    <section className="sheet" aria-label={t('table')}>
      <table className="criteria life-table">
        <caption className="only-read-aloud">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.service')}</th>
            <th scope="col">{t('columns.state')}</th>
            <th scope="col">{t('columns.from')}</th>
            <th scope="col">{t('columns.source')}</th>
            <th scope="col">{t('columns.certainty')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map((row) => (
            <Fragment key={row.service}>
              {row.states.map((state) => (
                <tr key={state.from}>
                  <th scope="row">
                    {t(`names.${row.service}`)}
                    {state.from === row.since && <small className="hint">{t('today')}</small>}
                  </th>
                  <td data-label={t('columns.state')}>
                    <Chip {...stateLooks[state.state]}>{t(`states.${state.state}`)}</Chip>
                  </td>
                  <td data-label={t('columns.from')}>{formats.day(state.from, 'long')}</td>
                  <td data-label={t('columns.source')}>{t(`sources.${state.words}` as SourceKey)}</td>
                  <td data-label={t('columns.certainty')}>{t(`certainty.${state.certainty}`)}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
