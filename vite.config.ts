// Three bundles: the page (out/renderer), the preload (out/preload, one CJS file) and the main process with its
// workers, command line and practice service (out/main). `main/launch/build.ts` runs them in turn by mode.
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { wasmFiles } from './main/codes/wasm-files.ts';

const root = import.meta.dirname;
const native = ['electron', 'playwright-core', 'better-sqlite3-multiple-ciphers', '@napi-rs/keyring'];
/** unzipper would ask for it to read from a bucket, which nothing here does: it is not installed. */
const neverAsked = '@aws-sdk/client-s3';

/** The readers of codes and of PDF pages are read from the disk beside the bundle, never fetched. */
const shipWasm: Plugin = {
  name: 'ship-wasm',
  writeBundle({ dir }) {
    const folder = join(dir ?? resolve(root, 'out/main'), 'wasm');
    mkdirSync(folder, { recursive: true });
    const { resolve: find } = createRequire(import.meta.url);
    for (const [name, source] of Object.entries(wasmFiles)) copyFileSync(find(source), join(folder, name));
  },
};

const renderer: UserConfig = {
  root: resolve(root, 'renderer'),
  base: './',
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

const preload: UserConfig = {
  build: {
    outDir: resolve(root, 'out/preload'),
    emptyOutDir: true,
    target: 'node24',
    lib: { entry: resolve(root, 'preload/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
};

const main: UserConfig = {
  plugins: [shipWasm],
  build: {
    ssr: true,
    outDir: resolve(root, 'out/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        'start-electron': resolve(root, 'main/start-electron.ts'),
        'start-chromium': resolve(root, 'main/start-chromium.ts'),
        cli: resolve(root, 'main/cli.ts'),
        'practice-service': resolve(root, 'main/practice/start.ts'),
        'job-worker': resolve(root, 'main/platform/job-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      external: [...native, neverAsked],
    },
  },
  ssr: { noExternal: true, external: native },
};

export default defineConfig(({ mode }) => {
  if (mode === 'preload') return preload;
  if (mode === 'main') return main;
  return renderer;
});
