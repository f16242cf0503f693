// Compares the archive of a client with its register, worker-year by worker-year, in slices.
import { z } from 'zod';
import type { TrainingFields } from '../../preload/contract/training.ts';
import type { Database } from '../platform/database.ts';
import type { Steps } from '../platform/slices.ts';
import type { WireTraining } from '../training/fla-wire.ts';
import { fieldsOf, type TrainingRow } from '../training/training-row.ts';
import { trainingsOfWorkerYear } from '../training/training-store.ts';
import { type Answer, latestSet } from './answer-store.ts';
import { compareYear, type Here, type Pair, type There } from './compare-year.ts';
import { type YearRow, yearsOf } from './rescue-store.ts';
import { readTraining } from './wire-fields.ts';

export type RescuedTraining = There & { wire: WireTraining; channel: string; fits: boolean };
export type OwnTraining = Here & { row: TrainingRow };
export type ComparedPair = Pair<RescuedTraining, OwnTraining>;
export type ComparedYear = { year: YearRow; pairs: ComparedPair[] };

const setSchema = z.looseObject({
  items: z.array(z.looseObject({ externalReference: z.string().min(1).max(64) })).max(5_000),
  /** Of a list that a person took in: the fields it had columns for. */
  said: z.array(z.string()).optional(),
});

const needed = ['title', 'startDate', 'durationMinutes'] as const;

/** What a kept answer says, in our fields. Empty where it cannot be read any more, which its hash would show. */
export function trainingsIn(answer: Answer | null): RescuedTraining[] {
  if (answer === null) return [];
  let json: unknown;
  try {
    json = JSON.parse(answer.body);
  } catch {
    return [];
  }
  const set = setSchema.safeParse(json);
  if (!set.success) return [];
  const said = set.data.said === undefined ? null : new Set(set.data.said as (keyof TrainingFields)[]);
  return set.data.items.map((item) => {
    const wire = item as WireTraining;
    const read = readTraining(wire);
    const { fields } = read;
    // A list without hours or days says too little to stand in the register as what the service held.
    const fits = read.fits && (said === null || needed.every((name) => said.has(name)));
    const channel = typeof wire['channel'] === 'string' ? wire['channel'].slice(0, 60) : '';
    return { reference: wire.externalReference, fields, said, wire, channel, fits };
  });
}

/** Nothing is compared with a worker-year of which the other side is not known. */
export function compareOne(db: Database, year: YearRow): ComparedPair[] {
  const answer = latestSet(db, year.id);
  if (answer === null) return [];
  const here =
    year.workerId === null
      ? []
      : trainingsOfWorkerYear(db, year.workerId, year.year).map(
          (row): OwnTraining => ({
            trainingId: row.id,
            reference: row.external_reference,
            fields: fieldsOf({ ...row }),
            row,
          }),
        );
  return compareYear(trainingsIn(answer), here);
}

export function* compareClient(db: Database, employerId: string): Steps<ComparedYear[]> {
  const compared: ComparedYear[] = [];
  for (const year of yearsOf(db, employerId)) {
    compared.push({ year, pairs: compareOne(db, year) });
    yield;
  }
  return compared;
}
