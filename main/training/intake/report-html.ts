// The report of a client as a printable page: tagged by its own structure, nothing fetched, no script.
import type { ReportText } from './client-report.ts';

const style = `@page{size:A4 landscape;margin:14mm}
body{font:10pt/1.4 Inter,system-ui,sans-serif;color:#17242b}
h1{font-size:18pt;margin:0 0 1mm}h2{font-size:12pt;margin:6mm 0 2mm}
p{margin:1mm 0}.quiet{color:#4a565c}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:baseline;padding:1.2mm 2mm;border-bottom:1px solid #b9c0c4}
thead th{color:#4a565c;font-weight:600}tbody th{font-weight:600}tr{break-inside:avoid}`;

export function reportHtml({ language, title, made, sums, headings, groups }: ReportText): string {
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  const tables = groups
    .map(({ title: group, rows }) => {
      const body = rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('');
      return `<h2>${escapeHtml(group)}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
    })
    .join('');
  const lines = sums.map((sum) => `<p>${escapeHtml(sum)}</p>`).join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>
<h1>${escapeHtml(title)}</h1><p class="quiet">${escapeHtml(made)}</p>${lines}${tables}</body></html>`;
}

const cellHtml = (cell: string, at: number): string =>
  at === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
