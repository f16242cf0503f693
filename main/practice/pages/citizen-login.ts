// Who the citizen is on the own pages: one of the made-up persons, or anybody by the number. The real pages ask for eID or itsme.
import { logInAs } from '../citizen/by-citizen.ts';
import { nameOf } from '../citizen/parts.ts';
import { type Refusal, refuse } from '../portal/refusal.ts';
import { choiceField, postForm, textField } from './controls.ts';
import { type Html, html } from './html.ts';
import { show } from './layout.ts';
import type { PageParts, PageReply, PageRequest, Serve } from './page.ts';

/** The citizens' pages are no part of an enterprise's portal: who is logged in there is not shown here. */
export const apart = (request: PageRequest): PageRequest => ({ ...request, person: undefined });

const choicesOf = ({ citizen }: PageParts) =>
  citizen.facts.all().flatMap((insz) => {
    const name = citizen.facts.facts(insz)?.known === true ? nameOf(citizen, insz) : undefined;
    return name === undefined ? [] : [{ value: insz, label: `${name.givenName} ${name.familyName}` }];
  });

export const loginPage = (parts: PageParts, request: PageRequest, refusal?: Refusal): PageReply => {
  const { t, form, path } = request;
  const who = { id: 'citizen', label: t('citizen.login.who') };
  const number = {
    id: 'insz',
    label: t('citizen.login.insz'),
    hint: t('citizen.login.inszHint'),
    value: form.text('insz'),
  };
  return show(request, {
    title: t('citizen.login.title'),
    refusal,
    body: html`<p>${t('citizen.login.what')}</p>${postForm(request, {
      action: path,
      hidden: { act: 'login' },
      fields: [
        choiceField(t, 'radio', who, choicesOf(parts), form.all('citizen'), refusal),
        textField(t, number, refusal),
      ],
      submit: t('citizen.login.submit'),
    })}`,
  });
};

const logIn: Serve = (parts, request) => {
  const { form, session, path } = request;
  const typed = form.text('insz') || form.text('citizen');
  if (typed === '') return loginPage(parts, request, refuse('citizenMissing', { field: 'citizen' }));
  const outcome = logInAs(parts.citizen, typed);
  if (!('done' in outcome)) return loginPage(parts, request, outcome);
  session.citizen = outcome.done;
  return { redirect: path };
};

const logOut: Serve = (_parts, { session, path }) => {
  session.citizen = undefined;
  return { redirect: path };
};

/** Who is logged in, with the way out: above everything that follows. */
export const loggedIn = (parts: PageParts, request: PageRequest, insz: string): Html => {
  const { t, path } = request;
  const name = nameOf(parts.citizen, insz);
  const text =
    name === undefined
      ? t('citizen.login.asNumber', { end: insz.slice(-2) })
      : t('frame.loggedIn', { name: `${name.givenName} ${name.familyName}` });
  const leave = postForm(request, {
    action: path,
    hidden: { act: 'leave' },
    submit: t('frame.logOut'),
    small: true,
  });
  return html`<div class="person"><span>${text}</span> ${leave}</div>`;
};

type ServeCitizen = (parts: PageParts, request: PageRequest, insz: string) => PageReply;

/** Leads through the log-in first; `acts` are the posts of a page by the value of their field `act`. */
export const forCitizen =
  (page: ServeCitizen, acts: Readonly<Record<string, ServeCitizen>> = {}): Serve =>
  (parts, whole) => {
    const request = apart(whole);
    const act = request.form.text('act');
    if (request.method === 'POST' && act === 'login') return logIn(parts, request);
    if (request.method === 'POST' && act === 'leave') return logOut(parts, request);
    const insz = request.session.citizen;
    if (insz === undefined) return loginPage(parts, request);
    return (
      (Object.hasOwn(acts, act) ? acts[act] : undefined)?.(parts, request, insz) ?? page(parts, request, insz)
    );
  };

/** A day in the reader's language: `31 maart 2025`. */
export const dayText = ({ session }: PageRequest, day: string): string =>
  new Intl.DateTimeFormat(session.language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
