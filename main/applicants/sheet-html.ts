// Cards for applicants on sheets to print and cut: the code, the same link to type, who asks for what, three steps, and until when. The
// label tells the office which card is whose; no number of a person is on it.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import type { TextLanguage, Texts } from '../platform/texts.ts';
import { fontFaces } from '../posters/poster-fonts.ts';
import { qrPath } from '../posters/qr-path.ts';
import { escapeHtml } from '../training/account/account-words.ts';

export type Card = {
  label: string;
  /** By which people tell requests apart: `3F2A-7C18`. */
  code: string | null;
  employerName: string;
  /** Who asks in its place. */
  mandatary: string | null;
  dataSets: readonly ApplicantDataSet[];
  url: string;
  /** Instant. */
  expiresAt: string;
};

/** Two beside each other, three below: an A4 holds six. */
export const cardsOnPage = 6;
/** Millimetres of a code with its quiet zone: of one of six, and of the only one. */
const codeMm = { many: 43, one: 86 };
/** The quiet zone is white as the paper: the dark of the code then stands under the words. Four of some fifty-seven modules. */
const inset = (mm: number): string => `${(-mm * 4) / 60}mm`;

const style = `@page{size:210mm 297mm;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{font-size:2.95mm;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-family:"Noto Sans";color:#17242b;line-height:1.27;overflow-wrap:anywhere}
.page{inline-size:210mm;block-size:297mm;padding:7mm;display:grid;grid-template:repeat(3,minmax(0,1fr))/repeat(2,minmax(0,1fr));overflow:hidden;break-after:page}
.page:last-child{break-after:auto}
article{border:.2mm dashed #7b868c;padding:3.2mm 4.5mm 2.4mm;display:flex;flex-direction:column;min-block-size:0;overflow:hidden}
.top{display:flex;justify-content:space-between;gap:3mm;font-size:.85rem;color:#4a565c}.band{font-weight:700;color:#5b3a8c;white-space:nowrap}.top span{margin-inline-start:auto;white-space:nowrap}.top em{font-style:normal;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
h1{font-size:1.35rem;line-height:1.15;max-block-size:2.3em;overflow:hidden}
header{border-block-end:.25mm solid #17242b;padding-block-end:1mm}
.mid{flex:1;min-block-size:0;display:flex;align-items:center;gap:1mm}
svg{inline-size:${codeMm.many}mm;block-size:${codeMm.many}mm;flex:none;display:block;margin-inline-start:${inset(codeMm.many)};margin-block:-1.5mm}
ol{list-style:none;counter-reset:step}
li{counter-increment:step;display:grid;grid-template-columns:1.7rem 1fr;margin-block-end:1.2mm}
li::before{content:counter(step);font-weight:700;inline-size:1.3rem;block-size:1.3rem;line-height:1.3rem;border-radius:50%;background:#17242b;color:#fff;text-align:center;font-size:.9rem}
.link{font-size:.82rem;line-height:1.2}
.until{font-weight:700;margin-block-start:.8mm}
footer{border-block-start:.2mm solid #b9c1c5;padding-block-start:.8mm;margin-block-start:1mm;font-size:1.1rem;font-weight:700;line-height:1.2}
footer.long{font-size:.9rem}
.single{display:block;padding:14mm}.single article{display:block;font-size:1.5rem;padding:9mm 10mm}
.single .mid{margin-block:3mm;gap:6mm}.single svg{inline-size:${codeMm.one}mm;block-size:${codeMm.one}mm;margin-inline-start:${inset(codeMm.one)};margin-block:-2mm}
.single h1{font-size:2.3rem}.single .top{font-size:1.2rem}.single .link{font-size:1.1rem}.single .until{margin-block-start:3mm}
.single li{grid-template-columns:2.5rem 1fr;margin-block-end:4mm}.single li::before{inline-size:1.9rem;block-size:1.9rem;line-height:1.9rem;font-size:1.3rem}
.single footer{margin-block-start:4mm;padding-block-start:2mm;font-size:1.7rem}`;

/** Characters of a label that fit on a line of a card. */
const shortLabel = 40;

/** Draws cards one by one; `practice`: a word on each says that it is not the real thing. */
export function cardDrawer(texts: Texts, language: TextLanguage, practice: boolean, single: boolean) {
  const say = (key: string, params: Record<string, string> = {}): string =>
    escapeHtml(texts.t(language, `applicant-batch.sheet.${key}`, params));
  const day = new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', dateStyle: 'full' });
  const steps = ['scan', 'logOn', 'decide'].map((step) => `<li><span>${say(`steps.${step}`)}</span></li>`);
  const band = practice ? `<b class="band">${say('practice')}</b>` : '';
  return {
    /** Failure posterCodeTooLong: the link does not fit a code of this size. */
    card(card: Card): Result<string> {
      const code = qrPath(card.url, single ? codeMm.one : codeMm.many);
      if (!code.ok) return fail('posterCodeTooLong');
      const { side, path } = code.value;
      const what = card.dataSets.map((dataSet) => say(`data.${dataSet}`)).join(' · ');
      const until = day.format(Date.parse(`${belgianDayOf(Date.parse(card.expiresAt))}T12:00:00Z`));
      const through =
        card.mandatary === null ? '' : `<em>${say('through', { mandatary: card.mandatary })}</em>`;
      const long = card.label.length > shortLabel && !single ? ' class="long"' : '';
      return ok(`<article><p class="top">${band}${through}<span>${escapeHtml(card.code ?? '')}</span></p>
<header><h1>${escapeHtml(card.employerName)}</h1><p>${say('asks')} ${what}</p></header>
<div class="mid"><svg viewBox="0 0 ${side} ${side}" role="img" aria-label="${say('code')}"><path fill-rule="evenodd" d="${path}"/></svg><ol>${steps.join('')}</ol></div>
<p class="link">${escapeHtml(card.url)}</p><p class="until">${say('until', { day: until })}</p><p>${say('onePerson')}</p>
<footer${long}>${escapeHtml(card.label)}</footer></article>`);
    },
    document(cards: readonly string[]): string {
      const pages = Array.from({ length: Math.ceil(cards.length / cardsOnPage) }, (_, at) =>
        cards.slice(at * cardsOnPage, (at + 1) * cardsOnPage),
      );
      const body = pages.map(
        (page) => `<section class="page${single ? ' single' : ''}">${page.join('\n')}</section>`,
      );
      return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${say('title')}</title><style>${fontFaces(['nl'])}\n${style}</style></head><body>${body.join('\n')}</body></html>`;
    },
  };
}
