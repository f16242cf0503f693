// Before a page about an enterprise: somebody is logged in, practice knows the enterprise, and it is registered. What is
// missing is said on a page that leads to the step.
import { REFUSALS, refuse } from '../portal/refusal.ts';
import { readEnterpriseNumber } from '../portal/registration.ts';
import type { Person } from '../store/access-store.ts';
import type { Employer } from '../store/world-store.ts';
import { getForm, postForm, textField } from './controls.ts';
import { html, linkTo } from './html.ts';
import { formatNumber, show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Serve } from './page.ts';

export interface At {
  readonly person: Person;
  readonly number: string;
  readonly enterprise: Employer;
}

/** Only paths within the portal: a next page elsewhere would be a trap. */
export const safeNext = (next: string): string | undefined =>
  /^\/(?![/\\])[\w/]*(\?[\w=&%+.-]*)?$/.test(next) ? next : undefined;

const hereAgain = ({ method, path, query }: PageRequest): string =>
  method === 'GET' && query.size > 0 ? `${path}?${query}` : path;

export const toLogin = (request: PageRequest): PageReply => ({
  redirect: linkTo('/login', { enterprise: given(request, 'enterprise'), next: hereAgain(request) }),
});

export const numberForm = (request: PageRequest, action: string): ReturnType<typeof html> => {
  const { t } = request;
  const field = { id: 'enterprise', label: t('overview.number'), hint: t('overview.numberHint') };
  return getForm(action, textField(t, { ...field, value: given(request, 'enterprise') }), t('overview.open'));
};

/** The step "be known as employer of the NSSO", also shown where practice does not know an enterprise. */
export const unknownPage = (
  request: PageRequest,
  number: string,
  refusal?: Parameters<typeof show>[1]['refusal'],
): PageReply => {
  const { t, form } = request;
  const { opened } = request.session;
  const proposed = request.method === 'GET' && opened?.number === number ? opened.name : '';
  const name = { id: 'name', label: t('known.name'), value: form.text('name') || proposed };
  const fields = textField(t, name, refusal, {
    autocomplete: 'organization',
  });
  const next = request.method === 'GET' ? hereAgain(request) : form.text('next');
  return show(request, {
    title: t('known.title'),
    refusal,
    // The step is no mistake of the person: it is offered, not scolded for.
    ...(refusal === undefined ? { status: REFUSALS.enterpriseUnknown } : {}),
    body: html`<p>${t('known.what', { number: formatNumber(number) })}</p><p class="lead">${t('known.real')}</p>${postForm(
      request,
      {
        action: '/known',
        hidden: { enterprise: number, next },
        fields,
        submit: t('known.submit'),
      },
    )}`,
  });
};

const notRegisteredPage = (request: PageRequest, enterprise: Employer): PageReply => {
  const { t } = request;
  const href = linkTo('/register', { enterprise: enterprise.enterpriseNumber });
  return show(request, {
    title: t('register.title'),
    status: REFUSALS.notRegistered,
    body: html`<p>${t('register.first', { name: enterprise.name })}</p><p><a class="button" href="${href}">${t('register.start')}</a></p>`,
  });
};

/** The enterprise of the request, or the page that says what stands before it. */
export const withKnown =
  (serve: (parts: PageParts, request: PageRequest, at: At) => PageReply): Serve =>
  (parts, request) => {
    const { t, person } = request;
    if (person === undefined) return toLogin(request);
    const asked = given(request, 'enterprise');
    const number = readEnterpriseNumber(asked);
    if (number === undefined) {
      return show(request, {
        title: t('overview.which'),
        ...(asked === '' ? {} : { refusal: refuse('enterpriseNumberWrong', { field: 'enterprise' }) }),
        body: numberForm(request, request.path),
      });
    }
    const enterprise = parts.world.employer(number);
    if (enterprise === undefined) return unknownPage(request, number);
    return serve(parts, request, { person, number, enterprise });
  };

export const withRegistered = (serve: (parts: PageParts, request: PageRequest, at: At) => PageReply): Serve =>
  withKnown((parts, request, at) =>
    parts.access.registration(at.number) === undefined
      ? notRegisteredPage(request, at.enterprise)
      : serve(parts, request, at),
  );

/** Leads on to a page and says there what was done. */
export const doneThen = (
  { session }: PageRequest,
  redirect: string,
  key: string,
  params: Readonly<Record<string, string>> = {},
): PageReply => {
  session.notice = { key, params };
  return { redirect };
};
