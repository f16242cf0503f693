// Chaman: choosing a quality, "geen toegang", the contact data that come first, the channels, and a new account.
import { rightsFor } from '../chaman/qualities.ts';
import { createAccount, mustReachChaman, saveContact } from '../portal/accounts.ts';
import { type Refusal, refuse } from '../portal/refusal.ts';
import type { Account } from '../store/account-store.ts';
import { choiceField, fileField, postForm, selectField, textField } from './controls.ts';
import { type At, doneThen, withRegistered } from './gate.ts';
import { type Html, html, linkTo } from './html.ts';
import { show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Routes, type Serve } from './page.ts';

export interface AtChannel extends At {
  readonly quality: string;
}

const chooseQuality = (request: PageRequest, { enterprise, number }: At): PageReply => {
  const { t } = request;
  const links = enterprise.qualities.map(
    (quality) =>
      html`<li><a href="${linkTo('/chaman', { enterprise: number, quality })}">${t(`quality.${quality}`)}</a></li>`,
  );
  return show(request, {
    title: t('chaman.chooseQuality'),
    enterprise,
    body: html`<p>${t('chaman.chooseWhat')}</p><ul class="plain">${links}</ul><p>${t('chaman.qualityMissing')} <a href="${linkTo('/access', { enterprise: number })}">${t('access.menu')}</a></p>`,
  });
};

/** The way out of a refusal at the door of Chaman. */
const barredPage = (request: PageRequest, { enterprise, number }: At, refusal: Refusal): PageReply => {
  const { t } = request;
  const [{ code }] = refusal.refused;
  const quality = given(request, 'quality');
  const noAccess = code === 'noAccess';
  const path = noAccess ? '/access/quality' : '/access';
  return show(request, {
    title: t(noAccess ? 'chaman.noAccess' : 'chaman.title'),
    enterprise,
    refusal,
    body: html`<p>${t(noAccess ? 'chaman.noAccessWhat' : 'chaman.notActiveWhat', { quality: t(`quality.${quality}`) })}</p><p><a href="${linkTo(path, { enterprise: number, quality: noAccess ? quality : undefined })}">${t('access.menu')}</a></p><p><a href="${linkTo('/access/people', { enterprise: number })}">${t('access.peopleMenu')}</a></p>`,
  });
};

/** Runs with a quality in which the person reaches Chaman. */
export const withChannel = (
  serve: (parts: PageParts, request: PageRequest, at: AtChannel) => PageReply,
): Serve =>
  withRegistered((parts, request, at) => {
    const quality = given(request, 'quality');
    if (quality === '') return chooseQuality(request, at);
    const barred = mustReachChaman(parts, at.person, at.number, quality);
    return barred === undefined ? serve(parts, request, { ...at, quality }) : barredPage(request, at, barred);
  });

const contactPage = (parts: PageParts, request: PageRequest, at: AtChannel, refusal?: Refusal): PageReply => {
  const { t, form, method } = request;
  const { enterprise, number, quality } = at;
  const sender = parts.accounts.sender(number);
  const value = (name: 'name' | 'email'): string =>
    method === 'POST' ? form.text(name) : (sender?.[name] ?? '');
  return show(request, {
    title: t('chaman.contactTitle'),
    enterprise,
    refusal,
    body: html`<p>${t(sender === undefined ? 'chaman.contactFirst' : 'chaman.contactWhat')}</p>${postForm(
      request,
      {
        action: '/chaman/contact',
        hidden: { enterprise: number, quality },
        fields: [
          textField(t, { id: 'name', label: t('chaman.contactName'), value: value('name') }, refusal, {
            autocomplete: 'name',
          }),
          textField(t, { id: 'email', label: t('chaman.contactEmail'), value: value('email') }, refusal, {
            type: 'email',
            autocomplete: 'email',
          }),
        ],
        submit: t('form.confirm'),
        ...(sender === undefined
          ? {}
          : {
              cancel: { href: linkTo('/chaman', { enterprise: number, quality }), label: t('form.cancel') },
            }),
      },
    )}`,
  });
};

const accountRow = (request: PageRequest, account: Account): Html => {
  const { t } = request;
  const href = linkTo('/chaman/account', { enterprise: account.enterpriseNumber, client: account.clientId });
  return html`<tr><th scope="row"><a href="${href}">${account.name}</a></th><td>${t(`chaman.state.${account.state}`)}</td><td>REST</td><td>${account.clientId}</td></tr>`;
};

