// The sentences of posters and notices, in ten languages: those of the workers, not those of the window.
import { readFileSync } from 'node:fs';
import type { PosterLanguage } from '../../preload/contract/posters.ts';
import { resourcePath } from '../platform/resource-path.ts';

export type PosterTexts = {
  language: PosterLanguage;
  /** The language's own name of itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  title: string;
  scan: string;
  /** Instead of scanning, where there is no code. */
  open: string;
  choose: string;
  done: string;
  breaks: string;
  number: string;
  type: string;
  until: string;
  call: string;
  practice: string;
  notice: Record<
    | 'title'
    | 'self'
    | 'now'
    | 'phone'
    | 'phoneHow'
    | 'phoneNumber'
    | 'point'
    | 'pointHow'
    | 'own'
    | 'trouble',
    string
  >;
};

const known = new Map<PosterLanguage, PosterTexts>();

export function posterTexts(language: PosterLanguage): PosterTexts {
  const found = known.get(language);
  if (found !== undefined) return found;
  const text = readFileSync(resourcePath('posters', `${language}.json`), 'utf8');
  const read = { ...(JSON.parse(text) as Omit<PosterTexts, 'language'>), language };
  known.set(language, read);
  return read;
}
