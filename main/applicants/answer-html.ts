// An answer as a printable page: A4, headings and tables with headers, so that the PDF is tagged by its structure. The applicant stands
// inside only: no title and no file name says who it is.
import type {
  ApplicantAccess,
  ApplicantAnswer,
  ApplicantDataSet,
} from '../../preload/contract/applicants.ts';
import { formatEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { formatInsz } from '../../preload/rules/identifiers/insz.ts';
import type { TextLanguage, TextParams, Texts } from '../platform/texts.ts';
import { escapeHtml } from '../training/account/account-words.ts';
import type { linesOf } from './advice-lines.ts';
import type { Reading } from './reading-store.ts';

const style = `@page{size:A4;margin:14mm 18mm}
body{font:10pt/1.4 Inter,system-ui,sans-serif;color:#17242b;margin:0}
h1{font-size:17pt;margin:0 0 1mm}h2{font-size:11.5pt;margin:5mm 0 1mm;break-after:avoid}
p{margin:1mm 0}.quiet,.why{color:#4a565c}.why{display:block;font-size:9pt}.said{font-weight:600}
table{border-collapse:collapse;inline-size:100%}
th,td{text-align:start;vertical-align:top;padding:.8mm 2mm .8mm 0;border-block-end:1px solid #cfd5d8;font-weight:400}
tbody th.head{inline-size:52mm;color:#4a565c}thead th{font-size:9pt;color:#4a565c}td.own{inline-size:32mm}
tr{break-inside:avoid}ol{margin:1mm 0;padding-inline-start:7mm;font-size:9pt}`;

export type PrintedAnswer = {
  request: Reading;
  answer: ApplicantAnswer;
  accesses: readonly Pick<ApplicantAccess, 'dataSet' | 'until'>[];
  /** Were open, and are not any more. */
  ended: readonly ApplicantDataSet[];
  lines: ReturnType<typeof linesOf>;
  /** A word on every page says that it is not the real thing. */
  practice: boolean;
  /** `yyyy-mm-dd` */
  madeOn: string;
};

export function answerPage(texts: Texts, language: TextLanguage, printed: PrintedAnswer): string {
  const { request, answer, accesses, ended, lines, madeOn, practice } = printed;
  const plain = (key: string, params: TextParams = {}): string =>
    texts.t(language, `applicant-advice.${key}`, params);
  const say = (key: string, params: TextParams = {}): string => escapeHtml(plain(`document.${key}`, params));
  const format = new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', dateStyle: 'long' });
  const dayOf = (day: string): string => format.format(Date.parse(`${day}T12:00:00Z`));
  const moment = new Intl.DateTimeFormat(`${language}-BE`, {
    timeZone: 'Europe/Brussels',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const dataName = (one: ApplicantDataSet): string => plain(`dataSets.${one}`);
  const { mandataryNumber: mandatary } = request;
  const asked: [string, string][] = [
    [say('employer'), `${request.employerName}, ${formatEnterpriseNumber(request.enterpriseNumber)}`],
    ...(mandatary === null
      ? []
      : [[say('mandatary'), formatEnterpriseNumber(mandatary)] satisfies [string, string]]),
    [say('applicant'), [request.name, formatInsz(request.insz ?? '')].filter(Boolean).join(', ')],
    [say('code'), [request.code, request.label].filter(Boolean).join(' · ')],
    [say('askedAt'), moment.format(Date.parse(request.askedAt))],
    [say('data'), request.dataSets.map(dataName).join('; ')],
  ];
  const answered: [string, string][] = [
    ...request.dataSets.map((one): [string, string] => [
      say(one === 'flexiJobEligibility' ? 'flexi' : 'hours'),
      plain(...saidOf(one, answer, ended, dayOf)),
    ]),
    [say('readAt'), moment.format(Date.parse(answer.readAt))],
    ...accesses.map(({ dataSet, until }): [string, string] => [
      say('until'),
      plain('document.untilOf', { date: dayOf(until), data: dataName(dataSet) }),
    ]),
  ];
  const list = (when: 'before' | 'after'): string =>
    `<table><thead><tr><th scope="col">${say('line')}</th><th scope="col">${say('answer')}</th></tr></thead><tbody>${lines
      .filter((one) => one.when === when)
      .map(
        ({ id, answer: own }) =>
          `<tr><th scope="row">${escapeHtml(plain(`lines.${id}.what`))}<span class="why">${escapeHtml(plain(`lines.${id}.why`))}</span></th><td class="own">${escapeHtml(plain(`answers.${own}`))}</td></tr>`,
      )
      .join('')}</tbody></table>`;
  const sources = new Set(
    lines.map(({ source, sourceDate, certainty }) =>
      plain('source', { source, date: dayOf(sourceDate), certainty: plain(`certainty.${certainty}`) }),
    ),
  );
  const mark = practice ? markOn(texts.t(language, 'applicant-batch.sheet.practice')) : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${say('title')}</title><style>${style}${mark}</style></head><body>
<h1>${say('title')}</h1><p class="quiet">${say('made', { date: dayOf(madeOn) })}</p>
<h2>${say('asked')}</h2>${facts(asked)}
<h2>${say('answered')}</h2>${facts(answered, 'said')}
<h2>${say('notChecked')}</h2><p>${escapeHtml(plain('notVerdict'))}</p>${list('before')}
<h2>${say('toDo')}</h2>${list('after')}
<h2>${say('sources')}</h2><ol>${[...sources].map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ol>
<p class="quiet">${say('keep')}</p></body></html>`;
}

/** In the margin of every page. */
const markOn = (word: string): string =>
  `@page{@top-right{content:${JSON.stringify(word)};font:700 10pt/1 Inter,system-ui,sans-serif;color:#5b3a8c}}`;

/** Heads are escaped already, cells are not. */
const facts = (rows: readonly [string, string][], name = ''): string =>
  `<table><tbody>${rows.map(([head, cell]) => `<tr><th scope="row" class="head">${head}</th><td class="${name}">${escapeHtml(cell)}</td></tr>`).join('')}</tbody></table>`;

/** Key and facts of what was answered for a data set. */
function saidOf(
  dataSet: ApplicantDataSet,
  { flexiJob, studentHours, missing }: ApplicantAnswer,
  ended: readonly ApplicantDataSet[],
  dayOf: (day: string) => string,
): [key: string, params: TextParams] {
  if (missing.includes(dataSet))
    return [ended.includes(dataSet) ? 'document.withheld' : 'document.missing', {}];
  if (dataSet === 'flexiJobEligibility' && flexiJob !== null) {
    const { eligible, quarter, from, to } = flexiJob;
    const params = { quarter, from: dayOf(from), to: dayOf(to) };
    return [eligible ? 'document.eligible' : 'document.notEligible', params];
  }
  if (dataSet === 'studentWorkHours' && studentHours !== null) {
    const { available, quota, year } = studentHours;
    return ['document.hoursLeft', { available, quota, year: String(year) }];
  }
  return ['document.withheld', {}];
}
