// `read-paper.ts FILE DPI`: the pages of a PDF as a printer would put them on A4, and what an independent reader finds on each,
// as JSON. A process of its own: the checks of the tests of pages would read half the app along otherwise.
import { readFileSync } from 'node:fs';
import { openPdf } from '../../main/codes/pdf-pages.ts';
import { readByZbar } from './covered-codes.ts';

const [file = '', dpi = ''] = process.argv.slice(2);
const paper = await openPdf(readFileSync(file));
if (!paper.ok) throw new Error(paper.failure.code);
const found: (string | null)[] = [];
for (let page = 0; page < paper.value.pageCount; page += 1) {
  const pixels = await paper.value.draw(page, Math.round((297 / 25.4) * Number(dpi)));
  found.push(pixels === null ? null : (readByZbar([pixels])[0] ?? null));
}
paper.value.close();
process.stdout.write(JSON.stringify(found));
