// How Electron's windows are made: everything off that the page does not need.
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { Bounds } from './window-state.ts';

/** No Node in the page, its own world for the preload, the operating system's sandbox around it. */
const shut: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  webgl: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  autoplayPolicy: 'user-gesture-required',
  v8CacheOptions: 'none',
};

export function mainWindowOptions(options: {
  bounds: Bounds;
  preload: string;
  partition: string;
  packaged: boolean;
}): BrowserWindowConstructorOptions {
  return {
    ...options.bounds,
    minWidth: 400,
    minHeight: 480,
    show: false,
    title: 'Sociodesk',
    webPreferences: {
      ...shut,
      preload: options.preload,
      partition: options.partition,
      devTools: !options.packaged,
    },
  };
}

/** A page of the practice environment: its own memory, no bridge. */
export function practiceWindowOptions(partition: string): BrowserWindowConstructorOptions {
  return {
    width: 900,
    height: 800,
    title: 'Sociodesk',
    webPreferences: { ...shut, partition, devTools: false },
  };
}

/** Never shown; scripts are off. */
export function printWindowOptions(partition: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: { ...shut, partition, javascript: false, images: true, devTools: false },
  };
}
