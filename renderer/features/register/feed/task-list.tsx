// What the feed asks of somebody: seen, or the names of the authentic source taken over, and taken back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FeedTask,
  type FeedTaskKind,
  feedTaskKinds,
} from '../../../../preload/contract/register-feed.ts';
import { useAct, useCall } from '../../../calls.ts';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../../ui/list-pager.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { TaskRow } from './task-row.tsx';

export function TaskList() {
  const { t } = useTranslation('register-feed');
  const toast = useToast();
  const [open, setOpen] = useState(true);
  const [kind, setKind] = useState<FeedTaskKind | ''>('');
  const [page, setPage] = useState(1);
  const filter = { open, page, pageSize: rowsOfPage, ...(kind === '' ? {} : { kind }) };
  const tasks = useCall('registerFeed.tasks', filter, { keepPrevious: true });
  const settle = useAct('registerFeed.settle');
  const reopen = useAct('registerFeed.reopen');
  // Each task by itself: whoever goes on to the next one does not wait for the one before.
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set());
  const during = async <T,>(id: string, act: () => Promise<T>): Promise<T> => {
    setUnderWay((all) => new Set(all).add(id));
    const result = await act();
    setUnderWay((all) => new Set([...all].filter((one) => one !== id)));
    return result;
  };
  const goBack = async ({ id, revision }: Pick<FeedTask, 'id' | 'revision'>): Promise<void> => {
    const result = await during(id, () => reopen.run({ id, expectedRevision: revision }));
    if (result.ok) toast({ text: t('tasks.reopenedToast') });
  };
  const end = async ({ id, revision }: FeedTask, how: 'seen' | 'takeOver'): Promise<void> => {
    const task = { id, expectedRevision: revision };
    const result = await during(id, () => settle.run({ tasks: [task], how }));
    if (!result.ok) return;
    toast({
      text: t(how === 'takeOver' ? 'tasks.takenToast' : 'tasks.settledToast'),
      act: { label: t('tasks.reopen'), onAct: () => void goBack({ id, revision: revision + 1 }) },
    });
  };
  const { data } = tasks;
  const total = Object.values(data?.counts ?? {}).reduce((sum, one) => sum + one, 0);
  return (
    <Sheet title={t('tasks.title')} stacked>
      <div className="row-of">
        <select
          className="input select small"
          aria-label={t('tasks.show')}
          value={open ? kind || 'all' : 'done'}
          onChange={({ target }) => {
            setPage(1);
            setOpen(target.value !== 'done');
            setKind(feedTaskKinds.find((one) => one === target.value) ?? '');
          }}
        >
          <option value="all">{`${t('tasks.open')} (${total})`}</option>
          {feedTaskKinds
            .filter((one) => (data?.counts[one] ?? 0) > 0 || one === kind)
            .map((one) => (
              <option key={one} value={one}>{`${t(`kinds.${one}`)} (${data?.counts[one] ?? 0})`}</option>
            ))}
          <option value="done">{t('tasks.done')}</option>
        </select>
      </div>
      <FailureNote failure={settle.failure ?? reopen.failure} />
      {data === undefined ? (
        tasks.error === null ? (
          <Loading lines={3} />
        ) : (
          <ErrorState failure={tasks.error} onAgain={() => void tasks.refetch()} />
        )
      ) : data.rows.length === 0 ? (
        <Empty slim icon="check-ring" title={t(open ? 'tasks.none' : 'tasks.noneDone')}>
          {t('tasks.noneWhat')}
        </Empty>
      ) : (
        <>
          <ul className="record-list">
            {data.rows.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                busy={underWay.has(task.id)}
                onEnd={(how) => void end(task, how)}
                onReopen={() => void goBack(task)}
              />
            ))}
          </ul>
          {data.total > rowsOfPage && <ListPager page={page} total={data.total} onPage={setPage} />}
        </>
      )}
    </Sheet>
  );
}
