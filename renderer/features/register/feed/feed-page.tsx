// The daily mutation feed: where it stands, what it asks of somebody, which files came, and how new ones come in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useCall } from '../../../calls.ts';
import { ErrorState } from '../../../ui/failure.tsx';
import { Page } from '../../../ui/page.tsx';
import { Loading } from '../../../ui/states.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { AddFiles } from './add-files.tsx';
import { FeedStanding } from './feed-standing.tsx';
import { FileList } from './file-list.tsx';
import { TakenList } from './taken-list.tsx';
import { TaskList } from './task-list.tsx';
import { WatchedFolder } from './watched-folder.tsx';

type Taken = CallOutput<'registerFeed.taken'>;

export default function FeedPage() {
  const { t } = useTranslation('register-feed');
  const state = useCall('registerFeed.state', {});
  const [taken, setTaken] = useState<Taken['rows'] | null>(null);
  const { data } = state;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <RegisterTabs />
      {data === undefined ? (
        state.error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorState failure={state.error} onAgain={() => void state.refetch()} />
        )
      ) : (
        <>
          <FeedStanding state={data} />
          <TaskList />
          <AddFiles onTaken={setTaken} />
          {taken !== null && <TakenList rows={taken} onClose={() => setTaken(null)} />}
          <FileList mayDrop={data.jobId === null} />
          <WatchedFolder state={data} />
        </>
      )}
    </Page>
  );
}
