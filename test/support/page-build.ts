// Builds the page and the gallery of its parts once for all page tests; the page is copied where `npm run build` just built it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { putPage } from './built-page.ts';

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
  await putPage(pages.app);
  await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'renderer',
    logLevel: 'error',
    root: join(root, 'test/ui/gallery'),
    build: { outDir: pages.gallery, emptyOutDir: true },
  });
  project.provide('pages', pages);
  return () => rm(folder, { recursive: true, force: true });
}
