// Which steps the app knows to be done by itself: what is in the keychain, in the list of accounts, or recorded needs no tick.
import type { Quality } from '../../preload/contract/services.ts';
import { type Right, rightsOf, type Service } from '../../preload/contract/services.ts';
import type { StepId } from '../../preload/rules/guide/step-catalog.ts';
import type { Session } from '../platform/session.ts';
import {
  accountsOf,
  certificatesOf,
  elsewhereServices,
  endedMandates,
  goneMandateRoutes,
  hadAccount,
  hasNssoNumber,
  type KnownAccount,
  type KnownCertificate,
  mandatedServices,
  openMandates,
  removedCertificateSince,
  routedServices,
} from './known-facts-store.ts';
import type { PlannedRoad } from './plan-road.ts';

export type Known = {
  steps: ReadonlySet<StepId>;
  account: string | null;
  accountId: string | null;
  /** Of the account; null where there is none. */
  rights: readonly Right[] | null;
  fingerprint: string | null;
};
type Of = {
  enterpriseNumber: string;
  quality: Quality;
  services: readonly Service[];
  kind: 'start' | 'stop';
  startedAt: string;
};
type Steps = Set<StepId>;

/** An account with its client id proves every step that leads to it. */
const provenByAccount: readonly StepId[] = [
  'known',
  'registered',
  'activateQuality',
  'chamanAccess',
  'signIn',
  'contactData',
  'findAccount',
  'keepClientId',
];

export function knownSteps(
  session: Pick<Session, 'db' | 'clock' | 'businessDate'>,
  of: Of,
  road: PlannedRoad,
): Known {
  const { db } = session;
  const accounts = accountsOf(db, of.enterpriseNumber, of.quality);
  const now = session.clock.now().toISOString();
  const certificates = certificatesOf(db, of.enterpriseNumber).filter(({ notAfter }) => notAfter > now);
  const [certificate] = certificates;
  const account = accounts.find((one) => opens(one, of.services, road)) ?? accounts[0] ?? null;
  const steps = new Set<StepId>();
  const known = {
    steps,
    account: account?.name ?? null,
    accountId: account?.id ?? null,
    rights: account?.rights ?? null,
    fingerprint: certificate?.fingerprint ?? null,
  };
  if (of.kind === 'stop') return { ...known, steps: stoppedSteps(session, of, accounts, road, certificates) };
  if (hasNssoNumber(db, of.enterpriseNumber)) steps.add('known');
  if (certificate)
    for (const id of ['makeCertificate', 'importCertificate', 'askContainer'] as const) steps.add(id);
  if (account) {
    for (const id of provenByAccount) steps.add(id);
    if (opens(account, of.services, road))
      for (const id of ['addAccount', 'changeRights'] as const) steps.add(id);
    if (account.checked === 'ok' || account.checked === 'warning') steps.add('testConnection');
  }
  const day = session.businessDate();
  const ownMandate = road.account === 'none';
  const mandated = mandatedServices(
    db,
    {
      employerNumber: ownMandate ? of.enterpriseNumber : null,
      mandataryNumber: ownMandate ? null : of.enterpriseNumber,
    },
    quarterOf(day),
  );
  if (road.mandates.length > 0 && road.mandates.every((service) => mandated.includes(service)))
    for (const id of ['giveMandate', 'acceptMandate', 'recordMandate'] as const) steps.add(id);
  const routed = ownMandate
    ? elsewhereServices(db, of.enterpriseNumber, day)
    : routedServices(
        db,
        accounts.map(({ id }) => id),
        day,
      );
  if (of.services.length > 0 && of.services.every((service) => routed.includes(service)))
    steps.add(ownMandate ? 'chooseElsewhere' : 'chooseRoute');
  return known;
}

/**
 * What was stopped here is recorded, and stopping here first took out what was still under way. The portal is never seen:
 * its step is a person's to tick.
 */
function stoppedSteps(
  { db, businessDate }: Pick<Session, 'db' | 'businessDate'>,
  of: Of,
  accounts: readonly KnownAccount[],
  road: PlannedRoad,
  certificates: readonly KnownCertificate[],
): Steps {
  const on = (id: StepId): boolean => road.steps.some((step) => step.id === id);
  const closed = hadAccount(db, of.enterpriseNumber, of.quality);
  if (on('closeAccount') && closed && accounts.length === 0) return new Set(['finishSending', 'recordStop']);
  if (on('untickRight') && (closed || accounts.length > 0)) {
    const gone = accounts.every(({ rights }) => !rights.some((right) => road.rights.includes(right)));
    if (gone) return new Set(['finishSending', 'recordStop']);
  }
  if (on('endMandate') && of.services.length > 0) {
    const open = openMandates(db, of.enterpriseNumber);
    const ended = [
      ...endedMandates(db, of.enterpriseNumber),
      ...goneMandateRoutes(db, of.enterpriseNumber, businessDate()).filter((one) => !open.includes(one)),
    ];
    if (of.services.every((service) => ended.includes(service)))
      return new Set(['finishSending', 'recordMandateEnd']);
  }
  if (on('removeCertificate')) return removalSteps(db, of, accounts, certificates);
  return new Set();
}

/** Of a certificate that goes: another one works at every account, and one was removed here since the guide began. */
function removalSteps(
  db: Session['db'],
  of: Of,
  accounts: readonly KnownAccount[],
  certificates: readonly KnownCertificate[],
): Steps {
  const removed = removedCertificateSince(db, of.enterpriseNumber, of.startedAt);
  const works = ({ certificateId, checked }: KnownAccount): boolean =>
    certificates.some(({ id }) => id === certificateId) && (checked === 'ok' || checked === 'warning');
  const another = removed || certificates.some(({ id }) => accounts.every((one) => one.certificateId !== id));
  const steps: Steps = new Set();
  if (accounts.length > 0 && accounts.every(works) && another) steps.add('newCertificateFirst');
  if (removed) steps.add('recordRemoval');
  return steps;
}

/** The account holds a whole set of rights for every service; who registers presences needs more than looking them up. */
const opens = ({ rights }: KnownAccount, services: readonly Service[], road: PlannedRoad): boolean =>
  services.every((service) =>
    rightsOf[service].some((set) => set.every((right) => rights.includes(right))),
  ) &&
  (!road.rights.includes('checkInAndOutAtWork') || rights.includes('checkInAndOutAtWork'));

/** `2025-05-01` is in `2025Q2`. */
const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
