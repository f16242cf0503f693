// What pages and the command line see of one client: its report and its worker-years.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { RescueRecord, RescueYear } from '../../preload/contract/rescue-values.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { employersForTable } from '../employers/route-table-store.ts';
import type { RoutePort } from '../outbox/connection.ts';
import type { Session } from '../platform/session.ts';
import { inSlices } from '../platform/slices.ts';
import { mayAdopt } from './adopt.ts';
import { adoptionsOf } from './adoption-store.ts';
import { answersOf, evidenceOf } from './answer-store.ts';
import {
  type ComparedPair,
  type ComparedYear,
  compareClient,
  compareOne,
  rightsDiffer,
} from './compare-client.ts';
import { noTally, sumOf, tallyOf } from './compare-year.ts';
import { findClient, findYear, knownWorkers } from './rescue-store.ts';
import { clientOf } from './show-clients.ts';

/** Failure notFound: no such client. */
export async function rescueReport(
  session: Session,
  route: RoutePort,
  employerId: string,
): Promise<Result<HandlerOutput<'rescue.report'>>> {
  const { db } = session;
  const employer = employersForTable(db, '').find(({ id }) => id === employerId);
  if (employer === undefined) return fail('notFound');
  const compared = await inSlices(compareClient(session, employerId));
  const workers = knownWorkers(db, employerId);
  const listed = findClient(db, employerId)?.listedAt != null;
  const named = (wanted: typeof workers) => ({
    total: wanted.length,
    names: wanted
      .slice(0, 200)
      .map(({ familyName, givenName }) => [familyName, givenName].filter(Boolean).join(', ').slice(0, 200)),
  });
  return ok({
    client: clientOf(session, route, employer),
    tally: compared.reduce((sum, { pairs }) => sumOf(sum, tallyOf(pairs)), noTally),
    rights: {
      told: compared.filter(({ rights }) => rights !== null).length,
      differing: compared.filter((one) => rightsDiffer(one) === true).length,
    },
    // Before the service gave its list, nobody knows whom it does not know.
    onlyHere: named(listed ? workers.filter(({ atService }) => !atService) : []),
    onlyThere: named(workers.filter(({ workerId }) => workerId === null)),
    adoptable: compared.reduce((sum, { year, pairs }) => sum + pairs.filter(mayAdopt(year)).length, 0),
    adoptions: adoptionsOf(db, employerId),
    evidence: evidenceOf(db, employerId),
    steps: findClient(db, employerId)?.steps ?? [],
  });
}

type Show = HandlerInput<'rescue.years'>['show'];

export async function rescueYears(
  session: Session,
  { employerId, show, page, pageSize }: HandlerInput<'rescue.years'>,
): Promise<HandlerOutput<'rescue.years'>> {
  const compared = await inSlices(compareClient(session, employerId));
  const rows = compared.filter((one) => isShown(one, show));
  const start = (page - 1) * pageSize;
  return {
    rows: rows.slice(start, start + pageSize).map(yearOf),
    total: rows.length,
    page,
    pageSize,
  };
}

function isShown(compared: ComparedYear, show: Show): boolean {
  const { year, pairs } = compared;
  switch (show) {
    case 'all':
      return true;
    case 'toDo':
      return year.manual === 'open' && year.state !== 'found' && year.state !== 'empty';
    case 'failed':
      return year.state === 'failed';
    case 'rights':
      return rightsDiffer(compared) === true;
    default:
      return pairs.some(({ outcome }) => outcome === show);
  }
}

const yearOf = ({ year, pairs, rights }: ComparedYear): RescueYear => ({
  id: year.id,
  workerId: year.workerId,
  workerName: year.workerName.slice(0, 200),
  atService: year.atService,
  year: year.year,
  state: year.state,
  manual: year.manual,
  manualBy: year.manualBy,
  manualAt: year.manualAt,
  answeredAt: year.answeredAt,
  answerHash: year.answerHash,
  failure: year.failure,
  tally: tallyOf(pairs),
  rightsDiffer: rightsDiffer({ rights }),
});

/** Failure notFound. */
export function rescueYear(session: Session, id: string): Result<HandlerOutput<'rescue.year'>> {
  const year = findYear(session.db, id);
  if (year === null) return fail('notFound');
  const compared = compareOne(session, year);
  const answers = answersOf(session.db, id).flatMap(({ part, source, readAt, hash }) =>
    part === 'employees' ? [] : [{ part, source, readAt, hash }],
  );
  return ok({
    year: yearOf(compared),
    records: compared.pairs.slice(0, 500).map(recordOf),
    rights: compared.rights,
    answers: answers.slice(-100),
  });
}

function recordOf({ outcome, there, here, differing }: ComparedPair): RescueRecord {
  const side = ({ fields }: NonNullable<ComparedPair['there']> | NonNullable<ComparedPair['here']>) => ({
    title: fields.title,
    status: fields.status,
    startDate: fields.startDate,
    endDate: fields.endDate,
    durationMinutes: fields.durationMinutes,
  });
  return {
    reference: there?.reference ?? here?.reference ?? '',
    outcome,
    there: there === null ? null : { ...side(there), channel: there.channel },
    here: here === null ? null : { ...side(here), trainingId: here.trainingId, state: here.row.state },
    differing,
    fits: there?.fits ?? true,
  };
}
