// The shell around every page: band, menu, top bar, the page itself, and what floats above it.
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch, useLocation } from 'wouter';
import { routes } from '../routes.ts';
import { PageBoundary } from '../ui/page-boundary.tsx';
import { Loading } from '../ui/states.tsx';
import { Band } from './band.tsx';
import { Navigation } from './navigation.tsx';
import { NotFound } from './not-found.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Topbar } from './topbar.tsx';

const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = lazy(loadPalette);
const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.tsx'));

/** After the first change of place, pages take the focus to their heading. */
function useMovedMark(place: string): void {
  const first = useRef(place);
  if (first.current !== place) document.documentElement.dataset['moved'] = 'yes';
  useEffect(() => {
    if (first.current !== place) window.scrollTo(0, 0);
  }, [place]);
}

export function Shell() {
  const { t } = useTranslation('shell');
  const [place, go] = useLocation();
  const [floating, setFloating] = useState<'find' | 'help' | null>(null);
  const close = useCallback(() => setFloating(null), []);
  const [chosen, setChosen] = useState<string | null>(null);
  const onGo = useCallback((path: string) => {
    setFloating(null);
    setChosen(path);
  }, []);
  // Only once the palette is gone: while it is there, the page cannot take the focus to its heading.
  useEffect(() => {
    if (chosen === null) return;
    setChosen(null);
    go(chosen);
  }, [chosen, go]);
  const onFind = useCallback(() => setFloating('find'), []);
  const onHelp = useCallback(() => setFloating('help'), []);
  useShortcuts({ onFind, onHelp, go, off: floating !== null });
  useMovedMark(place);
  // Fetched while nothing else is going on: what is typed right after Ctrl+K is not lost.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPalette());
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link; the place of the page stands in the hash, so focus is moved here */}
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('skip')}
      </a>
      <div className="shell">
        <Band />
        <Navigation />
        <main className="main" id="content" tabIndex={-1}>
          <Topbar onFind={onFind} />
          <PageBoundary place={place}>
            <Suspense
              fallback={
                <div className="page">
                  <Loading lines={6} />
                </div>
              }
            >
              <Switch>
                {routes.map((route) => (
                  <Route key={route.path} path={route.path} component={route.page} />
                ))}
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
          </PageBoundary>
        </main>
      </div>
      <Suspense fallback={null}>
        {floating === 'find' && <CommandPalette onClose={close} onGo={onGo} />}
        {floating === 'help' && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </>
  );
}
