// The circle of trust, accepted once by the main access manager; without it the rights on citizens' data open nothing.
import { acceptCircleOfTrust } from '../portal/access-management.ts';
import { type Refusal, refuse } from '../portal/refusal.ts';
import { choiceField, postForm } from './controls.ts';
import { type At, doneThen, withRegistered } from './gate.ts';
import { html, linkTo } from './html.ts';
import { show } from './layout.ts';
import type { PageParts, PageReply, PageRequest, Routes } from './page.ts';

const circlePage = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t } = request;
  const { enterprise, number } = at;
  const accepted = parts.access.circleOfTrust(number);
  const by = accepted === undefined ? undefined : parts.access.person(accepted.acceptedBy);
  const read = [{ value: 'yes', label: t('circle.read') }];
  const standing =
    accepted === undefined
      ? postForm(request, {
          action: '/circle',
          hidden: { enterprise: number },
          fields: choiceField(
            t,
            'checkbox',
            { id: 'read', label: t('circle.terms') },
            read,
            request.form.all('read'),
            refusal,
          ),
          submit: t('circle.accept'),
          cancel: { href: linkTo('/overview', { enterprise: number }), label: t('form.cancel') },
        })
      : html`<p><strong>${t('circle.acceptedOn', { date: accepted.acceptedOn, name: by === undefined ? '–' : `${by.givenName} ${by.familyName}` })}</strong></p>`;
  return show(request, {
    title: t('circle.title'),
    enterprise,
    refusal,
    body: html`<p>${t('circle.what')}</p><p>${t('circle.who')}</p><ul class="plain"><li>${t('circle.term1')}</li><li>${t('circle.term2')}</li><li>${t('circle.term3')}</li></ul>${standing}`,
  });
};

export const circleRoutes: Routes = {
  'GET /circle': withRegistered(circlePage),
  'POST /circle': withRegistered((parts, request, at) => {
    if (request.form.text('read') !== 'yes') {
      return circlePage(parts, request, at, refuse('circleNotRead', { field: 'read' }));
    }
    const outcome = acceptCircleOfTrust(parts, at.person, at.number, parts.clock.businessDate());
    if (!('done' in outcome)) return circlePage(parts, request, at, outcome);
    return doneThen(request, linkTo('/circle', { enterprise: at.number }), 'circle.accepted');
  }),
};
