// Lists of many clients on one page: chosen together, each recognised by its employer, put right together, brought in with
// one act. What waits is still here tomorrow: nothing enters the register before that act.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../preload/contract/app.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Failure, Result } from '../../../preload/contract/result.ts';
import { call } from '../../bridge.ts';
import { callQuery, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { ErrorState, FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { untilDone } from '../../ui/until-done.ts';
import { ManyDone } from './import-many-done.tsx';
import { ManyFiles } from './import-many-files.tsx';
import { ManyLists } from './import-many-lists.tsx';
import { ManyProblems } from './import-many-problems.tsx';
import { ManySame } from './import-many-same.tsx';
import { RoomTabs } from './room-head.tsx';
import { useRoomYear } from './room-year.ts';
import '../../ui/list-import.css';

type Waiting = CallOutput<'trainingLists.waiting'>;

export default function ImportManyPage() {
  const { t } = useTranslation('training-lists');
  const client = useQueryClient();
  const year = useRoomYear();
  const waiting = useCall('trainingLists.waiting', {}, { keepPrevious: true });
  const job = useCall('job.list', {}).data?.jobs.find(
    ({ kind, state }) => kind === 'trainingImport' && state === 'running',
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [duplicates, setDuplicates] = useState(false);
  const [turn, setTurn] = useState(0);
  const done = useRef<HTMLSpanElement>(null);
  const problems = useRef<HTMLSpanElement>(null);
  const same = useRef<HTMLSpanElement>(null);
  const { lists, unread, done: brought } = waiting.data ?? nothing;
  const ready = lists.filter(({ missing }) => missing.length === 0);
  const sum = (of: (list: Waiting['lists'][number]) => number): number =>
    ready.reduce((total, list) => total + of(list), 0);
  const twice = sum(({ counts }) => counts.duplicate);
  const becoming = sum(({ counts }) => counts.create) + (duplicates ? twice : 0);
  const readAgain = async (): Promise<void> => {
    const stale = ['trainingLists', 'trainingImport'];
    await client.invalidateQueries({
      predicate: ({ queryKey }) => stale.includes(String(queryKey[0]).split('.')[0] ?? ''),
    });
    await client.prefetchQuery(callQuery('trainingLists.waiting', {}));
    setTurn((now) => now + 1);
  };
  /** The focus goes to what is left, as what was pressed may be gone; but not from under hands that work elsewhere already. */
  const manyChanged = async (pressed: Element | null): Promise<void> => {
    await readAgain();
    const now = document.activeElement;
    if (now !== null && now !== document.body && now !== pressed) return;
    const { queryKey } = callQuery('trainingLists.same', {});
    const groups = client.getQueryData<CallOutput<'trainingLists.same'>>(queryKey)?.groups ?? [];
    (groups.length > 0 ? same : problems).current?.focus();
  };
  const run = async (start: () => Promise<Result<{ jobId: string }>>): Promise<Result<Job>> => {
    setBusy(true);
    const ended = await untilDone(start);
    setFailure(ended.ok || ended.failure.code === 'cancelled' ? null : ended.failure);
    await readAgain();
    setBusy(false);
    return ended;
  };
  const apply = async (): Promise<void> => {
    await run(() => call('trainingLists.apply', { duplicates: duplicates ? 'add' : 'leaveOut' }));
    done.current?.focus();
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        becoming > 0 && (
          <Button primary icon="check" busy={busy} onPress={() => void apply()}>
            {t('apply', { count: becoming, lists: ready.length })}
          </Button>
        )
      }
    >
      <RoomTabs year={year} current="/training/import" />
      <FailureNote failure={failure} />
      <Sheet label={t('files.label')} stacked>
        <ManyFiles
          busy={busy || job !== undefined}
          onFiles={async (files) => {
            const named = files.map(({ selectionId, name }) => ({ selectionId, name }));
            await run(() => call('trainingLists.take', { files: named.slice(0, 200) }));
          }}
        />
        {job !== undefined && <ProgressBlock label={t('running')} job={job} />}
        <Unread unread={unread} />
        <div className="row-of">
          <LinkButton to="/training/import" small>
            {t('toOne')}
          </LinkButton>
        </div>
      </Sheet>
      {waiting.data === undefined &&
        (waiting.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={waiting.error} onAgain={() => void waiting.refetch()} />
        ))}
      {brought.length > 0 && <ManyDone done={brought} heading={done} />}
      {lists.length > 0 && <ManyLists lists={lists} />}
      {twice > 0 && (
        <CheckboxField
          name="duplicates"
          label={t('duplicates', { count: twice })}
          hint={t('duplicatesWhat')}
          checked={duplicates}
          onChange={(event) => setDuplicates(event.target.checked)}
        />
      )}
      {ready.length > 0 && (
        <>
          <ManySame heading={same} onChanged={(pressed) => void manyChanged(pressed)} />
          <ManyProblems turn={turn} lists={ready} heading={problems} onMany={() => manyChanged(null)} />
        </>
      )}
    </Page>
  );
}

const nothing: Waiting = { lists: [], unread: [], done: [] };

/** Files that did not become lists, each with its reason. */
function Unread({ unread }: { unread: Waiting['unread'] }) {
  const { t } = useTranslation('training-lists');
  const sentence = useFailureSentence();
  if (unread.length === 0) return null;
  return (
    <Note tone="warn" announce>
      <p>{t('unread.title', { count: unread.length })}</p>
      <ul>
        {unread.map(({ name, code }) => (
          <li key={name}>
            <strong className="address">{name}</strong>{' '}
            {code === null ? t('unread.waits') : sentence({ code, retry: 'never', traceId: '' })}
          </li>
        ))}
      </ul>
    </Note>
  );
}
