// What is compared: the days, where, who, in which groups, and which page of it.
import { useDeferredValue, useState } from 'react';
import type { CallInput } from '../../../preload/contract/index.ts';
import type { Planning } from '../../../preload/contract/planning.ts';
import type { ComparisonKind } from '../../../preload/rules/presences/comparison-kinds.ts';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { rowsOfPage } from '../../ui/list-pager.tsx';
import { daysBefore, today } from '../presences/real-day.ts';

export type Grouping = 'day' | 'site' | 'worker';
export type Period = { from: string; to: string };

/** Days that are compared at once. */
export const mostDays = 31;

export const tooLong = ({ from, to }: Period): boolean => to < from || daysBefore(to, mostDays - 1) > from;

/** The days of a planning, as many as are compared at once. */
export function periodOf({ firstDay, lastDay }: Pick<Planning, 'firstDay' | 'lastDay'>): Period {
  const most = daysBefore(firstDay, 1 - mostDays);
  return { from: firstDay, to: lastDay < most ? lastDay : most };
}

export function useComparison() {
  const employerId = useEmployerId();
  const plannings = useCall('planning.list', employerId === null ? {} : { employerId });
  const latest = plannings.data?.rows[0];
  const [chosen, setChosen] = useState<Period | null>(null);
  const period =
    chosen ?? (latest === undefined ? { from: daysBefore(today(), 6), to: today() } : periodOf(latest));
  const [by, setBy] = useState<Grouping>('day');
  const [reference, setReference] = useState('');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ComparisonKind | null>(null);
  const [page, setPage] = useState(1);
  /** Whatever is chosen anew begins at its first page. */
  const anew =
    <V>(set: (value: V) => void) =>
    (value: V): void => {
      set(value);
      setPage(1);
    };
  const asked = {
    ...{ employerId, ...period, by, text: useDeferredValue(text) },
    reference: reference === '' ? null : reference,
  } satisfies CallInput<'planning.compare'>;
  const wrong = tooLong(period);
  const compared = useCall(
    'planning.compare',
    { ...asked, kinds: kind === null ? [] : [kind], page, pageSize: rowsOfPage },
    { enabled: plannings.data !== undefined && !wrong, keepPrevious: true },
  );
  return {
    ...{ employerId, plannings, period, by, reference, text, kind, page, asked, compared, wrong },
    setPeriod: anew<Period>(setChosen),
    setBy: anew(setBy),
    setReference: anew(setReference),
    setText: anew(setText),
    setKind: anew<ComparisonKind | null>(setKind),
    setPage,
  };
}

export type Comparison = ReturnType<typeof useComparison>;
