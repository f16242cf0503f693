// The port to an authentic source: what the register asks of the service behind a connector before it keeps anything itself. Where no
// connector is on, own-records.ts judges by what is known here.
import type { RegisterIdentity, RegisterWarning } from '../../preload/contract/register-values.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Period } from '../../preload/rules/register/periods.ts';

export type SourceQuestion = {
  /** 11 digits, check digits verified, as it was given. */
  insz: string;
  /** How the service knows the role: the one or the other; null in a question about all roles. */
  type: { inscriptionContext: string | null; qualityCode: number | null } | null;
  period: Period | null;
};

export type SourceAnswer = {
  /** The present number; `replaces` the one that was given, where it is another. */
  insz: string;
  replaces: string | null;
  /** It stands for nobody any more: told by a question that is no insert, which would be refused. */
  cancelled?: boolean;
  /** Codes as the service gave them, but for the one that says that it is done. */
  warnings: RegisterWarning[];
  /** What it has now: of the role that was asked, or of all. */
  lines: { inscriptionContext: string | null; qualityCode: number | null; period: Period }[];
};

/**
 * Failures of each: refusedByRule with the service's code in `details.rules` and names of fields in `details.fields`; `retry` other than
 * `never` where it could not be reached or did not answer (all three may be asked again); anything else it says as it is.
 */
export type AuthenticSource = {
  insert(
    question: SourceQuestion & { period: Period; identity: RegisterIdentity | null },
  ): Promise<Result<SourceAnswer>>;
  delete(question: SourceQuestion & { identity: RegisterIdentity | null }): Promise<Result<SourceAnswer>>;
  /** No line is an answer. */
  consult(question: SourceQuestion): Promise<Result<SourceAnswer>>;
};
