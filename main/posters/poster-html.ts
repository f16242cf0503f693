// Posters as printable documents, a page for each site. The code is one vector path; the words come from the texts of workers, in the order
// in which the languages were chosen. What all pages share and what is a site's own can be drawn apart: see `join-pages.ts`.
import type { PosterLanguage, PosterSize } from '../../preload/contract/posters.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { escapeHtml } from '../training/account/account-words.ts';
import { badgeWords, sheetWords } from './fixed-words.ts';
import { noticeStyle } from './notice-style.ts';
import type { PosterContent } from './poster-content.ts';
import { stepDrawings } from './poster-drawing.ts';
import { fontFaces } from './poster-fonts.ts';
import { codeSide, posterStyle } from './poster-style.ts';
import { type PosterTexts, posterTexts } from './poster-texts.ts';
import { qrPath } from './qr-path.ts';

export type PosterLook = {
  size: PosterSize;
  languages: readonly PosterLanguage[];
  /** Not the real thing: a band says so on every page. */
  practice: boolean;
};

/** A page is drawn in about a millisecond. */
export type PosterDrawer = {
  /** What is the site's own. Failure tooLarge: the address does not fit a code of this size. */
  own(content: PosterContent): Result<string>;
  /** What pages share that have the same key. */
  shared(key: string): string;
  document(pages: readonly string[], notice?: boolean): string;
};

/** `ut-` is a page without a code, with an end date, and with nobody to call: letters say what there is. */
export const sharedKey = ({ code, until, call }: PosterContent): string =>
  `${code === null ? '-' : 'c'}${until === null ? '-' : 'u'}${call === '' ? '-' : 't'}`;

export function posterDrawer(look: PosterLook): PosterDrawer {
  const texts = look.languages.map(posterTexts);
  const words = look.size === 'badge' ? badgeWords(texts, look.practice) : sheetWords(texts, look.practice);
  return {
    own(content) {
      const code = codeOf(content, codeSide(look.size), spoken(texts[0], content));
      return code.ok ? ok(ownOf(content, code.value)) : code;
    },
    shared: (key) =>
      [
        words.top,
        key.startsWith('c') ? words.scan : words.type,
        key.includes('u') ? words.until : '',
        key.includes('t') ? words.call : '',
      ].join(''),
    document: (pages, notice = false) =>
      documentOf({
        first: texts[0],
        style: `${fontFaces(look.languages)}\n${posterStyle(look.size)}${notice ? noticeStyle : ''}`,
        kind: `n${texts.length}`,
        body: `${look.size === 'badge' || notice ? '' : stepDrawings}${pages.map((page) => `<section class="page">${page}</section>`).join('\n')}`,
      }),
  };
}

type Document = { first: PosterTexts | undefined; style: string; kind: string; body: string };

export const documentOf = ({ first, style, kind, body }: Document): string =>
  `<!doctype html><html lang="${first?.language ?? 'nl'}"><head><meta charset="utf-8"><title>${escapeHtml(first?.title ?? '')}</title><style>${style}</style></head><body class="${kind}">${body}</body></html>`;

/** Empty where there is no address to put in a code; `label` is what is read aloud in its place. */
export function codeOf({ code, reference }: PosterContent, sideMm: number, label: string): Result<string> {
  if (code === null) return ok('');
  const made = qrPath(code, sideMm);
  if (!made.ok) return fail('posterCodeTooLong', { details: { reference } });
  const { side, path } = made.value;
  return ok(
    `<svg class="code" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeHtml(label)}"><path fill-rule="evenodd" d="${path}"/></svg>`,
  );
}

/** `2026-12-31` gives `31/12/2026`, which all these languages read. */
export const dayOf = (day: string): string => `<bdi dir="ltr">${day.split('-').reverse().join('/')}</bdi>`;

/** The whole poster in its first language: where pages share their words, this is what is read aloud of them. */
const spoken = (first: PosterTexts | undefined, { reference }: PosterContent): string =>
  first === undefined
    ? reference
    : `${first.title}. ${first.scan}. ${first.choose}. ${first.done}. ${first.breaks} ${formatWorksReference(reference)}`;

/** A longer name is written smaller, so that it stands whole on a sheet; a badge ends it with an ellipsis. */
const lengthOf = (name: string): string => (name.length > 75 ? 'longest' : name.length > 45 ? 'longer' : '');

function ownOf(content: PosterContent, code: string): string {
  const { reference, name, address, until, call } = content;
  const number = `<p class="number">${formatWorksReference(reference)}</p>`;
  return [
    code === '' ? '' : `<div class="box codebox">${code}</div>`,
    `<div class="box numberbox${code === '' ? ' alone' : ''}">${number}</div>`,
    `<div class="box foot site ${lengthOf(name)}"><h1 dir="auto">${escapeHtml(name)}</h1><p class="address">${escapeHtml(address)}</p></div>`,
    until === null ? '' : `<div class="box foot until value"><strong>${dayOf(until)}</strong></div>`,
    call === ''
      ? ''
      : `<div class="box foot call value"><strong><bdi>${escapeHtml(call)}</bdi></strong></div>`,
  ].join('');
}
