// Answers that speak of other times, and rows that nobody can read any more: what is kept goes in time, and every sweep goes on.
import { describe, expect, it } from 'vitest';
import { hideAnswer } from '../../../main/applicants/answer-hide.ts';
import { accessesOf } from '../../../main/applicants/answer-store.ts';
import { eraseDue } from '../../../main/applicants/care-erase.ts';
import { showCare } from '../../../main/applicants/care-settings.ts';
import { watchErasing } from '../../../main/applicants/care-watch.ts';
import { findRequest } from '../../../main/applicants/request-store.ts';
import { transaction } from '../../../main/platform/database.ts';
import { memoryLog } from '../../../main/platform/log.ts';
import { belgianDayOf } from '../../../preload/rules/dates/belgian-day.ts';
import { approved, insz, lineOf, open, read, readingBench, setDay, shown, whole } from './reading-bench.ts';

readingBench();

const plant = (id: string, column: 'read_at' | 'value', text: string) =>
  transaction(open().session.db, () =>
    open().session.db.prepare(`UPDATE applicant_answer SET ${column} = ? WHERE request_id = ?`).run(text, id),
  );

describe('a moment that the service names', () => {
  it.each(['9999-12-31T23:59:59-12:00', '0001-01-01T00:00:00+14:00', '2025-02-28T12:00:00+01:00'])(
    'counts on our own day only: %s',
    async (consultedAt) => {
      const id = approved();
      expect(await read(id, lineOf({ ...whole, consultedAt }))).toMatchObject({ ok: true });
      expect(belgianDayOf(Date.parse(shown(id)?.readAt ?? ''))).toBe('2025-03-01');
      expect(await eraseDue(open().session)).toEqual({ ok: true, value: { erased: 0 } });
    },
  );

  it('is shown where it is of our day', async () => {
    const id = approved();
    await read(id, lineOf({ ...whole, consultedAt: '2025-03-01T10:00:00+01:00' }));
    expect(shown(id)?.readAt).toBe('2025-03-01T09:00:00.000Z');
  });

  it('never moves an end: an access that goes on and on keeps the one it had', async () => {
    const id = approved();
    setDay('2025-04-30');
    const mandates = [{ dataSet: 'studentWorkHours', endDate: '2025-08-30' }];
    const quarter = { ...whole, flexiJob: { eligible: true, yearQuarter: '2025Q2' } };
    expect(await read(id, lineOf({ ...quarter, mandates }))).toMatchObject({ ok: true });
    expect(accessesOf(open().session.db, id).map(({ end_date: end }) => end)).toEqual([
      '2025-05-31',
      '2025-05-31',
    ]);
  });
});

describe('a row that nobody can read any more', () => {
  it.each([
    ['value', '{"eligible":true,"quarter":"nought"}'],
    ['value', 'no JSON'],
    ['read_at', '+010000-01-01T11:59:59.000Z'],
  ] as const)('is shown as no answer: %s', async (column, text) => {
    const [id, other] = [approved(), approved()];
    await read(id, lineOf(whole));
    await read(other, lineOf(whole));
    plant(id, column, text);
    expect([shown(id), shown(other)?.studentHours?.available]).toEqual([undefined, 412]);
  });

  it('stops neither the erasing of the others nor what is shown of it', async () => {
    const [id, other] = [approved(), approved()];
    await read(id, lineOf(whole));
    await read(other, lineOf(whole));
    plant(id, 'read_at', 'not a moment');
    hideAnswer(open().session, other, 'revoked');
    expect(showCare(open().session)).toMatchObject({ nextErasure: '2025-03-02' });
    setDay('2025-03-02');
    expect(await eraseDue(open().session)).toEqual({ ok: true, value: { erased: 1 } });
    const numberOf = (one: string) => findRequest(open().session.db, one)?.insz;
    expect([numberOf(other), numberOf(id)]).toEqual([null, insz]);
    // Since when it is here nobody knows: it goes with its access.
    setDay('2025-06-01');
    expect(await eraseDue(open().session)).toEqual({ ok: true, value: { erased: 1 } });
    expect(numberOf(id)).toBeNull();
  });
});

it('a sweep that fails whole is told in the log, and ends nothing else', async () => {
  const log = memoryLog();
  const businessDate = (): string => {
    throw new RangeError('no day');
  };
  const end = watchErasing({ ...open().session, log, businessDate }, 0);
  await expect.poll(() => JSON.stringify(log)).toContain('applicant.sweep');
  end();
});
