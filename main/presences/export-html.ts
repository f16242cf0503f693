// A list of presences as a printable page: A4 on its side, the head of the table on each page.
import type { TextLanguage, Texts } from '../platform/texts.ts';
import { escapeHtml } from '../training/account/account-words.ts';
import { type Exported, remarkWords, writtenMoment } from './export-cells.ts';

const style = `@page{size:A4 landscape;margin:12mm}
body{font:8.5pt/1.35 Inter,system-ui,sans-serif;color:#17242b;margin:0}
h1{font-size:15pt;margin:0 0 1mm}p{margin:0 0 4mm;color:#4a565c}
table{border-collapse:collapse;inline-size:100%}thead{display:table-header-group}tr{break-inside:avoid}
th,td{text-align:start;vertical-align:top;padding:.8mm 2mm .8mm 0;border-block-end:1px solid #cfd5d8}
thead th{font-size:8pt;color:#4a565c}.number{white-space:nowrap;font-variant-numeric:tabular-nums}`;

export type Printed = { rows: readonly Exported[]; from: string; to: string; madeOn: string };

export function exportHtml(
  texts: Texts,
  language: TextLanguage,
  { rows, from, to, madeOn }: Printed,
): string {
  const say = (namespace: string, key: string, params: Record<string, string | number> = {}): string =>
    texts.t(language, `${namespace}.${key}`, params);
  const day = new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', dateStyle: 'long' });
  const dayOf = (text: string): string => day.format(Date.parse(`${text}T12:00:00Z`));
  const title = escapeHtml(say('presence-search', 'export.title'));
  const lead = say('presence-search', 'export.lead', {
    ...{ from: dayOf(from), to: dayOf(to), made: dayOf(madeOn) },
    count: rows.length,
  });
  const heads = [
    'registeredAt',
    'type',
    'worker',
    'insz',
    'employer',
    'site',
    'validity',
    'remarks',
  ] as const;
  const cell = (text: string, number = false): string =>
    `<td${number ? ' class="number"' : ''}>${escapeHtml(text)}</td>`;
  const lines = rows.map((row) =>
    [
      cell(writtenMoment(row.registeredAt), true),
      cell(say('presences', `type.${row.type}`)),
      cell(row.workerName ?? ''),
      cell(writtenNumber(row.currentInsz ?? row.insz), true),
      cell(row.employerName ?? row.employerNumber),
      cell(row.siteName ?? row.reference),
      cell(say('presences', `validity.${row.validity}`)),
      cell(remarkWords(say, row.remarks)),
    ].join(''),
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body>
<h1>${title}</h1><p>${escapeHtml(lead)}</p><table><thead><tr>${heads
    .map((head) => `<th scope="col">${escapeHtml(say('presences', `columns.${head}`))}</th>`)
    .join(
      '',
    )}</tr></thead><tbody>${lines.map((line) => `<tr>${line}</tr>`).join('\n')}</tbody></table></body></html>`;
}

const writtenNumber = (insz: string): string =>
  insz.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5');
