// Today at the registers: what the service holds of an enterprise, something that happens to a person, and the file of the day to
// take home. Numbers travel in forms only, never in an address.
import { emit } from '../cbss/emit.ts';
import { inscribeWorkers, linesOfEverybody } from '../cbss/inscribe-workers.ts';
import type { Refusal } from '../portal/refusal.ts';
import { choiceField, postForm } from './controls.ts';
import { type At, doneThen, withKnown } from './gate.ts';
import { type Html, html, linkTo } from './html.ts';
import { formatSsin, show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Routes } from './page.ts';
import { eventForm, somethingHappens } from './register-event-form.ts';

const table = (caption: string, heads: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

const inscribed = (parts: PageParts, request: PageRequest, at: At): Html => {
  const { t } = request;
  const lines = linesOfEverybody(parts.cbss, at.number);
  const rows = lines.map(
    ({ name, ssin, context, begin, end }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${formatSsin(ssin)}</td><td>${context}</td><td>${begin}</td><td>${end ?? t('registers.open')}</td></tr>`,
  );
  const heads = ['name', 'number', 'context', 'begin', 'end'].map((key) => t(`registers.column.${key}`));
  const workers = postForm(request, {
    action: '/registers/workers',
    hidden: { enterprise: at.number },
    submit: t('registers.inscribeWorkers'),
    small: true,
  });
  return html`<h2>${t('registers.inscribed')}</h2>${
    rows.length === 0 ? html`<p>${t('registers.nobody')}</p>` : table(t('registers.inscribed'), heads, rows)
  }<p>${t('registers.workersWhat')}</p>${workers}`;
};

const files = (parts: PageParts, request: PageRequest, at: At): Html => {
  const { t } = request;
  const rows = parts.cbss.events.files(at.number).map(({ sequence, name, records }) => {
    const link = (part: 'file' | 'voucher', text: string) =>
      html`<a href="${linkTo('/registers/file', { enterprise: at.number, sequence: String(sequence), part })}" download>${text} <span class="unseen">${sequence}</span></a>`;
    return html`<tr><th scope="row">${sequence}</th><td>${name}</td><td>${records}</td><td>${link('file', t('registers.file'))}</td><td>${link('voucher', t('registers.voucher'))}</td></tr>`;
  });
  const heads = ['sequence', 'fileName', 'records', 'file', 'voucher'].map((key) =>
    t(`registers.column.${key}`),
  );
  const everybody = [{ value: 'yes', label: t('registers.everybody'), hint: t('registers.everybodyHint') }];
  return html`<h2>${t('registers.files')}</h2><p>${t('registers.filesWhat')}</p>${postForm(request, {
    action: '/registers/files',
    hidden: { enterprise: at.number },
    fields: choiceField(t, 'checkbox', { id: 'everybody', label: t('registers.whom') }, everybody, []),
    submit: t('registers.makeFile'),
  })}${rows.length === 0 ? html`<p>${t('registers.noFile')}</p>` : table(t('registers.files'), heads, rows)}`;
};

const today = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t } = request;
  return show(request, {
    title: t('registers.title'),
    enterprise: at.enterprise,
    refusal,
    body: html`<p>${t('registers.what')}</p><p><a href="${linkTo('/registers/access', { enterprise: at.number })}">${t('registers.accessTitle')}</a></p>${eventForm(parts, request, at, refusal)}${files(parts, request, at)}${inscribed(parts, request, at)}`,
  });
};

const back = (at: At): string => linkTo('/registers', { enterprise: at.number });

export const registerRoutes: Routes = {
  'GET /registers': withKnown(today),
  'POST /registers': withKnown((parts, request, at) => {
    const outcome = somethingHappens(parts, request);
    if ('refused' in outcome) return today(parts, request, at, outcome);
    return doneThen(request, back(at), `registers.done.${outcome.done}`);
  }),
  'POST /registers/files': withKnown((parts, request, at) => {
    const everybody = request.form.text('everybody') === 'yes';
    const { fileSequenceNumber, recordCount } = emit(parts.cbss, { receiver: at.number, everybody });
    const numbers = { sequence: String(fileSequenceNumber), count: String(recordCount) };
    return doneThen(request, back(at), 'registers.fileMade', numbers);
  }),
  'POST /registers/workers': withKnown((parts, request, at) => {
    const count = parts.cbss.events.together(() =>
      inscribeWorkers({ ...parts.cbss, mandates: parts.mandates }, at.number),
    );
    return doneThen(request, back(at), 'registers.workersInscribed', { count: String(count) });
  }),
  'GET /registers/file': withKnown((parts, request, at) => {
    const made = parts.cbss.events.bytes(at.number, Number(given(request, 'sequence')));
    if (made === undefined) return { redirect: back(at) };
    const isVoucher = given(request, 'part') === 'voucher';
    return {
      download: isVoucher
        ? { name: made.name.replace(/\.xml$/, '.voucher.xml'), bytes: made.voucher }
        : { name: made.name, bytes: made.file },
    };
  }),
};
