// Builds the page and the gallery of its parts once for all page tests; the page is copied where `npm run build` just built it.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { isBuilt } from '../../main/launch/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with what was built. */
    pages: { app: string; gallery: string };
  }
}

const root = resolve(import.meta.dirname, '../..');

export default async function buildPages(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sociodesk-page-'));
  const pages = { app: join(folder, 'app'), gallery: join(folder, 'gallery') };
  const bundle = (outDir: string, of: { root?: string } = {}) =>
    build({
      configFile: join(root, 'vite.config.ts'),
      mode: 'renderer',
      logLevel: 'error',
      ...of,
      build: { outDir, emptyOutDir: true },
    });
  if (isBuilt()) await cp(join(root, 'out', 'renderer'), pages.app, { recursive: true });
  else await bundle(pages.app);
  await bundle(pages.gallery, { root: join(root, 'test/ui/gallery') });
  project.provide('pages', pages);
  return () => rm(folder, { recursive: true, force: true });
}
