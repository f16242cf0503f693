// The access rules of the inscription service for an enterprise: its application, what it may do, and whom it has inscribed.
import { CBSS_RIGHTS, type CbssRight } from '../store/cbss-access-store.ts';
import { choiceField, postForm, textField } from './controls.ts';
import { type At, doneThen, withKnown } from './gate.ts';
import { html, linkTo } from './html.ts';
import { show } from './layout.ts';
import type { PageParts, PageReply, PageRequest, Routes } from './page.ts';

const DEFAULT_CONTEXT = 'TEST:INSCRIPTION';

/** The name under which practice lets an application of an enterprise in, when it asks for none itself. */
const urnOf = (enterpriseNumber: string): string => `urn:practice:sociodesk:${enterpriseNumber}`;

const applicationOf = ({ cbss }: PageParts, number: string) =>
  cbss.cbssAccess.applications().find(({ enterpriseNumber }) => enterpriseNumber === number);

const accessPage = (parts: PageParts, request: PageRequest, at: At): PageReply => {
  const { t } = request;
  const { number, enterprise } = at;
  const application = applicationOf(parts, number);
  const rights = CBSS_RIGHTS.map((value) => ({ value, label: t(`registers.right.${value}`) }));
  const contexts = (application?.legalContexts ?? [DEFAULT_CONTEXT]).join(' ');
  const fields = html`${choiceField(
    t,
    'checkbox',
    { id: 'rights', label: t('registers.rights'), hint: t('registers.rightsHint') },
    rights,
    application?.rights ?? ['inscriptions'],
  )}${textField(t, {
    id: 'contexts',
    label: t('registers.legalContexts'),
    hint: t('registers.legalContextsHint'),
    value: contexts,
  })}`;
  const hidden = { enterprise: number };
  const back = linkTo('/registers', hidden);
  const end =
    application !== undefined &&
    postForm(request, {
      action: '/registers/access/end',
      hidden,
      submit: t('registers.endAccess'),
      small: true,
    });
  return show(request, {
    title: t('registers.accessTitle'),
    enterprise,
    body: html`<p>${t('registers.accessWhat')}</p><p><strong>${
      application === undefined ? t('registers.noAccess') : t('registers.hasAccess', { urn: application.urn })
    }</strong></p>${postForm(request, {
      action: '/registers/access',
      hidden,
      fields,
      submit: application === undefined ? t('registers.giveAccess') : t('registers.changeAccess'),
      cancel: { href: back, label: t('form.cancel') },
    })}${end}`,
  });
};

const saveAccess = (parts: PageParts, request: PageRequest, { number }: At): PageReply => {
  const chosen = request.form.all('rights');
  const rights: CbssRight[] = CBSS_RIGHTS.filter((right) => chosen.includes(right));
  const written = request.form
    .text('contexts')
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
  const before = applicationOf(parts, number);
  parts.cbss.cbssAccess.saveApplication({
    ...before,
    urn: before?.urn ?? urnOf(number),
    enterpriseNumber: number,
    rights,
    legalContexts: written.length === 0 ? [DEFAULT_CONTEXT] : written.map((one) => one.slice(0, 64)),
  });
  return doneThen(request, linkTo('/registers/access', { enterprise: number }), 'registers.accessSaved');
};

export const registerAccessRoutes: Routes = {
  'GET /registers/access': withKnown(accessPage),
  'POST /registers/access': withKnown(saveAccess),
  'POST /registers/access/end': withKnown((parts, request, { number }) => {
    const application = applicationOf(parts, number);
    if (application !== undefined) parts.cbss.cbssAccess.removeApplication(application.urn);
    return doneThen(request, linkTo('/registers/access', { enterprise: number }), 'registers.accessEnded');
  }),
};
