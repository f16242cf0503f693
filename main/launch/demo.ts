// `npm run demo`: installs what it may, builds when stale, and runs the whole job with a real keychain of its own.
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { projectRoot } from './source-stamp.ts';
import { ensureSystemParts } from './system-parts.ts';
import { withSecretService } from './with-secret-service.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const parts = await ensureSystemParts({ chromium: true, secretService: true }, say);
if (parts.missing.length > 0) {
  for (const line of parts.advice) say(`Sociodesk: ${line}`);
  process.exitCode = 1;
} else {
  await buildIfStale(say);
  // Chromium's own sandbox does not start for root, as in most containers.
  const env = process.getuid?.() === 0 ? { ...process.env, SOCIODESK_TEST_NO_SANDBOX: '1' } : process.env;
  process.exitCode = await withSecretService(
    process.execPath,
    [join(projectRoot, 'main', 'launch', 'demo', 'run.ts')],
    env,
  );
}
