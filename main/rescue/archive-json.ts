// The archive of a client as JSON: answers stand in it byte for byte, as text, so that their hashes can be checked again.
import type { Session } from '../platform/session.ts';
import type { Steps } from '../platform/slices.ts';
import { answersOf, employeePages, evidenceOf } from './answer-store.ts';
import type { ComparedYear } from './compare-client.ts';

export const archiveFormat = 'sociodesk-rescue/1';

/** A file that lies beside the JSON in the same archive. */
export type Beside = { name: string; bytes: number; sha256: string };
type Named = { id: string; name: string; enterpriseNumber: string };

export function* archiveJson(
  session: Session,
  employer: Named,
  years: readonly ComparedYear[],
  files: readonly Beside[],
): Steps<string> {
  const { db } = session;
  const head = {
    format: archiveFormat,
    madeAt: session.clock.now().toISOString(),
    environment: session.environment.kind,
    employer: { name: employer.name, enterpriseNumber: employer.enterpriseNumber },
    employees: employeePages(db, employer.id),
    evidence: evidenceOf(db, employer.id),
    files,
  };
  const lines: string[] = [];
  for (const { year, pairs, rights } of years) {
    lines.push(
      JSON.stringify({
        workerName: year.workerName,
        insz: year.insz,
        year: year.year,
        knownToService: year.atService,
        knownToRegister: year.workerId !== null,
        state: year.state,
        answeredAt: year.answeredAt,
        answerHash: year.answerHash,
        failure: year.failure?.code ?? null,
        answers: answersOf(db, year.id),
        compared: pairs.map(({ outcome, there, here, differing }) => ({
          outcome,
          reference: there?.reference ?? here?.reference ?? null,
          differing,
          register:
            here === null ? null : { id: here.trainingId, state: here.row.state, fields: here.fields },
        })),
        rights,
      }),
    );
    yield;
  }
  return `${JSON.stringify(head).slice(0, -1)},"workerYears":[\n${lines.join(',\n')}\n]}\n`;
}
