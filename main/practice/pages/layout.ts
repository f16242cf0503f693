// The frame of every page: the band that says where one is, languages, who is logged in, what went wrong, what was done.
import { REFUSALS, type Refusal } from '../portal/refusal.ts';
import { findingText, postForm } from './controls.ts';
import { type Html, html, linkTo } from './html.ts';
import { given, type PageReply, type PageRequest } from './page.ts';
import type { PortalSession } from './portal-session.ts';
import { LANGUAGES, type Translate } from './texts.ts';

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly refusal?: Refusal | undefined;
  readonly status?: number;
  /** The enterprise whose services stand in the menu. */
  readonly enterprise?: { readonly enterpriseNumber: string; readonly name: string } | undefined;
}

const NAMES = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' } as const;

/** Languages as links to this same page; a page that answered a post is asked for anew. */
const languages = (
  t: Translate,
  session: PortalSession | undefined,
  path: string,
  query: URLSearchParams,
): Html => {
  const link = (language: (typeof LANGUAGES)[number]): string => {
    const parameters = new URLSearchParams(query);
    parameters.set('lang', language);
    return `${path}?${parameters}`;
  };
  const items = LANGUAGES.map(
    (language) =>
      html`<li><a href="${link(language)}" hreflang="${language}" lang="${language}"${language === session?.language && html` aria-current="true"`}>${NAMES[language]}</a></li>`,
  );
  return html`<nav aria-label="${t('frame.languages')}"><ul class="row">${items}</ul></nav>`;
};

const services = (t: Translate, path: string, enterpriseNumber: string): Html => {
  const places = ['/overview', '/access', '/chaman', '/mahis', '/circle', '/registers'] as const;
  const keys = {
    '/overview': 'overview',
    '/access': 'access',
    '/chaman': 'chaman',
    '/mahis': 'mahis',
    '/circle': 'circle',
    '/registers': 'registers',
  } as const;
  const items = places.map((place) => {
    const here = path === place ? 'page' : path.startsWith(`${place}/`) ? 'true' : undefined;
    return html`<li><a href="${linkTo(place, { enterprise: enterpriseNumber })}"${here !== undefined && html` aria-current="${here}"`}>${t(`${keys[place]}.menu`)}</a></li>`;
  });
  return html`<nav aria-label="${t('frame.services')}" class="services"><ul class="row">${items}</ul></nav>`;
};

const who = (t: Translate, people: NonNullable<Refusal['who']>): Html => {
  const names = people.map(({ givenName, familyName }) => `${givenName} ${familyName}`).join(', ');
  return html`<p>${names === '' ? t('frame.whoNobody') : t('frame.who', { names })}</p>`;
};

const summary = (t: Translate, refusal: Refusal): Html => {
  const items = refusal.refused.map((finding) => {
    const text = findingText(t, finding);
    return finding.field === undefined
      ? html`<li>${text}</li>`
      : html`<li><a href="#${finding.field}">${text}</a></li>`;
  });
  const issues = (refusal.issues ?? []).map((issue) => html`<li>${t(`certificate.${issue}`)}</li>`);
  return html`<div class="errors" role="alert" tabindex="-1" autofocus><h2>${t('frame.refused')}</h2><ul>${items}${issues}</ul>${
    refusal.who !== undefined && who(t, refusal.who)
  }</div>`;
};

const person = (request: PageRequest): Html | undefined => {
  const { person: someone, t } = request;
  if (someone === undefined) return undefined;
  const name = `${someone.givenName} ${someone.familyName}`;
  // Who logs in next goes on with the same enterprise.
  const hidden = { enterprise: given(request, 'enterprise') };
  const leave = postForm(request, { action: '/logout', hidden, submit: t('frame.logOut'), small: true });
  return html`<div class="person"><span>${t('frame.loggedIn', { name })}</span> ${leave}</div>`;
};

interface Frame {
  readonly t: Translate;
  readonly session: PortalSession | undefined;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly person: Html | undefined;
}

const frame = (at: Frame, page: Page): string => {
  const { t, session } = at;
  const notice = session?.notice;
  if (session !== undefined) session.notice = undefined;
  const { enterprise, refusal } = page;
  const title = refusal === undefined ? page.title : `${t('frame.refused')} ${page.title}`;
  return `<!doctype html>${
    html`<html lang="${session?.language ?? 'nl'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} · ${t('frame.portal')}</title><link rel="stylesheet" href="/style.css"></head><body><a class="skip" href="#content">${t('frame.skip')}</a><header><p class="band"><strong>${t('frame.band')}</strong> <span>${t('frame.bandWhat')}</span></p><div class="inner"><div class="head"><a class="home" href="/">${t('frame.portal')}</a>${session !== undefined && languages(t, session, at.path, at.query)}</div><div class="head">${enterprise !== undefined && html`<p class="enterprise"><strong>${enterprise.name}</strong> <span class="number">${formatNumber(enterprise.enterpriseNumber)}</span></p>`}${at.person}</div>${
      enterprise !== undefined && services(t, at.path, enterprise.enterpriseNumber)
    }</div></header><main id="content" tabindex="-1">${
      notice !== undefined && html`<p class="notice" role="status">${t(notice.key, notice.params)}</p>`
    }<h1>${page.title}</h1>${refusal !== undefined && summary(t, refusal)}${page.body}</main></body></html>`
      .html
  }`;
};

/** `01010199669` → `01.01.01-996.69` */
export const formatSsin = (ssin: string): string =>
  `${ssin.slice(0, 2)}.${ssin.slice(2, 4)}.${ssin.slice(4, 6)}-${ssin.slice(6, 9)}.${ssin.slice(9)}`;

/** `0999999130` → `0999.999.130` */
export const formatNumber = (number: string): string =>
  `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;

/** The page, its status taken from the refusal that stands on it. */
export const show = (request: PageRequest, page: Page): PageReply => {
  const { t, session, path } = request;
  const code = page.refusal?.refused[0].code;
  const status = page.status ?? (code === undefined ? 200 : REFUSALS[code]);
  // What a form carried along leads back to the same place when only the language changes.
  const query = new URLSearchParams(request.query);
  for (const name of ['enterprise', 'quality', 'client', 'id', 'certificate', 'next']) {
    const sent = request.form.text(name);
    if (sent !== '' && request.form.file(name) === undefined) query.set(name, sent);
  }
  return { status, html: frame({ t, session, path, query, person: person(request) }, page) };
};

/** A page for a request that got nowhere, perhaps without a session. */
export const showStopped = (t: Translate, session: PortalSession | undefined, reason: string): PageReply => ({
  status: 400,
  html: frame(
    { t, session, path: '/', query: new URLSearchParams(), person: undefined },
    { title: t(`stopped.${reason}.title`), body: html`<p>${t(`stopped.${reason}.what`)}</p>` },
  ),
});
