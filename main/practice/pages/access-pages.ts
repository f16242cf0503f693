// Access management: the list of qualities, activating one, the people of one, and "Uw verantwoordelijken".
import { QUALITIES } from '../chaman/qualities.ts';
import {
  type Appointment,
  activateQuality,
  appoint,
  setTechnicalChannels,
  withdrawRole,
} from '../portal/access-management.ts';
import type { Refusal } from '../portal/refusal.ts';
import { coAdministrators, coManagers, localAdministrators, mainManagers } from '../portal/who-may.ts';
import type { Person } from '../store/access-store.ts';
import { holdersOf, nameOf, names, usersTable } from './access-holders.ts';
import { choiceField, getForm, postForm, selectField, textField } from './controls.ts';
import { type At, doneThen, withRegistered } from './gate.ts';
import { type Html, html, linkTo } from './html.ts';
import { show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Routes } from './page.ts';

const personChoices = (parts: PageParts, { t }: PageRequest) => [
  { value: '', label: t('access.choosePerson') },
  ...parts.access.persons().map((person) => ({
    value: person.insz,
    label: `${person.familyName} ${person.givenName} (${person.insz})`,
  })),
];

const overview = (parts: PageParts, request: PageRequest, at: At): PageReply => {
  const { t } = request;
  const { enterprise, number } = at;
  const rows = enterprise.qualities.map((quality) => {
    const label = t(`quality.${quality}`);
    return html`<tr><th scope="row"><a href="${linkTo('/access/quality', { enterprise: number, quality })}">${label}</a></th><td>${names(request, localAdministrators(parts, number, quality))}</td><td>${parts.access.qualityEmail(number, quality) ?? t('access.noEmail')}</td></tr>`;
  });
  const inactive = QUALITIES.filter(({ id }) => !enterprise.qualities.includes(id)).map(({ id }) => ({
    value: id,
    label: t(`quality.${id}`),
  }));
  const activate =
    inactive.length > 0 &&
    html`<h2>${t('access.activateTitle')}</h2><p>${t('access.activateWhat')}</p>${getForm(
      '/access/activate',
      [
        html`<input type="hidden" name="enterprise" value="${number}">`,
        selectField(t, { id: 'quality', label: t('access.qualityToActivate') }, inactive),
      ],
      t('form.next'),
    )}`;
  return show(request, {
    title: t('access.title'),
    enterprise,
    body: html`<p><a href="${linkTo('/access/people', { enterprise: number })}">${t('access.peopleMenu')}</a></p><div class="scroll" tabindex="0" role="region" aria-label="${t('access.qualities')}"><table><caption>${t('access.qualities')}</caption><thead><tr><th scope="col">${t('access.quality')}</th><th scope="col">${t('role.localAdministrator')}</th><th scope="col">${t('access.email')}</th></tr></thead><tbody>${rows}</tbody></table></div>${activate}`,
  });
};

const activationPage = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t, form } = request;
  const { enterprise, number } = at;
  const quality = given(request, 'quality');
  const email = {
    id: 'email',
    label: t('access.emailOf'),
    hint: t('access.emailHint'),
    value: form.text('email'),
  };
  const choices = ['self', 'other'].map((value) => ({ value, label: t(`access.manager.${value}`) }));
  const chosen = form.text('manager') || 'self';
  const administrator = {
    id: 'administrator',
    label: t('access.administrator'),
    hint: t('access.administratorHint'),
    value: form.text('administrator'),
  };
  return show(request, {
    title: t('access.activating', { quality: t(`quality.${quality}`) }),
    enterprise,
    refusal,
    body: postForm(request, {
      action: '/access/activate',
      hidden: { enterprise: number, quality },
      fields: [
        textField(t, email, refusal, { type: 'email', autocomplete: 'email' }),
        choiceField(
          t,
          'radio',
          { id: 'manager', label: t('access.managerTitle') },
          choices,
          [chosen],
          refusal,
        ),
        selectField(t, administrator, personChoices(parts, request), refusal),
      ],
      submit: t('form.confirm'),
      cancel: { href: linkTo('/access', { enterprise: number }), label: t('form.cancel') },
    }),
  });
};

const qualityPage = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t, form } = request;
  const { enterprise, number } = at;
  const quality = given(request, 'quality');
  if (!enterprise.qualities.includes(quality)) {
    return overview(parts, request, at);
  }
  const kinds = ['user', 'coAdministrator', 'localAdministrator'].map((value) => ({
    value,
    label: t(`role.${value}`),
    hint: t(`access.roleWhat.${value}`),
  }));
  const chosen = form.text('kind') || 'user';
  const held = (kind: Appointment['kind'], people: readonly Person[]): Html =>
    holdersOf(request, number, { kind, quality }, people);
  return show(request, {
    title: t('access.ofQuality', { quality: t(`quality.${quality}`) }),
    enterprise,
    refusal,
    body: html`<dl><dt>${t('access.email')}</dt><dd>${parts.access.qualityEmail(number, quality) ?? t('access.noEmail')}</dd><dt>${t('role.localAdministrator')}</dt><dd>${held('localAdministrator', localAdministrators(parts, number, quality))}</dd><dt>${t('role.coAdministrator')}</dt><dd>${held('coAdministrator', coAdministrators(parts, number, quality))}</dd></dl><h2>${t('access.users')}</h2>${usersTable(parts, request, number, quality)}<h2>${t('access.appointTitle')}</h2>${postForm(
      request,
      {
        action: '/access/appoint',
        hidden: { enterprise: number, quality },
        fields: [
          choiceField(t, 'radio', { id: 'kind', label: t('access.role') }, kinds, [chosen], refusal),
          selectField(
            t,
            { id: 'person', label: t('access.person'), value: form.text('person') },
            personChoices(parts, request),
            refusal,
          ),
        ],
        submit: t('form.confirm'),
        cancel: { href: linkTo('/access', { enterprise: number }), label: t('access.back') },
      },
    )}`,
  });
};

