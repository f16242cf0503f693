// Searching by words, kind, employer and Belgian day; and erasing so that no byte of a payload stays on the disk.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appendEvent } from '../../../main/history/append-event.ts';
import { erasePayloads } from '../../../main/history/erase-payload.ts';
import { searchHistory, showEvent } from '../../../main/history/search-history.ts';
import { searchQuestion } from '../../../main/history/search-words.ts';
import { verifyHistory } from '../../../main/history/verify-history.ts';
import { checkpoint } from '../../../main/platform/database.ts';
import { historyCalls } from '../../../preload/contract/history.ts';
import { codeOf, unwrap } from '../platform/scratch.ts';
import { EMPLOYER_A, EMPLOYER_B, emptyHistory, type Recorder, record, smallHistory } from './sample.ts';

const search = (recorder: Recorder, input: object) =>
  unwrap(searchHistory(recorder.db, historyCalls['history.search'].input.parse(input)));

describe('searching the history', () => {
  it('pages from the newest to the oldest', () => {
    const recorder = smallHistory(45);
    const first = search(recorder, { pageSize: 20 });
    const third = search(recorder, { pageSize: 20, page: 3 });
    expect(first.total).toBe(45);
    expect(first.rows[0]?.summary).toBe('training number 44');
    expect(third.rows.map((row) => row.summary)).toEqual([4, 3, 2, 1, 0].map((i) => `training number ${i}`));
    expect(historyCalls['history.search'].output.safeParse(first).success).toBe(true);
  });

  it('keeps to one employer, to kinds, and to words by their beginning without accents', () => {
    const recorder = smallHistory(12);
    record(recorder, {
      kind: 'worker.added',
      employerId: EMPLOYER_B,
      summary: 'Élodie Façade',
      payload: { insz: '85073003328' },
    });
    expect(search(recorder, { employerId: EMPLOYER_A }).total).toBe(4);
    expect(search(recorder, { kinds: ['worker.added', 'none.such'] }).total).toBe(1);
    expect(search(recorder, { text: 'elod' }).rows[0]?.summary).toBe('Élodie Façade');
    expect(search(recorder, { text: '85.07.30-033.28' }).total).toBe(1);
    expect(search(recorder, { text: 'elod', employerId: EMPLOYER_A }).total).toBe(0);
    expect(search(recorder, { text: '"*(' }).total).toBe(0);
    expect(search(recorder, { text: 'NEAR("aid" OR' }).total).toBe(0);
  });

  it('takes days as days in Belgium', () => {
    const recorder = emptyHistory();
    for (const [at, kind] of [
      ['2025-03-31T21:59:59.999Z', 'a.march'],
      ['2025-03-31T22:00:00.000Z', 'a.april'],
    ] as const) {
      recorder.clock.set(at);
      recorder.db.transaction(() =>
        appendEvent(recorder.db, {
          id: recorder.ids.newId(),
          employerId: null,
          kind,
          at,
          actor: recorder.actor(),
          subject: null,
          result: 'done',
          contract: '',
          appVersion: '0',
          summary: '',
          payload: {},
        }),
      )();
    }
    const kinds = (input: object) => search(recorder, input).rows.map((row) => row.kind);
    expect(kinds({ to: '2025-03-31' })).toEqual(['a.march']);
    expect(kinds({ from: '2025-04-01', to: '2025-04-01' })).toEqual(['a.april']);
  });

  it('asks the index for what was typed, whole numbers too', () => {
    expect(searchQuestion('85.07.30-033.28')).toBe('("85"* "07"* "30"* "033"* "28"*) OR "85073003328"*');
    expect(searchQuestion(' -- ')).toBeNull();
  });
});

describe('appending', () => {
  it('is refused outside a transaction, and undone with it', () => {
    const recorder = smallHistory(3);
    const event = {
      id: recorder.ids.newId(),
      employerId: null,
      kind: 'a.b',
      at: '2025-03-01T00:00:00Z',
      actor: recorder.actor(),
      subject: null,
      result: 'done',
      contract: '',
      appVersion: '0',
      summary: '',
      payload: {},
    } as const;
    expect(() => appendEvent(recorder.db, event)).toThrow(/transaction/);
    const undone = recorder.db.transaction(() => {
      appendEvent(recorder.db, event);
      throw new Error('the act failed');
    });
    expect(undone).toThrow('the act failed');
    expect(verifyHistory(recorder.db)).toMatchObject({ events: 3, intact: true });
  });
});

describe('erasing', () => {
  const planted = ['zebrafishquokka', 'Ornithorhynchus', '85073003328'];
  const acts = () => ({
    title: planted[0],
    who: planted[1],
    insz: planted[2],
    long: 'Ornithorhynchus '.repeat(2000),
  });

  function found(recorder: Recorder): string[] {
    checkpoint(recorder.db);
    const bytes = ['', '-wal', '-journal']
      .map((end) => recorder.file + end)
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file));
    return planted.filter((text) =>
      bytes.some((content) => content.includes(text) || content.includes(Buffer.from(text, 'utf16le'))),
    );
  }

  it('leaves no byte of the payload in the file, its free pages, its index or its log, and the chain verifies', () => {
    const recorder = smallHistory(60);
    const { id } = record(recorder, {
      kind: 'training.sent',
      employerId: EMPLOYER_A,
      summary: planted[1] ?? '',
      payload: acts(),
    });
    for (let i = 0; i < 60; i += 1) record(recorder, { kind: 'a.b', summary: `later ${i} ${randomUUID()}` });
    expect(found(recorder)).toEqual(planted);
    const head = verifyHistory(recorder.db);
    unwrap(erasePayloads(recorder, [id, id], 'test'));
    expect(found(recorder)).toEqual([]);
    expect(search(recorder, { text: 'ornitho' }).total).toBe(0);
    expect(verifyHistory(recorder.db)).toMatchObject({ events: head.events + 1, erased: 1, intact: true });
    const shown = unwrap(showEvent(recorder.db, id));
    expect(shown).toMatchObject({
      payload: null,
      event: { erased: true, summary: '', kind: 'training.sent' },
    });
  });

  it('is recorded, once, and refused where nothing is left', () => {
    const recorder = smallHistory(6);
    const ids = recorder.db.prepare('SELECT id FROM history_event').pluck().all() as string[];
    expect(unwrap(erasePayloads(recorder, ids.slice(0, 2), 'test')).erased).toBe(2);
    expect(search(recorder, { kinds: ['history.erased'] }).total).toBe(1);
    expect(codeOf(erasePayloads(recorder, ids.slice(0, 2), 'test'))).toBe('notFound');
    expect(codeOf(showEvent(recorder.db, 'nothing'))).toBe('notFound');
    expect(search(recorder, {}).total).toBe(7);
  });
});
