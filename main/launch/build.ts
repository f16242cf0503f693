// `npm run build`: page, preload and main bundles into `out`, when the sources changed since the last time. Each is
// built beside the old one and then moved into its place, so that a running app never reads half a bundle.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './build-lock.ts';
import { builtStamp, projectRoot, sourceStamp, writeStamp } from './source-stamp.ts';

const bundles = ['renderer', 'preload', 'main'] as const;

export const isBuilt = (): boolean => builtStamp() === sourceStamp();

/** Builds when stale; answers whether it had to. `say` gets one line before the work starts. */
export async function buildIfStale(say: (line: string) => void, force = false): Promise<boolean> {
  if (!force && isBuilt()) return false;
  return alone(join(projectRoot, 'out', '.building'), async () => {
    const stamp = sourceStamp();
    if (!force && builtStamp() === stamp) return false;
    say('Sociodesk: building…');
    const { build } = await import('vite');
    const next = join(projectRoot, 'out', 'next');
    rmSync(next, { recursive: true, force: true });
    for (const mode of bundles) {
      await build({
        configFile: join(projectRoot, 'vite.config.ts'),
        mode,
        logLevel: 'error',
        build: { outDir: join(next, mode), emptyOutDir: true },
      });
    }
    for (const mode of bundles) moveIntoPlace(join(next, mode), join(projectRoot, 'out', mode));
    rmSync(next, { recursive: true, force: true });
    writeStamp(stamp);
    return true;
  });
}

function moveIntoPlace(from: string, to: string): void {
  const old = `${to}.old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(join(to, '..'), { recursive: true });
  if (existsSync(to)) renameSync(to, old);
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}

/** For launchers: a build that fails is told without a stack of the bundler's own frames, and ends the process. */
export async function buildOrEnd(say: (line: string) => void, force = false): Promise<boolean> {
  try {
    return await buildIfStale(say, force);
  } catch (error) {
    say(`Sociodesk could not be built: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

if (import.meta.main) {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const built = await buildOrEnd(say, process.argv.includes('--force'));
  say(built ? 'Sociodesk: built into out.' : 'Sociodesk: out is up to date.');
}
