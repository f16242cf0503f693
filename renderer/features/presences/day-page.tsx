// Who was on a site when: one day, a line per worker.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Empty, Loading } from '../../ui/states.tsx';
import { ChooseSite, type SiteChoice, useSite } from './choose-site.tsx';
import { type DayFilter, DaySheet, useSteadyDay } from './day-sheet.tsx';
import { LookUpButton, LookUpProgress } from './look-up.tsx';
import { daysBefore, today } from './real-day.ts';
import { RoomTabs } from './room-tabs.tsx';

export default function DayPage() {
  const { t } = useTranslation('presences');
  const choice = useSite();
  const { sites, site } = choice;
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
  return <SiteDay site={site} choice={choice} />;
}

function SiteDay({ site, choice }: { site: WorksDeclaration; choice: SiteChoice }) {
  const { t } = useTranslation('presences');
  const formats = useFormats();
  const [day, setDay] = useState(today);
  const [filter, setFilter] = useState<DayFilter>({ text: '', only: 'all' });
  const { rows, answer } = useRowWindow('presence.day', { reference: site.reference, day, ...filter });
  const shown = useSteadyDay(answer, rows);
  return (
    <Page
      title={site.name}
      lead={t('lead', {
        reference: formatWorksReference(site.reference),
        count: shown?.day.inside ?? 0,
        total: shown?.day.seen ?? 0,
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
      <LookUpProgress employerId={site.employerId} />
      {site.time === 'past' && (
        <Note tone="warn">{t('works.past', { day: formats.day(site.endDate ?? day, 'long') })}</Note>
      )}
      {rows.failure !== null && <ErrorState failure={rows.failure} onAgain={rows.again} />}
      {shown !== null && shown.day.seen > 0 && (
        <DaySheet
          site={{ employerId: site.employerId, employerName: site.employerName, day }}
          day={shown.day}
          rows={shown.rows}
          filter={filter}
          onFilter={setFilter}
        />
      )}
      {shown?.day.seen === 0 && (
        <Empty icon="clock" title={shown.day.askedAt === null ? t('neverAsked') : t('nobody')}>
          {shown.day.askedAt === null ? t('day.neverAskedWhat') : t('day.nobodyWhat')}
        </Empty>
      )}
    </Page>
  );
}
