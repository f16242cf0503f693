// What the judging of a list needs to know of the register: packed by main, unpacked in the worker.
import type { TrainingFields } from '../../../preload/contract/training.ts';

export type KnownWorker = { id: string; startDate: string; endDate: string | null; replaced: boolean };
export type KnownRecord = {
  id: string;
  workerId: string;
  year: number;
  reference: string;
  /** As it stands now. */
  values: string;
  key: string;
  /** As the service last accepted it; null when it never did. */
  sentKey: string | null;
};

/** Lines of JSON, as SQLite wrote them: texts cross to the worker as they are. */
export type PackedFacts = {
  /** `[id, enterprise number]` */
  employers: string[];
  /** `[employer id, insz, worker id, start, end, 1 when the number was replaced]` */
  workers: string[];
  /** `[id, worker id, year, reference, [title, start, end] or null, …columns]` */
  records: string[];
};

export type Facts = {
  employers: ReadonlyMap<string, string>;
  worker(employerId: string, insz: string): KnownWorker | undefined;
  /** Records of the same worker, title and days: as they stand, and as they were accepted. */
  alike(key: string): { draft: KnownRecord | undefined; sent: KnownRecord | undefined };
  /** The record that this row would only repeat. */
  same(workerId: string, year: number, reference: string, values: string): KnownRecord | undefined;
};

/** By which the same training of the same worker is recognised, whatever else differs. `who` a worker or a number. */
export const trainingKey = (
  who: string,
  { title, startDate, endDate }: Pick<TrainingFields, 'title' | 'startDate' | 'endDate'>,
): string => `${who}|${startDate ?? ''}|${endDate ?? ''}|${title.toLowerCase().replace(/\s+/g, ' ').trim()}`;

export function unpackFacts(packed: PackedFacts): Facts {
  const employers = new Map<string, string>();
  for (const [id, number] of linesOf<[string, string]>(packed.employers)) employers.set(number, id);
  const workers = new Map<string, KnownWorker>();
  type WorkerLine = [string, string, string, string, string | null, number];
  for (const [employerId, insz, id, startDate, endDate, replaced] of linesOf<WorkerLine>(packed.workers))
    workers.set(`${employerId} ${insz}`, { id, startDate, endDate, replaced: replaced === 1 });
  const drafts = new Map<string, KnownRecord>();
  const sent = new Map<string, KnownRecord>();
  const whole = new Map<string, KnownRecord>();
  type Days = [string, string | null, string | null];
  type RecordLine = [string, string, number, string, Days | null, ...unknown[]];
  for (const [id, workerId, year, reference, accepted, ...columns] of linesOf<RecordLine>(packed.records)) {
    const [title, startDate, endDate] = columns as Days;
    const key = trainingKey(workerId, { title, startDate, endDate });
    const values = JSON.stringify(columns);
    const sentKey =
      accepted === null
        ? null
        : trainingKey(workerId, { title: accepted[0], startDate: accepted[1], endDate: accepted[2] });
    const record = { id, workerId, year, reference, values, key, sentKey };
    if (sentKey === null) drafts.set(key, record);
    else sent.set(sentKey, record);
    whole.set(`${workerId} ${year} r ${reference}`, record);
    whole.set(`${workerId} ${year} v ${values}`, record);
  }
  return {
    employers,
    worker: (employerId, insz) => workers.get(`${employerId} ${insz}`),
    alike: (key) => ({ draft: drafts.get(key), sent: sent.get(key) }),
    same: (workerId, year, reference, values) =>
      whole.get(`${workerId} ${year} ${reference === '' ? `v ${values}` : `r ${reference}`}`),
  };
}

function* linesOf<T>(pages: readonly string[]): Generator<T> {
  for (const page of pages) for (const line of page.split('\n')) if (line !== '') yield JSON.parse(line) as T;
}
