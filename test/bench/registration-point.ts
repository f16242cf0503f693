// A registration point: from a key to the bytes at the socket, and 1,000 workers in a row without growth of memory.
import { join } from 'node:path';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';

const runs = 3;
const child = join(import.meta.dirname, 'children', 'registration-point.ts');

export async function bench(): Promise<void> {
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { wallMs: _wall, ...measured } = await runOnce(process.execPath, [
      '--expose-gc',
      '--disable-warning=ExperimentalWarning',
      child,
    ]);
    figures.push(measured);
  }
  const row = summarize('1,000 workers', figures);
  printRows(
    'A registration point: each worker written down, sent, settled and kept; plain: the request alone',
    [row],
  );
  const median = (name: string): number => row.figures[name]?.median ?? 0;
  printTarget('key to the bytes at the socket, p95, ms', median('keyToSentP95Ms'), 50, 'atMost');
  printTarget('that and from the answer to the screen, p95, ms', median('ownP95Ms'), 50, 'atMost');
  printTarget('growth of the heap for each worker, kB', median('heapPerWorkerKb'), 1, 'atMost');
}
