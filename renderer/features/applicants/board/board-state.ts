// What the board shows: the employer in hand, words, a batch, which of those that are over; and whether it is hidden.
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { ApplicantColumn } from '../../../../preload/contract/applicants.ts';
import { useAppState } from '../../../app-state.ts';
import { useCall } from '../../../calls.ts';
import { useKeptView } from '../../../ui/kept-view.ts';
import { useWaitingSearch } from '../../../ui/search-start.ts';

export type Past = 'past' | 'refused' | 'expired' | 'withdrawn' | 'ended';
export const pastColumns = ['refused', 'expired', 'withdrawn', 'ended'] as const satisfies ApplicantColumn[];

export type BoardFilter = { text: string; batchId: string | null; past: Past };
export type BoardInput = { employerId?: string; batchId?: string; text: string };

export function useBoardFilter(batchId: string | null) {
  const { employerId } = useAppState();
  const words = useWaitingSearch('/applicants');
  const [filter, setFilter] = useState<BoardFilter>({ text: words, batchId, past: 'past' });
  const { text, batchId: batch } = filter;
  const input = useMemo<BoardInput>(
    () => ({
      text: text.trim(),
      ...(employerId === null ? {} : { employerId }),
      ...(batch === null ? {} : { batchId: batch }),
    }),
    [text, batch, employerId],
  );
  return { filter, setFilter, input };
}

const kept = 'applicants-board';
const readHidden = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** `known`: until then nothing is drawn, as somebody may be looking over the counter. */
export function useHiddenBoard(): { known: boolean; hidden: boolean; setHidden: (hidden: boolean) => void } {
  const { isPending } = useCall('view.kept', { name: kept });
  const [hidden, keep] = useKeptView(kept, readHidden);
  return { known: !isPending, hidden: hidden === true, setHidden: keep };
}

const narrow = matchMedia('(width < 60rem)');
const onNarrow = (told: () => void): (() => void) => {
  narrow.addEventListener('change', told);
  return () => narrow.removeEventListener('change', told);
};

/** No room for lanes beside each other: also with text twice as large. */
export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, () => narrow.matches);

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** The days that count as today: in Belgium, and on the practice date. */
export function useTodays(): readonly string[] {
  const { practiceDate } = useAppState();
  const now = brussels.format(new Date());
  return useMemo(() => (practiceDate === null ? [now] : [now, practiceDate]), [now, practiceDate]);
}
