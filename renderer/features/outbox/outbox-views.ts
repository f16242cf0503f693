// The views of the list: which states each holds and where it is found. `/outbox` shows everything.
import type { OutboxItem } from '../../../preload/contract/outbox.ts';

type State = OutboxItem['state'];
export type ViewId = 'all' | 'ready' | 'sending' | 'unknown' | 'refused' | 'accepted' | 'past';

export const views: { id: ViewId; states: State[] }[] = [
  { id: 'all', states: [] },
  { id: 'ready', states: ['ready'] },
  { id: 'sending', states: ['sending'] },
  { id: 'unknown', states: ['unknown'] },
  { id: 'refused', states: ['refused'] },
  { id: 'accepted', states: ['accepted', 'acceptedWithWarnings'] },
  { id: 'past', states: ['superseded', 'withdrawn'] },
];

export const pathOf = (view: ViewId): string => (view === 'all' ? '/outbox' : `/outbox/${view}`);

/** A view that does not exist is the whole list. */
export const viewOf = (name: string | undefined): ViewId =>
  views.find((view) => view.id === name)?.id ?? 'all';

export const statesOf = (view: ViewId): State[] => views.find((one) => one.id === view)?.states ?? [];

/** How many items a view holds. */
export function countOf(view: ViewId, counts: Partial<Record<State, number>>): number {
  const states = statesOf(view);
  return (states.length === 0 ? (Object.keys(counts) as State[]) : states).reduce(
    (sum, state) => sum + (counts[state] ?? 0),
    0,
  );
}
