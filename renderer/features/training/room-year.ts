// The year that the room shows: the chosen one, else that of the business date.
import { useAppState } from '../../app-state.ts';
import { useRoomMemory } from './room-memory.ts';

const firstYear = 2023;

/** Today in Belgium, or the date of the practice environment: `2025-06-12`. */
export function useBusinessDate(): string {
  const { practiceDate } = useAppState();
  return practiceDate ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());
}

export function useRoomYear(): number {
  const today = useBusinessDate();
  return useRoomMemory().year ?? Number(today.slice(0, 4));
}

/** Years to choose from, latest first: those with trainings, and one on either side of the present. */
export function yearChoices(today: string, known: readonly number[], shown: number): number[] {
  const now = Number(today.slice(0, 4));
  return [...new Set([...known, now - 1, now, now + 1, shown])]
    .filter((year) => year >= firstYear)
    .sort((one, other) => other - one);
}
