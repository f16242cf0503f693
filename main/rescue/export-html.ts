// The archive of a client as a printable page: what was asked and found first, then worker by worker.
import type { RescueTally } from '../../preload/contract/rescue-values.ts';
import type { Steps } from '../platform/slices.ts';
import type { ComparedPair, ComparedYear } from './compare-client.ts';
import { noTally, sumOf, tallyOf } from './compare-year.ts';
import { reasonsOf, type Words, writeMeasure } from './export-rows.ts';

const style = `@page{size:A4;margin:14mm}
body{font:9.5pt/1.4 Inter,system-ui,sans-serif;color:#17242b}
h1{font-size:17pt;margin:0 0 2mm}h2{font-size:11.5pt;margin:5mm 0 1mm}p{margin:1mm 0}.quiet{color:#4a565c}
table{border-collapse:collapse;inline-size:100%}th,td{text-align:start;vertical-align:top;border-bottom:1px solid #b9c0c4;padding:1mm 2mm 1mm 0}
thead th{font-size:8.5pt;color:#4a565c}tr{break-inside:avoid}h2{break-after:avoid}code{font-size:7.5pt;word-break:break-all}`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export type Printed = {
  t: Words;
  language: string;
  name: string;
  enterpriseNumber: string;
  /** The service gave its list of workers, so that whom it does not know can be told. */
  listed: boolean;
  /** Day on which it is made, as it is written in the language. */
  madeOn: string;
  day(date: string | null): string;
  hours(minutes: number | null): string;
};

/** Self-contained: nothing is fetched and no script runs. */
export function* exportHtml(printed: Printed, years: readonly ComparedYear[]): Steps<string> {
  const { t, language, name, enterpriseNumber, madeOn } = printed;
  const say = (key: string): string => escapeHtml(t(key));
  const states = ['found', 'empty', 'failed', 'waiting'] as const;
  const counted = states.map(
    (state) =>
      `<tr><th scope="row">${say(`states.${state}`)}</th><td>${years.filter(({ year }) => year.state === state || (state === 'waiting' && year.state === 'asked')).length}</td></tr>`,
  );
  const tally = years.reduce((sum, { pairs }) => sumOf(sum, tallyOf(pairs)), noTally);
  const compared = (Object.keys(tally) as (keyof RescueTally)[]).map(
    (outcome) => `<tr><th scope="row">${say(`outcomes.${outcome}`)}</th><td>${tally[outcome]}</td></tr>`,
  );
  const parts: string[] = [];
  for (const one of years) {
    parts.push(yearHtml(printed, one));
    yield;
  }
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${say('export.title')}</title><style>${style}</style></head><body>
<h1>${say('export.title')}</h1><p>${escapeHtml(`${name} · ${enterpriseNumber}`)}</p><p class="quiet">${say('export.made')} ${escapeHtml(madeOn)}. ${say('export.lead')}</p>
<h2>${say('export.asked')}</h2><table><tbody>${counted.join('')}</tbody></table>
<h2>${say('export.compared')}</h2><table><tbody>${compared.join('')}</tbody></table>${parts.join('')}</body></html>`;
}

function yearHtml(printed: Printed, compared: ComparedYear): string {
  const { year, pairs } = compared;
  const { t, day, listed } = printed;
  const say = (key: string): string => escapeHtml(t(key));
  const known = [
    ...(year.workerId === null ? [say('years.unknownHere')] : []),
    ...(listed && !year.atService ? [say('years.unknownThere')] : []),
  ];
  const state = say(`states.${year.state}`);
  const read = [
    ...(year.answeredAt === null
      ? []
      : [`${say('export.stood')} ${escapeHtml(day(year.answeredAt.slice(0, 10)))}`]),
    state,
    ...known,
    ...(year.answerHash === null ? [] : [`<code>${escapeHtml(year.answerHash)}</code>`]),
  ].join(' · ');
  const heads = ['title', 'startDate', 'endDate', 'durationMinutes', 'status']
    .map((field) => `<th scope="col">${say(`fields.${field}`)}</th>`)
    .join('');
  const rows = pairs.map((pair) => rowHtml(printed, pair)).join('');
  const table =
    rows === ''
      ? ''
      : `<table><thead><tr>${heads}<th scope="col">${say('export.outcome')}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return `<h2>${escapeHtml(`${year.workerName} · ${year.insz} · ${year.year}`)}</h2><p class="quiet">${read}</p>${table}${rightsHtml(printed, compared)}`;
}

/** Right and credit: what the service said beside what is computed here, and why the two may differ. */
function rightsHtml({ t, language }: Printed, { rights }: ComparedYear): string {
  if (rights === null) return '';
  const heads = ['measure', 'there', 'here', 'why'].map(
    (fact) => `<th scope="col">${escapeHtml(t(`export.${fact}`))}</th>`,
  );
  const rows = rights.lines.map((line) => {
    const { measure, there, here } = line;
    const why = line.differs ? `${t('outcomes.differs')}: ${reasonsOf(t, line)}` : '';
    const cells = [writeMeasure(language, measure, there), writeMeasure(language, measure, here), why];
    const name = `<th scope="row">${escapeHtml(t(`rights.measures.${measure}`))}</th>`;
    return `<tr>${name}${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function rowHtml({ t, day, hours }: Printed, { outcome, there, here, differing }: ComparedPair): string {
  const fields = there?.fields ?? here?.fields;
  if (fields === undefined) return '';
  const which = differing.map((field) => t(`fields.${field}`)).join(', ');
  const cells = [
    fields.title,
    day(fields.startDate),
    day(fields.endDate),
    hours(fields.durationMinutes),
    t(`status.${fields.status}`),
    which === '' ? t(`outcomes.${outcome}`) : `${t(`outcomes.${outcome}`)} (${which})`,
  ];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}
