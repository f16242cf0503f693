// What a file of the feed does to the register: in its order, once, numbers first, and nothing of whom it does not concern.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MadeMutation, makeFeed } from '../../../support/feed-files.ts';
import { workers } from '../../../support/seed-profile.ts';
import { unwrap } from '../../platform/scratch.ts';
import { call, type FeedBench, openFeed, setLine } from './feed-bench.ts';

let bench: FeedBench;
let rania = '';
let next = 1;
beforeAll(() => {
  bench = openFeed({ businessDate: () => '2025-03-01' });
  rania = setLine(bench, 'rania');
  setLine(bench, 'fien', '2024-12-31');
});
afterAll(() => bench.close());

const bring = (mutations: readonly MadeMutation[], made: { createdAt?: string; sender?: string } = {}) => {
  const day = new Date(Date.UTC(2025, 2, next)).toISOString().slice(0, 10);
  return bench.bring(mutations, { sequence: next, day, ...made });
};
const applied = async (mutations: readonly MadeMutation[], made: { createdAt?: string } = {}) => {
  const taken = await bring(mutations, made);
  expect(taken.outcome).toBe('applied');
  next += 1;
  return taken.counts;
};
const none = {
  ...{
    replaced: 0,
    cancelled: 0,
    quarantined: 0,
    changed: 0,
    told: 0,
    known: 0,
    unknown: 0,
    withoutLine: 0,
    tasks: 0,
  },
};
const rows = (sql: string, ...values: string[]) => bench.session.db.prepare(sql).all(...values);
const identity = () =>
  rows('SELECT last_name, given_names, gender_code FROM person_identity WHERE person_id = ?', rania);
const name = (lastName: string, givenNames: string[]): MadeMutation => ({
  ...{ type: 'NAME', insz: workers.rania, person: { lastName, givenNames, genderCode: 2 } },
});

it('keeps what the source says beside the names of the clerk, who takes it over in one act and takes that back', async () => {
  const [before] = rows(
    'SELECT family_name AS familyName, given_name AS givenName FROM person WHERE id = ?',
    rania,
  );
  expect(await applied([name('Vermolen', ['Rania', 'Sofie'])])).toEqual({
    ...none,
    mutations: 1,
    changed: 1,
    tasks: 1,
  });
  expect(identity()).toEqual([{ last_name: 'Vermolen', given_names: 'Rania Sofie', gender_code: 2 }]);
  const [task] = await bench.tasks();
  expect(task).toMatchObject({
    kind: 'name',
    name: before,
    said: { name: { familyName: 'Vermolen', givenName: 'Rania Sofie' } },
    clientCount: 1,
  });
  const { id = '', revision: expectedRevision = 0 } = task ?? {};
  const act = { tasks: [{ id, expectedRevision }], how: 'takeOver' as const };
  expect(await bench.feed['registerFeed.settle'](act, call)).toMatchObject({ ok: true });
  expect(await bench.feed['registerFeed.settle'](act, call)).toMatchObject({ failure: { code: 'conflict' } });
  const names = () =>
    rows('SELECT family_name AS familyName, given_name AS givenName FROM person WHERE id = ?', rania);
  expect(names()).toEqual([{ familyName: 'Vermolen', givenName: 'Rania' }]);
  const [done] = await bench.tasks({ open: false });
  expect(done).toMatchObject({ id, state: 'takenOver', settledBy: expect.stringMatching(/./) });
  const back = { id, expectedRevision: done?.revision ?? 0 };
  expect(await bench.feed['registerFeed.reopen'](back, call)).toMatchObject({ ok: true });
  expect(names()).toEqual([before]);
  unwrap(
    await bench.feed['registerFeed.settle'](
      { tasks: [{ id, expectedRevision: back.expectedRevision + 1 }], how: 'seen' },
      call,
    ),
  );
});

it('says nothing where the same was said before, or something later', async () => {
  const same = name('Vermolen', ['Rania', 'Sofie']);
  expect(await applied([same])).toEqual({ ...none, mutations: 1, known: 1 });
  expect(await applied([name('Eerder', ['Rania'])], { createdAt: '2024-01-01T00:00:00Z' })).toEqual({
    ...none,
    mutations: 1,
    known: 1,
  });
  expect(identity()).toMatchObject([{ last_name: 'Vermolen' }]);
  expect(await bench.tasks()).toEqual([]);
});

