// Services: how each stands, on one time line and as a table with every date, its source and how sure it is, and the rules
// behind deadlines.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { DeadlineRule } from '../../../preload/contract/service-state.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import type { SourceKey } from '../services/service-words.ts';
import { ServicesPlot } from './services-plot.tsx';
import { ServicesTable } from './services-table.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

type Rule = CallOutput<'service.list'>['deadlines'][number];

export default function ServicesPage() {
  const { t } = useTranslation('services');
  const formats = useFormats();
  const list = useCall('service.list', {});
  const known = list.data;
  return (
    <Page
      title={t('title')}
      lead={known === undefined ? undefined : t('lead', { date: formats.day(known.date, 'long') })}
      reading
    >
      <SettingsTabs />
      {known === undefined ? (
        <Sheet label={t('table')} flush>
          {list.error === null ? (
            <Loading lines={8} />
          ) : (
            <ErrorState failure={list.error} onAgain={() => void list.refetch()} />
          )}
        </Sheet>
      ) : (
        <>
          <ServicesPlot services={known.services} today={known.date} />
          <ServicesTable services={known.services} />
          <Rules rules={known.deadlines} />
          <p className="quiet-text">{t('recorded', { date: formats.day(known.recordedOn, 'long') })}</p>
        </>
      )}
    </Page>
  );
}

function Rules({ rules }: { rules: Rule[] }) {
  const { t } = useTranslation('services');
  const name = (rule: DeadlineRule): string => t(`deadlines.short.${rule}`);
  return (
    <Sheet title={t('rulesTitle')} flush>
      <table className="criteria life-table">
        <caption className="only-read-aloud">{t('rulesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.deadline')}</th>
            <th scope="col">{t('columns.source')}</th>
            <th scope="col">{t('columns.certainty')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, words, certainty }) => (
            <tr key={rule}>
              <th scope="row">{name(rule)}</th>
              <td data-label={t('columns.source')}>{t(`sources.${words}` as SourceKey)}</td>
              <td data-label={t('columns.certainty')}>{t(`certainty.${certainty}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-body quiet-text">{t('rulesNote')}</p>
    </Sheet>
  );
}
