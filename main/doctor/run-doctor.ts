// A run of the doctor as a job: whom it examines, how far it is, and what is kept of it.
import type { DoctorReport, Examination } from '../../preload/contract/doctor.ts';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { services } from '../../preload/contract/services.ts';
import { findAccount, listAccounts, noteCheck } from '../accounts/account-store.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { routeOfDay } from '../employers/route-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { checkWay, type WayFound } from './check-way.ts';
import { examine, type Rounds, type Subject, stagesEach } from './examine.ts';
import { isBroken, outcomeOf } from './links.ts';

type Input = HandlerInput<'doctor.run'>;
const mostExaminations = 200;

/** Answers when the job has ended. Failures: accountMissing, notFound, cancelled, stateNotAllowed while one runs. */
export function runDoctor(session: Session, input: Input): Promise<Result<DoctorReport>> {
  const subjects = subjectsOf(session, input);
  if (!subjects.ok) return Promise.resolve(subjects);
  return new Promise((resolve) => {
    const started = session.jobs.start('doctor', async (run) => {
      try {
        const report = await makeRounds(session, subjects.value, run);
        resolve(report);
        return report;
      } catch (error) {
        resolve(fail(run.signal.aborted ? 'cancelled' : 'internal', { retry: 'safe', traceId: run.id }));
        throw error;
      }
    });
    if (!started.ok) resolve(started);
  });
}

function subjectsOf(session: Session, { accountId, employerId, service }: Input): Result<Subject[]> {
  if (employerId !== null) {
    const employer = findEmployer(session.db, employerId);
    if (employer === null) return fail('notFound', { details: { field: 'employerId' } });
    const { id, name, enterpriseNumber } = employer;
    const day = session.businessDate();
    const routed = services.filter((one) => routeOfDay(session.db, id, one, day) !== null);
    const asked = service !== null ? [service] : routed.length > 0 ? routed : (['fla'] as const);
    const client = { id, name, enterpriseNumber };
    return ok(asked.map((one): Subject => ({ account: null, service: one, client })));
  }
  if (accountId !== null) {
    const account = findAccount(session.db, accountId);
    return account === null ? fail('accountMissing') : ok([{ account, service, client: null }]);
  }
  const all = listAccounts(session.db).slice(0, mostExaminations);
  return all.length === 0
    ? fail('accountMissing')
    : ok(all.map((account): Subject => ({ account, service, client: null })));
}

async function makeRounds(
  session: Session,
  subjects: readonly Subject[],
  run: JobRun,
): Promise<Result<DoctorReport>> {
  let done = 0;
  const total = subjects.length * stagesEach;
  run.progress(0, total);
  let walked: Promise<WayFound> | undefined;
  const rounds: Rounds = {
    session,
    signal: run.signal,
    way: () => {
      walked ??= checkWay(
        session.http,
        session.environment.oauth.tokenUrl.value,
        session.clock.now,
        run.signal,
      );
      return walked;
    },
    stage: () => {
      done += 1;
      run.progress(Math.min(done, total), total);
    },
  };
  const examinations: Examination[] = [];
  for (const subject of subjects) {
    const found = await examine(rounds, subject);
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
    examinations.push(found);
  }
  run.progress(total, total);
  const worst = { failed: 0, warning: 1, ok: 2 };
  const report: DoctorReport = {
    id: session.ids.newId(),
    at: session.clock.now().toISOString(),
    environment: session.environment.name,
    outcome: outcomeOf(examinations.flatMap(({ links }) => links)),
    examinations: examinations.sort((a, b) => worst[a.outcome] - worst[b.outcome]),
  };
  const kept = keep(session, report);
  return kept.ok ? ok(report) : kept;
}

/** The account's own links count for the account; the route and the mandate are its client's. */
function keep(session: Session, report: DoctorReport): Result<void> {
  const accounts = new Map<string, Examination[]>();
  for (const one of report.examinations)
    if (one.account !== null) accounts.set(one.account.id, [...(accounts.get(one.account.id) ?? []), one]);
  const written = attempt<void>(session.db, () => {
    for (const [id, found] of accounts) {
      const links = found
        .flatMap((one) => one.links)
        .filter((link) => link.id !== 'route' && link.id !== 'mandate');
      noteCheck(session.db, id, report.at, outcomeOf(links));
    }
    for (const one of report.examinations) record(session, one);
    return ok(undefined);
  });
  if (written.ok && accounts.size > 0) session.changed('account.changed', [...accounts.keys()]);
  return written;
}

function record(session: Session, { account, employer, outcome, links }: Examination): void {
  recordAct(session, {
    employerId: employer?.id ?? null,
    kind: 'account.tested',
    subject: account && { kind: 'account', id: account.id },
    result: isBroken(links) ? 'failed' : 'done',
    summary: [account?.name, employer?.name].filter(Boolean).join(', '),
    payload: {
      outcome,
      steps: links.map((link) => ({
        id: link.id,
        outcome: link.outcome,
        key: link.key,
        service: link.service,
      })),
    },
  });
}
