// What the FLA handlers work with, and the few look-ups that they share.

import type { Switches } from '../admin/switches.ts';
import type { PracticeClock } from '../clock.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { MandateStore } from '../store/mandate-store.ts';
import type { TrainingStore, WorkerYear } from '../store/training-store.ts';
import type { Employment, WorldStore } from '../store/world-store.ts';
import type { AnomalyList } from './anomalies.ts';
import { creditOf, type RightFacts, type TrainingCredit, type TrainingRights } from './credit.ts';
import type { FlaCall } from './subject.ts';
import type { Training } from './training.ts';

export interface FlaParts {
  readonly clock: PracticeClock;
  readonly world: WorldStore;
  readonly mandates: MandateStore;
  readonly trainings: TrainingStore;
  readonly ledger: LedgerStore;
  readonly switches: Switches;
  readonly anomalies: AnomalyList;
  /** Scheme, host and port under which practice is reached. */
  readonly origin: () => string;
}

export type KnownSubject = WorkerYear & { readonly employment: Employment | undefined };

export const selfOf = (parts: FlaParts, call: FlaCall): string => {
  const { path } = call.exchange;
  const shown = parts.switches.all().shortEnterpriseNumbers
    ? path.replace(/\/employers\/0(\d{9})(?=\/)/, '/employers/$1')
    : path;
  return parts.origin() + shown;
};

/** The trainings of a worker-year as they were sent. */
export const trainingsOf = (parts: FlaParts, subject: WorkerYear): Training[] =>
  parts.trainings.list(subject).map((stored) => JSON.parse(stored.body) as Training);

export const rightsOf = (parts: FlaParts, subject: WorkerYear): TrainingRights | undefined => {
  const body = parts.trainings.rights(subject);
  return body === undefined ? undefined : (JSON.parse(body) as TrainingRights);
};

export const rightFacts = (parts: FlaParts, subject: KnownSubject): RightFacts | undefined => {
  const employer = parts.world.employer(subject.enterpriseNumber);
  const { employment, year } = subject;
  if (employer === undefined || employment === undefined) return undefined;
  return { employer, employment, year, rights: rightsOf(parts, subject) };
};

export const creditFor = (parts: FlaParts, subject: KnownSubject): TrainingCredit | undefined => {
  const facts = rightFacts(parts, subject);
  return facts === undefined ? undefined : creditOf(facts, trainingsOf(parts, subject));
};
