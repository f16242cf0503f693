// Reads the words back out of a printed PDF: each font's map from glyphs to letters, then the text of each page in its order.
import { inflateSync } from 'node:zlib';

type Fonts = Map<string, Map<number, string>>;

/** One text a page. */
export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf));
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts: Fonts = new Map();
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(name, lettersOf(objects, number));
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
    // A letter for two, such as that of `fi`, is read as both.
    return textOf(objects.get(contents)?.stream ?? '', fonts).normalize('NFKC');
  });
}

/** What a reader would find by searching: all pages, with every run of blanks as one. */
export const pdfText = (pdf: Uint8Array): string => pdfPages(pdf).join('\n').replace(/\s+/g, ' ');

type PdfObject = { head: string; stream: string };

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const whole = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, number = '', body = ''] of whole.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    if (at < 0 || !body.slice(0, at).includes('FlateDecode')) objects.set(number, { head: body, stream: '' });
    else {
      const packed = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
      objects.set(number, { head: body.slice(0, at), stream: inflateSync(packed).toString('latin1') });
    }
  }
  return objects;
}

const letters = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('');

function lettersOf(objects: Map<string, PdfObject>, font: string): Map<number, string> {
  const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '';
  const map = objects.get(unicode)?.stream ?? '';
  const found = new Map<number, string>();
  const parts = (kind: string) =>
    [...map.matchAll(new RegExp(`begin${kind}\n([\\s\\S]*?)end${kind}`, 'g'))].map((match) => match[1] ?? '');
  for (const part of parts('bfchar'))
    for (const [, glyph = '', hex = ''] of part.matchAll(/<(\w+)> <(\w+)>/g))
      found.set(Number.parseInt(glyph, 16), letters(hex));
  for (const part of parts('bfrange'))
    for (const [, first = '', last = '', hex = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = Number.parseInt(first, 16);
      for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph += 1)
        found.set(glyph, String.fromCharCode(Number.parseInt(hex, 16) + glyph - from));
    }
  return found;
}

/** Blocks of text on lines of their own; within a block a move downwards is a blank. */
function textOf(content: string, fonts: Fonts): string {
  let text = '';
  let font: Map<number, string> | undefined;
  const operators = /\bBT\b|\/(F\d+) [\d.]+ Tf|(-?[\d.]+) (-?[\d.]+) Td|<([0-9A-Fa-f]+)> Tj/g;
  for (const [operator, name, , down, hex] of content.matchAll(operators)) {
    if (operator === 'BT') text += '\n';
    else if (name !== undefined) font = fonts.get(name);
    else if (down !== undefined && Number(down) !== 0) text += ' ';
    for (const code of hex?.match(/.{4}/g) ?? []) text += font?.get(Number.parseInt(code, 16)) ?? '\ufffd';
  }
  return text;
}
