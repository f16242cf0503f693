// The citizen's list of accesses: who may read what until when, and ending one of them.
import { canBeEnded, revoke } from '../citizen/by-citizen.ts';
import { passTime } from '../citizen/parts.ts';
import type { Refusal } from '../portal/refusal.ts';
import type { CitizenMandate } from '../store/citizen-mandate-store.ts';
import { dayText, forCitizen, loggedIn } from './citizen-login.ts';
import { postForm } from './controls.ts';
import { type Html, html, linkTo } from './html.ts';
import { show } from './layout.ts';
import type { PageParts, PageReply, PageRequest, Routes } from './page.ts';

export const ACCESSES_PATH = '/accesses';

const whose = (parts: PageParts, { enterpriseNumber, mandatary }: CitizenMandate): string => {
  const name = (number: string): string => parts.world.employer(number)?.name ?? number;
  return mandatary === null ? name(enterpriseNumber) : `${name(enterpriseNumber)} (${name(mandatary)})`;
};

const entry = (parts: PageParts, request: PageRequest, mandate: CitizenMandate): Html => {
  const { t } = request;
  const open = canBeEnded(mandate);
  const standing = open
    ? t('citizen.accesses.until', { date: dayText(request, mandate.endDate) })
    : t(`citizen.accesses.state.${mandate.state}`);
  const data = t(`citizen.data.${mandate.dataSet}`);
  const employer = whose(parts, mandate);
  const end =
    open &&
    html`<p><a href="${linkTo(ACCESSES_PATH, { end: mandate.mandateId })}">${t('citizen.accesses.end')} <span class="unseen">${data}, ${employer}</span></a></p>`;
  return html`<section class="sheet"><h3>${employer}</h3><p>${data}<br>${standing}</p>${end}</section>`;
};

const confirmPage = (
  parts: PageParts,
  request: PageRequest,
  insz: string,
  mandate: CitizenMandate,
): PageReply => {
  const { t } = request;
  const params = { employer: whose(parts, mandate), data: t(`citizen.data.${mandate.dataSet}`) };
  return show(request, {
    title: t('citizen.accesses.confirm'),
    body: html`${loggedIn(parts, request, insz)}<p>${t('citizen.accesses.confirmWhat', params)}</p>${postForm(
      request,
      {
        action: ACCESSES_PATH,
        hidden: { act: 'revoke', mandate: mandate.mandateId },
        submit: t('citizen.accesses.end'),
        cancel: { href: ACCESSES_PATH, label: t('form.cancel') },
      },
    )}`,
  });
};

const page = (parts: PageParts, request: PageRequest, insz: string, refusal?: Refusal): PageReply => {
  const { t } = request;
  passTime(parts.citizen);
  const all = parts.citizen.citizens.mandatesBy(insz).reverse();
  const toEnd = all.find(({ mandateId }) => mandateId === request.query.get('end'));
  if (toEnd !== undefined && canBeEnded(toEnd) && refusal === undefined)
    return confirmPage(parts, request, insz, toEnd);
  const list = (mandates: readonly CitizenMandate[]): Html[] =>
    mandates.map((one) => entry(parts, request, one));
  const open = all.filter(canBeEnded);
  const ended = all.filter((mandate) => !canBeEnded(mandate));
  return show(request, {
    title: t('citizen.accesses.title'),
    refusal,
    body: html`${loggedIn(parts, request, insz)}<h2>${t('citizen.accesses.now')}</h2>${
      open.length === 0 ? html`<p>${t('citizen.accesses.none')}</p>` : list(open)
    }${ended.length > 0 && html`<h2>${t('citizen.accesses.before')}</h2>${list(ended)}`}`,
  });
};

const end = (parts: PageParts, request: PageRequest, insz: string): PageReply => {
  const outcome = revoke(parts.citizen, request.form.text('mandate'), insz);
  if (!('done' in outcome)) return page(parts, request, insz, outcome);
  request.session.notice = { key: 'citizen.accesses.done', params: { employer: whose(parts, outcome.done) } };
  return { redirect: ACCESSES_PATH };
};

export const accessesRoutes: Routes = {
  [`GET ${ACCESSES_PATH}`]: forCitizen(page),
  [`POST ${ACCESSES_PATH}`]: forCitizen(page, { revoke: end }),
};
