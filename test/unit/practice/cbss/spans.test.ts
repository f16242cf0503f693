// The service's own days against a model that knows nothing but single days: whatever is added and taken away, in whatever order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanIsSound, withinSpans, withoutSpan, withSpan } from '../../../../main/practice/cbss/spans.ts';
import type { Span } from '../../../../main/practice/store/cbss-inscription-store.ts';

const FIRST = Date.parse('2024-02-20');
const DAYS = 60;
const dayAt = (at: number): string => new Date(FIRST + at * 86_400_000).toISOString().slice(0, 10);
const spanOf = (from: number, length: number | null): Span => ({
  begin: dayAt(from),
  end: length === null ? null : dayAt(Math.min(from + length, DAYS - 1)),
});
const spans = fc
  .tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }))
  .map(([from, length]) => spanOf(from, length));
const steps = fc.array(fc.record({ add: fc.boolean(), span: spans }), { maxLength: 25 });

/** Days up to the end of the model, and one that stands for all that follow. */
const daysOf = (lines: readonly Span[]): Set<number> => {
  const days = new Set<number>();
  for (const { begin, end } of lines)
    for (let at = 0; at <= DAYS; at += 1)
      if (dayAt(at) >= begin && (end === null || dayAt(at) <= end)) days.add(at);
  return days;
};

const play = (all: readonly { add: boolean; span: Span }[]) => {
  let lines: Span[] = [];
  let model = new Set<number>();
  for (const { add, span } of all) {
    const days = daysOf([span]);
    const before = model;
    if (add) {
      const added = withSpan(lines, span);
      model = new Set([...model, ...days]);
      // Contained in several lines that touch is not contained in one.
      if (added.known) expect([...days].every((day) => before.has(day))).toBe(true);
      lines = added.lines;
    } else {
      const removed = withoutSpan(lines, span);
      expect(removed.none).toBe(![...days].some((day) => before.has(day)));
      model = new Set([...model].filter((day) => !days.has(day)));
      lines = removed.lines;
    }
    expect(daysOf(lines)).toEqual(new Set([...model].sort((one, other) => one - other)));
    lines.forEach((line, at) => {
      const next = lines[at + 1];
      expect(spanIsSound(line)).toBe(true);
      if (next !== undefined) expect(line.end !== null && line.end < next.begin).toBe(true);
    });
  }
  return lines;
};

describe('the days of one key', () => {
  it('are the union of what is added less what is taken away, apart and in order after every step', () => {
    fc.assert(
      fc.property(steps, (all) => void play(all)),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of two additions, and adding twice is adding once', () => {
    fc.assert(
      fc.property(steps, spans, spans, (before, one, other) => {
        const lines = play(before);
        const forth = withSpan(withSpan(lines, one).lines, other).lines;
        expect(withSpan(withSpan(lines, other).lines, one).lines).toEqual(forth);
        expect(withSpan(forth, one)).toEqual({ lines: forth, known: true });
      }),
      { numRuns: 100 },
    );
  });

  it('that a question touches are shown whole', () => {
    const lines = [spanOf(0, 5), spanOf(10, 5), spanOf(20, null)];
    expect(withinSpans(lines, spanOf(5, 5))).toEqual(lines.slice(0, 2));
    expect(withinSpans(lines, spanOf(6, 3))).toEqual([]);
    expect(withinSpans(lines, undefined)).toEqual(lines);
  });

  it.each([
    ['2026-02-29', null],
    ['2026-01-01', '2025-12-31'],
    ['2026-01-01Z', null],
    ['0000-01-01', null],
    ['2026-01-01', '9999-12-31'],
  ])('from %s to %s are no period', (begin, end) => {
    expect(spanIsSound({ begin, end })).toBe(false);
  });
});
