// Runs the rules on stored trainings: on one record for what it is worth, on a worker-year for the set.
import type { Finding } from '../../preload/contract/finding.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { checkTraining, needsFixing } from '../../preload/rules/training/check-training.ts';
import type { TrainingFacts } from '../../preload/rules/training/facts.ts';
import type { Session } from '../platform/session.ts';
import { trainingParameters } from './training-parameters.ts';
import { fieldsOf, type TrainingRow } from './training-row.ts';

export type Judge = Pick<Session, 'businessDate' | 'resourcesDir'>;

/** The facts of one worker in one year on the present business date. */
export function factsOf(
  session: Judge,
  year: number,
  employment: TrainingFacts['employment'],
): TrainingFacts {
  return {
    today: session.businessDate(),
    year,
    employment,
    parameters: trainingParameters(session.resourcesDir),
  };
}

/** Findings on one stored record. One that will be withdrawn is not judged: it leaves the set as it is. */
export function findingsOf(session: Judge, row: TrainingRow): Finding[] {
  if (row.withdraw === 1 && row.state !== 'withdrawn')
    return [{ rule: 'TRN-WILL-BE-WITHDRAWN', severity: 'notice', field: null }];
  // What was answered is the service's to judge; repeating our warnings there would only be noise.
  if (row.state === 'accepted' || row.state === 'acceptedWithWarnings' || row.state === 'withdrawn')
    return [];
  const employment = { startDate: row.worker_start, endDate: row.worker_end };
  return checkTraining(fieldsOf(row), factsOf(session, row.year, employment));
}

/** The stored flag `to_fix` of fields that no service has answered yet. */
export function flagOf(
  session: Judge,
  fields: TrainingFields,
  year: number,
  employment: TrainingFacts['employment'],
) {
  return Number(needsFixing(checkTraining(fields, factsOf(session, year, employment))));
}
