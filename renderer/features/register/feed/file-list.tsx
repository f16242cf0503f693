// Files that came, the latest first: their state, what each changed, and why one was refused.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedFile } from '../../../../preload/contract/register-feed.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../../ui/list-pager.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { useFileWords } from './feed-words.ts';

const tones: Record<FeedFile['state'], Tone> = {
  held: 'warn',
  ready: 'moving',
  applied: 'ok',
  refused: 'bad',
};

export function FileList({ mayDrop }: { mayDrop: boolean }) {
  const { t } = useTranslation('register-feed');
  const [page, setPage] = useState(1);
  const files = useCall('registerFeed.files', { page, pageSize: rowsOfPage }, { keepPrevious: true });
  const drop = useAct('registerFeed.drop');
  const { data } = files;
  return (
    <Sheet title={t('files.title')} stacked>
      {data === undefined ? (
        files.error === null ? (
          <Loading lines={4} />
        ) : (
          <ErrorState failure={files.error} onAgain={() => void files.refetch()} />
        )
      ) : data.rows.length === 0 ? (
        <Empty slim icon="file" title={t('files.none')}>
          {t('files.noneWhat')}
        </Empty>
      ) : (
        <>
          <FailureNote failure={drop.failure} />
          <ul className="record-list">
            {data.rows.map((file) => (
              <FileRow
                key={file.id}
                file={file}
                {...(mayDrop && file.state !== 'applied'
                  ? { onDrop: () => void drop.run({ id: file.id }) }
                  : {})}
              />
            ))}
          </ul>
          {data.total > rowsOfPage && <ListPager page={page} total={data.total} onPage={setPage} />}
        </>
      )}
    </Sheet>
  );
}

function FileRow({ file, onDrop }: { file: FeedFile; onDrop?: () => void }) {
  const { t } = useTranslation('register-feed');
  const formats = useFormats();
  const words = useFileWords();
  const { sequence, referenceDate, state, name, refused, counts, records, openTasks } = file;
  const title =
    sequence === null
      ? name
      : referenceDate === null
        ? t('files.numbered', { sequence })
        : t('files.numberedOf', { sequence, day: formats.day(referenceDate) });
  return (
    <li>
      <span className="record-title">{title}</span>
      {openTasks > 0 && <span>{t('counts.tasks', { count: openTasks })}</span>}
      <Chip tone={tones[state]}>{t(`fileState.${state}`)}</Chip>
      {onDrop !== undefined && (
        <Button small plain onPress={onDrop}>
          {t('files.drop')}
          <span className="only-read-aloud">: {title}</span>
        </Button>
      )}
      <p>
        {refused !== null && words.refused(refused)}
        {counts !== null && words.counts(counts)}
        {refused === null && counts === null && records !== null && t('files.records', { count: records })}
      </p>
      <p className="quiet-text address">
        {name} · {t(`origin.${file.origin}`)} · {formats.moment(file.takenAt)}
      </p>
    </li>
  );
}
