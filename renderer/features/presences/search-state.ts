// What is searched: remembered between two visits, without what was typed, which may be the number of a person.
import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../../preload/contract/index.ts';
import { type PresenceSearch, presenceSearchSchema } from '../../../preload/contract/presence-search.ts';
import { periodDays } from '../../../preload/rules/presences/search-period.ts';
import { useKeptView } from '../../ui/kept-view.ts';
import { useWaitingSearch } from '../../ui/search-start.ts';
import { today } from './real-day.ts';

export const plainSearch: PresenceSearch = {
  period: 'week',
  from: null,
  to: null,
  text: '',
  reference: null,
  enterpriseNumber: null,
  type: null,
  validity: null,
  remark: null,
  subcontractors: 'with',
  cancelled: false,
  turned: false,
};

export type SearchInput = Omit<CallInput<'presence.list'>, 'page' | 'pageSize'>;

export function inputOf(
  search: PresenceSearch,
  employerId: string | null,
  newSince: string | null,
): SearchInput {
  const { reference, enterpriseNumber, type, validity, remark } = search;
  return {
    ...periodDays(search, today()),
    text: search.text,
    subcontractors: search.subcontractors,
    cancelled: search.cancelled,
    turned: search.turned,
    ...(employerId === null ? {} : { employerId }),
    ...(reference === null ? {} : { reference }),
    ...(enterpriseNumber === null ? {} : { enterpriseNumber }),
    ...(type === null ? {} : { type }),
    ...(validity === null ? {} : { validity }),
    ...(remark === null ? {} : { remark }),
    ...(newSince === null ? {} : { newSince }),
  };
}

const readSearch = (kept: unknown): PresenceSearch | null =>
  presenceSearchSchema.safeParse(kept).data ?? null;
/** After the last change: each keeping is a write. */
const keepAfter = 700;

/** `begin` wins over what was remembered, and words that another page handed over win over both. */
export function useSearch(begin: PresenceSearch | null): [PresenceSearch, (search: PresenceSearch) => void] {
  const [kept, keep] = useKeptView('presences-search', readSearch);
  const text = useWaitingSearch('/presences/search');
  const [own, setOwn] = useState(text === '' ? begin : { ...plainSearch, period: 'month' as const, text });
  const keeping = useRef(keep);
  keeping.current = keep;
  useEffect(() => {
    if (own === null) return undefined;
    const timer = setTimeout(() => keeping.current({ ...own, text: '' }), keepAfter);
    return () => clearTimeout(timer);
  }, [own]);
  return [own ?? kept ?? plainSearch, setOwn];
}

/** A value once it has stood still: for what may come a little later than the rows. */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  const latest = useRef(value);
  latest.current = value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value
  useEffect(() => {
    const timer = setTimeout(() => setSettled(latest.current), afterMs);
    return () => clearTimeout(timer);
  }, [text, afterMs]);
  return settled;
}
