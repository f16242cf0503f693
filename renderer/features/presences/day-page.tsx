// Who was on a site when: one day, a line per worker.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { ChooseSite, useSite } from './choose-site.tsx';
import { DaySheet } from './day-sheet.tsx';
import { LookUpButton, LookUpProgress } from './look-up.tsx';
import { daysBefore, today } from './real-day.ts';
import { RoomTabs } from './room-tabs.tsx';

export default function DayPage() {
  const { t } = useTranslation('presences');
  const formats = useFormats();
  const choice = useSite();
  const { sites, site } = choice;
  const [day, setDay] = useState(today);
  const shown = useCall(
    'presence.day',
    { reference: site?.reference ?? '', day },
    { enabled: site !== undefined, keepPrevious: true },
  );
  if (sites === undefined)
    return (
      <Page title={t('title')}>
        <RoomTabs />
        <Loading lines={6} />
      </Page>
    );
  if (site === undefined)
    return (
      <Page title={t('title')}>
        <RoomTabs />
        <Empty
          icon="pin"
          title={t('works.empty.title')}
          acts={
            <LinkButton to="/presences/works/new" icon="plus" primary>
              {t('works.add')}
            </LinkButton>
          }
        >
          {t('works.empty.what')}
        </Empty>
      </Page>
    );
  const inside = shown.data?.rows.filter(({ stays }) => stays.at(-1)?.kind === 'inside').length ?? 0;
  return (
    <Page
      title={site.name}
      lead={t('lead', {
        reference: formatWorksReference(site.reference),
        count: inside,
        total: shown.data?.total ?? 0,
      })}
      acts={<LookUpButton employerId={site.employerId} from={day} to={day} />}
    >
      <RoomTabs />
      <div className="day-choice">
        <ChooseSite {...choice} />
        <div className="row-of">
          <Button icon="back" label={t('day.before')} onPress={() => setDay(daysBefore(day, 1))} />
          <DateField
            name="day"
            label={t('day.label')}
            value={day}
            onChange={(next) => next && setDay(next)}
          />
          <Button
            icon="next"
            label={t('day.after')}
            blocked={day >= today() && t('day.noFuture')}
            onPress={() => setDay(daysBefore(day, -1))}
          />
        </div>
      </div>
      <LookUpProgress />
      {site.time === 'past' && (
        <Note tone="warn">{t('works.past', { day: formats.day(site.endDate ?? day, 'long') })}</Note>
      )}
      {shown.error !== null && <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />}
      {shown.data !== undefined && shown.data.total > 0 && <DaySheet day={shown.data} />}
      {shown.data?.total === 0 && (
        <Empty icon="clock" title={shown.data.askedAt === null ? t('neverAsked') : t('nobody')}>
          {shown.data.askedAt === null ? t('day.neverAskedWhat') : t('day.nobodyWhat')}
        </Empty>
      )}
    </Page>
  );
}
