// The way in: target audience, who logs in, the services of an enterprise, and being known as employer of the NSSO.
import { refuse } from '../portal/refusal.ts';
import { beKnown, readEnterpriseNumber } from '../portal/registration.ts';
import { enterprisesOf } from '../portal/who-may.ts';
import type { Person } from '../store/access-store.ts';
import { choiceField, postForm } from './controls.ts';
import { doneThen, numberForm, safeNext, toLogin, unknownPage, withKnown } from './gate.ts';
import { html, linkTo } from './html.ts';
import { formatNumber, show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Routes } from './page.ts';

const home = (_parts: PageParts, request: PageRequest): PageReply => {
  const { t } = request;
  const enterprise = given(request, 'enterprise');
  if (request.person !== undefined) return { redirect: linkTo('/overview', { enterprise }) };
  return show(request, {
    title: t('home.title'),
    body: html`<p>${t('home.what')}</p><h2>${t('home.audience')}</h2><p><a class="button" href="${linkTo('/login', { enterprise })}">${t('home.enterprise')}</a></p><p><a href="/citizen">${t('home.citizen')}</a></p>`,
  });
};

const citizen = (_parts: PageParts, request: PageRequest): PageReply => {
  const { t } = request;
  return show(request, {
    title: t('home.citizen'),
    body: html`<p>${t('home.citizenWhat')}</p><p><a href="/accesses">${t('citizen.accesses.title')}</a></p><p><a href="/">${t('home.back')}</a></p>`,
  });
};

const roleTexts = (parts: PageParts, { t }: PageRequest, person: Person): string => {
  const roles = parts.access.rolesOf(person.insz).map((role) => {
    const enterprise =
      parts.world.employer(role.enterpriseNumber)?.name ?? formatNumber(role.enterpriseNumber);
    const kind = t(`role.${role.kind}`);
    const channels = role.technicalChannels ? ` ${t('login.withChannels')}` : '';
    return role.quality === ''
      ? t('login.role', { role: kind, enterprise })
      : `${t('login.roleIn', { role: kind, enterprise, quality: t(`quality.${role.quality}`) })}${channels}`;
  });
  return roles.length === 0 ? t('login.noRole') : roles.join('; ');
};

const loginPage = (
  parts: PageParts,
  request: PageRequest,
  refusal?: Parameters<typeof show>[1]['refusal'],
): PageReply => {
  const { t } = request;
  const number = readEnterpriseNumber(given(request, 'enterprise')) ?? '';
  const next = given(request, 'next');
  const all = parts.access.persons();
  const inside = all.filter(({ insz }) => enterprisesOf(parts, insz).includes(number));
  const free = all.filter(({ insz }) => parts.access.rolesOf(insz).length === 0);
  // Where nobody plays a part yet, those without a role begin; everybody else is one link away.
  const begins = number !== '' && inside.length === 0 && free.length > 0;
  const everybody = request.query.has('all') || (inside.length === 0 && !begins);
  const shown = [...new Set([...inside, ...free, ...(everybody ? all : [])])];
  const choices = shown.map((person) => ({
    value: person.insz,
    label: `${person.givenName} ${person.familyName}`,
    hint: roleTexts(parts, request, person),
  }));
  const fields = choiceField(t, 'radio', { id: 'person', label: t('login.who') }, choices, [], refusal);
  return show(request, {
    title: t('login.title'),
    refusal,
    body: html`<p>${t('login.what')}</p>${begins && html`<p>${t('login.begins', { number: formatNumber(number) })}</p>`}${postForm(
      request,
      {
        action: '/login',
        hidden: { enterprise: number, next },
        fields,
        submit: t('login.submit'),
      },
    )}${shown.length < all.length && html`<p><a href="${linkTo('/login', { enterprise: number, next, all: 'yes' })}">${t('login.others')}</a></p>`}`,
  });
};

const logIn = (parts: PageParts, request: PageRequest): PageReply => {
  const person = parts.access.person(request.form.text('person'));
  if (person === undefined) return loginPage(parts, request, refuse('personNeeded', { field: 'person' }));
  request.session.person = person.insz;
  const enterprise = given(request, 'enterprise');
  return { redirect: safeNext(given(request, 'next')) ?? linkTo('/overview', { enterprise }) };
};

const logOut = (_parts: PageParts, request: PageRequest): PageReply => {
  request.session.person = undefined;
  return doneThen(request, linkTo('/', { enterprise: given(request, 'enterprise') }), 'login.out');
};

const chooseEnterprise = (parts: PageParts, request: PageRequest, person: Person): PageReply => {
  const { t } = request;
  const links = enterprisesOf(parts, person.insz).map((number) => {
    const name = parts.world.employer(number)?.name ?? '';
    return html`<li><a href="${linkTo('/overview', { enterprise: number })}">${name}</a> <span class="number">${formatNumber(number)}</span></li>`;
  });
  return show(request, {
    title: t('overview.which'),
    body: html`${links.length === 0 ? html`<p>${t('overview.none')}</p>` : html`<ul class="plain">${links}</ul>`}<h2>${t('overview.other')}</h2>${numberForm(request, '/overview')}`,
  });
};

const services = withKnown((parts, request, { number, enterprise }) => {
  const { t } = request;
  const registration = parts.access.registration(number);
  const entry = (path: string, key: string) =>
    html`<h3><a href="${linkTo(path, { enterprise: number })}">${t(`${key}.menu`)}</a></h3><p>${t(`${key}.about`)}</p>`;
  const standing =
    registration === undefined
      ? html`${t('overview.notRegistered')} <a href="${linkTo('/register', { enterprise: number })}">${t('register.start')}</a>`
      : registration.outsourcedTo === null
        ? t('overview.registered')
        : t('overview.outsourced', { name: parts.world.employer(registration.outsourcedTo)?.name ?? '' });
  return show(request, {
    title: t('overview.title'),
    enterprise,
    body: html`<ul class="plain"><li>${t('overview.known')}</li><li>${standing}</li></ul><h2>${t('overview.services')}</h2>${[
      entry('/access', 'access'),
      entry('/chaman', 'chaman'),
      entry('/mahis', 'mahis'),
      entry('/circle', 'circle'),
      entry('/registers', 'registers'),
    ]}`,
  });
});

const overview = (parts: PageParts, request: PageRequest): PageReply => {
  if (request.person === undefined) return toLogin(request);
  return given(request, 'enterprise') === ''
    ? chooseEnterprise(parts, request, request.person)
    : services(parts, request);
};

const makeKnown = (parts: PageParts, request: PageRequest): PageReply => {
  if (request.person === undefined) return toLogin(request);
  const number = given(request, 'enterprise');
  const outcome = beKnown(parts, request.person, {
    enterpriseNumber: number,
    name: request.form.text('name'),
  });
  if (!('done' in outcome)) return unknownPage(request, number, outcome);
  const { enterpriseNumber, name } = outcome.done;
  return doneThen(request, linkTo('/register', { enterprise: enterpriseNumber }), 'known.done', { name });
};

export const entranceRoutes: Routes = {
  'GET /': home,
  'GET /citizen': citizen,
  'GET /login': loginPage,
  'POST /login': logIn,
  'POST /logout': logOut,
  'GET /overview': overview,
  // Where the language is changed on a page that answered a post, its address is asked for.
  'GET /known': overview,
  'POST /known': makeKnown,
};
