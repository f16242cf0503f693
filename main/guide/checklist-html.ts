// The checklist as a printable page: tagged by its own structure, with the sketches and empty boxes for date and person.
import { draw } from '../../preload/rules/guide/drawings/draw.ts';
import { type Written, writtenText } from '../../preload/rules/guide/drawings/drawing.ts';
import { type ReaderLanguage, stepKeys, stopKey } from '../../preload/rules/guide/guide-words.ts';
import { type DrawingId, factsOf } from '../../preload/rules/guide/step-catalog.ts';
import type { Texts } from '../platform/texts.ts';
import { whenAndWho, writtenDay } from './checklist.ts';
import { drawingSvg, escapeHtml } from './drawing-svg.ts';
import { type GuideDocument, guideDocument } from './guide-document.ts';
import type { ShownGuide } from './show-guide.ts';

const style = `@page{size:A4;margin:16mm}
body{font:10.5pt/1.45 Inter,system-ui,sans-serif;color:#17242b}
h1{font-size:19pt;margin:0 0 2mm}h2{font-size:12.5pt;margin:0}
p,ul,ol{margin:1mm 0}.facts{color:#4a565c}
section{break-inside:avoid;border-top:1px solid #b9c0c4;padding:4mm 0}
.head{display:flex;gap:3mm;align-items:baseline}
.box{display:inline-block;width:4mm;height:4mm;border:1px solid #17242b;text-align:center;line-height:4mm}
.blank{display:flex;gap:6mm;margin-top:3mm}.blank span{flex:1;border-bottom:1px solid #5d686e;padding-bottom:5mm;color:#4a565c;font-size:9pt}
figure{margin:3mm 0}svg{width:100mm;display:block}figcaption{font-size:8.5pt;color:#4a565c}`;

/** `madeOn` a day, `yyyy-mm-dd`. Self-contained: nothing is fetched and no script runs. */
export function checklistHtml(
  texts: Texts,
  guide: ShownGuide,
  language: ReaderLanguage,
  madeOn: string,
): string {
  const document = guideDocument(texts, guide, language);
  const say = (key: string, more?: Record<string, string>): string => escapeHtml(document.words(key, more));
  const about =
    guide.what === null
      ? say('print.services', { services: document.services })
      : say('print.stopping', { what: document.words(stopKey(guide.what, guide.services)) });
  const facts = [about, say('print.quality'), say('print.number')].join(' · ');
  const notes = guide.road.notes.map((note) => `<li>${say(`notes.${note}`)}</li>`).join('');
  const drawn = new Set<DrawingId>();
  const steps = guide.steps.map((_, at) => stepHtml(document, guide, at, drawn)).join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${say('print.title')}</title><style>${style}</style></head><body>
<h1>${say('print.title')}</h1><p class="facts">${facts}</p><p class="facts">${say('print.made', { date: writtenDay(madeOn, language) })}</p>
${notes === '' ? '' : `<h2>${say('page.notes')}</h2><ul>${notes}</ul>`}${steps}</body></html>`;
}

function stepHtml(document: GuideDocument, guide: ShownGuide, at: number, drawn: Set<DrawingId>): string {
  const step = guide.steps[at];
  if (step === undefined) return '';
  const say = (key: string, more?: Record<string, string>): string => escapeHtml(document.words(key, more));
  const keys = stepKeys(step.id, guide.road.rights);
  const done = step.state === 'done' || step.state === 'alreadyDone';
  const filled = whenAndWho(step, document.language);
  const place = (key: string, known: string): string =>
    known === '' ? say(key) : `${say(key)}: ${escapeHtml(known)}`;
  const where = document.where(step.id);
  // The same sketch twice would only cost paper.
  const sketches = factsOf(step.id).drawings.filter((id) => !drawn.has(id));
  for (const id of sketches) drawn.add(id);
  return `<section><div class="head"><span class="box" aria-hidden="true">${done ? '✓' : ''}</span><h2>${at + 1}. ${say(keys.title)}</h2></div>
<p>${say('print.why', { why: document.words(`needs.${step.need}`) })}</p><p>${say('print.who', { who: document.words(`roles.${step.who}.name`) })}</p>
${where === '' ? '' : `<p>${say('print.where', { where })}</p>`}<ol>${keys.acts.map((key) => `<li>${say(key)}</li>`).join('')}</ol>
${keys.extra === null ? '' : `<p>${say(keys.extra)}</p>`}${sketches.map((id) => figure(document, guide, id)).join('')}<p>${say('print.seen', { seen: document.words(keys.seen) })}</p>
${keys.troubles.map(({ what, who }) => `<p>${say('print.trouble', { what: document.words(what), who: document.words(who) })}</p>`).join('')}
<div class="blank"><span>${place('print.date', filled.date)}</span><span>${place('print.person', filled.person)}</span></div></section>`;
}

function figure(document: GuideDocument, guide: ShownGuide, id: DrawingId): string {
  const { words, language } = document;
  const write = (written: Written): string =>
    writtenText(written, language, { enterpriseName: guide.enterpriseName, own: words });
  const drawing = draw(id, { quality: guide.quality, rights: guide.road.rights });
  const svg = drawingSvg(drawing, write, words(`drawings.${id}.alt`));
  return `<figure>${svg}<figcaption>${escapeHtml(`${words(`drawings.${id}.title`)}. ${words('drawings.notTheScreen')}`)}</figcaption></figure>`;
}
