// What providers filed for our workers: fetched by the employer's own route, shown beside what the register has, adopted
// as it stands at the service, or rejected with a reason.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import type { Filing } from '../../preload/contract/training-provider.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { recordAct } from '../history/record-act.ts';
import { createConnections, type RoutePort, type TokenPort } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { workerByInsz } from '../training/training-store.ts';
import { alikeOf, type FilingRow, keepFiling, listFilings, markGone } from './filing-store.ts';
import { filingsPerPage, providerContract, readFilings, type WireFiling } from './provider-api.ts';

/** No employer has more of them in a year. */
const mostPages = 100;

export type FilingPorts = { tokens: TokenPort; route: RoutePort };

/** Failures: notFound, those of the route and the token, notSupportedHere without an address, those of the service. */
export async function fetchFilings(
  session: Session,
  ports: FilingPorts,
  { employerId, year }: HandlerInput<'providerFiling.fetch'>,
): Promise<Result<HandlerOutput<'providerFiling.fetch'>>> {
  const baseUrl = session.environment.services.fla.trainingProviderBaseUrl?.value ?? '';
  if (baseUrl === '') return fail('notSupportedHere', { details: { reason: 'noAddress' } });
  const employer = findEmployer(session.db, employerId);
  if (employer === null) return fail('notFound');
  const enterpriseNumber = employer.enterpriseNumber ?? null;
  const opened = createConnections(ports.tokens, ports.route).of({
    employer_id: employerId,
    enterprise_number: enterpriseNumber,
  });
  if (!opened.ok || enterpriseNumber === null) return opened.ok ? fail('routeMissing') : opened;
  const all: WireFiling[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await calling(opened.value, session, (call) =>
      readFilings(call, { baseUrl, enterpriseNumber, year, page }),
    );
    // A reading changes nothing, so whatever went wrong it may be asked again.
    if (outcome.kind !== 'answer') return { ok: false, failure: { ...outcome.failure, retry: 'safe' } };
    all.push(...outcome.value.filings);
    if (outcome.value.filings.length === 0 || page * filingsPerPage >= outcome.value.total) break;
  }
  const counts = keepAll(session, employerId, year, all);
  session.changed('providerFiling.changed', []);
  return ok(counts);
}

function keepAll(session: Session, employerId: string, year: number, all: readonly WireFiling[]) {
  const { db } = session;
  const at = session.clock.now().toISOString();
  const counts = { found: all.length, added: 0, changed: 0, gone: 0 };
  transaction(db, () => {
    for (const filing of all) {
      const worker = workerByInsz(db, employerId, filing.insz);
      const place = { employerId, workerId: worker?.id ?? null, year };
      const seen = keepFiling(db, session.ids.newId(), place, filing, at);
      if (seen !== 'same') counts[seen] += 1;
    }
    counts.gone = markGone(db, employerId, year, at);
    recordAct(session, {
      employerId,
      kind: 'provider.filingsRead',
      subject: { kind: 'employer', id: employerId },
      contract: providerContract,
      summary: String(year),
      payload: { year, ...counts },
    });
  });
  return counts;
}

export function showFilings(
  session: Session,
  input: HandlerInput<'providerFiling.list'>,
): HandlerOutput<'providerFiling.list'> {
  const { rows, ...rest } = listFilings(session.db, scopeOf(input.employerId), input);
  return {
    rows: rows.map((row) => filingOf(session, row)),
    ...rest,
    page: input.page,
    pageSize: input.pageSize,
  };
}

function filingOf(session: Session, row: FilingRow): Filing {
  const fields = JSON.parse(row.fields) as TrainingFields;
  const start = fields.startDate ?? `${row.year}-01-01`;
  return {
    id: row.id,
    employerId: row.employer_id,
    employerName: row.employer_name.slice(0, 200),
    workerId: row.worker_id,
    workerName: (row.worker_name ?? '').slice(0, 250),
    insz: row.insz,
    year: row.year,
    providerName: row.provider_name,
    providerNumber: row.provider_number,
    registeredOn: row.registered_on,
    fields,
    decision: row.decision ?? 'open',
    reason: row.reason,
    decidedAt: row.decided_at,
    changedSince: row.decided_fields !== null && row.decided_fields !== row.fields,
    gone: row.gone_at !== null,
    trainingId: row.training_id,
    alike: row.worker_id === null ? [] : alikeOf(session.db, row, start, fields.endDate ?? start),
  };
}
