// What files of the built page weigh on their way to the browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const gzippedKb = (pageDir: string, paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(pageDir, path)), { level: 9 }).length, 0) /
  1_000;
