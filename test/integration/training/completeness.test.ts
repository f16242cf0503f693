// Completeness per client and quarter: who counts as in service, what counts as registered, and a plan of the query that reads
// indexes and never the wide rows.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trainingAndOutboxHandlers } from '../../../main/outbox/handlers.ts';
import { newId } from '../../../main/platform/ids.ts';
import { parseDelimited } from '../../../main/platform/tables/read-csv.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { blockSql } from '../../../main/training/account/completeness-store.ts';
import { trainingAccountHandlers } from '../../../main/training/account/handlers.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import {
  addEmployer,
  addWorker,
  hetPark,
  type OpenProfile,
  openProfile,
  type workers,
} from '../../support/seed-profile.ts';

const call = { windowId: 'w1', traceId: 't1' };
let profile: OpenProfile;
let saved: { name: string; bytes: Uint8Array }[];
let account: ReturnType<typeof trainingAccountHandlers>;
let register: ReturnType<typeof trainingAndOutboxHandlers>;
beforeEach(() => {
  profile = openProfile({ businessDate: () => '2025-06-12' });
  saved = [];
  const { host } = profile.session;
  const saveFile = async (_windowId: string, name: string, bytes: Uint8Array) => {
    saved.push({ name, bytes });
    return { ok: true as const, value: { name } };
  };
  const session = { ...profile.session, texts: createTexts(), host: { ...host, saveFile } };
  account = trainingAccountHandlers(session);
  register = trainingAndOutboxHandlers(session, { reachesProduction: () => false });
});
afterEach(() => profile.close());

async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}
const filter = { year: 2025, employerId: null, text: '', missingOnly: false, quarter: null };
type Asked = HandlerInput<'trainingAccount.completeness'>;
const completeness = (more: Partial<Asked> = {}) =>
  must(
    account['trainingAccount.completeness'](
      { ...filter, page: 1, pageSize: 100, sort: 'name', ...more },
      call,
    ),
  );
const missing = (employerId: string, quarter: number) =>
  must(account['trainingAccount.missing']({ employerId, year: 2025, quarter, page: 1, pageSize: 100 }, call));
const add = (who: keyof typeof workers, startDate: string, fields: Partial<TrainingFields> = {}) =>
  must(
    register['training.add'](
      {
        workerIds: [profile.workerIds[who]],
        year: 2025,
        fields: { title: 'Tillen', startDate, durationMinutes: 60, ...fields },
      },
      call,
    ),
  );

