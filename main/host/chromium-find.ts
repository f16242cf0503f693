// Where an installed Chrome, Chromium or Edge is found, per system. Nothing is started to find out.
import { accessSync, constants } from 'node:fs';
import { delimiter, join, posix, win32 } from 'node:path';

export type Surroundings = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** Whether a file exists and may be run. */
  runs: (path: string) => boolean;
};

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApps = [
  ['Google Chrome.app', 'Google Chrome'],
  ['Chromium.app', 'Chromium'],
  ['Microsoft Edge.app', 'Microsoft Edge'],
] as const;
const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
] as const;

/** The program to draw the window, or null. `SOCIODESK_BROWSER` names one outright. */
export function findChromium(from: Surroundings = here): string | null {
  return candidates(from).find((path) => from.runs(path)) ?? null;
}

function candidates({ platform, env }: Surroundings): string[] {
  const named = env['SOCIODESK_BROWSER'];
  const first = named ? [named] : [];
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return [...first, ...windowsPaths.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)))];
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')];
    return [
      ...first,
      ...macApps.flatMap(([app, name]) =>
        roots.map((root) => posix.join(root, app, 'Contents', 'MacOS', name)),
      ),
    ];
  }
  const folders = [
    ...(env['PATH'] ?? '').split(delimiter).filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  return [...first, ...linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))];
}

export const here: Surroundings = {
  platform: process.platform,
  env: process.env,
  runs(path) {
    try {
      accessSync(join(path), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};
