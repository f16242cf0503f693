// Gathers the facts for Today on the business date; the keychain is asked only here, not for the number in the rail.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { endStanding } from '../../preload/rules/certificates/rungs.ts';
import { certificateUses } from '../accounts/account-certificate-store.ts';
import { renewalStep } from '../accounts/certificate-life.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import type { Session } from '../platform/session.ts';
import { daysBetween, quarterDueOn } from '../services/quarter-due.ts';
import { readServiceCalendar } from '../services/service-calendar.ts';
import { flaStateOn, type ServiceLine } from '../services/service-state.ts';
import { applicantLines } from './applicant-lines.ts';
import type { CertificateFact } from './certificate-lines.ts';
import { deadlineLines } from './deadline-lines.ts';
import { feedLines } from './feed-lines.ts';
import { guideLines } from './guide-lines.ts';
import { presenceLines } from './presence-lines.ts';
import { rescueLines } from './rescue-lines.ts';
import { type TodayFacts, todayLines } from './today-lines.ts';
import {
  certificateEnds,
  failingAccounts,
  outboxPaused,
  type TodayCounts,
  todayCounts,
  unsentInPeriod,
} from './today-store.ts';
import { trainingCertificateLines } from './training-certificate-lines.ts';

export type Online = 'online' | 'offline' | 'unknown';

export async function listToday(session: Session, online: Online): Promise<HandlerOutput<'today.list'>> {
  const facts = gather(session);
  const vault = sessionVault(session);
  const certificates: TodayFacts['certificates'][number][] = [];
  for (const certificate of facts.certificates) {
    const held = await vault.has(certificate.id);
    certificates.push({ ...certificate, gone: held.ok && !held.value });
  }
  return {
    date: session.businessDate(),
    lines: [
      ...todayLines({ ...facts, certificates }),
      ...rescueLines(session),
      ...presenceLines(session),
      ...applicantLines(session),
      ...feedLines(session),
      ...(await deadlineLines(session)),
      ...(await trainingCertificateLines(session)),
      ...guideLines(session, facts.fla.state),
    ].slice(0, 200),
    services: servicesOf(session, facts.fla, online),
    certificates: certificates
      .slice(0, 50)
      .map(({ name, notAfter, days }) => ({ name, notAfter, daysLeft: days })),
  };
}

/** For the rail: how many lines ask for something, and how many of them concern the connection. */
export function countToday(session: Session): { today: number; connection: number; counts: TodayCounts } {
  const facts = gather(session);
  // A certificate counts from its first warning on: it asks for something as soon as it is spoken of.
  const pressing = todayLines(facts).filter(
    ({ tone, key }) => tone === 'bad' || tone === 'warn' || key === 'certificateEnds',
  );
  const connection = pressing.filter(({ path }) => path.startsWith('/connection'));
  return { today: pressing.length, connection: connection.length, counts: facts.counts };
}

function gather(session: Session): TodayFacts {
  const { db } = session;
  const date = session.businessDate();
  const now = session.clock.now().getTime();
  const quarter = quarterDueOn(date);
  return {
    counts: todayCounts(db),
    certificates: certificateFacts(db, now),
    failing: failingAccounts(db),
    paused: outboxPaused(db),
    fla: flaStateOn(readServiceCalendar(session.resourcesDir), date),
    deadline: {
      date: quarter.deadline,
      days: daysBetween(date, quarter.deadline),
      unsent: unsentInPeriod(db, quarter.from, quarter.to),
    },
  };
}

function certificateFacts(db: Session['db'], now: number): CertificateFact[] {
  const uses = certificateUses(db).filter(({ role }) => role !== 'former');
  return certificateEnds(db).map((row) => {
    const users = uses.filter(({ certificateId }) => certificateId === row.id);
    const own = new Set(users.map(({ accountId }) => accountId));
    const staged = uses.find(({ role, accountId }) => role === 'staged' && own.has(accountId));
    return {
      ...row,
      ...endStanding(row.notAfter, now),
      gone: false,
      users: users.map(({ accountId, name }) => ({ accountId, name })),
      renewal: staged === undefined ? null : { accountId: staged.accountId, step: renewalStep(staged) },
    };
  });
}

function servicesOf(session: Session, fla: ServiceLine, online: Online): ServiceLine[] {
  const { tokenUrl } = session.environment.oauth;
  const state = online === 'offline' ? 'unreachable' : 'open';
  const plain = { state, since: null, until: null } as const;
  const unreachable = online === 'offline' && fla.state !== 'closed';
  return [
    { service: 'oauth', ...plain, source: tokenUrl.value, certainty: tokenUrl.status },
    { service: 'chaman', ...plain, source: '', certainty: 'public' },
    unreachable ? { ...fla, state: 'unreachable' } : fla,
  ];
}