describe('completeness', () => {
  it('counts per quarter who is in service, who has nothing, and how much there is', async () => {
    addWorker(profile.session.db, profile.employerId, {
      insz: '04452099792',
      familyName: 'Alleen tot mei',
      startDate: '2025-04-30',
      endDate: '2025-05-01',
    });
    await add('fien', '2025-01-01');
    await add('fien', '2025-03-31');
    await add('rania', '2025-04-01', { status: 'reserved' });
    const [row] = (await completeness()).rows;
    expect(row?.quarters).toEqual([
      { employed: 7, missing: 6, trainings: 2, minutes: 120 },
      { employed: 8, missing: 7, trainings: 1, minutes: 60 },
      { employed: 7, missing: 7, trainings: 0, minutes: 0 },
      { employed: 7, missing: 7, trainings: 0, minutes: 0 },
    ]);
  });

  it('takes for registered what was followed or is planned, and nothing that was missed, removed or has no day', async () => {
    await add('fien', '2025-02-01', { status: 'notAttended' });
    await add('rania', '2025-02-01', { status: 'unsuitable' });
    const { ids } = await add('marek', '2025-02-01');
    await must(register['training.remove']({ ids }, call));
    await add('jef', '2025-02-01', { startDate: null });
    await add('ilse', '2025-02-01');
    expect((await missing(profile.employerId, 1)).rows.map(({ name }) => name)).toEqual([
      'daan',
      'fien',
      'jef',
      'marek',
      'oksana',
      'rania',
    ]);
    expect((await completeness()).rows[0]?.quarters[0]).toMatchObject({ missing: 6, trainings: 1 });
  });

  it('leads to as many workers as the table says, for every client and quarter', async () => {
    const park = addEmployer(profile.session.db, { enterpriseNumber: hetPark, name: 'Zalen Het Park' });
    addWorker(profile.session.db, park, {
      insz: '04452099792',
      familyName: 'Torenbeek',
      startDate: '2025-08-01',
    });
    await add('fien', '2025-05-05');
    const { rows } = await completeness();
    expect(rows.map(({ name }) => name)).toEqual(['Schoonmaak De Berk', 'Zalen Het Park']);
    for (const row of rows)
      for (const [at, { missing: told }] of row.quarters.entries())
        expect((await missing(row.employerId, at + 1)).total).toBe(told);
  });

  it('filters by words, by client and by a quarter in which somebody is missing', async () => {
    const park = addEmployer(profile.session.db, { enterpriseNumber: hetPark, name: 'Zalen Het Park' });
    addWorker(profile.session.db, park, {
      insz: '04452099792',
      familyName: 'Torenbeek',
      startDate: '2025-08-01',
    });
    const names = async (more: Partial<Asked>) => (await completeness(more)).rows.map(({ name }) => name);
    expect(await names({ text: 'park' })).toEqual(['Zalen Het Park']);
    expect(await names({ text: '1999.999' })).toEqual(['Zalen Het Park']);
    expect(await names({ text: '%' })).toEqual([]);
    expect(await names({ employerId: park })).toEqual(['Zalen Het Park']);
    // The third quarter has not begun on 12 June: nobody is late in it until it is asked for by name.
    expect(await names({ missingOnly: true })).toEqual(['Schoonmaak De Berk']);
    expect(await names({ missingOnly: true, quarter: 3 })).toEqual(['Schoonmaak De Berk', 'Zalen Het Park']);
    expect(await names({ sort: 'missing' })).toEqual(['Zalen Het Park', 'Schoonmaak De Berk']);
    expect(await names({ sort: '-missing' })).toEqual(['Schoonmaak De Berk', 'Zalen Het Park']);
    expect(await completeness({ pageSize: 1, page: 2 })).toMatchObject({
      total: 2,
      rows: [{ name: 'Zalen Het Park' }],
    });
  });

  it('goes out as a list for a spreadsheet', async () => {
    await add('fien', '2025-02-01');
    const input = { ...filter, format: 'csv', language: 'nl' } as const;
    expect(await must(account['trainingAccount.saveCompleteness'](input, call))).toEqual({
      saved: true,
      name: 'volledigheid-2025.csv',
      rows: 1,
    });
    const table = parseDelimited(new TextDecoder().decode(saved[0]?.bytes));
    if (!table.ok) throw new Error(table.failure.code);
    const [headings, row] = table.value.rows.map(({ cells }) => cells);
    expect(headings?.slice(0, 4)).toEqual([
      'Klant',
      'Ondernemingsnummer',
      '1e kwartaal in dienst',
      '1e kwartaal zonder opleiding',
    ]);
    expect(row?.slice(0, 6)).toEqual(['Schoonmaak De Berk', '0999999130', '7', '6', '1', '1:00']);
    await must(account['trainingAccount.saveCompleteness']({ ...input, format: 'xlsx' }, call));
    expect(
      Buffer.from(saved[1]?.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('of ten thousand workers reads trainings and workers from their indexes alone', async () => {
    const { db } = profile.session;
    db.transaction(() => fill(200, 50))();
    db.exec('ANALYZE');
    const { total, rows } = await completeness({ pageSize: 500 });
    expect(total).toBe(201);
    expect(rows.reduce((sum, row) => sum + (row.quarters[0]?.employed ?? 0), 0)).toBe(10_007);
    expect(rows.reduce((sum, row) => sum + (row.quarters[0]?.missing ?? 0), 0)).toBe(10_007 - 5_000);
    const spans = Object.fromEntries(
      [1, 2, 3, 4].flatMap((quarter) => [
        [`from${quarter}`, ''],
        [`to${quarter}`, ''],
      ]),
    );
    const block = { afterEmployer: '', afterWorker: '', toEmployer: 'z', toWorker: 'z' };
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${blockSql}`).all({ year: 2025, ...block, ...spans }) as {
      detail: string;
    }[];
    const steps = plan.map(({ detail }) => detail);
    expect(steps.find((step) => /\bt\b/.test(step))).toMatch(/USING COVERING INDEX training_quarter/);
    expect(steps.find((step) => /\bworker\b/.test(step))).toMatch(/USING COVERING INDEX worker_period/);
  });
});

/** Clients with so many workers each; every other worker has a training in the first quarter. */
function fill(clients: number, each: number): void {
  const { db } = profile.session;
  const person = db.prepare("INSERT INTO person (id, family_name, created_at) VALUES (?, ?, '2025-01-01')");
  const worker = db.prepare(
    "INSERT INTO worker (id, employer_id, person_id, start_date) VALUES (?, ?, ?, '2020-01-01')",
  );
  const training = db.prepare(
    `INSERT INTO training (id, employer_id, worker_id, year, external_reference, start_date, duration_minutes, updated_at)
     VALUES (?, ?, ?, 2025, ?, '2025-02-03', 60, '2025-02-03')`,
  );
  for (let client = 0; client < clients; client += 1) {
    const number = `${String(700_000_000 + client * 97)}`.padStart(10, '0');
    const employerId = addEmployer(db, { enterpriseNumber: number, name: `Klant ${client}` });
    for (let one = 0; one < each; one += 1) {
      const [personId, workerId, trainingId] = [newId(), newId(), newId()];
      person.run(personId, `Naam ${one}`);
      worker.run(workerId, employerId, personId);
      if (one % 2 === 0) training.run(trainingId, employerId, workerId, trainingId);
    }
  }
}
