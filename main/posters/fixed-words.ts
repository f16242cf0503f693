// The words and drawings that posters of the same languages share, put together once.
import { escapeHtml } from '../training/account/account-words.ts';
import { drawing } from './poster-drawing.ts';
import type { PosterTexts } from './poster-texts.ts';

export type Words = Record<'top' | 'scan' | 'type' | 'until' | 'call', string>;
type Of = (texts: PosterTexts) => string;

export const lineOf = (texts: PosterTexts, text: string, tag = 'p'): string =>
  `<${tag} lang="${texts.language}" dir="${texts.direction}">${escapeHtml(text)}</${tag}>`;

/** The word in each language, one after the other on a line. */
export const inOneLine = (texts: readonly PosterTexts[], word: Of): string =>
  texts.map((one) => lineOf(one, word(one), 'bdi')).join(' · ');

const lines = (texts: readonly PosterTexts[], word: Of): string =>
  texts.map((one) => lineOf(one, word(one))).join('');

const box = (kind: string, inside: string): string => `<div class="box ${kind}">${inside}</div>`;

export const bandOf = (texts: readonly PosterTexts[], practice: boolean): string =>
  practice ? `<p class="band">${inOneLine(texts, (one) => one.practice)}</p>` : '';

export function sheetWords(texts: readonly PosterTexts[], practice: boolean): Words {
  const steps = (start: 'scan' | 'number', word: Of): string =>
    `<ol class="box steps">${[
      [drawing(start), lines(texts, word)],
      [drawing('choose'), lines(texts, (one) => one.choose)],
      [drawing('done'), lines(texts, (one) => one.done)],
    ]
      .map(
        ([picture, words], at) =>
          `<li><div class="shown"><span class="count" aria-hidden="true">${at + 1}</span>${picture}</div>${words}</li>`,
      )
      .join('')}</ol>`;
  const titles = lines(texts, (one) => one.title);
  const breaks = box(
    'breaks',
    lines(texts, (one) => one.breaks),
  );
  const hint = (word: Of): string => box('hint', `<p>${inOneLine(texts, word)}</p>`);
  return {
    top: bandOf(texts, practice) + box('titles', titles) + box('frame', ''),
    scan: hint((one) => one.number) + steps('scan', (one) => one.scan) + breaks,
    type: hint((one) => one.type) + steps('number', (one) => one.open) + breaks,
    until: box('foot until label', `<p>${inOneLine(texts, (one) => one.until)}</p>`),
    call: box('foot call label', `<p>${inOneLine(texts, (one) => one.call)}</p>`),
  };
}

export function badgeWords(texts: readonly PosterTexts[], practice: boolean): Words {
  return {
    top: bandOf(texts, practice),
    scan: box(
      'lines',
      lines(texts, (one) => one.title),
    ),
    type: box(
      'lines',
      lines(texts, (one) => one.type),
    ),
    until: box('until label', `<p>${inOneLine(texts, (one) => one.until)}</p>`),
    call: '',
  };
}
