// Drafts written offline, sent to the real practice service, answered, corrected, withdrawn; others' filings kept.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyHistory } from '../../../main/history/verify-history.ts';
import { writeMode } from '../../../main/register/allowing/allowing-store.ts';
import {
  addOne,
  type Bench,
  call,
  must,
  openBench,
  type Practice,
  sendAll,
  sound,
  startPractice,
  stateOf,
  titlesAt,
} from '../../support/practice-outbox.ts';

let practice: Practice;
let bench: Bench;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());
beforeEach(async () => {
  await practice.admin('POST', '/reset', { keepAccounts: true });
  await practice.admin('DELETE', '/faults');
  await practice.tokens.token('account', null, { fresh: true });
  bench = openBench(practice);
});
afterEach(() => bench.close());

const submit = (ids: string[]) => must(bench.handlers['training.submit']({ ids }, call));

describe('a worker-year on its way to the service', () => {
  it('goes from draft to accepted, with its answer in an unbroken history', async () => {
    const id = await addOne(bench, 'marek', sound('Veilig werken met biociden'));
    expect((await stateOf(bench, id)).state).toBe('draft');
    expect(await submit([id])).toMatchObject({ submitted: 1, workerYears: 1, refusedCount: 0 });
    expect((await stateOf(bench, id)).state).toBe('ready');
    expect(await sendAll(bench)).toBeNull();
    expect((await stateOf(bench, id)).state).toBe('accepted');
    expect(await titlesAt(practice, 'marek')).toEqual(['Veilig werken met biociden']);
    const kinds = bench.session.db.prepare('SELECT kind FROM history_event ORDER BY seq').pluck().all();
    expect(kinds).toEqual(['training.submitted', 'fla.requested', 'fla.answered']);
    expect(verifyHistory(bench.session.db)).toMatchObject({ intact: true });
  });

  it('keeps what others filed, and says so', async () => {
    const id = await addOne(bench, 'rania', sound('Ergonomie bij het tillen'));
    await submit([id]);
    await sendAll(bench);
    expect(await titlesAt(practice, 'rania')).toEqual(['EHBO, opfrissing', 'Ergonomie bij het tillen']);
    const { rows } = await must(
      bench.handlers['outbox.list']({ page: 1, pageSize: 10, employerId: null, states: [] }, call),
    );
    expect(rows[0]).toMatchObject({ state: 'accepted', keptFromOthers: 1, trainings: 1 });
    const shown = await must(bench.handlers['outbox.show']({ id: rows[0]?.id ?? '' }, call));
    expect(shown.kept).toEqual(['EHBO, opfrissing']);
    expect(shown.answerHash).toHaveLength(64);
  });

  it('gives each training its own answer: accepted, with a warning, refused', async () => {
    const good = await addOne(bench, 'fien', sound('Onthaal'));
    const late = await addOne(
      bench,
      'fien',
      sound('Opleiding 2025', { certificateObtained: true, certificateValidUntil: '2025-02-01' }),
    );
    const long = await addOne(bench, 'fien', sound('Te lang', { durationMinutes: 1_500 }));
    await submit([good, late, long]);
    await sendAll(bench);
    expect((await stateOf(bench, good)).state).toBe('accepted');
    expect(await stateOf(bench, late)).toMatchObject({
      state: 'acceptedWithWarnings',
      anomalies: [{ code: 'F0015-363', severity: 'warning' }],
    });
    expect(await stateOf(bench, long)).toMatchObject({
      state: 'refused',
      anomalies: [{ code: 'F0011-008', severity: 'blocking' }],
    });
    expect(await titlesAt(practice, 'fien')).toEqual(['Onthaal', 'Opleiding 2025']);
    const counts = await must(bench.handlers['training.counts']({ employerId: null, year: 2025 }, call));
    expect(counts).toMatchObject({ all: 3, toFix: 1 });
  });

  it('corrects an accepted training without touching the others, and can withdraw it', async () => {
    const one = await addOne(bench, 'oksana', sound('Een'));
    const two = await addOne(
      bench,
      'oksana',
      sound('Twee', { startDate: '2025-02-10', endDate: '2025-02-10' }),
    );
    await submit([one, two]);
    await sendAll(bench);
    const before = await stateOf(bench, one);
    const changed = await must(
      bench.handlers['training.update'](
        { id: one, expectedRevision: before.revision, fields: { title: 'Een, beter' } },
        call,
      ),
    );
    expect(changed).toMatchObject({ state: 'draft', corrects: true });
    await submit([one]);
    await sendAll(bench);
    expect(await titlesAt(practice, 'oksana')).toEqual(['Een, beter', 'Twee']);
    expect(await must(bench.handlers['training.remove']({ ids: [two] }, call))).toEqual({
      removed: 0,
      toWithdraw: 1,
    });
    await submit([two]);
    await sendAll(bench);
    expect(await titlesAt(practice, 'oksana')).toEqual(['Een, beter']);
    expect((await stateOf(bench, two)).state).toBe('withdrawn');
    const { rows } = await must(
      bench.handlers['outbox.list']({ page: 1, pageSize: 10, employerId: null, states: [] }, call),
    );
    expect(rows.map((row) => row.state)).toEqual(['accepted', 'superseded', 'superseded']);
  });

  it('asks the register first: without a line it is told, or where that is set nothing leaves', async () => {
    const { db } = bench.session;
    const requested = () =>
      db
        .prepare(
          `SELECT json_extract(p.payload, '$.register.type') AS type FROM history_event e JOIN history_payload p ON p.event_id = e.id
            WHERE e.kind = 'fla.requested' ORDER BY e.seq`,
        )
        .pluck()
        .all();
    await submit([await addOne(bench, 'marek', sound('Met een lijn'))]);
    await sendAll(bench);
    db.exec('DELETE FROM register_line');
    const warned = await addOne(bench, 'fien', sound('Zonder lijn'));
    const { rows } = await must(bench.handlers['training.check']({ ids: [warned] }, call));
    expect(rows[0]?.findings).toContainEqual({ rule: 'REG-NO-LINE', severity: 'warning', field: null });
    await submit([warned]);
    await sendAll(bench);
    expect((await stateOf(bench, warned)).state).toBe('accepted');
    expect(requested()).toEqual(['EMPLOYEE', null]);
    // In the outbox already when it is set: it stays there.
    const queued = await addOne(bench, 'jef', sound('Al klaar'));
    await submit([queued]);
    writeMode(db, 'stop');
    await sendAll(bench);
    const waits = db.prepare("SELECT failure FROM outbox_item WHERE state = 'ready'").pluck().all();
    expect(waits.map((failure) => JSON.parse(String(failure)).code)).toEqual(['noRegisterLine']);
    expect((await stateOf(bench, queued)).state).toBe('ready');
    expect(await titlesAt(practice, 'jef')).toEqual([]);
    const kept = await addOne(bench, 'ilse', sound('Blijft'));
    const refused = await bench.handlers['training.submit']({ ids: [kept] }, call);
    expect(refused).toMatchObject({ ok: true, value: { submitted: 0, refusedCount: 1 } });
    expect(requested()).toEqual(['EMPLOYEE', null]);
  });

  it('leaves a correction that was not submitted out of the set', async () => {
    const one = await addOne(bench, 'ilse', sound('Oud'));
    await submit([one]);
    await sendAll(bench);
    const { revision } = await stateOf(bench, one);
    await must(
      bench.handlers['training.update'](
        { id: one, expectedRevision: revision, fields: { title: 'Nog niet klaar' } },
        call,
      ),
    );
    const two = await addOne(
      bench,
      'ilse',
      sound('Nieuw', { startDate: '2025-02-11', endDate: '2025-02-11' }),
    );
    await submit([two]);
    await sendAll(bench);
    expect(await titlesAt(practice, 'ilse')).toEqual(['Nieuw', 'Oud']);
    expect(await stateOf(bench, one)).toMatchObject({ state: 'draft', corrects: true });
  });

  it('withdrawing all of ours leaves what others filed', async () => {
    const id = await addOne(bench, 'rania', sound('Even'));
    await submit([id]);
    await sendAll(bench);
    await must(bench.handlers['training.remove']({ ids: [id] }, call));
    await submit([id]);
    await sendAll(bench);
    expect(await titlesAt(practice, 'rania')).toEqual(['EHBO, opfrissing']);
  });

  it('asks a person when others changed what was accepted from us', async () => {
    const id = await addOne(bench, 'jef', sound('Hoogwerker'));
    await submit([id]);
    await sendAll(bench);
    const token = await practice.tokens.token('account', null);
    if (!token.ok) throw new Error('no token');
    await practice.fla(
      'PUT',
      '/employers/0999999130/employees/90431599765/calendarYears/2025/trainings',
      token.value.value.reveal(),
      { trainings: [] },
    );
    const two = await addOne(
      bench,
      'jef',
      sound('Kraan', { startDate: '2025-02-12', endDate: '2025-02-12' }),
    );
    await submit([two]);
    await sendAll(bench);
    const list = () =>
      must(bench.handlers['outbox.list']({ page: 1, pageSize: 1, employerId: null, states: [] }, call));
    const [item] = (await list()).rows;
    expect(item).toMatchObject({ state: 'ready', needsDecision: true, attempts: 0 });
    expect(await titlesAt(practice, 'jef')).toEqual([]);
    await must(bench.handlers['outbox.decide']({ id: item?.id ?? '', decision: 'sendAfresh' }, call));
    await sendAll(bench);
    expect(await titlesAt(practice, 'jef')).toEqual(['Hoogwerker', 'Kraan']);
    expect((await list()).rows[0]).toMatchObject({ state: 'accepted', needsDecision: false });
  });
});
