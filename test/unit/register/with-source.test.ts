// Where an authentic source is asked, what it answers decides; where it cannot be reached there is no line.
import { expect, test } from 'vitest';
import type { AuthenticSource } from '../../../main/register/authentic-source.ts';
import { consultSource } from '../../../main/register/consult-lines.ts';
import { deleteLine } from '../../../main/register/delete-line.ts';
import { insertLine } from '../../../main/register/insert-line.ts';
import { listLines } from '../../../main/register/list-store.ts';
import { listWaiting } from '../../../main/register/pending-store.ts';
import { restoreAct } from '../../../main/register/restore-line.ts';
import { retryPending } from '../../../main/register/retry-pending.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { unwrap } from '../platform/scratch.ts';
import {
  allLines,
  deletion,
  insertion,
  must,
  number,
  open,
  otherEmployer,
  period,
  person,
  registerBench,
} from './register-bench.ts';
import { source, unreachable } from './told-source.ts';

registerBench();
const [A, B] = [number(0), number(1)];

const waiting = () => listWaiting(open().session.db, { employerId: null, page: 1, pageSize: 10 }).rows;
const verified = (personId: string | null): unknown =>
  open()
    .session.db.prepare('SELECT verified_by FROM register_line WHERE person_id = ?')
    .pluck()
    .all(personId);

test('the same data are asked first, and the line says that the source was', async () => {
  const asks = source(ok({}));
  const done = await must(insertLine(open().session, insertion(A, '2024-01-01..open'), asks));
  expect(done).toMatchObject({ outcome: 'stored', verifiedBy: 'authenticSource' });
  expect(verified(done.personId)).toEqual(['authenticSource']);
  expect(asks.asked).toEqual([
    [
      'insert',
      expect.objectContaining({
        insz: A,
        type: expect.objectContaining({ inscriptionContext: 'TRAINEE', qualityCode: null }),
        period: period('2024-01-01..open'),
        identity: { lastName: 'Peeters', givenName: 'Jan' },
      }),
    ],
  ]);
});

test('a line of before that the source confirms is said to be confirmed', async () => {
  const personId = person(A);
  await must(insertLine(open().session, insertion(A, '2024-01-01..open'), null));
  expect(verified(personId)).toEqual(['ownRecords']);
  const again = insertLine(open().session, insertion(A, '2024-02-01..02-29'), source(ok({})));
  expect((await must(again)).outcome).toBe('unchanged');
  expect(verified(personId)).toEqual(['authenticSource']);
});

test('what is wrong by our own rules never leaves', async () => {
  const asks = source(ok({}));
  const upsideDown = {
    ...insertion(A, '2024-01-01..open'),
    period: { begin: '2024-02-02', end: '2024-02-01' },
  };
  for (const input of [{ ...insertion('85070400111', '2024-01-01..open') }, upsideDown])
    expect(await insertLine(open().session, input, asks)).toMatchObject({
      failure: { code: 'refusedByRule' },
    });
  expect(asks.asked).toEqual([]);
});

test('somebody who was added by an old number is found by it', async () => {
  const { session } = open();
  const asks = source(ok({ insz: B, replaces: A }));
  const { personId } = await must(insertLine(session, insertion(A, '2024-01-01..open'), asks));
  const found = (text: string) =>
    listLines(session.db, { page: 1, pageSize: 10, text, state: 'all', day: '2026-11-30' }).rows;
  for (const insz of [A, B]) expect(found(insz)).toMatchObject([{ personId, insz: B }]);
});

test('a refusal of the source is told as it is, and nothing is stored or kept waiting', async () => {
  const before = allLines();
  const refusal = fail('refusedByRule', { details: { rules: 'INS00001', fields: 'birthDate' } });
  const told = await insertLine(open().session, insertion(A, '2024-01-01..open'), source(refusal));
  expect(told).toMatchObject({ failure: { details: { rules: 'INS00001', fields: 'birthDate' } } });
  expect([allLines(), waiting()]).toEqual([before, []]);
});