it('counts whom nobody knows and who has no line on that day, and keeps nothing of them', async () => {
  const person = { lastName: 'Onbekend', givenNames: ['Wie'] };
  const mutations = [
    { type: 'NAME', insz: '85070399768', person },
    { type: 'NAME', insz: workers.fien, person },
    // On a day of the line that is over by now.
    { type: 'BIRTH', insz: workers.fien, day: '2024-06-01', person: { ...person, lastName: 'Vroeger' } },
  ];
  expect(await applied(mutations)).toEqual({
    ...none,
    mutations: 3,
    unknown: 1,
    withoutLine: 1,
    changed: 1,
    tasks: 1,
  });
  const kept = JSON.stringify(
    [
      rows('SELECT * FROM person_identity'),
      rows('SELECT * FROM feed_task'),
      rows('SELECT * FROM feed_staged'),
      rows('SELECT * FROM history_payload'),
    ].map(String),
  );
  expect(kept).not.toContain('Onbekend');
  expect(rows(`SELECT last_name FROM person_identity WHERE last_name <> 'Vermolen'`)).toEqual([
    { last_name: 'Vroeger' },
  ]);
});

it('takes what one file says of one person in its order: the last is kept and asks once, and again is again', async () => {
  const mutations = [
    name('Vandaag', ['Rania']),
    name('Morgen', ['Rania']),
    { ...name('Morgen', ['Rania']), type: 'BIRTH' },
    name('Vandaag', ['Rania']),
  ].map((one, at) => ({ ...one, day: `2025-03-0${at + 1}` }));
  expect(await applied(mutations)).toEqual({ ...none, mutations: 4, changed: 3, known: 1, tasks: 3 });
  expect(identity()).toMatchObject([{ last_name: 'Vandaag' }]);
  const kept = rows(
    `SELECT kind, day, state FROM feed_task WHERE person_id = ? AND day LIKE '2025-03-0%' ORDER BY id DESC LIMIT 3`,
    rania,
  );
  expect(kept).toEqual([
    { kind: 'name', day: '2025-03-04', state: 'open' },
    { kind: 'name', day: '2025-03-02', state: 'superseded' },
    { kind: 'name', day: '2025-03-01', state: 'superseded' },
  ]);
  // The next file says it anew: the open task of this one is over.
  await applied([name('Vermolen', ['Rania', 'Sofie'])]);
  const open = rows(
    `SELECT day FROM feed_task WHERE person_id = ? AND kind = 'name' AND state = 'open'`,
    rania,
  );
  expect(open).toHaveLength(1);
});

it('moves a replaced number first, wherever it stands in the file, and never alters a line by data', async () => {
  const newInsz = '90021599868';
  const lines = () =>
    rows('SELECT begin_date, end_date, dossier_type FROM register_line WHERE person_id = ?', rania);
  const before = lines();
  const mutations = [
    { ...name('Molenaar', ['Rania']), insz: newInsz },
    {
      type: 'DECEASE',
      insz: newInsz,
      person: { lastName: 'Molenaar', givenNames: ['Rania'], genderCode: 2, deceaseDate: '2025-03-02' },
    },
    { type: 'REPLACEMENT', insz: workers.rania, newInsz },
  ];
  expect(await applied(mutations)).toEqual({ ...none, mutations: 3, replaced: 1, changed: 2, tasks: 3 });
  expect(lines()).toEqual(before);
  const open = await bench.tasks();
  expect(open.map(({ kind, personId, insz }) => [kind, personId === rania, insz])).toEqual([
    ...[
      ['birth', false, workers.fien],
      ['replaced', true, newInsz],
      ['name', true, newInsz],
      ['decease', true, newInsz],
    ],
  ]);
  expect(open[1]).toMatchObject({ from: workers.rania, to: newInsz });
  expect(open[3]).toMatchObject({ said: { deceaseDate: '2025-03-02' } });
});

it('follows a chain of one file to its end for whoever holds its first link, and tells of each step', async () => {
  // The later link stands first in the file, and of its two numbers nobody is known yet.
  const chain: MadeMutation[] = [
    { type: 'REPLACEMENT', insz: '01010199797', newInsz: '01410199885' },
    { type: 'REPLACEMENT', insz: '85070399768', newInsz: '01010199797' },
    { type: 'REPLACEMENT', insz: workers.fien, newInsz: '85070399768' },
  ];
  const holder = (insz: string) => rows('SELECT person_id FROM person_number WHERE insz = ?', insz);
  const fien = holder(workers.fien);
  expect(await applied(chain)).toEqual({ ...none, mutations: 3, replaced: 3, tasks: 3 });
  expect(holder('01410199885')).toEqual(fien);
});

it('keeps a second word of the same day that contradicts the first, for somebody to look at', async () => {
  const mutations: MadeMutation[] = [
    { type: 'REPLACEMENT', insz: '88450099702', newInsz: '00000099770' },
    { type: 'REPLACEMENT', insz: '88450099702', newInsz: '90421599857' },
  ];
  expect(await applied(mutations)).toEqual({ ...none, mutations: 2, unknown: 1, quarantined: 1 });
});

