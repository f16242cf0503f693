// Equal findings of many trainings together, and the trainings behind one of them. Judged in pieces, with room for other
// calls between them.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Finding } from '../../preload/contract/finding.ts';
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Training, TrainingFilter } from '../../preload/contract/training.ts';
import { groupFindings } from '../../preload/rules/training/finding-groups.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import { trainingsWithFindings } from './read-trainings.ts';
import { idsOfFilter } from './training-list-store.ts';

/** Trainings that are judged at most; more are told as more. */
const most = 5_000;
const piece = 100;
const mostIds = 500;

export async function groupsOf(
  session: Session,
  filter: TrainingFilter,
): Promise<Result<HandlerOutput<'training.findingGroups'>>> {
  const ids = idsOfFilter(session.db, scopeOf(filter.employerId), filter, most + 1);
  const looked = ids.slice(0, most);
  const found: Finding[][] = [];
  for (let from = 0; from < looked.length; from += piece) {
    found.push(...trainingsWithFindings(session, looked.slice(from, from + piece)).map(allOf));
    await breathe();
  }
  return ok({
    groups: groupFindings(found).slice(0, 100),
    looked: looked.length,
    more: ids.length > most,
  });
}

export async function idsWithFinding(
  session: Session,
  filter: TrainingFilter,
  rule: string,
): Promise<Result<HandlerOutput<'training.withFinding'>>> {
  const ids = idsOfFilter(session.db, scopeOf(filter.employerId), filter, most);
  const fitting: string[] = [];
  for (let from = 0; from < ids.length && fitting.length < mostIds; from += piece) {
    const rows = trainingsWithFindings(session, ids.slice(from, from + piece));
    fitting.push(...rows.filter((row) => allOf(row).some((one) => one.rule === rule)).map(({ id }) => id));
    await breathe();
  }
  return ok({ ids: fitting.slice(0, mostIds) });
}

/** What our rules find, and what the service said; notices ask for nothing. */
function allOf({ findings, anomalies }: Training): Finding[] {
  const said = anomalies.map(({ code, severity }): Finding => ({ rule: code, severity, field: null }));
  return [...findings, ...said].filter(({ severity }) => severity !== 'notice');
}