test('what could not be asked waits once, is asked again, and is a line only then', async () => {
  const { session } = open();
  const before = allLines();
  const ask = (asks: AuthenticSource) => must(insertLine(session, insertion(A, '2024-01-01..open'), asks));
  const first = await ask(source(unreachable));
  expect(first).toMatchObject({ outcome: 'pending', actId: null, after: [], verifiedBy: null });
  expect(first.failure).toBe('connectionRefused');
  expect((await ask(source(unreachable))).pendingId).toBe(first.pendingId);
  expect([allLines(), waiting()]).toMatchObject([
    before,
    [
      {
        insz: A,
        lastName: 'Peeters',
        tries: 2,
        failure: 'connectionRefused',
        period: period('2024-01-01..open'),
      },
    ],
  ]);
  expect(unwrap(await retryPending(session, null, source(unreachable)))).toEqual({
    stored: 0,
    refused: 0,
    waiting: 1,
  });
  const refusal = fail('refusedByRule', { details: { rules: 'MSG00005' } });
  expect(unwrap(await retryPending(session, null, source(refusal)))).toEqual({
    stored: 0,
    refused: 1,
    waiting: 0,
  });
  expect(waiting()).toMatchObject([{ tries: 4, failure: 'MSG00005' }]);
  expect(unwrap(await retryPending(session, first.pendingId, source(ok({}))))).toMatchObject({ stored: 1 });
  expect(waiting()).toEqual([]);
  expect(allLines()).toHaveLength(before.length + 1);
  expect(await retryPending(session, first.pendingId, source(ok({})))).toMatchObject({
    failure: { code: 'notFound' },
  });
});

test('once one cannot be asked the others are not tried', async () => {
  const { session } = open();
  for (const insz of [A, B])
    await must(insertLine(session, insertion(insz, '2024-01-01..open'), source(unreachable)));
  const asks = source(unreachable);
  expect(unwrap(await retryPending(session, null, asks))).toEqual({ stored: 0, refused: 0, waiting: 2 });
  expect(asks.asked).toHaveLength(1);
});

test('a replacement that only the source knows is taken in with its answer', async () => {
  const personId = person(A);
  const asks = source(ok({ insz: B, replaces: A, warnings: [{ code: 'MSG00006', newInsz: B }] }));
  const done = await must(insertLine(open().session, insertion(A, '2024-01-01..open'), asks));
  expect(done).toMatchObject({
    personId,
    insz: B,
    replaces: A,
    warnings: [{ code: 'MSG00006', newInsz: B }],
  });
  const numbers = open()
    .session.db.prepare('SELECT insz, replaced_by FROM person_number WHERE person_id = ?')
    .raw();
  expect(numbers.all(personId)).toEqual(
    expect.arrayContaining([
      [A, B],
      [B, null],
    ]),
  );
});

test('deleting asks the source too, and does nothing here when it cannot be reached', async () => {
  person(A);
  await must(insertLine(open().session, insertion(A, '2024-01-01..open'), null));
  const before = allLines();
  expect(await deleteLine(open().session, deletion(A, null), source(unreachable))).toMatchObject({
    failure: { code: 'connectionRefused', retry: 'safe' },
  });
  expect([allLines(), waiting()]).toEqual([before, []]);
  const done = await must(deleteLine(open().session, deletion(A, null), source(ok({}))));
  expect(done).toMatchObject({ outcome: 'stored', after: [], verifiedBy: 'authenticSource' });
});

test('undoing tells the source which days come back and which go', async () => {
  const { session } = open();
  person(A);
  await must(insertLine(session, insertion(A, '2024-01-01..06-30'), null));
  const taken = await must(deleteLine(session, deletion(A, '2024-03-01..03-31'), null));
  const back = source(ok({}));
  const restored = await must(restoreAct(session, { actId: taken.actId ?? '', dryRun: false }, back));
  expect(back.asked).toMatchObject([['insert', { insz: A, period: period('2024-01-01..06-30') }]]);
  const gone = source(ok({}));
  await must(restoreAct(session, { actId: restored.actId ?? '', dryRun: false }, gone));
  expect(gone.asked).toMatchObject([['delete', { insz: A, period: period('2024-03-01..03-31') }]]);
  const lost = await restoreAct(session, { actId: taken.actId ?? '', dryRun: false }, source(unreachable));
  expect(lost).toMatchObject({ failure: { code: 'connectionRefused' } });
});

