// Where the app stands: environment, language, theme, employer in hand, counts. Read once, refreshed by `app.changed`.
import { createContext, useContext } from 'react';
import type { AppState } from '../preload/contract/app.ts';
import { useCall } from './calls.ts';

const AppStateContext = createContext<AppState | null>(null);
export const AppStateProvider = AppStateContext.Provider;

/** The state, once the shell has it. Pages are only drawn inside the shell. */
export function useAppState(): AppState {
  const state = useContext(AppStateContext);
  if (state === null) throw new Error('useAppState is for pages inside the shell');
  return state;
}

/** The employer that is chosen in the top bar, or null for all of them. */
export const useEmployerId = (): string | null => useAppState().employerId;

/** Whether the services can be asked now; before the first try the answer is yes. */
export const useOnline = (): boolean => useAppState().online !== 'offline';

export const useReadAppState = () => useCall('app.state', {});
