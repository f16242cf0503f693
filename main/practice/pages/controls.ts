// The parts of a form: each with its label, its hint, and its error tied to it.
import type { Refusal } from '../portal/refusal.ts';
import { type Html, html, type Piece } from './html.ts';
import type { PageRequest } from './page.ts';
import type { Translate } from './texts.ts';

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
}

export interface Choice {
  readonly value: string;
  readonly label: Piece;
  readonly hint?: Piece;
}

/** The sentence of a finding, as it stands in the summary and beside the field. */
export const findingText = (t: Translate, finding: Refusal['refused'][number]): string =>
  t(`refused.${finding.code}`, finding.params ?? {});

const errorOf = (t: Translate, id: string, refusal: Refusal | undefined): string | undefined => {
  const finding = refusal?.refused.find(({ field }) => field === id);
  if (finding === undefined) return undefined;
  const reasons = finding.code === 'certificateRefused' ? (refusal?.issues ?? []) : [];
  return [findingText(t, finding), ...reasons.map((issue) => t(`certificate.${issue}`))].join(' ');
};

const describedBy = (id: string, hint: boolean, error: boolean): Html | undefined => {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((one) => one !== '');
  return ids.length === 0 ? undefined : html` aria-describedby="${ids.join(' ')}"`;
};

const invalid = (error: string | undefined): Html | false =>
  error !== undefined && html` aria-invalid="true"`;

const notes = (t: Translate, id: string, hint: Piece | undefined, error: string | undefined): Html =>
  html`${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}${
    error !== undefined &&
    html`<p class="error" id="${id}-error"><strong>${t('form.error')}</strong> ${error}</p>`
  }`;

export const textField = (
  t: Translate,
  { id, label, hint, value = '' }: Field,
  refusal?: Refusal,
  more: { readonly type?: 'text' | 'email'; readonly autocomplete?: string } = {},
): Html => {
  const error = errorOf(t, id, refusal);
  const { type = 'text', autocomplete = 'off' } = more;
  return html`<div class="field"><label for="${id}">${label}</label>${notes(t, id, hint, error)}<input id="${id}" name="${id}" type="${type}" value="${value}" autocomplete="${autocomplete}" maxlength="120"${describedBy(id, hint !== undefined, error !== undefined)}${invalid(error)}></div>`;
};

export const fileField = (t: Translate, { id, label, hint }: Field, refusal?: Refusal): Html => {
  const error = errorOf(t, id, refusal);
  return html`<div class="field"><label for="${id}">${label}</label>${notes(t, id, hint, error)}<input id="${id}" name="${id}" type="file"${describedBy(id, hint !== undefined, error !== undefined)}${invalid(error)}></div>`;
};

export const selectField = (
  t: Translate,
  { id, label, hint, value = '' }: Field,
  choices: readonly { readonly value: string; readonly label: string }[],
  refusal?: Refusal,
): Html => {
  const error = errorOf(t, id, refusal);
  const options = choices.map(
    (choice) =>
      html`<option value="${choice.value}"${choice.value === value && html` selected`}>${choice.label}</option>`,
  );
  return html`<div class="field"><label for="${id}">${label}</label>${notes(t, id, hint, error)}<select id="${id}" name="${id}"${describedBy(id, hint !== undefined, error !== undefined)}${invalid(error)}>${options}</select></div>`;
};

/** Radio buttons or tick boxes under one legend; the first carries the id, so that the summary leads to it. */
export const choiceField = (
  t: Translate,
  kind: 'radio' | 'checkbox',
  { id, label, hint }: Field,
  choices: readonly Choice[],
  chosen: readonly string[],
  refusal?: Refusal,
): Html => {
  const error = errorOf(t, id, refusal);
  const items = choices.map((choice, at) => {
    const own = at === 0 ? id : `${id}-${at}`;
    return html`<div class="choice"><input type="${kind}" id="${own}" name="${id}" value="${choice.value}"${chosen.includes(choice.value) && html` checked`}${choice.hint !== undefined && html` aria-describedby="${own}-what"`}><label for="${own}">${choice.label}</label>${
      choice.hint !== undefined && html`<p class="hint" id="${own}-what">${choice.hint}</p>`
    }</div>`;
  });
  return html`<fieldset${describedBy(id, hint !== undefined, error !== undefined)}><legend>${label}</legend>${notes(t, id, hint, error)}${items}</fieldset>`;
};

export interface FormParts {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly fields?: Piece;
  readonly submit: string;
  /** What the button does, when its words alone stand in a row of equals. */
  readonly submitFor?: string;
  readonly cancel?: { readonly href: string; readonly label: string };
  readonly withFile?: boolean;
  /** One of several buttons in a row: plain, without the space around a whole form. */
  readonly small?: boolean;
}

/** A form that posts, with the token of the session. */
export const postForm = (request: PageRequest, form: FormParts): Html => {
  const { action, hidden = {}, fields, submit, submitFor, cancel, withFile = false, small = false } = form;
  const inputs = Object.entries({ csrf: request.session.csrf, ...hidden }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const button = html`<button type="submit"${small && html` class="plain"`}>${submit}${submitFor !== undefined && html` <span class="unseen">${submitFor}</span>`}</button>`;
  return html`<form method="post" action="${action}" novalidate${withFile && html` enctype="multipart/form-data"`}${small && html` class="inline"`}>${inputs}${fields}<div class="acts">${button}${
    cancel !== undefined && html`<a href="${cancel.href}">${cancel.label}</a>`
  }</div></form>`;
};

/** A form that only asks for another page: one text, and a button beside it. */
export const getForm = (action: string, fields: Piece, submit: string): Html =>
  html`<form method="get" action="${action}" novalidate>${fields}<div class="acts"><button type="submit" class="plain">${submit}</button></div></form>`;
