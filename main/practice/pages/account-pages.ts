// One account in Chaman: its client id, rights and certificates, and how it is changed and closed.
import { X509Certificate } from 'node:crypto';
import { needsCircleOfTrust, RIGHTS } from '../chaman/qualities.ts';
import {
  addCertificate,
  changeAccount,
  closeAccount,
  mustReachChaman,
  removeCertificate,
} from '../portal/accounts.ts';
import { type Refusal, refuse } from '../portal/refusal.ts';
import type { Account, AccountCertificate } from '../store/account-store.ts';
import { certificateFields, fileAgain, rightsField } from './chaman-pages.ts';
import { postForm } from './controls.ts';
import { type At, doneThen, withRegistered } from './gate.ts';
import { type Html, html, linkTo, type Piece } from './html.ts';
import { show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Routes, type Serve } from './page.ts';

interface AtAccount extends At {
  readonly account: Account;
}
type ServeAccount = (parts: PageParts, request: PageRequest, at: AtAccount, refusal?: Refusal) => PageReply;

/** Runs with an account of this enterprise that the person may work on. */
const withAccount = (serve: ServeAccount): Serve =>
  withRegistered((parts, request, at) => {
    const { t } = request;
    const account = parts.accounts.account(given(request, 'client'));
    const known = account !== undefined && account.enterpriseNumber === at.number ? account : undefined;
    const barred =
      known === undefined
        ? refuse('accountUnknown')
        : mustReachChaman(parts, at.person, at.number, known.quality);
    if (known !== undefined && barred === undefined) return serve(parts, request, { ...at, account: known });
    return show(request, {
      title: t('chaman.account'),
      enterprise: at.enterprise,
      refusal: barred,
      body: html`<p><a href="${linkTo('/chaman', { enterprise: at.number })}">${t('chaman.back')}</a></p>`,
    });
  });

const to = (path: string, { number, account }: AtAccount, more: Record<string, string> = {}): string =>
  linkTo(path, { enterprise: number, client: account.clientId, ...more });

/** `CN` of a distinguished name as Node writes it, one attribute a line. */
const attribute = (name: string, kind: 'CN' | 'O'): string | undefined =>
  new RegExp(`^${kind}=(.*)$`, 'm').exec(name)?.[1];

/** Undefined where the certificate has no such day, as one that came in before its days were looked at. */
const longDate = (date: Date | undefined, language: string): string | undefined => {
  if (date === undefined || Number.isNaN(date.getTime())) return undefined;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Brussels' });
  // French writes the first of a month as an ordinal number.
  return language === 'fr' ? format.format(date).replace(/^1 /, '1er ') : format.format(date);
};

const readCertificate = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
};

const certificateSheet = (request: PageRequest, at: AtAccount, held: AccountCertificate): Html => {
  const { t, session } = request;
  const none = t('chaman.notNamed');
  const { subject, issuer, validToDate } = readCertificate(held.pem) ?? {
    subject: '',
    issuer: none,
    validToDate: undefined,
  };
  const supplier = subject === issuer ? t('chaman.selfSigned') : (attribute(issuer, 'CN') ?? none);
  const remove = to('/chaman/remove-certificate', at, { certificate: held.fingerprint });
  const facts: readonly (readonly [string, string])[] = [
    ['fileName', held.fileName || none],
    ['owner', attribute(subject, 'CN') ?? none],
    ['enterpriseOf', attribute(subject, 'O') ?? none],
    ['supplier', supplier],
    ['expires', longDate(validToDate, session.language) ?? t('chaman.unreadable')],
    ['fingerprint', held.fingerprint.toUpperCase().replace(/.{4}(?=.)/g, '$& ')],
  ];
  return html`<section class="sheet"><h3>${held.name}</h3><dl>${facts.map(
    ([key, value]) => html`<dt>${t(`chaman.${key}`)}</dt><dd>${value}</dd>`,
  )}</dl>${
    at.account.state !== 'closed' &&
    html`<p><a href="${remove}">${t('chaman.removeCertificate')} <span class="unseen">${held.name}</span></a></p>`
  }</section>`;
};

const rightList = (parts: PageParts, request: PageRequest, at: AtAccount): Html => {
  const { t } = request;
  const { account, number } = at;
  const items = RIGHTS.filter(({ id }) => account.rights.includes(id)).map(
    ({ label, id }) =>
      html`<li><span lang="nl">${label}</span><br><span class="lead">${t(`right.${id}`)}</span></li>`,
  );
  const waiting = account.rights.some(needsCircleOfTrust) && parts.access.circleOfTrust(number) === undefined;
  return html`<ul class="plain">${items}</ul>${
    waiting &&
    html`<p><strong>${t('chaman.circleMissing')}</strong> <a href="${linkTo('/circle', { enterprise: number })}">${t('circle.menu')}</a></p>`
  }`;
};

