// The window for pages of the practice environment: in a session of its own, without the bridge, and with one origin.
import type * as Electron from 'electron';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { guardSession } from './electron-guards.ts';
import { practiceWindowOptions } from './electron-window.ts';
import { originOf } from './security.ts';

/**
 * One for all pages of practice: what is asked for next opens in it and it comes forward. `newPartition` names a session that nothing
 * else has. Failure connectionRefused: the page does not load.
 */
export function createPracticeWindow(
  electron: Pick<typeof Electron, 'BrowserWindow' | 'session'>,
  newPartition: () => string,
) {
  let kept: { window: Electron.BrowserWindow; origin: string } | null = null;
  const windowFor = (url: string): Electron.BrowserWindow => {
    const origin = originOf(url);
    if (kept !== null && !kept.window.isDestroyed()) {
      if (kept.origin === origin) return kept.window;
      // The service has another port after each of its starts.
      kept.window.destroy();
    }
    const own = newPartition();
    guardSession(electron.session.fromPartition(own, { cache: false }), origin);
    kept = { window: new electron.BrowserWindow(practiceWindowOptions(own)), origin };
    return kept.window;
  };
  return (url: string): Promise<Result<void>> => {
    const window = windowFor(url);
    if (window.isMinimized()) window.restore();
    window.focus();
    return window.loadURL(url).then(
      () => ok(undefined),
      () => fail('connectionRefused', { retry: 'safe' }),
    );
  };
}
