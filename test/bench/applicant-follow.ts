// Following applicants: the calls that five hundred open requests cost, and how soon an approval is known while somebody waits for it.
import { join } from 'node:path';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';

const child = join(import.meta.dirname, 'children', 'applicant-follow.ts');

export async function bench(): Promise<void> {
  const { wallMs: _wall, ...measured }: Figures = await runOnce(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    child,
  ]);
  const row = summarize('500 open requests, 12 approvals', [measured]);
  printRows('Following applicants at a real practice service', [row]);
  const median = (name: string): number => row.figures[name]?.median ?? 0;
  printTarget('calls a second in the background', median('backgroundCallsPerSecond'), 1, 'atMost');
  printTarget('most calls in ten seconds of it', median('backgroundMostInTenSeconds'), 10, 'atMost');
  printTarget('from the citizen to the event, longest, ms', median('seenMaxMs'), 2_500, 'atMost');
}
