// The citizen's page of a request, where a code or link leads: who asks what, for how long, and the answer. Open to windows that
// hold no key, as a phone holds none.
import { approve, canBeEnded, refuseRequest } from '../citizen/by-citizen.ts';
import { lastDayAfter } from '../citizen/moments.ts';
import { MONTHS, passTime } from '../citizen/parts.ts';
import type { Outcome } from '../portal/refusal.ts';
import type { CitizenMandate } from '../store/citizen-mandate-store.ts';
import type { CitizenRequest } from '../store/citizen-request-store.ts';
import { ACCESSES_PATH } from './citizen-accesses-page.ts';
import { apart, dayText, forCitizen, loggedIn } from './citizen-login.ts';
import { postForm } from './controls.ts';
import { type Html, html } from './html.ts';
import { formatNumber, show } from './layout.ts';
import type { PageParts, PageReply, PageRequest, Routes } from './page.ts';

export const requestPath = (id: string): string => `/request/${id}`;

/** `/request/3f2a…` → `3f2a…`; undefined for every other path. */
export const requestIdIn = (path: string): string | undefined => /^\/request\/([^/]{1,64})$/.exec(path)?.[1];

const employerName = (parts: PageParts, number: string): string =>
  parts.world.employer(number)?.name ?? number;

/** What became of the accesses that this citizen gave: as long as one is in force, they may be read. */
const standingOf = (accesses: readonly CitizenMandate[]): string => {
  if (accesses.some(canBeEnded)) return 'mine';
  const states = accesses.map(({ state }) => state);
  return (['revoked', 'renounced'] as const).find((one) => states.includes(one)) ?? 'over';
};

/** Why there is nothing to answer, as this citizen sees it; undefined while there is. */
const closedFor = (
  request: CitizenRequest | undefined,
  insz: string,
  accesses: readonly CitizenMandate[],
): { key: string; status: number } | undefined => {
  if (request === undefined) return { key: 'unknown', status: 404 };
  if (request.insz !== null && request.insz !== insz) return { key: 'somebodyElse', status: 403 };
  const own = request.usedBy === insz;
  switch (request.state) {
    case 'open':
      return undefined;
    case 'approved':
      return own ? { key: standingOf(accesses), status: 200 } : { key: 'used', status: 409 };
    case 'refused':
      return own ? { key: 'refusedByMe', status: 200 } : { key: 'used', status: 409 };
    default:
      return { key: request.state, status: 409 };
  }
};

const question = (parts: PageParts, request: PageRequest, asked: CitizenRequest): Html => {
  const { t, path } = request;
  const employer = employerName(parts, asked.enterpriseNumber);
  const today = parts.clock.businessDate();
  const sets = asked.dataSets.map(
    (dataSet) =>
      html`<li><strong>${t(`citizen.data.${dataSet}`)}</strong><br>${t(`citizen.data.${dataSet}What`)}<br>${t('citizen.request.until', { date: dayText(request, lastDayAfter(today, MONTHS[dataSet])) })}</li>`,
  );
  const via =
    asked.mandatary !== null &&
    html`<p>${t('citizen.request.via', { mandatary: employerName(parts, asked.mandatary) })}</p>`;
  const answer = (act: string, small: boolean): Html =>
    postForm(request, { action: path, hidden: { act }, submit: t(`citizen.request.${act}`), small });
  return html`<p><strong>${t('citizen.request.asks', { employer })}</strong> <span class="number">${formatNumber(asked.enterpriseNumber)}</span></p>${via}<h2>${t('citizen.request.which')}</h2><ul class="plain apart">${sets}</ul><p>${t('citizen.request.noMore')}</p><p>${t('citizen.request.today')}</p><div class="answers">${answer('approve', false)}<p class="lead">${t('citizen.request.refuseWhat')}</p>${answer('refuse', true)}</div>`;
};

const page = (parts: PageParts, request: PageRequest, insz: string): PageReply => {
  const { t } = request;
  passTime(parts.citizen);
  const asked = parts.citizen.citizens.request(requestIdIn(request.path) ?? '');
  const given = asked === undefined ? [] : parts.citizen.citizens.mandatesOf(asked.requestId);
  const closed = closedFor(asked, insz, given);
  const head = loggedIn(parts, request, insz);
  const accesses = html`<p><a href="${ACCESSES_PATH}">${t('citizen.accesses.title')}</a></p>`;
  if (asked !== undefined && closed === undefined) {
    return show(request, {
      title: t('citizen.request.title'),
      body: html`${head}${question(parts, request, asked)}${accesses}`,
    });
  }
  const { key, status } = closed ?? { key: 'unknown', status: 404 };
  const employer = asked === undefined ? '' : employerName(parts, asked.enterpriseNumber);
  return show(request, {
    title: t(`citizen.closed.${key}.title`),
    status,
    body: html`${head}<p>${t(`citizen.closed.${key}.what`, { employer })}</p>${accesses}`,
  });
};

/** What was answered comes too late where somebody or midnight was quicker: the page then says how the request stands. */
const answering =
  (act: (parts: PageParts, id: string, insz: string) => Outcome<unknown>, notice: string) =>
  (parts: PageParts, request: PageRequest, insz: string): PageReply => {
    const id = requestIdIn(request.path) ?? '';
    const outcome = act(parts, id, insz);
    if (!('done' in outcome)) return page(parts, request, insz);
    const number = parts.citizen.citizens.request(id)?.enterpriseNumber ?? '';
    request.session.notice = { key: notice, params: { employer: employerName(parts, number) } };
    return { redirect: request.path };
  };

const post = forCitizen(page, {
  approve: answering((parts, id, insz) => approve(parts.citizen, id, insz), 'citizen.request.approved'),
  refuse: answering((parts, id, insz) => refuseRequest(parts.citizen, id, insz), 'citizen.request.refused'),
});

/** Nobody is asked to log in for a link that leads nowhere. */
const existing =
  (serve: Routes[string]): Routes[string] =>
  (parts, request) => {
    if (parts.citizen.citizens.request(requestIdIn(request.path) ?? '') !== undefined)
      return serve(parts, request);
    const { t } = request;
    return show(apart(request), {
      title: t('citizen.closed.unknown.title'),
      status: 404,
      body: html`<p>${t('citizen.closed.unknown.what')}</p>`,
    });
  };

export const requestRoutes: Routes = {
  [`GET ${requestPath('{id}')}`]: existing(forCitizen(page)),
  [`POST ${requestPath('{id}')}`]: existing(post),
};
