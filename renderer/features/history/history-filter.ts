// What is asked of the history: the words, the groups of kinds and the days, as the page holds them.
import type { CallInput } from '../../../preload/contract/index.ts';
import { type KindGroup, kindsOf } from './kinds.ts';

export type HistoryFilter = {
  text: string;
  groups: KindGroup[];
  from: string | null;
  to: string | null;
};

export const noFilter: HistoryFilter = { text: '', groups: [], from: null, to: null };

export const isFiltered = (filter: HistoryFilter): boolean =>
  filter.text.trim() !== '' || filter.groups.length > 0 || filter.from !== null || filter.to !== null;

export const questionOf = (
  filter: HistoryFilter,
  employerId: string | null,
): Omit<CallInput<'history.search'>, 'page' | 'pageSize'> => ({
  employerId,
  text: filter.text.trim(),
  kinds: kindsOf(filter.groups),
  from: filter.from,
  to: filter.to,
});
