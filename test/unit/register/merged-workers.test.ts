// Two workers of one client who turn out to be one person, and the tables that hang on persons and workers.
import { expect, it } from 'vitest';
import { retryBusyEvents } from '../../../main/register/numbers/apply-number-event.ts';
import { personColumns } from '../../../main/register/numbers/merge-person-store.ts';
import { workerColumns } from '../../../main/register/numbers/merge-worker-store.ts';
import { personOfNumber } from '../../../main/register/numbers/number-chain.ts';
import { addWorker, workers } from '../../support/seed-profile.ts';
import { A, apply, bindNumbers, opened, replaced, rows } from './number-bench.ts';

bindNumbers();

it('makes one worker of two of one client, and loses nothing of either', () => {
  const { db } = opened().session;
  const { employerId } = opened();
  const old = addWorker(db, employerId, {
    insz: A,
    familyName: 'Oud',
    startDate: '2023-01-01',
    endDate: '2024-01-31',
  });
  const stays = opened().workerIds.fien;
  const training = (id: string, worker: string, reference: string) =>
    db
      .prepare(
        `INSERT INTO training (id, employer_id, worker_id, year, external_reference, updated_at) VALUES (?, ?, ?, 2025, ?, '')`,
      )
      .run(id, employerId, worker, reference);
  training('t1', old, 'same');
  training('t2', stays, 'same');
  training('t3', old, 'own');
  db.prepare('INSERT INTO training_carry_over VALUES (?, 2025, 300)').run(old);
  db.prepare('INSERT INTO training_carry_over VALUES (?, 2025, 200)').run(stays);
  db.prepare("INSERT INTO training_worker_facts (worker_id, joint_committee) VALUES (?, '200')").run(old);
  db.prepare(
    `INSERT INTO outbox_item (id, service, employer_id, worker_id, year, state, queued_at) VALUES ('i1', 'fla', ?, ?, 2024, 'ready', '')`,
  ).run(employerId, old);
  expect(apply(replaced(A, workers.fien)).state).toBe('applied');
  expect(rows('SELECT id FROM worker WHERE id = ?', old)).toEqual([]);
  expect(rows('SELECT start_date, end_date FROM worker WHERE id = ?', stays)).toEqual([
    { start_date: '2023-01-01', end_date: null },
  ]);
  expect(rows('SELECT id FROM training WHERE worker_id = ? ORDER BY id', stays)).toEqual([
    { id: 't1' },
    { id: 't2' },
    { id: 't3' },
  ]);
  expect(rows('SELECT id FROM training WHERE removed_at IS NOT NULL')).toEqual([{ id: 't1' }]);
  expect(rows('SELECT days_hundredths FROM training_carry_over WHERE worker_id = ?', stays)).toEqual([
    { days_hundredths: 300 },
  ]);
  expect(rows('SELECT joint_committee FROM training_worker_facts WHERE worker_id = ?', stays)).toEqual([
    { joint_committee: '200' },
  ]);
  expect(rows("SELECT worker_id FROM outbox_item WHERE id = 'i1'")).toEqual([{ worker_id: stays }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it.each([
  ['sending', 2024],
  ['unknown', 2024],
  ['ready', 2025],
])(
  'waits while something %s stands in the way of making two workers one, and goes on once it is settled',
  (state, year) => {
    const { db } = opened().session;
    const old = addWorker(db, opened().employerId, { insz: A, familyName: 'Oud', startDate: '2023-01-01' });
    db.prepare(
      `INSERT INTO training (id, employer_id, worker_id, year, external_reference, updated_at) VALUES ('t', ?, ?, 2025, 'r', '')`,
    ).run(opened().employerId, opened().workerIds.fien);
    db.prepare(
      `INSERT INTO outbox_item (id, service, employer_id, worker_id, year, state, queued_at) VALUES ('i', 'fla', ?, ?, ?, ?, '')`,
    ).run(opened().employerId, old, year, state);
    const event = replaced(A, workers.fien);
    expect(apply(event)).toMatchObject({ state: 'quarantined', reason: 'busy' });
    expect(personOfNumber(db, A)?.insz).toBe(A);
    expect(retryBusyEvents(opened().session)).toBe(0);
    db.prepare("UPDATE outbox_item SET state = 'accepted'").run();
    expect(retryBusyEvents(opened().session)).toBe(1);
    expect(personOfNumber(db, A)?.insz).toBe(workers.fien);
    expect(rows('SELECT state FROM number_event')).toEqual([{ state: 'applied' }]);
  },
);

it.each([
  ['person', personColumns],
  ['worker', workerColumns],
])('knows every column that refers to a %s', (parent, known) => {
  const { db } = opened().session;
  const tables = rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
  const referring = tables.flatMap(({ name }) =>
    (db.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[])
      .filter(({ table }) => table === parent)
      .map(({ from }) => `${name}.${from}`),
  );
  expect(referring.sort()).toEqual([...known].sort());
});
