// Whether Electron's binary is there, and a bounded try to fetch it: it comes from a server that is not always within
// reach, and nothing else may wait for it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './source-stamp.ts';

const packageDir = join(projectRoot, 'node_modules', 'electron');
/** After a try that failed, the next one waits a day. */
const pauseMs = 24 * 3_600_000;

/** The program, or null. Read from the package's own note, without loading the package (that starts a download). */
export function electronBinary(folder: string = packageDir): string | null {
  try {
    const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const path = join(override ?? join(folder, 'dist'), name);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Tries for at most so long; answers the program or null. */
export async function fetchElectron(limitMs: number, options: { remember: boolean }): Promise<string | null> {
  const note = join(projectRoot, 'out', 'electron-tried');
  if (!existsSync(join(packageDir, 'install.js'))) return null;
  if (options.remember && Date.now() - (statSync(note, { throwIfNoEntry: false })?.mtimeMs ?? 0) < pauseMs)
    return null;
  await installer(limitMs);
  const binary = electronBinary();
  if (!binary && options.remember) {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, '');
  }
  return binary;
}

function installer(limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageDir, 'install.js')], {
      stdio: 'ignore',
      cwd: packageDir,
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('error', () => resolve());
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
