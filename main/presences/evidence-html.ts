// A registration with its remarks as a printable page: A4, headings and tables with headers, so that the PDF is tagged by its
// structure. Only the inside names the worker's number: no title and no file name does.
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import { correctionUntil, isKnownRemark } from '../../preload/rules/presences/remark-kinds.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import type { TextLanguage, Texts } from '../platform/texts.ts';
import { escapeHtml } from '../training/account/account-words.ts';
import { channelWords } from './export-cells.ts';
import type { PresenceRow } from './presence-store.ts';

const style = `@page{size:A4;margin:14mm 18mm}
body{font:10pt/1.4 Inter,system-ui,sans-serif;color:#17242b;margin:0}
h1{font-size:17pt;margin:0 0 1mm}h2{font-size:11.5pt;margin:5mm 0 1mm;break-after:avoid}
h3{font-size:10pt;margin:2mm 0 .5mm}p{margin:1mm 0}.quiet{color:#4a565c}
table{border-collapse:collapse;inline-size:100%}
th,td{text-align:start;vertical-align:top;padding:.8mm 2mm .8mm 0;border-block-end:1px solid #cfd5d8}
tbody th{inline-size:60mm;font-weight:400;color:#4a565c}thead th{font-size:9pt;color:#4a565c}
tr{break-inside:avoid}.one+.one{break-before:page}.happened{break-inside:avoid}.room{border:1px solid #5d686e;block-size:60mm}`;

export type Evidence = {
  presence: PresenceRow;
  codes: readonly string[];
  /** Everything of this worker on this site on that day, in the order of its moments. */
  sameDay: readonly Pick<PresenceRow, 'service_id' | 'type' | 'registered_at' | 'validity'>[];
  /** `yyyy-mm-dd` */
  madeOn: string;
};

/** One or many in one document. */
export function evidencePages(texts: Texts, language: TextLanguage, pages: readonly string[]): string {
  const many = pages.length > 1 ? 'presence-search.evidence.manyTitle' : 'presence-remarks.evidence.title';
  const title = escapeHtml(texts.t(language, many));
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body>${pages.join('\n')}</body></html>`;
}

export function evidencePage(texts: Texts, language: TextLanguage, evidence: Evidence): string {
  const { presence, codes, sameDay, madeOn } = evidence;
  const say = (key: string, params: Record<string, string> = {}): string =>
    escapeHtml(texts.t(language, `presence-remarks.evidence.${key}`, params));
  const word = (key: string): string => escapeHtml(texts.t(language, `presences.${key}`));
  const moment = new Intl.DateTimeFormat(`${language}-BE`, {
    timeZone: 'Europe/Brussels',
    dateStyle: 'long',
    timeStyle: 'medium',
  });
  const day = new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', dateStyle: 'long' });
  const dayOf = (text: string): string => day.format(Date.parse(`${text}T12:00:00Z`));
  const facts: [string, string][] = [
    [say('number'), String(presence.service_id)],
    [
      say('worker'),
      `${presence.worker_name ?? texts.t(language, 'presence-remarks.evidence.unknownWorker')}, ${written(presence)}`,
    ],
    [say('employer'), [presence.employer_name, presence.employer_number].filter(Boolean).join(', ')],
    [say('site'), presence.site_name ?? '–'],
    [say('reference'), formatWorksReference(presence.reference)],
    [say('kind'), word(`type.${presence.type}`)],
    [say('moment'), moment.format(presence.registered_at)],
    [say('registered'), moment.format(presence.created_at)],
    [
      say('channel'),
      channelWords((namespace, key) => texts.t(language, `${namespace}.${key}`), presence.channel),
    ],
    [say('state'), word(`validity.${presence.validity}`)],
  ];
  const until = dayOf(correctionUntil(belgianDayOf(presence.registered_at)));
  return `<section class="one"><h1>${say('title')}</h1><p class="quiet">${say('made', { date: dayOf(madeOn) })}</p>
<h2>${say('what')}</h2><table><tbody>${facts.map(([head, cell]) => `<tr><th scope="row">${head}</th><td>${escapeHtml(cell)}</td></tr>`).join('')}</tbody></table>
<h2>${say('remarks')}</h2>${codes.map((code) => explained(texts, language, code, say)).join('')}<p>${say('term', { day: until })}</p>
<h2>${say('same')}</h2><table><thead><tr><th scope="col">${say('moment')}</th><th scope="col">${say('kind')}</th><th scope="col">${say('number')}</th><th scope="col">${say('state')}</th></tr></thead><tbody>${sameDay
    .map(
      (one) =>
        `<tr><td>${escapeHtml(moment.format(one.registered_at))}</td><td>${word(`type.${one.type}`)}</td><td>${one.service_id}</td><td>${word(`validity.${one.validity}`)}</td></tr>`,
    )
    .join('')}</tbody></table>
<div class="happened"><h2>${say('room')}</h2><div class="room"></div></div></section>`;
}

function explained(texts: Texts, language: TextLanguage, code: string, say: (key: string) => string): string {
  const of = (key: string): string => escapeHtml(texts.t(language, `presence-remarks.${key}`, { code }));
  if (!isKnownRemark(code)) return `<h3>${of('unknown')}</h3>`;
  return `<h3>${of(`kinds.${code}.title`)}</h3><p>${say('cause')}: ${of(`kinds.${code}.cause`)}</p><p>${say('todo')}: ${of(`kinds.${code}.do`)}</p>`;
}

const written = ({ insz, current_insz: current }: PresenceRow): string =>
  (current ?? insz).replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5');
