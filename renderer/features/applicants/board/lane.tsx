// A column of the board: any number of slips, only those in view are drawn, one of them reached by Tab.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import type { RowWindow } from '../../../ui/row-window.ts';
import type { LaneExtent } from './board-keys.ts';

/** How the board moves the focus into a lane. */
export type LaneHandle = { extent: () => LaneExtent; focus: (index: number) => void };

type LaneProps = {
  title: string;
  icon: IconName;
  rows: RowWindow<ApplicantRequest>;
  /** Between the head and the slips. */
  filters?: ReactNode;
  empty: string;
  current: string | null;
  slip: (request: ApplicantRequest, index: number, reached: boolean) => ReactNode;
  ref?: Ref<LaneHandle>;
};

const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export function Lane({ title, icon, rows, filters, empty, current, slip, ref }: LaneProps) {
  const formats = useFormats();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [reached, setReached] = useState(0);
  // Asked for the same slip again, nothing else changes: the focus moves after a draw.
  const [, draw] = useState(0);
  const { total, need, failure, row: rowAt } = rows;
  const last = Math.max(total - 1, 0);
  const stop = Math.min(reached, last);
  const focused = useFocusInside(scroll, heading, total);
  const getItemKey = useCallback((index: number) => rowAt(index)?.id ?? `waiting ${index}`, [rowAt]);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rootSize() * 3.125,
    // A height goes with its request, wherever the list then has it.
    getItemKey,
    overscan: 4,
    // What has the focus stays drawn, also where it was scrolled out of view.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), stop, focused.at() ?? stop])]
        .filter((index) => index < total)
        .sort((a, b) => a - b),
  });
  const items = virtualizer.getVirtualItems();
  const from = virtualizer.range?.startIndex ?? 0;
  const to = virtualizer.range?.endIndex ?? 0;
  useEffect(() => need(from, to), [need, from, to]);

  useImperativeHandle(ref, () => ({
    extent: () => ({ total, first: Math.floor((scroll.current?.scrollTop ?? 0) / (rootSize() * 3.125)) }),
    focus: (index) => {
      setReached(index);
      virtualizer.scrollToIndex(index);
      focused.want(index);
      draw((count) => count + 1);
    },
  }));
  return (
    <section className="lane" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        <Icon name={icon} />
        {title}
        {(failure === null || total > 0) && <span className="count">{formats.number(total)}</span>}
      </h3>
      {filters}
      {failure !== null && (
        <LaneFailure
          failure={failure}
          onAgain={() => {
            // The button goes once it was read.
            heading.current?.focus();
            rows.again();
          }}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears which of its slips has the focus */}
      <div
        className="lane-scroll"
        ref={scroll}
        onFocus={({ target }) => {
          focused.hold(target);
          const index = target.getAttribute('data-index');
          if (index !== null) setReached(Number(index));
        }}
        onBlur={focused.leave}
      >
        <ul style={{ blockSize: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows.row(item.index);
            return (
              <li
                key={row?.id ?? `waiting ${item.index}`}
                data-index={item.index}
                ref={virtualizer.measureElement}
                className={row !== undefined && row.id === current ? 'slip current' : 'slip'}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={total}
                aria-posinset={item.index + 1}
              >
                {row === undefined ? (
                  <span className="loading-line" />
                ) : (
                  slip(row, item.index, item.index === stop)
                )}
              </li>
            );
          })}
        </ul>
        {total === 0 && !rows.waiting && failure === null && <p className="lane-empty quiet-text">{empty}</p>}
      </div>
    </section>
  );
}

function LaneFailure({ failure, onAgain }: { failure: Failure; onAgain: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <div className="lane-failure">
      <FailureNote failure={failure} />
      <Button small icon="again" onPress={onAgain}>
        {t('failure.again')}
      </Button>
    </div>
  );
}

/** Focus that was asked for before its slip is drawn, and the focus of a slip that goes away: the next in its place has it. */
function useFocusInside(
  scroll: { current: HTMLElement | null },
  heading: { current: HTMLElement | null },
  total: number,
) {
  const wanted = useRef<number | null>(null);
  const held = useRef<{ element: Element; index: number } | null>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (held.current !== null && !held.current.element.isConnected) {
      if (activeElement === document.body) wanted.current ??= held.current.index;
      else if (!isAsked(activeElement)) held.current = null;
    }
    if (wanted.current === null) return;
    const index = Math.min(wanted.current, total - 1);
    const goal =
      total === 0
        ? heading.current
        : scroll.current?.querySelector<HTMLElement>(`.slip-link[data-index="${index}"]`);
    if (goal === null || goal === undefined) return;
    wanted.current = null;
    held.current = null;
    goal.focus();
  });
  return {
    /** Where the focus is in this lane. */
    at: (): number | null => held.current?.index ?? null,
    want: (index: number) => {
      wanted.current = index;
    },
    hold: (element: Element) => {
      const index = element.closest('[data-index]')?.getAttribute('data-index');
      held.current = index === null || index === undefined ? null : { element, index: Number(index) };
    },
    /** An element that is taken away leaves without being left; one that asks something comes back to its place. */
    leave: ({ target, relatedTarget }: { target: Element; relatedTarget: Element | null }) => {
      if (target.isConnected && !isAsked(relatedTarget)) held.current = null;
    },
  };
}

/** Whether somebody is asked once more, in a dialog that gives the focus back. */
const isAsked = (element: Element | null): boolean =>
  element?.closest('[role="dialog"], [role="alertdialog"]') != null;
