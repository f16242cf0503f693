// The words of workers: complete in all ten languages, written in the letters of the fonts that ship, and different from each other.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { posterTexts } from '../../../main/posters/poster-texts.ts';
import { posterLanguages } from '../../../preload/contract/posters.ts';

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
const read = (language: string): Tree =>
  JSON.parse(readFileSync(`resources/posters/${language}.json`, 'utf8')) as Tree;

/** Tags that a WOFF2 names by a number (W3C WOFF2, 4.1): only those that are needed to find `cmap`. */
const cmapTag = 0;

/** The characters that a font of one WOFF2 file draws. */
function charactersOf(file: string): (code: number) => boolean {
  const bytes = readFileSync(`resources/fonts/${file}.woff2`);
  const tables = bytes.readUInt16BE(12);
  let at = 48;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let cmapAt = -1;
  for (let table = 0; table < tables; table += 1) {
    const flags = bytes[at] ?? 0;
    at += 1;
    const tag = flags & 63;
    if (tag === 63) at += 4;
    const length = number();
    // Of glyf (10) and loca (11) version 0 is transformed, of the others any but 0.
    const version = flags >> 6;
    const transformed = tag === 10 || tag === 11 ? version === 0 : version !== 0;
    const packed = transformed ? number() : length;
    if (tag === cmapTag) cmapAt = offset;
    offset += packed;
  }
  const font = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  const cmap = font.subarray(cmapAt);
  const ranges: [number, number][] = [];
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const sub = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = sub.readUInt16BE(0);
    if (format === 12)
      for (let group = 0; group < sub.readUInt32BE(12); group += 1)
        ranges.push([sub.readUInt32BE(16 + group * 12), sub.readUInt32BE(20 + group * 12)]);
    if (format !== 4) continue;
    const segments = sub.readUInt16BE(6) / 2;
    for (let segment = 0; segment < segments; segment += 1)
      ranges.push([sub.readUInt16BE(16 + segments * 2 + segment * 2), sub.readUInt16BE(14 + segment * 2)]);
  }
  return (code) => code !== 0xffff && ranges.some(([from, to]) => code >= from && code <= to);
}

const cuts = ['latin', 'latin-ext', 'cyrillic', 'arabic'];
const draws = Object.fromEntries(
  [400, 700].map((weight) => [weight, cuts.map((cut) => charactersOf(`noto-sans-${cut}-${weight}`))]),
);

describe.each(posterLanguages)('%s', (language) => {
  const texts = leaves(read(language));

  it('has every sentence and no other', () => {
    expect(texts.map(([key]) => key)).toEqual(leaves(read('nl')).map(([key]) => key));
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(posterTexts(language).direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });

  it.each([400, 700])('is written in letters that ship, weight %i', (weight) => {
    const letters = new Set(texts.map(([, text]) => text).join(''));
    const missing = [...letters].filter(
      (letter) => !draws[weight]?.some((has) => has(letter.codePointAt(0) ?? 0)),
    );
    expect(missing).toEqual([]);
  });
});

it('would miss letters of a script that does not ship', () => {
  expect(draws[400]?.some((has) => has('漢'.codePointAt(0) ?? 0))).toBe(false);
  expect(draws[400]?.[0]?.('і'.codePointAt(0) ?? 0)).toBe(false);
  expect(draws[400]?.[2]?.('ї'.codePointAt(0) ?? 0)).toBe(true);
});
