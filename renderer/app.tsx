// The app: reads where it stands, then draws the welcome, the rescue screen or the shell with its pages.

import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { AppState } from '../preload/contract/app.ts';
import { AppStateProvider, useReadAppState } from './app-state.ts';
import { createQueryClient } from './calls.ts';
import { goneElsewhere } from './elsewhere.ts';
import { localeOf } from './i18n/languages.ts';
import { changeLanguage } from './i18n/setup.ts';
import { useReadPoint } from './point-state.ts';
import { Shell } from './shell/shell.tsx';
import { ErrorState } from './ui/failure.tsx';
import { IconSprite } from './ui/icon.tsx';
import { watchLostFocus } from './ui/lost-focus.ts';
import { PageBoundary } from './ui/page-boundary.tsx';
import { ToastProvider } from './ui/toast.tsx';

const RegistrationPoint = lazy(() => import('./features/registration-point/mode.tsx'));
const Rescue = lazy(() => import('./shell/rescue.tsx'));
const Welcome = lazy(() => import('./shell/welcome.tsx'));

export function App() {
  const [client] = useState(createQueryClient);
  useEffect(() => watchLostFocus(), []);
  return (
    <QueryClientProvider client={client}>
      <IconSprite />
      <PageBoundary>
        <Suspense fallback={null}>
          <Standing />
        </Suspense>
      </PageBoundary>
    </QueryClientProvider>
  );
}

/** Another environment has other data: nothing that was read in the one may be seen in the other. */
function useForgetElsewhere(environment: string | undefined): void {
  const client = useQueryClient();
  const before = useRef(environment);
  useEffect(() => {
    const moved = before.current !== undefined && before.current !== environment;
    before.current = environment;
    // These two say what is drawn at all: they are read again, and stand until then.
    const frame = ({ queryKey }: { queryKey: readonly unknown[] }) =>
      queryKey[0] === 'app.state' || queryKey[0] === 'point.state';
    if (!moved) return;
    goneElsewhere();
    void client.resetQueries({ predicate: (query) => !frame(query) });
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'point.state' });
  }, [client, environment]);
}

function Standing() {
  const state = useReadAppState();
  useForgetElsewhere(state.data?.environment.name);
  if (state.data !== undefined) return <Ready state={state.data} />;
  if (state.error !== null) {
    return (
      <main className="lone">
        <ErrorState failure={state.error} onAgain={() => void state.refetch()} />
      </main>
    );
  }
  return null;
}

/** Language and theme are put on the page's root: styles and screen readers follow them. */
function useRootAttributes(state: AppState): string {
  const { i18n } = useTranslation();
  useEffect(() => {
    if (!state.firstRun) void changeLanguage(state.language);
  }, [state.language, state.firstRun]);
  useEffect(() => {
    document.documentElement.lang = localeOf(i18n.language);
  }, [i18n.language]);
  useEffect(() => {
    if (state.theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = state.theme;
  }, [state.theme]);
  return i18n.language;
}

function Ready({ state }: { state: AppState }) {
  const language = useRootAttributes(state);
  return (
    <I18nProvider locale={localeOf(language)}>
      <AppStateProvider value={state}>
        <ToastProvider>
          <Router hook={useHashLocation}>
            {state.rescue !== null ? (
              <Rescue />
            ) : state.firstRun ? (
              <Welcome />
            ) : (
              <Opened key={state.environment.name} />
            )}
          </Router>
        </ToastProvider>
      </AppStateProvider>
    </I18nProvider>
  );
}

/** A registration point fills the window: no menu, no search, no place to go to. */
function Opened() {
  const point = useReadPoint();
  if (point.data?.on === true) return <RegistrationPoint point={point.data} />;
  if (point.data !== undefined) return <Shell />;
  if (point.error === null) return null;
  return (
    <main className="lone">
      <ErrorState failure={point.error} onAgain={() => void point.refetch()} />
    </main>
  );
}