const channels = (parts: PageParts, request: PageRequest, at: AtChannel): PageReply => {
  const { t } = request;
  const { enterprise, number, quality } = at;
  const sender = parts.accounts.sender(number);
  if (sender === undefined) return { redirect: linkTo('/chaman/contact', { enterprise: number, quality }) };
  const accounts = parts.accounts.accountsOf(number).filter((account) => account.quality === quality);
  const table =
    accounts.length === 0
      ? html`<p>${t('chaman.noAccounts')}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="${t('chaman.webServices')}"><table><caption>${t('chaman.accountsOf', { quality: t(`quality.${quality}`) })}</caption><thead><tr><th scope="col">${t('chaman.name')}</th><th scope="col">${t('chaman.stateTitle')}</th><th scope="col">${t('chaman.type')}</th><th scope="col">${t('chaman.clientId')}</th></tr></thead><tbody>${accounts.map((account) => accountRow(request, account))}</tbody></table></div>`;
  const to = (path: string): string => linkTo(path, { enterprise: number, quality });
  return show(request, {
    title: t('chaman.title'),
    enterprise,
    body: html`<p>${t('chaman.inQuality', { quality: t(`quality.${quality}`) })} <a href="${linkTo('/chaman', { enterprise: number })}">${t('chaman.otherQuality')}</a></p><dl><dt>${t('chaman.sender')}</dt><dd class="number">${sender.number}</dd><dt>${t('chaman.contactTitle')}</dt><dd>${sender.name}, ${sender.email} · <a href="${to('/chaman/contact')}">${t('chaman.contactChange')}</a></dd></dl><h2>${t('chaman.webServices')}</h2><p><a class="button" href="${to('/chaman/add')}">${t('chaman.add')}</a></p>${table}<h2>${t('chaman.files')}</h2><p>${t('chaman.filesOutside')}</p>`,
  });
};

/** The tick boxes of the rights: their names as Chaman writes them, what they open in the reader's language. */
export const rightsField = (
  { t }: PageRequest,
  quality: string,
  ticked: readonly string[],
  refusal: Refusal | undefined,
): Html => {
  const choices = rightsFor(quality).map(({ id, label }) => ({
    value: id,
    label: html`<span lang="nl">${label}</span>`,
    hint: t(`right.${id}`),
  }));
  const field = { id: 'rights', label: t('chaman.rights'), hint: t('chaman.rightsHint') };
  return choiceField(t, 'checkbox', field, choices, ticked, refusal);
};

export const certificateFields = (request: PageRequest, refusal: Refusal | undefined): Html => {
  const { t, form } = request;
  const name = {
    id: 'certificateName',
    label: t('chaman.certificateName'),
    value: form.text('certificateName'),
  };
  return html`${fileField(t, { id: 'certificate', label: t('chaman.certificate'), hint: t('chaman.certificateHint') }, refusal)}${textField(t, name, refusal)}`;
};

/** A refusal takes the chosen file away with it: no browser puts it back. */
export const fileAgain = (request: PageRequest): Html | false =>
  request.form.file('certificate') !== undefined &&
  html`<p class="hint">${request.t('chaman.fileAgain')}</p>`;

const newAccountPage = (
  parts: PageParts,
  request: PageRequest,
  at: AtChannel,
  refusal?: Refusal,
): PageReply => {
  const { t, form } = request;
  const { enterprise, number, quality } = at;
  const shown =
    refusal ?? (parts.accounts.sender(number) === undefined ? refuse('senderMissing') : undefined);
  const types = ['REST', 'SOAP'].map((value) => ({ value, label: value }));
  const name = { id: 'name', label: t('chaman.accountName'), hint: t('chaman.accountNameHint') };
  return show(request, {
    title: t('chaman.add'),
    enterprise,
    refusal: shown,
    body: html`<p>${t('chaman.inQuality', { quality: t(`quality.${quality}`) })}</p>${postForm(request, {
      action: '/chaman/add',
      hidden: { enterprise: number, quality },
      withFile: true,
      fields: [
        selectField(
          t,
          { id: 'type', label: t('chaman.type'), value: form.text('type') || 'REST' },
          types,
          shown,
        ),
        textField(t, { ...name, value: form.text('name') }, shown),
        rightsField(request, quality, form.all('rights'), shown),
        html`<h2>${t('chaman.certificateTitle')}</h2>${fileAgain(request)}`,
        certificateFields(request, shown),
      ],
      submit: t('form.confirm'),
      cancel: { href: linkTo('/chaman', { enterprise: number, quality }), label: t('form.cancel') },
    })}`,
  });
};

export const chamanRoutes: Routes = {
  'GET /chaman': withChannel(channels),
  'GET /chaman/contact': withChannel(contactPage),
  'POST /chaman/contact': withChannel((parts, request, at) => {
    const { form } = request;
    const outcome = saveContact(parts, at.number, { name: form.text('name'), email: form.text('email') });
    if (!('done' in outcome)) return contactPage(parts, request, at, outcome);
    const next = linkTo('/chaman', { enterprise: at.number, quality: at.quality });
    return doneThen(request, next, 'chaman.contactSaved');
  }),
  'GET /chaman/add': withChannel(newAccountPage),
  'POST /chaman/add': withChannel((parts, request, at) => {
    const { form } = request;
    const file = form.file('certificate');
    const outcome = createAccount(parts, at.person, at.number, {
      quality: at.quality,
      type: form.text('type'),
      name: form.text('name'),
      rights: form.all('rights'),
      certificate: {
        name: form.text('certificateName'),
        fileName: file?.fileName ?? '',
        bytes: file?.bytes,
      },
    });
    if (!('done' in outcome)) return newAccountPage(parts, request, at, outcome);
    const { account, sharedCertificate } = outcome.done;
    const next = linkTo('/chaman/account', { enterprise: at.number, client: account.clientId });
    return doneThen(request, next, sharedCertificate ? 'chaman.madeShared' : 'chaman.made');
  }),
};