const accountPage: ServeAccount = (parts, request, at, refusal) => {
  const { t } = request;
  const { account, enterprise, number } = at;
  const open = account.state !== 'closed';
  const held = parts.accounts.certificates(account.clientId);
  const act = (path: string, key: string): Piece =>
    open && html`<p><a href="${to(path, at)}">${t(key)}</a></p>`;
  return show(request, {
    title: t('chaman.accountOf', { name: account.name }),
    enterprise,
    refusal,
    body: html`<p><a href="${linkTo('/chaman', { enterprise: number, quality: account.quality })}">${t('chaman.back')}</a></p><h2>${t('chaman.information')}</h2><div class="field"><label for="clientId">${t('chaman.clientId')}</label><p class="hint" id="clientId-hint">${t('chaman.clientIdWhat')}</p><input id="clientId" class="code" readonly value="${account.clientId}" aria-describedby="clientId-hint"></div><dl><dt>${t('access.quality')}</dt><dd>${t(`quality.${account.quality}`)}</dd><dt>${t('chaman.stateTitle')}</dt><dd>${t(`chaman.state.${account.state}`)}</dd></dl><h2>${t('chaman.rights')}</h2>${rightList(parts, request, at)}${act('/chaman/rights', 'chaman.rightsChange')}<h2>${t('chaman.certificates')}</h2>${held.map((one) => certificateSheet(request, at, one))}${act('/chaman/certificate', 'chaman.addCertificate')}${open && html`<h2>${t('chaman.closeTitle')}</h2>`}${act('/chaman/close', 'chaman.closeLink')}`,
  });
};

const rightsPage: ServeAccount = (_parts, request, at, refusal) => {
  const { t, form, method } = request;
  const { account, enterprise, number } = at;
  const ticked = method === 'POST' ? form.all('rights') : account.rights;
  return show(request, {
    title: t('chaman.rightsChange'),
    enterprise,
    refusal,
    body: postForm(request, {
      action: '/chaman/rights',
      hidden: { enterprise: number, client: account.clientId },
      fields: rightsField(request, account.quality, ticked, refusal),
      submit: t('form.confirm'),
      cancel: { href: to('/chaman/account', at), label: t('form.cancel') },
    }),
  });
};

const certificatePage: ServeAccount = (_parts, request, at, refusal) => {
  const { t } = request;
  const { account, enterprise, number } = at;
  return show(request, {
    title: t('chaman.addCertificate'),
    enterprise,
    refusal,
    body: html`<p>${t('chaman.addCertificateWhat')}</p>${postForm(request, {
      action: '/chaman/certificate',
      hidden: { enterprise: number, client: account.clientId },
      withFile: true,
      fields: [fileAgain(request), certificateFields(request, refusal)],
      submit: t('form.confirm'),
      cancel: { href: to('/chaman/account', at), label: t('form.cancel') },
    })}`,
  });
};

/** A question before something that cannot be taken back. */
const questionPage = (
  request: PageRequest,
  at: AtAccount,
  question: {
    readonly title: string;
    readonly what: string;
    readonly action: string;
    readonly hidden?: Record<string, string>;
  },
): PageReply =>
  show(request, {
    title: question.title,
    enterprise: at.enterprise,
    body: html`<p>${question.what}</p>${postForm(request, {
      action: question.action,
      hidden: { enterprise: at.number, client: at.account.clientId, ...question.hidden },
      submit: request.t('form.confirm'),
      cancel: { href: to('/chaman/account', at), label: request.t('form.cancel') },
    })}`,
  });

const back = (request: PageRequest, at: AtAccount, key: string): PageReply =>
  doneThen(request, to('/chaman/account', at), key);

export const accountRoutes: Routes = {
  'GET /chaman/account': withAccount(accountPage),
  'GET /chaman/rights': withAccount(rightsPage),
  'POST /chaman/rights': withAccount((parts, request, at) => {
    const rights = request.form.all('rights');
    const outcome = changeAccount(parts, at.person, at.account.clientId, { rights });
    return 'done' in outcome
      ? back(request, at, 'chaman.rightsChanged')
      : rightsPage(parts, request, at, outcome);
  }),
  'GET /chaman/certificate': withAccount(certificatePage),
  'POST /chaman/certificate': withAccount((parts, request, at) => {
    const file = request.form.file('certificate');
    const outcome = addCertificate(parts, at.person, at.account.clientId, {
      name: request.form.text('certificateName'),
      fileName: file?.fileName ?? '',
      bytes: file?.bytes,
    });
    if (!('done' in outcome)) return certificatePage(parts, request, at, outcome);
    return back(
      request,
      at,
      outcome.done.sharedCertificate ? 'chaman.certificateAddedShared' : 'chaman.certificateAdded',
    );
  }),
  'GET /chaman/remove-certificate': withAccount((parts, request, at) => {
    const fingerprint = given(request, 'certificate');
    const held = parts.accounts
      .certificates(at.account.clientId)
      .find((one) => one.fingerprint === fingerprint);
    if (held === undefined) return accountPage(parts, request, at, refuse('certificateUnknown'));
    return questionPage(request, at, {
      title: request.t('chaman.removeCertificate'),
      what: request.t('chaman.removeWhat', { name: held.name }),
      action: '/chaman/remove-certificate',
      hidden: { certificate: fingerprint },
    });
  }),
  'POST /chaman/remove-certificate': withAccount((parts, request, at) => {
    const outcome = removeCertificate(
      parts,
      at.person,
      at.account.clientId,
      request.form.text('certificate'),
    );
    return 'done' in outcome
      ? back(request, at, 'chaman.certificateRemoved')
      : accountPage(parts, request, at, outcome);
  }),
  'GET /chaman/close': withAccount((_parts, request, at) =>
    questionPage(request, at, {
      title: request.t('chaman.closeTitle'),
      what: request.t('chaman.closeWhat', { name: at.account.name }),
      action: '/chaman/close',
    }),
  ),
  'POST /chaman/close': withAccount((parts, request, at) => {
    const outcome = closeAccount(parts, at.person, at.account.clientId);
    return 'done' in outcome ? back(request, at, 'chaman.closed') : accountPage(parts, request, at, outcome);
  }),
};
