// `npm start`: builds when stale, then opens the app in Electron where its binary is or can be had within ten seconds,
// else in an installed browser, else says what to install.
import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { findChromium } from '../host/chromium-find.ts';
import { sandboxNeeded } from '../host/chromium-switches.ts';
import { sayStart as say } from '../host/say-start.ts';
import { buildOrEnd } from './build.ts';
import { electronBinary, fetchElectron } from './electron-binary.ts';
import { nodeFlags } from './node-flags.ts';
import { projectRoot } from './source-stamp.ts';
import { ensureSystemParts } from './system-parts.ts';

process.exitCode = await start();

async function start(): Promise<number> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    say('noScreen');
    return 1;
  }
  if (process.getuid?.() === 0 && sandboxNeeded(process.env, 0)) {
    await ensureSystemParts({ chromium: true, secretService: true }, (line) =>
      process.stderr.write(`${line}\n`),
    );
    say('root');
    return 1;
  }
  await buildOrEnd((line) => process.stderr.write(`${line}\n`));
  const parameters = process.argv.slice(2);
  const electron = await findElectron();
  if (electron) {
    say('inElectron');
    return run(electron, [projectRoot, ...parameters]);
  }
  await ensureSystemParts({ chromium: true, secretService: true }, (line) =>
    process.stderr.write(`${line}\n`),
  );
  const browser = findChromium();
  if (!browser) {
    say('noWindow');
    return 1;
  }
  say('inBrowser', { browser: basename(browser) });
  return run(process.execPath, [
    ...nodeFlags,
    join(projectRoot, 'out', 'main', 'start-chromium.js'),
    ...parameters,
  ]);
}

async function findElectron(): Promise<string | null> {
  // `SOCIODESK_HOST=chromium` keeps to the browser, also where Electron is there.
  if (process.env['SOCIODESK_HOST'] === 'chromium') return null;
  return electronBinary() ?? (await fetchElectron(10_000, { remember: true }));
}

function run(program: string, parameters: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
