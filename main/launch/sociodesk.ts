// `npm run -s sociodesk -- <noun> <verb>`: runs the built command line in a process of its own, and ends as it ended.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildOrEnd } from './build.ts';
import { nodeFlags } from './node-flags.ts';
import { projectRoot } from './source-stamp.ts';

await buildOrEnd((line) => process.stderr.write(`${line}\n`));
const child = spawn(
  process.execPath,
  [...nodeFlags, join(projectRoot, 'out', 'main', 'cli.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