test('lines here and there are laid side by side', async () => {
  person(A);
  for (const one of ['2024-01-01..03-31', '2024-05-01..open'])
    await must(insertLine(open().session, insertion(A, one), null));
  const at = (written: string, inscriptionContext: string | null, qualityCode: number | null = null) => ({
    ...{ inscriptionContext, qualityCode, period: period(written) },
  });
  const there = source(
    ok({
      lines: [
        at('2024-01-01..03-31', 'TRAINEE'),
        at('2024-05-01..05-31', 'TRAINEE'),
        at('2020-01-01..open', null, 7),
      ],
    }),
  );
  const asked = { employerId: open().employerId, insz: A, dossierType: null, period: null };
  const compared = unwrap(await consultSource(open().session, asked, there));
  expect(
    compared.lines.map(({ dossierType, period: { begin, end }, stands }) => [
      dossierType,
      begin,
      end,
      stands,
    ]),
  ).toEqual([
    ['7', '2020-01-01', null, 'there'],
    ['TRAINEE', '2024-01-01', '2024-03-31', 'both'],
    ['TRAINEE', '2024-05-01', '2024-05-31', 'there'],
    ['TRAINEE', '2024-05-01', null, 'here'],
  ]);
});

test('lines here are found under the number that the source answers by', async () => {
  person(B);
  await must(insertLine(open().session, insertion(B, '2024-01-01..03-31'), null));
  const line = { inscriptionContext: 'TRAINEE', qualityCode: null, period: period('2024-01-01..03-31') };
  const there = source(ok({ insz: B, replaces: A, lines: [line] }));
  const asked = { employerId: open().employerId, insz: A, dossierType: null, period: null };
  expect(unwrap(await consultSource(open().session, asked, there))).toMatchObject({
    ...{ insz: B, replaces: A, lines: [{ dossierType: 'TRAINEE', stands: 'both' }] },
  });
});

test('days on which another client has the person in that role stay at the source', async () => {
  const { session } = open();
  person(A);
  await must(insertLine(session, insertion(A, '2024-01-01..12-31'), null));
  const elsewhere = { ...insertion(A, '2024-04-01..06-30'), employerId: otherEmployer() };
  const other = await must(insertLine(session, elsewhere, null));
  const asks = source(ok({}));
  expect((await must(deleteLine(session, deletion(A, null), asks))).after).toEqual([]);
  expect(asks.asked).toMatchObject([
    ['delete', { period: period('2024-01-01..03-31') }],
    ['delete', { period: period('2024-07-01..12-31') }],
  ]);
  await must(insertLine(session, insertion(A, '2024-01-01..12-31'), null));
  const undone = source(ok({}));
  await must(restoreAct(session, { actId: other.actId ?? '', dryRun: false }, undone));
  expect(undone.asked).toEqual([]);
});

test.each([
  ['of the own records', () => null],
  ['of a source', () => source(ok({}))],
])(
  'what is confirmed is what was shown, by the word %s: on other lines nothing is done, nor is the source told',
  async (_, given) => {
    const { session } = open();
    person(A);
    const asks = given();
    const wanted = insertion(A, '2024-01-01..03-31');
    const { insz, before } = await must(insertLine(session, { ...wanted, dryRun: true }, asks));
    const meanwhile = await must(insertLine(session, insertion(A, '2024-03-01..06-30'), null));
    const stood = allLines();
    const late = await insertLine(session, { ...wanted, shown: { insz, before } }, asks);
    expect(late).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    const all = deletion(A, null);
    expect(await deleteLine(session, { ...all, shown: { insz, before } }, asks)).toEqual(late);
    expect(allLines()).toEqual(stood);
    expect(asks?.asked.map(([what]) => what) ?? ['consult']).toEqual(['consult']);
    // With what stands there now it is done.
    const shown = { insz, before: meanwhile.after };
    expect((await must(insertLine(session, { ...wanted, shown }, asks))).outcome).toBe('stored');
  },
);
