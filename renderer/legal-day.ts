// The day on which a line holds or not: the practice date in practice, else today in Brussels.
import { useAppState } from './app-state.ts';

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** `yyyy-mm-dd` */
export const useToday = (): string => useAppState().practiceDate ?? brussels.format(new Date());
