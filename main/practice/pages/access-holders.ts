// Who holds which role in access management, each with the ways to change that.
import type { Appointment } from '../portal/access-management.ts';
import { usersOf } from '../portal/who-may.ts';
import type { Person } from '../store/access-store.ts';
import { postForm } from './controls.ts';
import { type Html, html } from './html.ts';
import type { PageParts, PageRequest } from './page.ts';

export const nameOf = ({ givenName, familyName }: Person): string => `${givenName} ${familyName}`;

export const names = ({ t }: PageRequest, people: readonly Person[]): string =>
  people.length === 0 ? t('access.nobody') : people.map(nameOf).join(', ');

const withdrawal = (
  request: PageRequest,
  number: string,
  { kind, quality, insz }: Appointment,
  person: Person,
): Html =>
  postForm(request, {
    action: '/access/withdraw',
    hidden: { enterprise: number, quality, kind, person: insz },
    submit: request.t('access.withdrawRole'),
    submitFor: `${nameOf(person)}: ${request.t(`role.${kind}`)}`,
    small: true,
  });

/** Who holds a role, each with the way to take it back. */
export const holdersOf = (
  request: PageRequest,
  number: string,
  role: Pick<Appointment, 'kind' | 'quality'>,
  people: readonly Person[],
): Html =>
  people.length === 0
    ? html`${request.t('access.nobody')}`
    : html`${people.map(
        (person) =>
          html`<div>${nameOf(person)} ${withdrawal(request, number, { ...role, insz: person.insz }, person)}</div>`,
      )}`;

/** The users of a quality: whether each sees Chaman, and the ways to change that. */
export const usersTable = (parts: PageParts, request: PageRequest, number: string, quality: string): Html => {
  const { t } = request;
  const users = usersOf(parts, number, quality);
  if (users.length === 0) return html`<p>${t('access.noUsers')}</p>`;
  const rows = users.map((user) => {
    const act = postForm(request, {
      action: '/access/channels',
      hidden: {
        enterprise: number,
        quality,
        person: user.insz,
        granted: user.technicalChannels ? 'no' : 'yes',
      },
      submit: t(user.technicalChannels ? 'access.withdraw' : 'access.grant'),
      submitFor: nameOf(user),
      small: true,
    });
    return html`<tr><th scope="row">${nameOf(user)}</th><td>${t(user.technicalChannels ? 'access.granted' : 'access.notGranted')}</td><td>${act} ${withdrawal(request, number, { kind: 'user', quality, insz: user.insz }, user)}</td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('access.users')}"><table><caption>${t('access.usersWhat')}</caption><thead><tr><th scope="col">${t('access.person')}</th><th scope="col">${t('access.channels')}</th><th scope="col">${t('access.act')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
};