const peoplePage = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t, form } = request;
  const { enterprise, number } = at;
  const registration = parts.access.registration(number);
  const managedBy = registration?.outsourcedTo ?? null;
  const person = { id: 'person', label: t('access.person'), value: form.text('person') };
  const qualities = enterprise.qualities.map(
    (quality) =>
      html`<h3>${t(`quality.${quality}`)}</h3><dl><dt>${t('role.localAdministrator')}</dt><dd>${names(request, localAdministrators(parts, number, quality))}</dd><dt>${t('role.coAdministrator')}</dt><dd>${names(request, coAdministrators(parts, number, quality))}</dd></dl>`,
  );
  return show(request, {
    title: t('access.peopleTitle'),
    enterprise,
    refusal,
    body: html`<p>${t('access.peopleWhat')}</p><h2>${t('access.entityLevel')}</h2><p class="lead">${t('access.entityWhat')}</p>${
      managedBy !== null &&
      html`<p>${t('access.managedBy', { name: parts.world.employer(managedBy)?.name ?? managedBy })}</p>`
    }<dl><dt>${t('role.mainAccessManager')}</dt><dd>${names(request, mainManagers(parts, number))}</dd><dt>${t('role.coAccessManager')}</dt><dd>${
      managedBy === null
        ? holdersOf(request, number, { kind: 'coAccessManager', quality: '' }, coManagers(parts, number))
        : names(request, coManagers(parts, number))
    }</dd></dl><h2>${t('access.qualityLevel')}</h2><p class="lead">${t('access.qualityWhat')}</p>${qualities}<h2>${t('access.appointCo')}</h2>${postForm(
      request,
      {
        action: '/access/appoint',
        hidden: { enterprise: number, kind: 'coAccessManager', quality: '' },
        fields: selectField(t, person, personChoices(parts, request), refusal),
        submit: t('form.confirm'),
      },
    )}`,
  });
};

const KINDS = ['coAccessManager', 'localAdministrator', 'coAdministrator', 'user'] as const;
const kindOf = (text: string): Appointment['kind'] => KINDS.find((kind) => kind === text) ?? 'user';

export const accessRoutes: Routes = {
  'GET /access': withRegistered(overview),
  'GET /access/activate': withRegistered(activationPage),
  'POST /access/activate': withRegistered((parts, request, at) => {
    const { form } = request;
    const quality = form.text('quality');
    const outcome = activateQuality(parts, at.person, at.number, {
      quality,
      email: form.text('email'),
      myself: form.text('manager') !== 'other',
      administrator: form.text('administrator'),
    });
    if (!('done' in outcome)) return activationPage(parts, request, at, outcome);
    const next = linkTo('/access/quality', { enterprise: at.number, quality });
    return doneThen(request, next, 'access.activated', { quality: request.t(`quality.${quality}`) });
  }),
  'GET /access/quality': withRegistered(qualityPage),
  'GET /access/people': withRegistered(peoplePage),
  // Where the language is changed on a page that answered a post, its address is asked for.
  'GET /access/appoint': withRegistered((parts, request, at) =>
    (given(request, 'quality') === '' ? peoplePage : qualityPage)(parts, request, at),
  ),
  'GET /access/withdraw': withRegistered((parts, request, at) =>
    (given(request, 'quality') === '' ? peoplePage : qualityPage)(parts, request, at),
  ),
  'POST /access/withdraw': withRegistered((parts, request, at) => {
    const { form } = request;
    const quality = form.text('quality');
    const kind = kindOf(form.text('kind'));
    const outcome = withdrawRole(parts, at.person, at.number, { kind, quality, insz: form.text('person') });
    const entity = kind === 'coAccessManager';
    if (!('done' in outcome)) return (entity ? peoplePage : qualityPage)(parts, request, at, outcome);
    const path = entity ? '/access/people' : '/access/quality';
    const person = parts.access.person(outcome.done.insz);
    return doneThen(request, linkTo(path, { enterprise: at.number, quality }), 'access.roleWithdrawn', {
      name: person === undefined ? '' : nameOf(person),
      role: request.t(`role.${kind}`),
    });
  }),
  'GET /access/channels': withRegistered(qualityPage),
  'POST /access/appoint': withRegistered((parts, request, at) => {
    const { form } = request;
    const quality = form.text('quality');
    const kind = kindOf(form.text('kind'));
    const outcome = appoint(parts, at.person, at.number, { kind, quality, insz: form.text('person') });
    const entity = kind === 'coAccessManager';
    if (!('done' in outcome)) return (entity ? peoplePage : qualityPage)(parts, request, at, outcome);
    const path = entity ? '/access/people' : '/access/quality';
    const appointed = parts.access.person(outcome.done.insz);
    return doneThen(request, linkTo(path, { enterprise: at.number, quality }), 'access.appointed', {
      name: appointed === undefined ? '' : nameOf(appointed),
      role: request.t(`role.${kind}`),
    });
  }),
  'POST /access/channels': withRegistered((parts, request, at) => {
    const { form } = request;
    const quality = form.text('quality');
    const wish = { quality, insz: form.text('person'), granted: form.text('granted') === 'yes' };
    const outcome = setTechnicalChannels(parts, at.person, at.number, wish);
    if (!('done' in outcome)) return qualityPage(parts, request, at, outcome);
    const next = linkTo('/access/quality', { enterprise: at.number, quality });
    return doneThen(request, next, outcome.done.granted ? 'access.grantedDone' : 'access.withdrawnDone');
  }),
};
