// A person register of a million lines: consulting, a page of the list, and a number that becomes another, beside a plain table that is
// keyed by the number.
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, runOnce, summarize } from './measure.ts';
import { copyOf, profileWithRegister } from './profile-folder.ts';

/** One: it asks thousands of times, and filling two tables with a million lines takes minutes. */
const runs = 1;

export async function bench(): Promise<void> {
  const profile = await profileWithRegister();
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { wallMs: _wall, ...measured } = await runOnce(process.execPath, [
      childFile('register-lines'),
      copyOf(profile),
    ]);
    figures.push(measured);
  }
  const row = summarize('1,000,000 lines', figures);
  printRows('The person register: the slowest of twenty, in milliseconds', [row]);
  const median = (name: string): number => row.figures[name]?.median ?? Number.NaN;
  const pages = Object.keys(row.figures).filter((name) => name.startsWith('list '));
  printTarget('consult over the dispatcher, p95, ms', median('consultP95'), 5, 'atMost');
  printTarget('any page of the list, p95, ms', Math.max(...pages.map(median)), 50, 'atMost');
  printTarget('a replacement that joins 2,000 lines, ms', median('mergedMs'), 200, 'atMost');
  printTarget('a replacement by a number of nobody, ms', median('renamedMs'), 200, 'atMost');
}
