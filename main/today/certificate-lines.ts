// What Today says of certificates: one line for each that nears its end or is gone, pressing more at each rung of the ladder
// of warnings, and leading to where it is solved. Pure: facts in, lines out.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { belgianDay } from '../../preload/rules/certificates/date-criteria.ts';
import { type EndStanding, type Rung, rungs } from '../../preload/rules/certificates/rungs.ts';

type TodayLine = HandlerOutput<'today.list'>['lines'][number];

export type CertificateFact = EndStanding & {
  id: string;
  name: string;
  notAfter: string;
  /** The keychain no longer holds it. */
  gone: boolean;
  /** Accounts that sign with it, or will after a renewal. */
  users: readonly { accountId: string; name: string }[];
  /** Where a renewal is under way: the account, and the step that it waits for. */
  renewal: { accountId: string; step: 'addInChaman' | 'test' | 'switch' } | null;
};

type Look = { when: TodayLine['when']; tone: TodayLine['tone'] };

const looks: Readonly<Record<Rung, Look>> = {
  90: { when: 'later', tone: 'plain' },
  40: { when: 'thisMonth', tone: 'warn' },
  14: { when: 'thisWeek', tone: 'warn' },
  7: { when: 'thisWeek', tone: 'bad' },
  2: { when: 'today', tone: 'bad' },
  0: { when: 'today', tone: 'bad' },
};

/** The line of one certificate; none while its end is further away than the first rung. */
export function certificateLine(fact: CertificateFact): TodayLine | null {
  const { id, name, users, rung, over } = fact;
  const [user] = users;
  if (fact.gone)
    return lineOf(fact, 'certificateGone', { when: 'today', tone: 'bad' }, placeOf(fact), { name });
  if (rung === null) return null;
  if (user === undefined) {
    // Nothing stops when it ends, so it never presses.
    const when = over ? 'later' : looks[rung].when === 'later' ? 'later' : 'thisMonth';
    return lineOf(fact, 'certificateIdle', { when, tone: 'plain' }, `/connection/certificates/${id}`, {
      ...end(fact),
      state: over ? 'over' : 'other',
    });
  }
  if (fact.renewal !== null && !over) {
    const path = renewalPath(fact.renewal.accountId);
    return lineOf(fact, 'certificateNext', looks[rung], path, { ...end(fact), state: fact.renewal.step });
  }
  const key = over ? 'certificateEnded' : 'certificateEnds';
  const params = { ...end(fact), count: users.length, users: user.name };
  return lineOf(fact, key, over ? looks[0] : looks[rung], placeOf(fact), params);
}

const end = ({ name, notAfter, days, rung }: CertificateFact) => ({
  name,
  date: belgianDay(notAfter),
  days: Math.max(0, days),
  step: rung === null ? 0 : rungs.indexOf(rung) + 1,
});

function lineOf(
  { id }: CertificateFact,
  key: TodayLine['key'],
  { when, tone }: Look,
  path: string,
  params: TodayLine['params'],
): TodayLine {
  return { id: `${key}:${id}`, when, tone, key, params, path };
}

/** One account is renewed on its own page; several are chosen from on the page of all certificates. */
function placeOf({ id, gone, users }: CertificateFact): string {
  const [user, other] = users;
  if (gone || user === undefined) return `/connection/certificates/${id}`;
  return other === undefined ? renewalPath(user.accountId) : '/connection/life';
}

const renewalPath = (accountId: string): string => `/connection/accounts/${accountId}/renewal`;
