// Entry of the practice process: one JSON line of configuration in (standard input or IPC), one JSON line out.
// It ends when its parent goes away, so that no server is left behind.
import { createInterface } from 'node:readline';
import { type PracticeOptions, type PracticeService, startPracticeService } from './service.ts';

let service: PracticeService | undefined;

const end = (code: number): void => {
  const leave = (): never => process.exit(code);
  if (service === undefined) leave();
  else service.close().then(leave, leave);
};

// Names the place of a bug only: messages may quote what a request carried.
const onBug = (cause: unknown): void => {
  const frames =
    cause instanceof Error ? (cause.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) : [];
  process.stderr.write(`practice: a request failed by a bug\n${frames.join('\n')}\n`);
};

const begin = async (text: unknown): Promise<void> => {
  try {
    const options = (typeof text === 'string' ? JSON.parse(text) : text) as PracticeOptions;
    service = await startPracticeService({ ...options, onBug });
    const { environments, caPem, admin } = service;
    const caFile = options.caFile === undefined ? {} : { caFile: options.caFile };
    const line = { environments, caPem, ...caFile, admin };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    process.send?.(line);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'practice could not start';
    process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    process.send?.({ error: message });
    end(1);
  }
};

if (process.connected) {
  process.once('message', (message) => void begin(message));
  process.once('disconnect', () => end(0));
} else {
  const lines = createInterface({ input: process.stdin });
  lines.once('line', (line) => void begin(line));
  lines.once('close', () => end(0));
}
process.once('SIGTERM', () => end(0));
process.once('SIGINT', () => end(0));
