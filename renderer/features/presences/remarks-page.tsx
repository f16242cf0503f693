// Remarks of the service as things to do, the one of which the time runs out first on top.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemarkTask } from '../../../preload/contract/presences.ts';
import { languageSchema } from '../../../preload/contract/values.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { useRemarkWords } from './remark-words.ts';
import { RoomTabs } from './room-tabs.tsx';
import './presences.css';

const pressing = 7;

export default function RemarksPage() {
  const { t } = useTranslation('presence-remarks');
  const employerId = useEmployerId();
  const [page, setPage] = useState(1);
  const found = useCall(
    'presence.remarks',
    { ...(employerId === null ? {} : { employerId }), page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  const { data } = found;
  return (
    <Page title={t('tab')} lead={data === undefined ? undefined : t('lead', { count: data.total })}>
      <RoomTabs />
      {found.error !== null && <ErrorState failure={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && <Loading lines={6} />}
      {data?.total === 0 && (
        <Empty icon="flag" title={t('none')}>
          {t('noneWhat')}
        </Empty>
      )}
      {data !== undefined && data.total > 0 && (
        <Sheet label={t('tab')} flush>
          <ul className="remarks">
            {data.rows.map((task) => (
              <Remark key={`${task.serviceId} ${task.code}`} task={task} />
            ))}
          </ul>
          <ListPager page={page} total={data.total} onPage={setPage} />
        </Sheet>
      )}
    </Page>
  );
}

function Remark({ task }: { task: RemarkTask }) {
  const { t, i18n } = useTranslation('presence-remarks');
  const presences = useTranslation('presences');
  const formats = useFormats();
  const words = useRemarkWords()(task.code);
  const { daysLeft: days } = task;
  const savedToast = useSavedToast();
  const save = useAct('presence.saveEvidence');
  const saveEvidence = async (): Promise<void> => {
    const language = languageSchema.catch('nl').parse(i18n.language);
    const result = await save.run({ serviceId: task.serviceId, language });
    if (result.ok && result.value.saved)
      savedToast(t('evidence.saved', { name: result.value.name }), result.value.name);
  };
  const over = days < 0;
  const day = formats.day(task.until, 'long');
  return (
    <li className="remark">
      <div className="remark-head">
        <h2>{words.title}</h2>
        <Chip
          tone={over ? 'plain' : days < pressing ? 'bad' : task.severity === 'blocking' ? 'warn' : 'moving'}
          icon="clock"
        >
          {over ? t('over') : t('left', { days })}
        </Chip>
      </div>
      <p className="quiet-text">
        {[
          task.workerName ?? formats.insz(task.insz),
          task.siteName ?? task.reference,
          task.employerName ?? formats.enterpriseNumber(task.employerNumber),
          `${presences.t(`type.${task.type}`)} ${formats.moment(task.registeredAt)}`,
        ].join(' · ')}
      </p>
      <p>{words.cause}</p>
      <p>
        <strong>{words.who}</strong>
        {words.who === '' ? '' : ': '}
        {words.todo}
      </p>
      <p className="quiet-text">{over ? t('after', { day }) : t('until', { day })}</p>
      <div className="row-of">
        <Button small icon="download" busy={save.busy} onPress={() => void saveEvidence()}>
          {t('evidence.save')}
        </Button>
      </div>
      <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
    </li>
  );
}
