// The judgements whose time has come. A registration is judged after a while, again when its OUT is overdue, and whenever
// somebody asks for it (as when a Dimona was filed afterwards).
import type { Presence } from '../store/presence-store.ts';
import { judge, overdueAt } from './judge.ts';
import { nowOf, type PresenceParts } from './parts.ts';
import { takePlanned } from './planned-remarks.ts';
import { isBlocking, MOST_REMARKS } from './remarks.ts';

// The world of practice cannot bring these about, so a later judgement would lose them.
const ONLY_PLANNED = [
  'ssinNotCompanyFounder',
  'employerNotKnownAsFounder',
  'selfEmployedNotKnownAsFounder',
  'limosaIdUnknown',
  'limosaIdNotActive',
  'bisNotActiveInLimosa',
];

const judgeOne = (parts: PresenceParts, presence: Presence, now: number): void => {
  const planned =
    presence.validatedAt === null
      ? takePlanned(parts.settings, presence)
      : presence.remarks.split(' ').filter((code) => ONLY_PLANNED.includes(code));
  const remarks = [...new Set([...planned, ...judge(parts, presence, now)])].slice(0, MOST_REMARKS);
  const invalid = remarks.some((code) => isBlocking(parts.remarks, code));
  const at = presence.dueAt ?? now;
  const overdue = overdueAt(presence);
  const next = overdue !== null && overdue > at ? overdue : null;
  parts.presences.judge(presence.id, { at, validity: invalid ? 'invalid' : 'valid', remarks }, next);
};

/** Judges everything that is due; returns how many. */
export const runDue = (parts: PresenceParts): number => {
  const now = nowOf(parts);
  const due = parts.presences.due(now);
  if (due.length === 0) return 0;
  parts.presences.together(() => {
    for (const presence of due) judgeOne(parts, presence, now);
  });
  return due.length;
};

/** The earlier ones of the worker on that site may stand differently now that another came. */
export const lookAgainAtNeighbours = (parts: PresenceParts, presence: Presence): void => {
  const all = parts.presences.ofWorkerAtSite(presence.insz, presence.reference);
  const place = all.findIndex(({ id }) => id === presence.id);
  for (const near of [all[place - 1], all[place + 1]]) {
    if (near !== undefined && near.validity !== 'pending' && presence.dueAt !== null) {
      parts.presences.setDue(near.id, presence.dueAt);
    }
  }
};
