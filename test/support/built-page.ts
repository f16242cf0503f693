// The built page in a folder of a test's own: a copy of what was just built, else built from the sources.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { isBuilt } from '../../main/launch/build.ts';
import { projectRoot } from '../../main/launch/source-stamp.ts';

/** Fills the folder. A copy, as a build that another run needs replaces `out` as a whole. Fails as the build does. */
export async function putPage(folder: string): Promise<void> {
  if (isBuilt()) {
    await cp(join(projectRoot, 'out', 'renderer'), folder, { recursive: true });
    return;
  }
  const { build } = await import('vite');
  await build({
    configFile: join(projectRoot, 'vite.config.ts'),
    mode: 'renderer',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}
