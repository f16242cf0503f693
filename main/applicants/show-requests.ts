// Requests as the page sees them: the board, its counts, and one with what the applicant is shown.
import {
  type ApplicantColumn,
  type ApplicantRequest,
  applicantColumns,
} from '../../preload/contract/applicants.ts';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, failureSchema, ok, type Result } from '../../preload/contract/result.ts';
import { plainWords } from '../../preload/rules/text/plain-words.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { findEmployer } from '../employers/employer-store.ts';
import type { Session } from '../platform/session.ts';
import { accessesOf, candidateKinds, candidatesOf, refusalsOf } from './access-store.ts';
import { answersOf } from './answer-store.ts';
import { codeOf, linkOf } from './applicant-link.ts';
import { groupOf } from './follow-requests.ts';
import { countByColumn, listRequests } from './request-list-store.ts';
import { dataSetsOf, findRequest, otherCitizen, type RequestRow } from './request-store.ts';
import { applicantRuntime } from './runtime.ts';
import { secondsLeft, serviceInstant } from './service-clock.ts';
import { codeOfRequest } from './settle-request.ts';
import { longestName } from './wire-mandate.ts';

type Named = RequestRow & { employer_name: string };
const past: readonly ApplicantColumn[] = ['refused', 'expired', 'withdrawn', 'ended'];

export function showRequests(
  session: Session,
  input: HandlerInput<'applicantRequest.list'>,
): HandlerOutput<'applicantRequest.list'> {
  const { employerId, column, batchId, text, page, pageSize } = input;
  const columns = column === undefined ? applicantColumns : column === 'past' ? past : [column];
  const filter = { batchId: batchId ?? null, text };
  const scope = scopeOf(employerId ?? null);
  const counts = countByColumn(session.db, scope, filter, columns);
  const total = columns.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const rows = listRequests(session.db, scope, { ...filter, columns, page, pageSize });
  return { rows: shown(session, rows), total, page, pageSize };
}

export function countRequests(
  session: Session,
  { employerId, batchId, text }: HandlerInput<'applicantRequest.counts'>,
): HandlerOutput<'applicantRequest.counts'> {
  const counts = countByColumn(
    session.db,
    scopeOf(employerId ?? null),
    { batchId: batchId ?? null, text },
    applicantColumns,
  );
  const columns = Object.fromEntries(applicantColumns.map((one) => [one, counts[one] ?? 0]));
  return {
    columns: columns as HandlerOutput<'applicantRequest.counts'>['columns'],
    refusals: refusalsOf(session.db, employerId ?? null),
  };
}

/** What stands in each column is counted once for all that is answered. */
export function showBoard(
  session: Session,
  { past: over, pageSize, ...narrowed }: HandlerInput<'applicantRequest.board'>,
): HandlerOutput<'applicantRequest.board'> {
  const counts = countRequests(session, narrowed);
  const scope = scopeOf(narrowed.employerId ?? null);
  const filter = { batchId: narrowed.batchId ?? null, text: narrowed.text, page: 1, pageSize };
  const lane = (column: ApplicantColumn | 'past'): HandlerOutput<'applicantRequest.list'> => {
    const columns = column === 'past' ? past : [column];
    const total = columns.reduce((sum, one) => sum + (counts.columns[one] ?? 0), 0);
    const rows = total === 0 ? [] : listRequests(session.db, scope, { ...filter, columns });
    return { rows: shown(session, rows), total, page: 1, pageSize };
  };
  return { counts, asked: lane('asked'), approved: lane('approved'), read: lane('read'), over: lane(over) };
}

/** Failure notFound. */
export function getRequest(session: Session, id: string): Result<HandlerOutput<'applicantRequest.get'>> {
  const { db } = session;
  const row = findRequest(db, id);
  if (row === null) return fail('notFound');
  const employer_name = findEmployer(db, row.employer_id)?.name ?? '';
  const [request] = shown(session, [{ ...row, employer_name }]);
  if (request === undefined) return fail('notFound');
  const link = linkOf(session, row);
  const code = link === null ? null : codeOf(link.url);
  const look = applicantRuntime(session).looks.get(groupOf(row));
  const isFollowed = row.state === 'open' || row.state === 'unknown' || row.state === 'asking';
  return ok({
    request,
    link: link === null || code === null || !code.ok ? null : { ...link, code: code.value },
    language: row.language,
    now: serviceInstant(session),
    lookedAt: look?.at ?? row.looked_at,
    everySeconds: isFollowed && look !== undefined ? Math.round(look.everySeconds ?? 0) : null,
    secondsLeft: row.state === 'open' ? secondsLeft(session, row.expires_at) : null,
    candidates: request.toLink ? candidatesFor(session, row) : [],
  });
}

function candidatesFor(
  { db }: Session,
  row: RequestRow,
): HandlerOutput<'applicantRequest.get'>['candidates'] {
  const wanted = dataSetsOf(row);
  const fitting = candidatesOf(db, row.employer_id).filter((one) => wanted.includes(one.data_set));
  const byPerson = new Map(fitting.map((one) => [one.insz, one]));
  return [...byPerson.values()].slice(0, 50).map(({ insz, name, start_date: approvedOn }) => ({
    insz,
    name: name === null ? null : plainWords(name, longestName),
    approvedOn,
  }));
}

/** Whether an approval that belongs to nothing may be of this one. */
function toLink(row: RequestRow, kinds: ReadonlySet<string>): boolean {
  const isOpen = row.state === 'approved' || row.state === 'open';
  return (
    isOpen &&
    row.insz === null &&
    row.approved_by === null &&
    dataSetsOf(row).some((one) => kinds.has(`${row.employer_id} ${one}`))
  );
}

const stateOf = ({ state }: RequestRow): ApplicantRequest['state'] =>
  state === 'waiting' ? 'asking' : state;

/** Ends with its last day, before anything noted that. */
const isStanding = (state: string): boolean => state === 'active' || state === 'awaitingAcceptance';

function shown(session: Session, rows: readonly Named[]): ApplicantRequest[] {
  const { db } = session;
  const ids = rows.map(({ id }) => id);
  const today = session.businessDate();
  const accesses = Map.groupBy(accessesOf(db, ids), (one) => one.request_id);
  const answers = answersOf(db, ids, today);
  const kinds = new Set(candidateKinds(db).map((one) => `${one.employer_id} ${one.data_set}`));
  return rows.map((row) => ({
    id: row.id,
    employerId: row.employer_id,
    employerName: row.employer_name,
    column: row.board,
    state: stateOf(row),
    code: codeOfRequest(row.service_id),
    label: row.label,
    dataSets: dataSetsOf(row),
    insz: row.approved_by === null || row.approved_by === otherCitizen ? row.insz : row.approved_by,
    name: row.name === null ? null : plainWords(row.name, longestName),
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    accesses: (accesses.get(row.id) ?? []).map((one) => ({
      dataSet: one.data_set,
      state: one.end_date < today && isStanding(one.state) ? 'expired' : one.state,
      from: one.start_date,
      until: one.end_date,
    })),
    answer: answers.get(row.id) ?? null,
    erasedAt: row.erased_at,
    otherCitizen: row.approved_by === otherCitizen,
    toLink: toLink(row, kinds),
    batchId: row.batch_id,
    failure: failureIn(row.failure),
    revision: row.revision,
  }));
}

function failureIn(text: string | null): ApplicantRequest['failure'] {
  const read = text === null ? null : failureSchema.safeParse(JSON.parse(text));
  return read?.success === true ? read.data : null;
}
