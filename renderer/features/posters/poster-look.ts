// How posters are to look, as it is being chosen on the page and as it is remembered for the next ones.
import {
  type PosterLanguage,
  type PosterSize,
  posterLanguages,
  posterSizes,
} from '../../../preload/contract/posters.ts';

export type PosterLook = {
  kind: 'poster' | 'notice';
  size: PosterSize;
  /** In the order in which they were chosen. */
  languages: PosterLanguage[];
  call: string;
  phone: boolean;
  point: boolean;
  own: string;
};

export const firstLook: PosterLook = {
  kind: 'poster',
  size: 'a4',
  languages: ['nl', 'fr', 'en'],
  call: '',
  phone: true,
  point: false,
  own: '',
};

/** At most so many languages find room on a poster. */
export const mostLanguages = 4;

/** What was remembered, as far as it still means something. */
export function readLook(kept: unknown): PosterLook | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { size, languages, call, phone, point, own } = kept as Record<string, unknown>;
  const known = Array.isArray(languages)
    ? posterLanguages.filter((language) => languages.includes(language))
    : [];
  const chosen = Array.isArray(languages)
    ? [...known].sort((a, b) => languages.indexOf(a) - languages.indexOf(b)).slice(0, mostLanguages)
    : [];
  return {
    kind: 'poster',
    size: posterSizes.find((one) => one === size) ?? firstLook.size,
    languages: chosen.length === 0 ? firstLook.languages : chosen,
    call: typeof call === 'string' ? call.slice(0, 120) : '',
    phone: phone !== false,
    point: point === true,
    own: typeof own === 'string' ? own.slice(0, 300) : '',
  };
}

/** What main is asked for. */
export const lookInput = ({ kind, size, languages, call, phone, point, own }: PosterLook) => ({
  size,
  languages,
  call: call.trim(),
  ...(kind === 'notice' ? { notice: { phone, point, own: own.trim() } } : {}),
});

type Wrong = 'languages' | 'phone';
/** Names of fields without which nothing can be made. */
export const wrongIn = ({ kind, languages, phone, point, own }: PosterLook): Wrong[] => [
  ...(languages.length === 0 ? (['languages'] as const) : []),
  ...(kind === 'notice' && !phone && !point && own.trim() === '' ? (['phone'] as const) : []),
];
