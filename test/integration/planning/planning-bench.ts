// A site with phones, and lists of a planning read into it as the page does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertPlanning, insertStay } from '../../../main/planning/planning-store.ts';
import { newId } from '../../../main/platform/ids.ts';
import { keepPresence } from '../../../main/presences/presence-store.ts';
import { noteLookUp } from '../../../main/presences/site-day-store.ts';
import { personForNumber } from '../../../main/register/numbers/number-person.ts';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import { belgianMoment } from '../../../preload/rules/dates/belgian-day.ts';
import { newFolder } from '../../support/application-bench.ts';
import { now, openSite, PARK, type SiteBench } from '../presences/site-bench.ts';

export type PlanningBench = SiteBench & {
  folder: string;
  /** Opens a list and takes its first sheet. */
  stage(name: string, bytes: string | Uint8Array): Promise<Omit<ReadPlanning, 'counts'>>;
  /** The same, and reads it by its headings. */
  read(name: string, bytes: string): Promise<ReadPlanning>;
  keep(importId: string, replaces?: boolean): Promise<void>;
  /** Reads and keeps. */
  plan(bytes: string): Promise<void>;
  /** A planning of one stay as if it had been read before: hours on a day. */
  kept(day: string, insz: string, from: number, to: number, replaces: boolean): string;
  saveTo(name: string): string;
  compare(from: string, to?: string, more?: object): Promise<CallOutput<'planning.compare'>>;
  /** A registration as if it had been looked up: `08:00` on that day. */
  registered(
    day: string,
    insz: string,
    type: 'IN' | 'OUT',
    clock: string,
    more?: { current?: string; employer?: string; reference?: string },
  ): void;
  /** As if the service had been asked about these days now. */
  asked(from: string, to: string, at?: string): void;
};
export type ReadPlanning = {
  importId: string;
  columns: CallOutput<'planningImport.stage'>['columns'];
  counts: CallOutput<'planningImport.match'>;
};

export async function openPlanning(options: Parameters<typeof openSite>[0] = {}): Promise<PlanningBench> {
  const bench = await openSite(options);
  const folder = newFolder();
  const { employerId } = bench;
  let serviceId = 900_000;
  const db = () => {
    const session = bench.app.session();
    if (session === null) throw new Error('no session');
    return session.db;
  };
  const stage: PlanningBench['stage'] = async (name, bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const selectionId = newId();
    bench.app.terminal.offer('cli:test', [{ selectionId, path }], null);
    const { importId } = await bench.must('planningImport.open', { selectionId, employerId });
    const { columns } = await bench.must('planningImport.stage', { importId, sheet: 0 });
    return { importId, columns };
  };
  const read: PlanningBench['read'] = async (name, bytes) => {
    const { importId, columns } = await stage(name, bytes);
    const fields = columns.map(({ field }) => field);
    return { importId, columns, counts: await bench.must('planningImport.match', { importId, fields }) };
  };
  const keep: PlanningBench['keep'] = async (importId, replaces = true) => {
    const { jobId } = await bench.must('planningImport.apply', { importId, replaces });
    const end = await bench.ended(jobId);
    if (end.state !== 'done') throw new Error(`keeping ended as ${end.state} ${end.code}`);
  };
  return {
    ...bench,
    folder,
    stage,
    read,
    keep,
    async plan(bytes) {
      await keep((await read('planning.csv', bytes)).importId);
    },
    kept(day, insz, from, to, replaces) {
      const id = newId();
      const whole = { id, employerId, name: 'kept.csv', firstDay: day, lastDay: day, stays: 1, workers: 1 };
      insertPlanning(db(), { ...whole, keptAt: new Date(now()).toISOString(), replaces });
      const times = { from: belgianMoment(day, from * 60), to: belgianMoment(day, to * 60) };
      const personId = personForNumber(db(), insz);
      insertStay(db(), id, 1, { day, personId, reference: null, ...times, pause: null });
      bench.app.session()?.changed('planning.changed', []);
      return id;
    },
    saveTo(name) {
      const path = join(folder, name);
      bench.app.terminal.offer('cli:test', [], path);
      return path;
    },
    compare: (from, to = from, more = {}) =>
      bench.must('planning.compare', { employerId, from, to, ...more } as CallInput<'planning.compare'>),
    registered(day, insz, type, clock, { current, employer = '0999999130', reference = PARK } = {}) {
      const [hour = 0, minute = 0] = clock.split(':').map(Number);
      const at = belgianMoment(day, hour * 60 + minute);
      serviceId += 1;
      keepPresence(
        db(),
        employerId,
        {
          ...{ id: serviceId, employerNumber: employer, reference, insz, currentInsz: current ?? null, type },
          ...{ registeredAt: at, createdAt: at, channel: 'qrCode', validity: 'valid', validatedAt: at },
          ...{ cancelledAt: null, cancelReason: null, remarks: [] },
        },
        new Date(now()).toISOString(),
      );
    },
    asked(from, to, at = new Date(now()).toISOString()) {
      noteLookUp(db(), {
        ...{ id: newId(), employerId, from, to, withSubcontractors: true, found: 0, askedAt: at },
      });
      bench.app.session()?.changed('presence.changed', []);
    },
  };
}

/** What each line tells, by worker. */
export const toldBy = ({ rows }: CallOutput<'planning.compare'>): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  for (const { workerName, insz, told } of rows) {
    const who = workerName ?? insz;
    const kinds = told.map(({ kind, minutes }) => (minutes === null ? kind : `${kind} ${minutes}`));
    found[who] = [...(found[who] ?? []), ...kinds];
  }
  return found;
};
