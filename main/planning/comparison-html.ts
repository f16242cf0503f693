// A comparison as a printable page: A4 across, a table with headers, so that the PDF is tagged by its structure. No title and
// no file name bears a number of a person.
import { escapeHtml } from '../training/account/account-words.ts';
import type { Document } from './save-comparison.ts';

const style = `@page{size:A4 landscape;margin:12mm}
body{font:8.5pt/1.35 Inter,system-ui,sans-serif;color:#17242b;margin:0}
h1{font-size:15pt;margin:0 0 1mm}p{margin:.5mm 0}
table{border-collapse:collapse;inline-size:100%;margin-block-start:3mm}
thead{display:table-header-group}tr{break-inside:avoid}
th,td{text-align:start;vertical-align:top;padding:1mm 2mm 1mm 0;border-block-end:1px solid #cfd5d8;font-weight:400}
thead th{color:#4a565c;font-weight:600}td{font-variant-numeric:tabular-nums}`;

export function comparisonHtml({ language, title, lead, headings, rows }: Document): string {
  const head = headings.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = rows
    .map((cells) => {
      const drawn = cells.map((cell, at) =>
        at === 1 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`,
      );
      return `<tr>${drawn.join('')}</tr>`;
    })
    .join('');
  const lines = lead.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>
<h1>${escapeHtml(title)}</h1>${lines}<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></body></html>`;
}
