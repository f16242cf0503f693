// What the judging of a list needs to know of the register: packed by main, unpacked in the worker.
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { fieldNames } from '../training-row.ts';

export type KnownWorker = { id: string; startDate: string; endDate: string | null; replaced: boolean };
export type KnownRecord = { id: string };

/** Lines of JSON, as SQLite wrote them: texts cross to the worker as they are. */
export type PackedFacts = {
  /** `[id, enterprise number]` */
  employers: string[];
  /** `[employer id, insz, worker id, start, end, 1 when the number was replaced]` */
  workers: string[];
  /** `[id, worker id, year, reference, [title, start, end] or null, …columns]` */
  records: string[];
};

/** Stands for one training of one worker, or of one number where the worker is not known. */
export type TrainingKey = number;

export type Facts = {
  employers: ReadonlyMap<string, string>;
  worker(employerId: string, insz: string): KnownWorker | undefined;
  /** By which the same training is recognised, whatever else differs. */
  trainingOf(fields: Pick<TrainingFields, 'title' | 'startDate' | 'endDate'>): number;
  /** The same for the training of one worker: `who` a worker or a number. */
  keyOf(who: string, training: number): TrainingKey;
  /** Records of the same worker, title and days: as they were never accepted, and as they were. */
  alike(key: TrainingKey): { draft: KnownRecord | undefined; sent: KnownRecord | undefined };
  /** The record of which this row would be a copy: by its reference, else in every value. */
  same(workerId: string, year: number, reference: string, key: TrainingKey, values: () => string): boolean;
};

/** More trainings than any register and list hold together: a key is then a whole number that is kept exactly. */
const mostTrainings = 2 ** 26;

/** Numbers for keys: a hundred thousand texts would have to be kept and compared. */
function keyMaker(): Pick<Facts, 'trainingOf' | 'keyOf'> {
  const numbering = () => {
    const numbers = new Map<string, number>();
    return (text: string): number => {
      const known = numbers.get(text) ?? numbers.size;
      if (known === numbers.size) numbers.set(text, known);
      return known;
    };
  };
  const [numberOfTraining, numberOfPerson] = [numbering(), numbering()];
  const plainTitles = new Map<string, string>();
  return {
    trainingOf({ title, startDate, endDate }) {
      let plain = plainTitles.get(title);
      if (plain === undefined) {
        plain = title.toLowerCase().replace(/\s+/g, ' ').trim();
        plainTitles.set(title, plain);
      }
      return numberOfTraining(`${startDate ?? ''}|${endDate ?? ''}|${plain}`);
    },
    keyOf: (who, training) => numberOfPerson(who) * mostTrainings + training,
  };
}

export function unpackFacts(packed: PackedFacts): Facts {
  const employers = new Map<string, string>();
  for (const [id, number] of linesOf<[string, string]>(packed.employers)) employers.set(number, id);
  // By employer first: rows of one employer stand together, and no key is put together for each.
  const workers = new Map<string, Map<string, KnownWorker>>();
  type WorkerLine = [string, string, string, string, string | null, number];
  for (const [employerId, insz, id, startDate, endDate, replaced] of linesOf<WorkerLine>(packed.workers)) {
    const own = workers.get(employerId) ?? new Map<string, KnownWorker>();
    workers.set(employerId, own);
    own.set(insz, { id, startDate, endDate, replaced: replaced === 1 });
  }
  const drafts = new Map<TrainingKey, KnownRecord>();
  const sent = new Map<TrainingKey, KnownRecord>();
  const present = new Set<TrainingKey>();
  const copies = new Set<string>();
  const { trainingOf, keyOf } = keyMaker();
  type Days = [string, string | null, string | null];
  type RecordLine = [string, string, number, string, Days | null, ...unknown[]];
  for (const [id, workerId, year, reference, accepted, ...columns] of linesOf<RecordLine>(packed.records)) {
    const at = (place: number): string | null => (columns[place] as string | null | undefined) ?? null;
    const [title, startDate, endDate] = [at(places.title) ?? '', at(places.startDate), at(places.endDate)];
    const key = keyOf(workerId, trainingOf({ title, startDate, endDate }));
    const values = JSON.stringify(columns);
    const sentKey =
      accepted === null
        ? null
        : keyOf(workerId, trainingOf({ title: accepted[0], startDate: accepted[1], endDate: accepted[2] }));
    const record = { id };
    if (sentKey === null) drafts.set(key, record);
    else sent.set(sentKey, record);
    present.add(key);
    copies.add(`${workerId} ${year} r ${reference}`).add(`${workerId} ${year} v ${values}`);
  }
  return {
    employers,
    worker: (employerId, insz) => workers.get(employerId)?.get(insz),
    alike: (key) => ({ draft: drafts.get(key), sent: sent.get(key) }),
    trainingOf,
    keyOf,
    same: (workerId, year, reference, key, values) =>
      reference === ''
        ? present.has(key) && copies.has(`${workerId} ${year} v ${values()}`)
        : copies.has(`${workerId} ${year} r ${reference}`),
  };
}

/** Where they stand among the columns. */
const places = {
  title: fieldNames.indexOf('title'),
  startDate: fieldNames.indexOf('startDate'),
  endDate: fieldNames.indexOf('endDate'),
};

function* linesOf<T>(pages: readonly string[]): Generator<T> {
  for (const page of pages) for (const line of page.split('\n')) if (line !== '') yield JSON.parse(line) as T;
}
