// Deadlines of the client in hand, or of all: what passed, what is near, and what comes later.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import {
  type Deadline,
  type DeadlineRule,
  deadlineRuleSchema,
  deadlineStandingSchema,
} from '../../../preload/contract/service-state.ts';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { ServiceNote } from '../../shell/service-note.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { DeadlineTable } from '../services/deadline-table.tsx';
import { SaveDeadlines } from '../services/save-deadlines.tsx';
import { RoomTabs } from './room-head.tsx';
import { useRoomYear } from './room-year.ts';
import './training.css';

type Standing = Deadline['standing'];
type Listed = CallOutput<'deadline.list'>;

/** Where nothing is chosen: all that is not done. */
const undone: Standing[] = ['passed', 'near', 'later'];
const pageSize = 100;

export default function DeadlinesPage() {
  const { t } = useTranslation('services');
  const employerId = useEmployerId();
  const year = useRoomYear();
  const [rule, setRule] = useState<DeadlineRule | null>(null);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [pages, setPages] = useState(1);
  const list = useCall(
    'deadline.list',
    {
      employerId,
      rules: rule === null ? [] : [rule],
      standings: standing === null ? undone : [standing],
      pageSize: Math.min(500, pages * pageSize),
    },
    { keepPrevious: true },
  );
  const known = list.data;
  const { passed = 0, near = 0, later = 0 } = known?.counts ?? {};
  return (
    <Page
      title={t('deadlines.title')}
      lead={known === undefined ? undefined : t('deadlines.lead', { passed, near })}
      acts={near + later > 0 ? <SaveDeadlines employerId={employerId} /> : undefined}
    >
      <ServiceNote />
      <RoomTabs year={year} current="/training/deadlines" />
      <Sheet label={t('deadlines.list')} flush>
        <div className="sheet-body row-of">
          <select
            className="input small select"
            aria-label={t('deadlines.filter.rule')}
            value={rule ?? ''}
            onChange={(event) => setRule(deadlineRuleSchema.nullable().catch(null).parse(event.target.value))}
          >
            <option value="">{t('deadlines.filter.rules')}</option>
            {deadlineRuleSchema.options.map((one) => (
              <option key={one} value={one}>
                {t(`deadlines.short.${one}`)}
              </option>
            ))}
          </select>
          <select
            className="input small select"
            aria-label={t('deadlines.filter.standing')}
            value={standing ?? ''}
            onChange={(event) =>
              setStanding(deadlineStandingSchema.nullable().catch(null).parse(event.target.value))
            }
          >
            <option value="">{t('deadlines.filter.standings')}</option>
            {deadlineStandingSchema.options.map((one) => (
              <option key={one} value={one}>
                {t(`deadlines.standing.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {known === undefined ? (
          list.error === null ? (
            <Loading lines={8} />
          ) : (
            <ErrorState failure={list.error} onAgain={() => void list.refetch()} />
          )
        ) : (
          <Rows
            list={known}
            filtered={rule !== null || standing !== null}
            onMore={pages * pageSize < 500 ? () => setPages(pages + 1) : undefined}
          />
        )}
      </Sheet>
    </Page>
  );
}

function Rows({
  list,
  filtered,
  onMore,
}: {
  list: Listed;
  filtered: boolean;
  onMore: (() => void) | undefined;
}) {
  const { t } = useTranslation('services');
  if (list.rows.length === 0)
    return filtered ? (
      <Empty icon="calendar" title={t('deadlines.noneFiltered')}>
        {t('deadlines.noneFilteredWhat')}
      </Empty>
    ) : (
      <Empty icon="calendar" title={t('deadlines.none')}>
        {t('deadlines.noneWhat')}
      </Empty>
    );
  return (
    <>
      <DeadlineTable rows={list.rows} named />
      <div className="sheet-body row-of">
        <span className="quiet-text">{t('deadlines.shown', { count: list.total })}</span>
        {list.rows.length < list.total && onMore !== undefined && (
          <Button small onPress={onMore}>
            {t('deadlines.more')}
          </Button>
        )}
      </div>
    </>
  );
}