it('tells of addresses and of Dimona, which it keeps nothing else of', async () => {
  const mutations = [
    { type: 'ADDRESS', insz: '90021599868' },
    {
      type: 'DIMONA',
      insz: '90021599868',
      dimona: { employerNumber: '0999999130', action: 'OUT', begin: '2020-01-01', end: '2025-03-31' },
    },
  ];
  expect(await applied(mutations)).toEqual({ ...none, mutations: 2, told: 2, tasks: 2 });
  expect((await bench.tasks()).at(-1)).toMatchObject({
    kind: 'dimona',
    dimona: { action: 'OUT', employerId: bench.employerId, end: '2025-03-31' },
  });
});

it('leaves a number alone that cannot be, and goes on with the rest', async () => {
  const mutations = [
    { type: 'REPLACEMENT', insz: '90021599868', newInsz: workers.rania },
    {
      type: 'GENDER',
      insz: '90021599868',
      person: { lastName: 'Molenaar', givenNames: ['Rania'], genderCode: 1 },
    },
  ];
  expect(await applied(mutations)).toEqual({ ...none, mutations: 2, quarantined: 1, changed: 1, tasks: 1 });
  expect(unwrap(await bench.feed['registerFeed.state']({}, call))).toMatchObject({ quarantined: 2 });
});

it('takes files strictly in their order: what comes too early waits, and what came already is left', async () => {
  const [first, second, third] = [next, next + 1, next + 2].map((sequence) =>
    makeFeed({ sequence, day: '2025-03-20' }),
  );
  if (!first || !second || !third) throw new Error('no files');
  const both = ({ file, voucher }: ReturnType<typeof makeFeed>) => [file, voucher] as const;
  expect(await bench.give(...both(third))).toMatchObject([{ outcome: 'held', sequence: next + 2 }]);
  const state = async () => unwrap(await bench.feed['registerFeed.state']({}, call));
  expect(await state()).toMatchObject({ lastSequence: next - 1, missing: [next, next + 1] });
  // Given in any order they are taken in the right one, and what waited follows by itself.
  expect(await bench.give(...both(second), ...both(first))).toMatchObject([
    { outcome: 'applied', sequence: next },
    { outcome: 'applied', sequence: next + 1 },
  ]);
  expect(await state()).toMatchObject({ lastSequence: next + 2, missing: [] });
  expect(await bench.give(...both(first))).toMatchObject([{ outcome: 'duplicate', refused: null }]);
  const other = makeFeed({
    sequence: next,
    day: '2025-03-20',
    environment: 'T',
    createdAt: '2025-03-20T03:00:00Z',
  });
  expect(await bench.give(...both(other))).toMatchObject([
    { outcome: 'refused', refused: { code: 'otherContent' } },
  ]);
  next += 3;
});

it('refuses what is not for us, not whole or from somebody else, and remembers it once', async () => {
  const { file, voucher } = makeFeed({ sequence: next });
  expect(await bench.give(file)).toMatchObject([{ refused: { code: 'voucherMissing' } }]);
  expect(await bench.give(voucher)).toMatchObject([{ refused: { code: 'fileMissing' } }]);
  expect(await bench.give({ ...file, name: 'list.xml' })).toMatchObject([
    { refused: { code: 'nameUnknown' }, fileId: null },
  ]);
  expect(await bench.bring([], { sequence: next, receiver: '0999999130' })).toMatchObject({
    refused: { code: 'receiverNotOurs', found: '0999999130' },
  });
  expect(await bench.bring([], { sequence: next, sender: '0999999130' })).toMatchObject({
    refused: { code: 'senderChanged', expected: '0999999922' },
  });
  // Also where nothing but a file that waits for its turn says who sends.
  const early = openFeed();
  const ahead = makeFeed({ sequence: 2 });
  expect(await early.give(ahead.file, ahead.voucher)).toMatchObject([{ outcome: 'held' }]);
  expect(await early.bring([], { sequence: 1, sender: '0999999130' })).toMatchObject({
    refused: { code: 'senderChanged', expected: '0999999922' },
  });
  await early.close();
  const wrong = makeFeed({
    sequence: next,
    voucher: (xml) => xml.replace('<fileSequenceNumber>1', '<fileSequenceNumber>9'),
  });
  expect(await bench.give(wrong.file, wrong.voucher)).toMatchObject([
    { refused: { code: 'sequenceMismatch' } },
  ]);
  const files = unwrap(await bench.feed['registerFeed.files']({ page: 1, pageSize: 100 }, call)).rows;
  const names = files.filter(({ state }) => state === 'refused').map((one) => one.name);
  expect(new Set(names).size).toBe(names.length);
  // Sound after all: the refusal is over.
  expect(await bench.give(file, voucher)).toMatchObject([{ outcome: 'applied' }]);
  const after = unwrap(await bench.feed['registerFeed.files']({ page: 1, pageSize: 100 }, call)).rows;
  expect(after.filter(({ name }) => name === file.name).map(({ state }) => state)).toEqual(['applied']);
  next += 1;
});
