// Letters of every script of a poster, from the app's own files, put into the document itself: it prints the same on a computer
// without a single font.
import { readFileSync } from 'node:fs';
import type { PosterLanguage } from '../../preload/contract/posters.ts';
import { resourcePath } from '../platform/resource-path.ts';

/**
 * Two weights each, not one font whose weight varies: of such a font a PDF keeps drawings of letters, which are larger and slower.
 * The ranges are those for which the files were cut.
 */
const cuts = {
  latin: {
    family: 'Noto Sans',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2212',
  },
  'latin-ext': {
    family: 'Noto Sans',
    range: 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+1EF2-1EFF',
  },
  cyrillic: { family: 'Noto Sans', range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  arabic: {
    family: 'Noto Sans Arabic',
    range: 'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+FB50-FDFF,U+FE70-FEFC',
  },
} as const;
type Cut = keyof typeof cuts;

const encoded = new Map<string, string>();

/** The `@font-face` rules that these languages need; names of sites are in Latin letters. */
export function fontFaces(languages: readonly PosterLanguage[]): string {
  const wanted: Cut[] = ['latin', 'latin-ext'];
  if (languages.includes('uk')) wanted.push('cyrillic');
  if (languages.includes('ar')) wanted.push('arabic');
  return wanted.flatMap((cut) => [400, 700].map((weight) => faceOf(cut, weight))).join('\n');
}

const faceOf = (cut: Cut, weight: number): string =>
  `@font-face{font-family:"${cuts[cut].family}";font-weight:${weight};src:url(data:font/woff2;base64,${bytesOf(`noto-sans-${cut}-${weight}`)}) format("woff2");unicode-range:${cuts[cut].range}}`;

function bytesOf(file: string): string {
  const found = encoded.get(file);
  if (found !== undefined) return found;
  const bytes = readFileSync(resourcePath('fonts', `${file}.woff2`)).toString('base64');
  encoded.set(file, bytes);
  return bytes;
}
