// What the register asks main for: the view, the filters and the sorting as one question.
import type { CallInput } from '../../../preload/contract/index.ts';
import type { TrainingFilter } from '../../../preload/contract/training.ts';
import type { RoomMemory } from './room-memory.ts';
import type { RoomPlace } from './room-views.ts';

export type RegisterView = 'all' | 'toFix' | 'drafts';

export const viewPaths: Record<RegisterView, RoomPlace> = {
  all: '/training',
  toFix: '/training/to-fix',
  drafts: '/training/drafts',
};

export const viewOf = (place: string): RegisterView =>
  place === viewPaths.toFix ? 'toFix' : place === viewPaths.drafts ? 'drafts' : 'all';

export function filterOf(
  view: RegisterView,
  memory: RoomMemory,
  employerId: string | null,
  year: number,
): TrainingFilter {
  return {
    employerId,
    workerId: null,
    year,
    text: memory.text.trim(),
    states: view === 'drafts' ? ['draft'] : memory.states,
    toFix: view === 'toFix',
    startFrom: memory.startFrom,
    startTo: memory.startTo,
  };
}

type Sort = NonNullable<CallInput<'training.list'>['sort']>;
const sortable: readonly string[] = ['worker', 'start', 'title', 'duration', 'state', 'updated'];

export const sortOf = ({ sort }: RoomMemory): Sort => {
  const column = sortable.includes(sort.column) ? sort.column : 'worker';
  return `${sort.descending ? '-' : ''}${column}` as Sort;
};

/** Whether a person narrowed the list, beyond the view and the year. */
export const isNarrowed = ({ text, states, startFrom, startTo }: RoomMemory): boolean =>
  text.trim() !== '' || states.length > 0 || startFrom !== null || startTo !== null;
