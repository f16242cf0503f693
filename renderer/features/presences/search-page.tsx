// Presences that were looked up, by period, worker, site, state and kind.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Grid } from '../../ui/grid.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { LookUpButton, LookUpProgress } from './look-up.tsx';
import { usePresenceColumns } from './presence-columns.tsx';
import { daysBefore, today } from './real-day.ts';
import { RoomTabs } from './room-tabs.tsx';

export default function SearchPage() {
  const { t } = useTranslation('presences');
  const employerId = useEmployerId();
  const [from, setFrom] = useState(() => daysBefore(today(), 6));
  const [to, setTo] = useState(today);
  const [text, setText] = useState('');
  const [validity, setValidity] = useState('');
  const { rows } = useRowWindow('presence.list', {
    ...(employerId === null ? {} : { employerId }),
    from,
    to,
    text: useDeferredValue(text),
    ...(validity === 'valid' || validity === 'invalid' || validity === 'pending' ? { validity } : {}),
  });
  const columns = usePresenceColumns();
  return (
    <Page
      title={t('tabs.search')}
      lead={t('search.lead', { count: rows.total })}
      acts={<LookUpButton employerId={employerId} from={from} to={to} />}
    >
      <RoomTabs />
      <div className="row-of">
        <DateField
          name="from"
          label={t('search.from')}
          value={from}
          onChange={(day) => day && setFrom(day)}
        />
        <DateField name="to" label={t('search.to')} value={to} onChange={(day) => day && setTo(day)} />
      </div>
      <LookUpProgress />
      <Sheet label={t('tabs.search')} flush>
        <Grid
          label={t('tabs.search')}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row.serviceId)}
          rowLabel={(row) => row.workerName ?? row.insz}
          filters={
            <>
              <input
                className="input small"
                type="search"
                aria-label={t('search.text')}
                placeholder={t('search.text')}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <select
                className="input small"
                aria-label={t('columns.validity')}
                value={validity}
                onChange={(event) => setValidity(event.target.value)}
              >
                <option value="">{t('search.anyState')}</option>
                {(['valid', 'invalid', 'pending'] as const).map((one) => (
                  <option key={one} value={one}>
                    {t(`validity.${one}`)}
                  </option>
                ))}
              </select>
            </>
          }
          empty={
            <Empty icon="search" title={t('search.none')}>
              {t('none')}
            </Empty>
          }
          foot={<span>{t('search.lead', { count: rows.total })}</span>}
        />
      </Sheet>
    </Page>
  );
}
