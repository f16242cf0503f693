// What needs somebody now, in the order of urgency. Pure: facts in, lines out.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { ServiceLine } from '../services/service-state.ts';
import { type CertificateFact, certificateLine } from './certificate-lines.ts';
import type { FailingAccount, TodayCounts } from './today-store.ts';

export type TodayLine = HandlerOutput<'today.list'>['lines'][number];

export type TodayFacts = {
  counts: TodayCounts;
  certificates: readonly CertificateFact[];
  failing: readonly FailingAccount[];
  paused: boolean;
  fla: ServiceLine;
  deadline: { date: string; days: number; unsent: number };
};

export function todayLines(facts: TodayFacts): TodayLine[] {
  return [...outboxLines(facts), ...certificateLines(facts), ...startLines(facts), ...workLines(facts)];
}

const line = (
  key: TodayLine['key'],
  when: TodayLine['when'],
  tone: TodayLine['tone'],
  path: string,
  params: TodayLine['params'] = {},
  id = '',
): TodayLine => ({ id: id === '' ? key : `${key}:${id}`, when, tone, key, params, path });

function outboxLines({ counts }: TodayFacts): TodayLine[] {
  const { unknown, needsDecision, refused } = counts;
  return [
    ...(unknown > 0 ? [line('outcomeUnknown', 'today', 'warn', '/outbox/unknown', { count: unknown })] : []),
    ...(needsDecision > 0
      ? [line('needsDecision', 'today', 'warn', '/outbox/unknown', { count: needsDecision })]
      : []),
    ...(refused > 0 ? [line('refused', 'today', 'bad', '/training/to-fix', { count: refused })] : []),
  ];
}

function certificateLines({ certificates, failing }: TodayFacts): TodayLine[] {
  const ends = certificates.map(certificateLine).filter((one) => one !== null);
  const broken = failing.map(({ id, name }) =>
    line('accountFails', 'today', 'bad', '/connection', { name }, id),
  );
  return [...ends, ...broken];
}

/** What a newcomer still lacks, one thing at a time for the connection. */
function startLines({ counts }: TodayFacts): TodayLine[] {
  const lines: TodayLine[] = [];
  if (counts.certificates === 0) lines.push(line('noCertificate', 'today', 'plain', '/connection'));
  else if (counts.accounts === 0) lines.push(line('noAccount', 'today', 'plain', '/connection'));
  if (counts.employers === 0) lines.push(line('noEmployer', 'today', 'plain', '/employers'));
  else if (counts.workers === 0) lines.push(line('noWorkers', 'today', 'plain', '/workers'));
  if (counts.routeMissing > 0 && counts.accounts > 0)
    lines.push(line('routeMissing', 'today', 'warn', '/employers', { count: counts.routeMissing }));
  return lines;
}

function workLines({ counts, paused, fla, deadline }: TodayFacts): TodayLine[] {
  const lines: TodayLine[] = [];
  if (fla.state !== 'open') {
    const date = fla.since ?? '';
    const tone = fla.state === 'announced' ? 'warn' : 'plain';
    lines.push(line('serviceState', 'today', tone, '/training', { state: fla.state, date }));
  }
  if (paused && counts.ready > 0)
    lines.push(line('paused', 'today', 'warn', '/outbox', { count: counts.ready }));
  else if (counts.ready > 0) lines.push(line('ready', 'today', 'plain', '/outbox', { count: counts.ready }));
  const canFile = fla.state === 'open' || fla.state === 'announced';
  if (canFile && deadline.days <= 62) {
    const tone = deadline.unsent === 0 ? 'ok' : deadline.days <= 14 ? 'warn' : 'plain';
    const params = { date: deadline.date, days: deadline.days, count: deadline.unsent };
    if (deadline.unsent > 0 || deadline.days <= 31)
      lines.push(line('deadline', whenIn(deadline.days), tone, '/training', params));
  }
  if (counts.drafts > 0) lines.push(line('drafts', 'later', 'plain', '/training', { count: counts.drafts }));
  return lines;
}

function whenIn(days: number): TodayLine['when'] {
  if (days <= 0) return 'today';
  if (days <= 7) return 'thisWeek';
  return days <= 31 ? 'thisMonth' : 'later';
}
