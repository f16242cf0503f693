// Whole roads of insertions and deletions through the signed service, against days counted by hand: every key holds exactly its days,
// no other key is touched, a number that was replaced leads to the same key, and asking again changes nothing.
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { SAMPLE } from '../../../../main/practice/cbss/sample-persons.ts';
import { BERK, makeBench } from './bench.ts';
import { consultation, deletion, insertion } from './signed-message.ts';

const bench = makeBench();
afterAll(() => bench.close());

/** Two persons, of whom one is also named by an old number, in two roles. */
const NUMBERS = [SAMPLE.active, SAMPLE.replaced, SAMPLE.bis] as const;
const presentOf = (ssin: string): string => (ssin === SAMPLE.replaced ? SAMPLE.active : ssin);
const CONTEXTS = ['EMPLOYEE', 'TRAINEE'] as const;
const FIRST = Date.parse('2026-02-20');
const LAST = 20;
const dayAt = (at: number): string => new Date(FIRST + at * 86_400_000).toISOString().slice(0, 10);

const step = fc.record({
  add: fc.boolean(),
  ssin: fc.constantFrom(...NUMBERS),
  context: fc.constantFrom(...CONTEXTS),
  from: fc.integer({ min: 0, max: LAST }),
  /** Null: without an end. */
  length: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
  again: fc.boolean(),
});

/** Days of the model; the last one stands for all that follow. */
const daysOf = (from: number, to: number): number[] =>
  Array.from({ length: LAST + 2 }, (_, at) => at).filter((at) => at >= from && at <= to);

const covered = (lines: readonly string[]): number[] =>
  lines.flatMap((line) => {
    const [begin = '', end] = line.split('..');
    return daysOf(0, LAST + 1).filter((at) => dayAt(at) >= begin && (end === undefined || dayAt(at) <= end));
  });

it('keeps exactly the days of every key', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      for (const { owner, ssin, context } of bench.parts.inscriptions.ofOwner(BERK))
        bench.parts.inscriptions.setLines({ owner, ssin, context }, []);
      const model = new Map<string, Set<number>>();
      for (const { add, ssin, context, from, length, again } of steps) {
        const to = length === null ? LAST + 1 : Math.min(from + length, LAST);
        const span = { ssin, context, begin: dayAt(from), ...(length === null ? {} : { end: dayAt(to) }) };
        const question = add ? insertion(span) : deletion(span);
        const answers = Array.from({ length: again ? 2 : 1 }, () => {
          bench.pass(1);
          return bench.ask(question);
        });
        expect(answers.map(({ value }) => value)).toEqual(answers.map(() => 'OK'));
        expect(answers.at(-1)?.lines).toEqual(answers[0]?.lines);
        const key = `${presentOf(ssin)} ${context}`;
        const days = model.get(key) ?? new Set<number>();
        for (const day of daysOf(from, to)) add ? days.add(day) : days.delete(day);
        model.set(key, days);
      }
      for (const ssin of NUMBERS)
        for (const context of CONTEXTS) {
          bench.pass(1);
          const { lines } = bench.ask(consultation({ ssin, context }));
          const days = model.get(`${presentOf(ssin)} ${context}`) ?? new Set();
          expect(covered(lines)).toEqual([...days].sort((one, other) => one - other));
        }
    }),
    { numRuns: 15 },
  );
});
