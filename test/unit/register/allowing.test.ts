// Which line allows what is asked for somebody, told by the person whatever the number; and who was seen somewhere without any.
import { expect, it } from 'vitest';
import { presentWithoutLine } from '../../../main/register/allowing/allowing-line.ts';
import { showAllowing } from '../../../main/register/allowing/show-allowing.ts';
import type { AllowingPurpose } from '../../../preload/contract/register-numbers.ts';
import { codeOf, unwrap } from '../platform/scratch.ts';
import { A, apply, B, bindNumbers, C, opened, person, replaced, rows } from './number-bench.ts';

bindNumbers();
const shown = (purpose: AllowingPurpose, more: object) =>
  unwrap(showAllowing(opened().session, { purpose, employerId: opened().employerId, ...more }));

it('tells the line of a purpose with a day in common, the person and the present number, by any number', () => {
  const id = person(A, [{ begin: '2024-01-01', end: '2024-12-31' }]);
  apply(replaced(A, B));
  const [line, who] = [
    { type: 'EMPLOYEE', begin: '2024-01-01', end: '2024-12-31' },
    { id, insz: B },
  ];
  for (const insz of [A, B])
    expect(shown('presence', { insz, from: '2024-12-31' })).toEqual({
      ...{ mode: 'warning', line, person: who, dossierType: 'EMPLOYEE' },
    });
  const later = { insz: A, from: '2025-01-01', to: '2025-01-31' };
  expect(shown('presence', later)).toMatchObject({ line: null, person: who });
  expect(shown('precontractual', { insz: C })).toEqual({
    ...{ mode: 'warning', line: null, person: null, dossierType: 'APPLICANT' },
  });
  expect(codeOf(showAllowing(opened().session, { purpose: 'training', employerId: id, insz: '1' }))).toBe(
    'identifierInvalid',
  );
});

it('tells it of a worker, and nothing of somebody who is none', () => {
  const { workerIds, employerId } = opened();
  const [worker] = rows<{ person_id: string }>('SELECT person_id FROM worker WHERE id = ?', workerIds.rania);
  const year = { workerId: workerIds.rania, from: '2025-01-01', to: '2025-12-31' };
  expect(shown('training', year)).toMatchObject({ line: null, person: { id: worker?.person_id } });
  opened()
    .session.db.prepare(
      `INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date) VALUES (?, ?, 'own', 'TRAINEE', '2025-12-31')`,
    )
    .run(worker?.person_id, employerId);
  expect(shown('training', year).line).toEqual({ type: 'TRAINEE', begin: '2025-12-31', end: null });
  expect(shown('training', { workerId: employerId })).toMatchObject({ line: null, person: null });
});

it('finds of many who were seen those whom no line has for that client on that day', () => {
  const { session, employerId } = opened();
  person(A, [{ begin: '2024-01-01', end: '2024-12-31', type: 'ON_SITE' }]);
  person(B, [{ begin: '2024-01-01', end: null, type: 'APPLICANT' }]);
  const seen = [
    [A, employerId, '2024-12-31'],
    [A, employerId, '2025-01-01'],
    [A, 'another', '2024-12-31'],
    [B, employerId, '2024-12-31'],
    [C, employerId, '2024-12-31'],
  ].map(([insz = '', forClient = '', day = '']) => ({ insz, employerId: forClient, day }));
  expect(presentWithoutLine(session, seen)).toEqual(new Set([1, 2, 3, 4]));
  expect(presentWithoutLine(session, [])).toEqual(new Set());
});
