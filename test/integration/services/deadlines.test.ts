// Deadlines from a real register: counted from indexes, listed with filters and pages, and saved as a calendar file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../main/platform/ids.ts';
import type { HostPort } from '../../../main/platform/session.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { hiresBetween, openByMonth } from '../../../main/services/deadline-store.ts';
import { listDeadlines } from '../../../main/services/list-deadlines.ts';
import { saveDeadlines } from '../../../main/services/save-deadlines.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { addEmployer, type OpenProfile, openProfile } from '../../support/seed-profile.ts';

/** The value, or an exception that names the failure. */
async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(given.failure.code);
  return given.value;
}

let profile: OpenProfile;
let saved: { name: string; text: string } | null = null;
const today = '2025-05-05';

beforeAll(() => {
  const opened = openProfile({ businessDate: () => today });
  const host: HostPort = {
    ...opened.session.host,
    saveFile: async (_windowId, name, bytes) => {
      saved = { name, text: Buffer.from(bytes).toString('utf8') };
      return ok({ name });
    },
  };
  profile = { ...opened, session: { ...opened.session, host, texts: createTexts() } };
  addEmployer(profile.session.db, { enterpriseNumber: '1999999250', name: 'Zalen Het Park' });
  const add = profile.session.db.prepare(
    `INSERT INTO training (id, employer_id, worker_id, year, external_reference, title, start_date, end_date, updated_at)
      VALUES (?, ?, ?, 2025, ?, 'EHBO', ?, ?, '2025-05-05T08:00:00Z')`,
  );
  for (const [startDate, endDate] of [
    ['2025-02-03', '2025-02-04'],
    // Began in the first quarter and ended in the second.
    ['2025-03-31', '2025-04-01'],
    ['2025-04-10', null],
  ] as const) {
    const id = newId();
    add.run(id, profile.employerId, profile.workerIds.marek, id, startDate, endDate);
  }
});
afterAll(() => profile.close());

const list = (more: Partial<Parameters<typeof listDeadlines>[1]> = {}) => {
  const input = { employerId: null, rules: [], standings: [], page: 1, pageSize: 100, ...more };
  return must(listDeadlines(profile.session, input));
};

describe('deadlines of clients', () => {
  it('count a training by the day on which it ended, or began where that is open', async () => {
    const { rows } = await list({ employerId: profile.employerId, rules: ['quarter'] });
    expect(rows.map(({ date, open, standing }) => [date, open, standing])).toEqual([
      ['2025-04-30', 1, 'passed'],
      ['2025-07-31', 2, 'later'],
    ]);
  });

  it('stand for each client, filtered and by page, with counts of the whole', async () => {
    const all = await list({ rules: ['quarter'] });
    expect(new Set(all.rows.map(({ employerName }) => employerName)).size).toBe(2);
    expect(all.counts).toMatchObject({ passed: 1, later: 1, done: 1 });
    const passed = await list({ rules: ['quarter'], standings: ['passed'] });
    expect([passed.total, passed.counts.done]).toEqual([1, 1]);
    const second = await list({ rules: ['quarter'], page: 2, pageSize: 1 });
    expect([second.rows.length, second.total]).toEqual([1, 3]);
    expect(second.rows[0]?.id).toBe(all.rows[1]?.id);
  });

  it('are counted from indexes alone', () => {
    const { db } = profile.session;
    const plan = (sql: string, ...values: string[]): string =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map((row) => (row as { detail: string }).detail)
        .join('\n');
    const asked: string[] = [];
    const spied = new Proxy(db, {
      get: (target, name) =>
        name === 'prepare'
          ? (sql: string) => {
              asked.push(sql);
              return target.prepare(sql);
            }
          : Reflect.get(target, name),
    });
    openByMonth(spied, 'all', '2024-01-01', '2025-12-31');
    hiresBetween(spied, 'all', '2024-01-01', '2025-12-31');
    const [open = '', hires = ''] = asked;
    expect(plan(open, '2024-01-01', '2025-12-31')).toContain('COVERING INDEX training_due');
    expect(plan(hires, '2024-01-01', '2025-12-31')).toContain('worker_start');
  });

  it('are saved as a calendar file with those still to come, and told in the history', async () => {
    const input = { employerId: null, language: 'nl' } as const;
    const result = await must(saveDeadlines(profile.session, 'w1', input));
    const { rows } = await list({ standings: ['near', 'later'] });
    expect(result).toEqual({ saved: true, name: 'termijnen.ics', events: rows.length });
    const text = (saved?.text ?? '').replaceAll('\r\n ', '');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(rows.length);
    expect(text).toContain('DTSTART;VALUE=DATE:20250731');
    expect(text).toContain('Schoonmaak De Berk');
    expect(text).not.toContain('20250430');
    expect(text).not.toMatch(/\d{11}/);
    const again = await must(saveDeadlines(profile.session, 'w1', input));
    expect(again.events).toBe(rows.length);
    const uids = (from: string) => from.match(/^UID:.*$/gm)?.sort();
    expect(uids((saved?.text ?? '').replaceAll('\r\n ', ''))).toEqual(uids(text));
    const kinds = profile.session.db.prepare('SELECT kind FROM history_event').pluck().all();
    expect(kinds).toContain('deadline.calendarSaved');
  });

  it('have a word in each language of the file', async () => {
    for (const language of ['nl', 'fr', 'de', 'en'] as const) {
      await must(saveDeadlines(profile.session, 'w1', { employerId: null, language }));
      const { calendar } = JSON.parse(
        readFileSync(join(profile.session.resourcesDir, 'locales', language, 'services.json'), 'utf8'),
      ) as { calendar: { name: string; fileName: string } };
      expect(saved?.name).toBe(`${calendar.fileName}.ics`);
      expect(saved?.text).toContain(`NAME:${calendar.name}`);
      expect(saved?.text).not.toContain('services.');
    }
  });
});
