// The lanes of the board, or one list where there is no room for them, and the keys that lead from slip to slip.
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ApplicantColumn,
  type ApplicantRequest,
  applicantColumns,
} from '../../../../preload/contract/applicants.ts';
import { useAppState } from '../../../app-state.ts';
import { type RowWindow, useRowWindow } from '../../../ui/row-window.ts';
import { useSteadyRows } from '../../presences/steady-rows.ts';
import { lanePage, useAhead } from './answered-board.ts';
import type { BoardActs } from './board-acts.tsx';
import { placeAfter } from './board-keys.ts';
import { type BoardInput, type Past, useTodays } from './board-state.ts';
import { Lane, type LaneHandle } from './lane.tsx';
import { PastChips } from './past-chips.tsx';
import { Slip } from './slip.tsx';
import { columnIcons } from './slip-words.ts';

/** How the rest of the board moves the focus into the lanes. */
export type LanesHandle = { enter: () => void };
export type Counts = Record<ApplicantColumn, number>;

type LanesProps = {
  input: BoardInput;
  past: Past;
  onPast: (past: Past) => void;
  counts: Counts;
  /** The one list that is shown in the place of the lanes. */
  only: ApplicantColumn | null;
  current: string | null;
  acts: BoardActs;
  onSeek: () => void;
  handle: RefObject<LanesHandle | null>;
};

/** The last answer stays in view until the next is there, wherever in the lane somebody is. */
function useLane(input: BoardInput, column: ApplicantColumn | 'past'): RowWindow<ApplicantRequest> {
  const { rows, answer } = useRowWindow('applicantRequest.list', { ...input, column }, lanePage);
  const first = useRef(0);
  const { need, total } = rows;
  const ahead = useAhead(input, column);
  const noteAndNeed = useCallback(
    (from: number, to: number): void => {
      first.current = from;
      need(from, to);
      // Of a lane in which somebody moves: the pages beside it, and both ends.
      if (from > 0) ahead([from - lanePage, to + lanePage, 0, total - 1], total);
    },
    [need, ahead, total],
  );
  const answered =
    rows.waiting ||
    answer?.rows.length === 0 ||
    rows.row(0) !== undefined ||
    rows.row(first.current) !== undefined;
  return useSteadyRows({ ...rows, need: noteAndNeed }, answered);
}

export function Lanes(props: LanesProps) {
  const { only } = props;
  return only === null ? <SideBySide {...props} /> : <OneList key={only} {...props} only={only} />;
}

function SideBySide(props: LanesProps) {
  const { input, past, onPast, counts } = props;
  const { t } = useTranslation('applicants');
  const asked = useLane(input, 'asked');
  const approved = useLane(input, 'approved');
  const read = useLane(input, 'read');
  const over = useLane(input, past);
  const { lane, keys } = useLanes(props, [asked, approved, read, over]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the slips in it
    <div className="lanes" onKeyDown={keys}>
      <Lane {...lane(0, 'asked')} />
      <Lane {...lane(1, 'approved')} />
      <Lane {...lane(2, 'read')} title={t('board.readAndValid')} />
      <Lane {...lane(3, 'past')} filters={<PastChips past={past} counts={counts} onPast={onPast} />} />
    </div>
  );
}

function OneList(props: LanesProps & { only: ApplicantColumn }) {
  const rows = useLane(props.input, props.only);
  const { lane, keys } = useLanes(props, [rows]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the slips in it
    <div className="lanes one" onKeyDown={keys}>
      <Lane {...lane(0, props.only)} />
    </div>
  );
}

/** What each lane is given, and what a key on a slip does. */
function useLanes(props: LanesProps, rows: readonly RowWindow<ApplicantRequest>[]) {
  const { acts, current, onSeek, handle } = props;
  const { t } = useTranslation('applicants');
  const { employerId } = useAppState();
  const today = useTodays();
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const onRead = useCallback((request: ApplicantRequest) => latest.current.read(request), []);
  const lanes = useRef<(LaneHandle | null)[]>([]);
  useImperativeHandle(handle, () => ({
    enter: () => {
      const first = lanes.current.find((lane) => (lane?.extent().total ?? 0) > 0);
      first?.focus(first.extent().first);
    },
  }));

  const lane = (at: number, column: ApplicantColumn | 'past') => ({
    title: t(`board.columns.${column}`),
    icon: columnIcons[column],
    rows: rows[at] ?? noRows,
    empty: t(`board.none.${column}`),
    current,
    ref: (one: LaneHandle | null): void => {
      lanes.current[at] = one;
    },
    slip: (request: ApplicantRequest, index: number, reached: boolean) => (
      <Slip
        request={request}
        index={index}
        reached={reached}
        current={request.id === current}
        mixed={column === 'past'}
        employer={employerId === null}
        today={today}
        busy={acts.reading === request.id}
        onRead={onRead}
      />
    ),
  });

  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const slip = target instanceof Element ? target.closest('li[data-index]') : null;
    const link = slip?.querySelector('.slip-link');
    if (!link || ctrlKey || metaKey || altKey || shiftKey) return;
    const index = Number(link.getAttribute('data-index'));
    const at = [...event.currentTarget.querySelectorAll('.lane')].findIndex((one) => one.contains(link));
    const request = rows[at]?.row(index);
    const to = placeAfter(
      key,
      { lane: at, index },
      lanes.current.map((one) => one?.extent() ?? { total: 0, first: 0 }),
    );
    if (to !== null) lanes.current[to.lane]?.focus(to.index);
    else if (key === '/') onSeek();
    else if (request !== undefined && key.toLowerCase() === 'r') acts.read(request);
    else if (request !== undefined && key.toLowerCase() === 'w') acts.withdraw(request);
    else return;
    event.preventDefault();
  };
  return { lane, keys };
}

const noRows: RowWindow<ApplicantRequest> = {
  total: 0,
  row: () => undefined,
  need: () => undefined,
  waiting: true,
  failure: null,
  again: () => undefined,
  all: async () => null,
};

/** The columns that have anything, and the first that has. */
export const firstColumn = (counts: Counts): ApplicantColumn =>
  applicantColumns.find((column) => counts[column] > 0) ?? 'asked';
