// Lays pages that many others share under those others, in a PDF as the browser prints it: five hundred posters then hold their common
// words once, and are printed four times as fast. What is new is appended; what stands is not touched (ISO 32000-1, 7.5.6).
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { dictionaryAfter, objectOf, openObjects, type PdfObjects, pagesOf } from './pdf-objects.ts';

/**
 * `which`: for each page of `own`, in order, the page of `shared` (from 0) that lies under it. In a worker: a few milliseconds for each
 * hundred pages. Failure notSupportedHere: the file is not built as expected (another browser); print the pages whole instead.
 */
export function joinPages(own: Uint8Array, shared: Uint8Array, which: readonly number[]): Result<Uint8Array> {
  const base = openObjects(own);
  const from = openObjects(shared);
  if (base === null || from === null) return fail('notSupportedHere');
  const pages = pagesOf(base);
  const under = pagesOf(from);
  if (pages.length !== which.length) return fail('notSupportedHere');
  const added = appending(base);
  const forms = new Map<number, { form: number; draw: number }>();
  const moved = new Map<number, number>();
  for (const [at, page] of pages.entries()) {
    const index = which[at] ?? -1;
    const sharedPage = under[index];
    const head = objectOf(base, page)?.head;
    if (sharedPage === undefined || head === undefined) return fail('notSupportedHere');
    let form = forms.get(index);
    if (form === undefined) {
      const made = formOf(from, sharedPage, added, moved);
      if (made === null) return fail('notSupportedHere');
      form = { form: made, draw: added.add('', '/Artifact BMC q /Shared Do Q EMC') };
      forms.set(index, form);
    }
    const resources = dictionaryAfter(head, '/Resources ');
    if (resources === null || resources.includes('/XObject') || !/\/Contents \d+ 0 R/.test(head))
      return fail('notSupportedHere');
    const changed = head
      .replace(resources, `<</XObject <</Shared ${form.form} 0 R>>\n${resources.slice(2)}`)
      .replace(/\/Contents (\d+ 0 R)/, `/Contents [${form.draw} 0 R $1]`);
    added.replace(page, changed);
  }
  return ok(added.bytes());
}

/** A page as a form, with all it is drawn with; its number in the file that grows. */
function formOf(from: PdfObjects, page: number, added: Appending, moved: Map<number, number>): number | null {
  const head = objectOf(from, page)?.head ?? '';
  const box = /\/MediaBox (\[[^\]]*\])/.exec(head)?.[1];
  const content = objectOf(from, Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]));
  const resources = dictionaryAfter(head, '/Resources ');
  if (box === undefined || content?.stream == null || resources === null) return null;
  const move = (text: string): string =>
    text.replace(/\b(\d+) 0 R\b/g, (_, number: string) => `${moveObject(Number(number))} 0 R`);
  const moveObject = (number: number): number => {
    const known = moved.get(number);
    if (known !== undefined) return known;
    const taken = added.reserve();
    moved.set(number, taken);
    const object = objectOf(from, number);
    added.put(taken, move(object?.head ?? 'null'), object?.stream ?? null);
    return taken;
  };
  const filter = /\/Filter \/\w+/.exec(content.head)?.[0] ?? '';
  const entries = `/Type /XObject /Subtype /Form /BBox ${box} /Resources ${move(resources)} ${filter} `;
  return added.add(entries, content.stream);
}

type Appending = ReturnType<typeof appending>;

function appending(base: PdfObjects) {
  const parts: string[] = [];
  const places: [number: number, offset: number][] = [];
  let next = base.size;
  let offset = base.text.length;
  const write = (text: string): void => {
    parts.push(text);
    offset += text.length;
  };
  const put = (number: number, head: string, stream: string | null): void => {
    places.push([number, offset + 1]);
    const body = stream === null ? '' : `\nstream\n${stream}\nendstream`;
    write(`\n${number} 0 obj\n${head}${body}\nendobj`);
  };
  return {
    reserve: (): number => next++,
    put,
    replace: (number: number, head: string): void => put(number, head, null),
    /** A stream with these entries of its dictionary. */
    add(entries: string, stream: string): number {
      const number = next++;
      put(number, `<<${entries}/Length ${stream.length}>>`, stream);
      return number;
    },
    bytes(): Uint8Array {
      const table = places
        .map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
        .join('');
      const start = offset + 1;
      const rest = `/Size ${next}\n/Root ${base.root} 0 R\n${base.info}/Prev ${base.tableAt}`;
      write(`\nxref\n${table}trailer\n<<${rest}>>\nstartxref\n${start}\n%%EOF\n`);
      return Buffer.concat([Buffer.from(base.text, 'latin1'), Buffer.from(parts.join(''), 'latin1')]);
    },
  };
}
