// The processes that tests start, bundled as the app's own are: loading the sources anew for each would cost most of what
// many of these tests take. One build for a run, once something asks for it; the command line of the app is what ships.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { alone } from '../../main/launch/build-lock.ts';
import { projectRoot } from '../../main/launch/source-stamp.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty folder for what `builtProcess` builds. */
    processes: string;
  }
}

/** Beside what the app itself is built into, as packages and resources are looked for from there. */
const out = join(projectRoot, 'out');

const ofTests = {
  'kill-child': 'test/support/kill-child.ts',
  'list-kill-child': 'test/support/list-kill-child.ts',
  'feed-kill-child': 'test/support/feed-kill-child.ts',
  'inscribing-kill-child': 'test/support/inscribing-kill-child.ts',
  'rescue-child': 'test/integration/rescue/rescue-child.ts',
  'owner-child': 'test/integration/cli/owner-child.ts',
} as const;

/** For vitest's `globalSetup`: where the run's processes stand, and their end with the run. */
export default function placeForProcesses(project: TestProject): () => void {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, 'test-processes-'));
  project.provide('processes', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The file to run with Node. Builds all of them where none is built yet; fails as the build does. */
export async function builtProcess(name: keyof typeof ofTests | 'cli'): Promise<string> {
  const folder = inject('processes');
  const done = join(folder, 'done');
  if (!existsSync(done))
    await alone(join(folder, 'building'), async () => {
      if (existsSync(done)) return;
      await bundle(join(folder, 'main'));
      writeFileSync(done, '');
    });
  return join(folder, 'main', `${name}.js`);
}

/** As the app is built, with more entries. Vite is loaded only where something is built. */
async function bundle(outDir: string): Promise<void> {
  const { build } = await import('vite');
  const entries = Object.entries(ofTests).map(([name, path]) => [name, join(projectRoot, path)] as const);
  await build({
    configFile: join(projectRoot, 'vite.config.ts'),
    mode: 'main',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: Object.fromEntries(entries) } },
  });
}
