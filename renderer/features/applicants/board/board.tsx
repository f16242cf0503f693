// The board: every request in its column, from asked to over. It can be hidden from who looks over the counter.
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApplicantColumn, applicantColumns } from '../../../../preload/contract/applicants.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { LinkButton, TextLink } from '../../../ui/link-button.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { WithdrawDialog } from '../desk/withdraw-dialog.tsx';
import { useAnsweredBoard } from './answered-board.ts';
import { useBoardActs } from './board-acts.tsx';
import { type BoardFilter, useBoardFilter, useHiddenBoard, useNarrow } from './board-state.ts';
import { firstColumn, Lanes, type LanesHandle } from './lanes.tsx';
import './board.css';

type BoardProps = {
  /** The request that the page is about. */
  current?: string | null;
  /** Only requests of this batch, until another is chosen. */
  batchId?: string | null;
};

export function Board({ current = null, batchId = null }: BoardProps) {
  const { t } = useTranslation('applicants');
  const { known, hidden, setHidden } = useHiddenBoard();
  const refresh = useAct('applicantRequest.refresh');
  const { employerId } = useAppState();
  return (
    <section className="sheet board" aria-labelledby="board-title">
      <div className="sheet-head">
        <h2 id="board-title">{t('board.title')}</h2>
        <span className="quiet-text">{t(hidden ? 'board.isHidden' : 'board.lead')}</span>
        <span className="row-of at-end">
          {known && !hidden && (
            <Button
              small
              plain
              icon="again"
              busy={refresh.busy}
              onPress={() => void refresh.run(employerId === null ? {} : { employerId })}
            >
              {t('board.refresh')}
            </Button>
          )}
          {known && (
            <Button small plain icon={hidden ? 'screen' : 'hide'} onPress={() => setHidden(!hidden)}>
              {t(hidden ? 'board.show' : 'board.hide')}
            </Button>
          )}
        </span>
      </div>
      <FailureNote failure={refresh.failure} />
      {known && !hidden && <BoardBody current={current} batchId={batchId} />}
    </section>
  );
}

function BoardBody({ current, batchId }: { current: string | null; batchId: string | null }) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const { filter, setFilter, input } = useBoardFilter(batchId);
  // Letters appear as they are typed, also while the lanes are still being drawn.
  const shown = useDeferredValue(useAnsweredBoard(input, filter.past));
  const isKnown = shown !== null;
  const counted = useCall('applicantRequest.counts', shown ?? input, {
    enabled: isKnown,
    keepPrevious: true,
  });
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<ApplicantColumn | null>(null);
  const acts = useBoardActs();
  const lanes = useRef<LanesHandle>(null);
  const seek = useRef<HTMLInputElement>(null);
  if (counted.error !== null)
    return <ErrorState failure={counted.error} onAgain={() => void counted.refetch()} />;
  if (counted.data === undefined || shown === null)
    return (
      <div className="sheet-body">
        <Loading lines={4} />
      </div>
    );
  const { columns: counts, refusals } = counted.data;
  const total = applicantColumns.reduce((sum, column) => sum + counts[column], 0);
  // Also while what is counted is still that of earlier words: the field in which somebody clears them must stay.
  const narrowed =
    filter.text.trim() !== '' ||
    filter.batchId !== null ||
    shown.text !== '' ||
    shown.batchId !== undefined ||
    counted.isPlaceholderData;
  const only = chosen ?? firstColumn(counts);
  return (
    <>
      {(total > 0 || narrowed) && (
        <Filters filter={filter} onFilter={setFilter} seek={seek} onEnter={() => lanes.current?.enter()}>
          {narrow && (
            <select
              className="input small"
              aria-label={t('board.column')}
              value={only}
              onChange={({ target }) =>
                setChosen(applicantColumns.find((column) => column === target.value) ?? null)
              }
            >
              {applicantColumns.map((column) => (
                <option key={column} value={column}>
                  {t('board.columnCount', {
                    column: t(`board.columns.${column}`),
                    count: formats.number(counts[column]),
                  })}
                </option>
              ))}
            </select>
          )}
          <span className="quiet-text at-end" role="status">
            {t('board.shown', { count: total })}
          </span>
        </Filters>
      )}
      <FailureNote failure={acts.failure} />
      {total === 0 && narrowed && (
        <Empty icon="search" title={t('board.nothingFound')}>
          {t('board.nothingFoundWhat')}
        </Empty>
      )}
      {total === 0 && !narrowed && (
        <Empty
          icon="qr"
          title={t('board.empty.title')}
          acts={
            <LinkButton to="/applicants/new" icon="plus">
              {t('common.new')}
            </LinkButton>
          }
        >
          {t('board.empty.what')}
        </Empty>
      )}
      {total > 0 && (
        <Lanes
          input={shown}
          past={filter.past}
          onPast={(past) => setFilter({ ...filter, past })}
          counts={counts}
          only={narrow ? only : null}
          current={current}
          acts={acts}
          onSeek={() => seek.current?.focus()}
          handle={lanes}
        />
      )}
      <p className="board-foot">
        <span>{t('board.refusals', { count: refusals })}</span>
        <span className="at-end">
          <TextLink to="/applicants/care">{t('board.care')}</TextLink>
        </span>
      </p>
      <WithdrawDialog
        request={acts.leaving}
        busy={acts.busy}
        onClose={acts.close}
        onAct={() => void acts.confirm()}
      />
    </>
  );
}

type FiltersProps = {
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  seek: React.RefObject<HTMLInputElement | null>;
  /** On to the slips that were found. */
  onEnter: () => void;
  children: React.ReactNode;
};

function Filters({ filter, onFilter, seek, onEnter, children }: FiltersProps) {
  const { t } = useTranslation('applicants');
  const { employerId } = useAppState();
  const batches = useCall('applicantBatch.list', employerId === null ? {} : { employerId }).data?.rows ?? [];
  return (
    <div className="filters">
      <input
        ref={seek}
        className="input small seek"
        type="search"
        aria-label={t('board.seek')}
        placeholder={t('board.seek')}
        value={filter.text}
        maxLength={120}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onEnter();
        }}
      />
      {(batches.length > 0 || filter.batchId !== null) && (
        <select
          className="input small select"
          aria-label={t('board.batch')}
          value={filter.batchId ?? ''}
          onChange={({ target }) =>
            onFilter({ ...filter, batchId: target.value === '' ? null : target.value })
          }
        >
          <option value="">{t('board.everyBatch')}</option>
          {batches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {filter.batchId !== null && (
        <LinkButton to={`/applicants/batch/${filter.batchId}`} small icon="qr">
          {t('board.toBatch')}
        </LinkButton>
      )}
      {children}
    </div>
  );
}
