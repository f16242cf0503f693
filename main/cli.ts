// The same app without a window: `sociodesk <noun> <verb> [--json]`.
import { createInterface } from 'node:readline';
import { runCommand } from './cli/run-command.ts';

// A reader that went away (`| head`) or a full disk behind `>` is no crash: what was asked is done or not, by exit code.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode ||= 1;
  });

async function readBytes(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  readInput: async () => (await readBytes()).toString('utf8'),
  readBytes,
  readLines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  locale: process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '',
});
process.exitCode = exitCode || process.exitCode;
