// Test layers as separate projects, so that each can say why it cannot run on a given machine.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

// The processes and threads that tests start from the sources find them compiled; a fresh installation finds nothing yet.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'test-processes');

const layer = (name: string, include: string, extra: Record<string, unknown> = {}) => ({
  test: {
    name,
    include: [include],
    environment: 'node',
    globals: false,
    // What is waited for ends the wait: a second, as vitest has it, would judge how fast the machine is.
    expect: { poll: { timeout: 20_000 } },
    ...extra,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // How long a test may take says nothing of how fast the app is: it only ends one that hangs.
      // A key of RSA 4096 takes what it takes: the search for its primes has no upper end.
      layer('unit', 'test/unit/**/*.test.ts', { testTimeout: 60_000 }),
      layer('integration', 'test/integration/**/*.test.ts', {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        globalSetup: 'test/support/built-processes.ts',
      }),
      layer('ui', 'test/ui/**/*.test.{ts,tsx}', {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        globalSetup: 'test/support/page-build.ts',
      }),
      layer('architecture', 'test/architecture/**/*.test.ts', { testTimeout: 180_000 }),
      layer('long', 'test/long/**/*.test.ts', { testTimeout: 1_800_000 }),
    ],
  },
});
