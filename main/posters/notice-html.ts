// The notice of a site: by which ways workers may register there, in their languages, with the code for the phone.
import { ok, type Result } from '../../preload/contract/result.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { escapeHtml } from '../training/account/account-words.ts';
import { bandOf, lineOf } from './fixed-words.ts';
import type { PosterContent } from './poster-content.ts';
import { codeOf, dayOf, type PosterLook } from './poster-html.ts';
import { type PosterTexts, posterTexts } from './poster-texts.ts';

export type NoticeWords = {
  phone: boolean;
  point: boolean;
  /** The employer's own words, in no language that we know. */
  own: string;
};

/** Failure: as of a poster. */
export function noticePage(look: PosterLook, content: PosterContent, words: NoticeWords): Result<string> {
  const texts = look.languages.map(posterTexts);
  const code = words.phone ? codeOf(content, noticeCodeMm, formatWorksReference(content.reference)) : ok('');
  if (!code.ok) return code;
  const { name, address, until, call, reference } = content;
  const facts = [
    address === '' ? '' : `<p>${escapeHtml(address)}</p>`,
    until === null
      ? ''
      : `<p>${texts.map((one) => lineOf(one, one.until, 'bdi')).join(' · ')} <strong>${dayOf(until)}</strong></p>`,
    call === ''
      ? ''
      : `<p>${texts.map((one) => lineOf(one, one.call, 'bdi')).join(' · ')} <strong><bdi>${escapeHtml(call)}</bdi></strong></p>`,
  ];
  const own =
    words.own === ''
      ? ''
      : `<div class="ownwords" dir="auto"><h2>${texts.map((one) => lineOf(one, one.notice.own, 'bdi')).join(' · ')}</h2>${escapeHtml(words.own)}</div>`;
  const number = words.phone ? `<p class="number">${formatWorksReference(reference)}</p>` : '';
  return ok(
    `${bandOf(texts, look.practice)}<div class="notice"><div class="head"><div><h1 dir="auto">${escapeHtml(name)}</h1>${facts.join('')}</div><div>${code.value}${number}</div></div><div class="ways">${texts.map((one) => wayOf(one, words, code.value !== '')).join('')}</div>${own}</div>`,
  );
}

/** Millimetres: 12 rem of an A4. */
const noticeCodeMm = 48;

function wayOf(one: PosterTexts, words: NoticeWords, hasCode: boolean): string {
  const { notice, language, direction, breaks } = one;
  const part = (title: string, how: string): string =>
    `<h3>${escapeHtml(title)}</h3><p>${escapeHtml(how)}</p>`;
  return `<div class="way" lang="${language}" dir="${direction}"><h2>${escapeHtml(notice.title)}</h2><p>${escapeHtml(notice.self)} ${escapeHtml(notice.now)}</p>${
    words.phone ? part(notice.phone, hasCode ? notice.phoneHow : notice.phoneNumber) : ''
  }${words.point ? part(notice.point, notice.pointHow) : ''}<p>${escapeHtml(breaks)}</p><p>${escapeHtml(notice.trouble)}</p></div>`;
}
