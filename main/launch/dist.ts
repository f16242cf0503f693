// `npm run dist` and `npm run dist:dir`: packages the app with electron-builder, where Electron's binary can be had.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildOrEnd } from './build.ts';
import { electronBinary, fetchElectron } from './electron-binary.ts';
import { projectRoot } from './source-stamp.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
/** The binary is about 120 MB. */
const limitMs = 120_000;

process.exitCode = await dist();

async function dist(): Promise<number> {
  await buildOrEnd(say);
  const binary = electronBinary() ?? (await fetchElectron(limitMs, { remember: false }));
  if (!binary) {
    say(
      "Sociodesk: Electron's binary could not be fetched within two minutes, and there is nothing to package without it.",
    );
    say(
      'It comes from github.com/electron/electron/releases. Either allow that address, or point ELECTRON_MIRROR at a',
    );
    say(
      'mirror, or unpack the binary and set ELECTRON_OVERRIDE_DIST_PATH to its folder; then run this again.',
    );
    return 1;
  }
  const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
  const parameters = [
    builder,
    '--config',
    'electron-builder.yml',
    '--publish',
    'never',
    ...process.argv.slice(2),
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, { stdio: 'inherit', cwd: projectRoot });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
