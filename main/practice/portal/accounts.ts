// Chaman: the technical contact, and REST accounts with their rights and certificates. The same rules behind the portal's
// pages and its JSON interface. Source: guide of the FLA API channel, section 4.4.
import { randomInt } from 'node:crypto';
import { type CertificateIssue, judgeCertificate } from '../chaman/certificate-criteria.ts';
import { isQuality, RIGHTS, rightsFor } from '../chaman/qualities.ts';
import type { PracticeClock } from '../clock.ts';
import type { Account, AccountCertificate, AccountStore, Sender } from '../store/account-store.ts';
import { textFinding } from './field-rules.ts';
import { type Finding, type Outcome, type Refusal, refuse, refuseAll } from './refusal.ts';
import { mustBeRegistered } from './registration.ts';
import { type AccessParts, type Actor, noChaman } from './who-may.ts';

export interface AccountParts extends AccessParts {
  readonly clock: PracticeClock;
  readonly accounts: AccountStore;
}

export interface Upload {
  readonly name: string;
  readonly fileName: string;
  /** Undefined: no file was chosen. */
  readonly bytes: Buffer | undefined;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

const clientIdFor = (senderNumber: number): string => {
  const suffix = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `self_service_chaman_${senderNumber}_${suffix}`;
};

/** Refuses whoever has no access to the technical channels of an active quality. The app itself needs no person. */
export const mustReachChaman = (
  parts: AccessParts,
  actor: Actor,
  number: string,
  quality: string,
): Refusal | undefined => {
  if (parts.world.employer(number) === undefined) return refuse('enterpriseUnknown');
  if (!isQuality(quality)) return refuse('qualityUnknown', { field: 'quality' });
  const unregistered = actor === 'program' ? undefined : mustBeRegistered(parts, number);
  if (unregistered !== undefined) return unregistered;
  if (!parts.world.employer(number)?.qualities.includes(quality)) return refuse('qualityNotActive');
  return noChaman(parts, actor, number, quality);
};

/** Saves the technical contact of the sender, which the portal wants before anything else. */
export const saveContact = (
  parts: AccountParts,
  enterpriseNumber: string,
  contact: { readonly name: string; readonly email: string },
): Outcome<Sender> => {
  const wrong = refuseAll([
    textFinding(contact.name, 'name', 'nameMissing'),
    textFinding(contact.email, 'email', 'emailMissing'),
  ]);
  return (
    wrong ?? { done: parts.accounts.saveSender(enterpriseNumber, contact.name.trim(), contact.email.trim()) }
  );
};

const rightFindings = (
  quality: string,
  rights: readonly string[],
  none: 'noRights' | 'noRightsLeft',
): (Finding | undefined)[] => {
  const field = 'rights';
  if (rights.length === 0) return [{ code: none, field }];
  const offered = rightsFor(quality).map(({ id }) => id);
  return rights.map((right) => {
    if (offered.includes(right)) return undefined;
    const known = RIGHTS.some(({ id }) => id === right);
    return { code: known ? 'qualityHoldsNoFlaChannel' : 'rightUnknown', field };
  });
};

type JudgedUpload = { readonly pem: string; readonly fingerprint: string };

const judgeUpload = (
  parts: AccountParts,
  upload: Upload,
): {
  readonly found?: JudgedUpload;
  readonly issues?: readonly CertificateIssue[];
  readonly finding?: Finding;
} => {
  const field = 'certificate';
  if (upload.bytes === undefined || upload.bytes.length === 0)
    return { finding: { code: 'certificateMissing', field } };
  const { certificate, issues } = judgeCertificate(upload.bytes, parts.clock.securityNow());
  if (certificate === undefined || issues.length > 0) {
    return { issues, finding: { code: 'certificateRefused', field } };
  }
  const fingerprint = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
  return { found: { pem: certificate.toString(), fingerprint } };
};

const withIssues = (refusal: Refusal, issues: readonly CertificateIssue[] | undefined): Refusal =>
  issues === undefined ? refusal : { ...refusal, issues };

const sharedWithOthers = (parts: AccountParts, fingerprint: string, number: string): boolean =>
  parts.accounts.enterprisesUsing(fingerprint).some((other) => other !== number);

export interface AccountWish {
  readonly quality: string;
  readonly type: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly certificate: Upload;
}

export interface ChangedAccount {
  readonly account: Account;
  /** The certificate is in use with another enterprise too: allowed, but each should have its own. */
  readonly sharedCertificate: boolean;
}

/** Makes a REST account; its client id comes with it. Everything wrong with the form is told at once. */
export const createAccount = (
  parts: AccountParts,
  actor: Actor,
  enterpriseNumber: string,
  wish: AccountWish,
): Outcome<ChangedAccount> => {
  const sender = parts.accounts.sender(enterpriseNumber);
  const named =
    actor === 'program' ? undefined : mustReachChaman(parts, actor, enterpriseNumber, wish.quality);
  if (named !== undefined) return named;
  if (sender === undefined) return refuse('senderMissing');
  const barred = mustReachChaman(parts, actor, enterpriseNumber, wish.quality);
  if (barred !== undefined) return barred;
  const { found, issues, finding } = judgeUpload(parts, wish.certificate);
  const wrong = refuseAll([
    wish.type === 'REST' ? undefined : { code: 'accountTypeOutside', field: 'type' },
    textFinding(wish.name, 'name', 'nameMissing'),
    ...rightFindings(wish.quality, wish.rights, 'noRights'),
    finding,
    textFinding(wish.certificate.name, 'certificateName', 'certificateNameMissing'),
  ]);
  if (wrong !== undefined || found === undefined) {
    return withIssues(wrong ?? refuse('certificateMissing'), issues);
  }
  const account: Account = {
    clientId: clientIdFor(sender.number),
    enterpriseNumber,
    quality: wish.quality,
    name: wish.name.trim(),
    rights: wish.rights,
    state: 'active',
    createdAt: new Date(parts.clock.wallNow()).toISOString(),
  };
  const sharedCertificate = sharedWithOthers(parts, found.fingerprint, enterpriseNumber);
  const { name, fileName } = wish.certificate;
  parts.world.together(() => {
    parts.accounts.saveAccount(account);
    parts.accounts.addCertificate(account.clientId, { ...found, name: name.trim(), fileName });
  });
  return { done: { account, sharedCertificate } };
};

/** The account when the actor may work on it and it is still open. */
const openAccount = (
  parts: AccountParts,
  actor: Actor,
  clientId: string,
): { readonly account: Account } | { readonly barred: Refusal } => {
  const account = parts.accounts.account(clientId);
  if (account === undefined) return { barred: refuse('accountUnknown') };
  const barred =
    actor === 'program'
      ? undefined
      : mustReachChaman(parts, actor, account.enterpriseNumber, account.quality);
  if (barred !== undefined) return { barred };
  return account.state === 'closed' ? { barred: refuse('accountClosed') } : { account };
};

export interface AccountChange {
  readonly name?: string;
  readonly rights?: readonly string[];
  readonly state?: 'active' | 'disabled';
}

/** Another name or other rights under the same client id; tokens in use follow at once. */
export const changeAccount = (
  parts: AccountParts,
  actor: Actor,
  clientId: string,
  change: AccountChange,
): Outcome<Account> => {
  const opened = openAccount(parts, actor, clientId);
  if ('barred' in opened) return opened.barred;
  const { account } = opened;
  const wrong = refuseAll([
    change.name === undefined ? undefined : textFinding(change.name, 'name', 'nameMissing'),
    ...(change.rights === undefined ? [] : rightFindings(account.quality, change.rights, 'noRightsLeft')),
  ]);
  if (wrong !== undefined) return wrong;
  const changed: Account = { ...account, ...change };
  parts.accounts.saveAccount(changed);
  return { done: changed };
};

/** Adds a second certificate, as when one is renewed: tokens are granted for any of them. */
export const addCertificate = (
  parts: AccountParts,
  actor: Actor,
  clientId: string,
  upload: Upload,
): Outcome<ChangedAccount> => {
  const opened = openAccount(parts, actor, clientId);
  if ('barred' in opened) return opened.barred;
  const { account } = opened;
  const { found, issues, finding } = judgeUpload(parts, upload);
  const wrong = refuseAll([finding, textFinding(upload.name, 'certificateName', 'certificateNameMissing')]);
  if (wrong !== undefined || found === undefined) {
    return withIssues(wrong ?? refuse('certificateMissing'), issues);
  }
  const sharedCertificate = sharedWithOthers(parts, found.fingerprint, account.enterpriseNumber);
  const added: AccountCertificate = { ...found, name: upload.name.trim(), fileName: upload.fileName };
  return parts.accounts.addCertificate(clientId, added)
    ? { done: { account, sharedCertificate } }
    : refuse('certificateAlreadyRegistered', { field: 'certificate' });
};

/** Removes a certificate; the last one stays, as an account without any could never ask for a token again. */
export const removeCertificate = (
  parts: AccountParts,
  actor: Actor,
  clientId: string,
  fingerprint: string,
): Outcome<Account> => {
  const opened = openAccount(parts, actor, clientId);
  if ('barred' in opened) return opened.barred;
  const held = parts.accounts.certificates(clientId);
  if (!held.some((certificate) => certificate.fingerprint === fingerprint))
    return refuse('certificateUnknown');
  if (held.length === 1) return refuse('lastCertificate');
  parts.accounts.removeCertificate(clientId, fingerprint);
  return { done: opened.account };
};

/** Closes an account for good: no token is granted any more, and those in use end. */
export const closeAccount = (parts: AccountParts, actor: Actor, clientId: string): Outcome<Account> => {
  const opened = openAccount(parts, actor, clientId);
  if ('barred' in opened) {
    return opened.barred.refused[0].code === 'accountClosed' ? refuse('alreadyClosed') : opened.barred;
  }
  const closed: Account = { ...opened.account, state: 'closed' };
  parts.accounts.saveAccount(closed);
  return { done: closed };
};
