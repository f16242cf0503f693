// Compares the archive of a client with its register, worker-year by worker-year, in slices.
import { z } from 'zod';
import type { RescueRights } from '../../preload/contract/rescue-values.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { computeBalance } from '../../preload/rules/training/balance.ts';
import type { Session } from '../platform/session.ts';
import type { Steps } from '../platform/slices.ts';
import { balanceFacts } from '../training/balance.ts';
import { balanceRows, membersOf } from '../training/balance-store.ts';
import type { WireTraining } from '../training/fla-wire.ts';
import { fieldsOf, type TrainingRow } from '../training/training-row.ts';
import { trainingsOfWorkerYear } from '../training/training-store.ts';
import { type Answer, latestPart, latestSet } from './answer-store.ts';
import { compareRights, type OwnRights } from './compare-rights.ts';
import { compareYear, type Here, type Pair, type There } from './compare-year.ts';
import { type YearRow, yearsOf } from './rescue-store.ts';
import { saidRights } from './said-rights.ts';
import { readTraining } from './wire-fields.ts';

export type RescuedTraining = There & { wire: WireTraining; channel: string; fits: boolean };
export type OwnTraining = Here & { row: TrainingRow };
export type ComparedPair = Pair<RescuedTraining, OwnTraining>;
export type ComparedYear = { year: YearRow; pairs: ComparedPair[]; rights: RescueRights | null };

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
export function compareOne(session: Comparing, year: YearRow): ComparedYear {
  const pairs = pairsOf(session.db, year);
  return { year, pairs, rights: rightsOf(session, year, pairs) };
}

type Comparing = Pick<Session, 'db' | 'resourcesDir' | 'businessDate'>;

function pairsOf(db: Session['db'], year: YearRow): ComparedPair[] {
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

function rightsOf(session: Comparing, year: YearRow, pairs: readonly ComparedPair[]): RescueRights | null {
  const { db } = session;
  const said = saidRights(latestPart(db, year.id, 'rights'), latestPart(db, year.id, 'credit'));
  if (said === null) return null;
  const { readAt, source, automatic, jointCommittee, agreement } = said;
  const differ = pairs.some(({ outcome }) => outcome !== 'same');
  const lines = compareRights(said, ownRights(session, year), differ);
  return { readAt, source, automatic, jointCommittee, agreement, lines };
}

/** Null where the register does not know the worker. */
function ownRights(session: Comparing, { workerId, year }: YearRow): OwnRights | null {
  if (workerId === null) return null;
  const [row] = balanceRows(session.db, [{ workerId, year }]);
  if (row === undefined) return null;
  const facts = balanceFacts(session, row);
  const { regime, employmentHundredths } = facts;
  const members = membersOf(session.db, [{ workerId, year }]).map(fieldsOf);
  const part = regime
    ? Math.round((Math.min(regime.qHundredths, regime.sHundredths) * 100) / regime.sHundredths)
    : employmentHundredths;
  return { balance: computeBalance(facts, members), partOfFullTime: part };
}

export const rightsDiffer = ({ rights }: Pick<ComparedYear, 'rights'>): boolean | null =>
  rights === null ? null : rights.lines.some(({ differs }) => differs);

export function* compareClient(session: Comparing, employerId: string): Steps<ComparedYear[]> {
  const compared: ComparedYear[] = [];
  for (const year of yearsOf(session.db, employerId)) {
    compared.push(compareOne(session, year));
    yield;
  }
  return compared;
}
