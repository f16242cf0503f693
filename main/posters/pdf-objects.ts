// The objects of a PDF as the browser prints it: a plain table of places, no object within another. Whatever is built otherwise is not
// understood, and said to be.

export type PdfObjects = {
  /** One letter a byte. */
  text: string;
  /** Where each object begins, by its number. */
  places: ReadonlyMap<number, number>;
  /** One more than the highest number. */
  size: number;
  root: number;
  /** `/Info 1 0 R`, or empty. */
  info: string;
  tableAt: number;
};

/** Null where it is not such a file. */
export function openObjects(bytes: Uint8Array): PdfObjects | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const first = /^xref\n0 (\d+)\n/.exec(text.slice(tableAt, tableAt + 40));
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
  if (first === null || root === undefined || trailer.includes('/Prev')) return null;
  const places = new Map<number, number>();
  const size = Number(first[1]);
  for (let number = 0; number < size; number += 1) {
    const at = tableAt + first[0].length + number * 20;
    if (text[at + 17] === 'n') places.set(number, Number(text.slice(at, at + 10)));
  }
  const info = /\/Info \d+ 0 R/.exec(trailer)?.[0] ?? '';
  return { text, places, size, root: Number(root), info: info === '' ? '' : `${info}\n`, tableAt };
}

export function objectOf(
  { text, places }: PdfObjects,
  number: number,
): { head: string; stream: string | null } | null {
  const at = places.get(number);
  if (at === undefined) return null;
  const begin = text.indexOf('obj\n', at) + 4;
  // Within this object only: behind the last stream a search would go to the end of the file, for each of thousands of objects.
  const own = text.slice(begin, text.indexOf('\nendobj', begin));
  const data = own.indexOf('stream\n');
  if (data < 0) return { head: own, stream: null };
  const head = own.slice(0, data).trimEnd();
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1]);
  const from = begin + data + 7;
  return { head, stream: text.slice(from, from + length) };
}

/** The numbers of the pages, in their order. */
export function pagesOf(pdf: PdfObjects): number[] {
  const found: number[] = [];
  const visit = (number: number): void => {
    const head = objectOf(pdf, number)?.head ?? '';
    if (/\/Type \/Page\b/.test(head)) found.push(number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(head)?.[1] ?? '';
    for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) visit(Number(kid));
  };
  visit(Number(/\/Pages (\d+) 0 R/.exec(objectOf(pdf, pdf.root)?.head ?? '')?.[1]));
  return found;
}

/** The dictionary after a name, with those inside it; null where there is none. */
export function dictionaryAfter(head: string, name: string): string | null {
  const begin = head.indexOf(`${name}<<`);
  if (begin < 0) return null;
  let depth = 0;
  for (let at = begin + name.length; at < head.length - 1; at += 1) {
    const pair = head.slice(at, at + 2);
    if (pair !== '<<' && pair !== '>>') continue;
    depth += pair === '<<' ? 1 : -1;
    at += 1;
    if (depth === 0) return head.slice(begin + name.length, at + 1);
  }
  return null;
}
