// A model of register periods that knows nothing of periods: one bit per day, and one for "and ever after".
import { addPeriod, type Period, removePeriod } from '../../preload/rules/register/periods.ts';

const first = Date.UTC(2024, 0, 1);
/** Days that are drawn; the one after them stands for every later day. */
const days = 60;
const dayOf = (at: number): string => new Date(first + at * 86_400_000).toISOString().slice(0, 10);
const written = Array.from({ length: days + 1 }, (_, at) => dayOf(at));
const placeOf = new Map(written.map((day, at) => [day, at]));

/** A small generator with a seed, so that a difference can be seen again (xorshift, Marsaglia 2003). */
function random(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function drawPeriod(draw: (below: number) => number): Period {
  const begin = draw(days);
  const length = draw(3) === 0 ? draw(4) : draw(days - begin);
  const end = Math.min(begin + length, days - 1);
  return { begin: written[begin] ?? '', end: draw(6) === 0 ? null : (written[end] ?? '') };
}

const place = (day: string | null): number => (day === null ? days : (placeOf.get(day) ?? days));

function mark(set: Uint8Array, { begin, end }: Period, bit: 0 | 1): boolean {
  let changed = false;
  for (let at = place(begin); at <= place(end); at += 1) {
    if (set[at] !== bit) changed = true;
    set[at] = bit;
  }
  return changed;
}

/** What is wrong with periods beside the days they should hold: their order, a shared day, two open ones, or a day itself. */
function wrong(periods: readonly Period[], set: Uint8Array): string | null {
  const held = new Uint8Array(days + 1);
  let last = -1;
  for (const one of periods) {
    if (place(one.begin) <= last) return 'not sorted or not apart';
    if (one.end !== null && one.begin > one.end) return 'upside down';
    mark(held, one, 1);
    last = place(one.end);
  }
  return held.every((bit, at) => bit === set[at]) ? null : 'other days';
}

/** Adds and takes away at random, a new key every forty steps; at most ten differences are told. */
export function randomSteps(steps: number, seed: number): { steps: number; differences: string[] } {
  const draw = random(seed);
  const differences: string[] = [];
  let periods: Period[] = [];
  let set = new Uint8Array(days + 1);
  for (let step = 0; step < steps && differences.length < 10; step += 1) {
    if (step % 40 === 0) [periods, set] = [[], new Uint8Array(days + 1)];
    const one = drawPeriod(draw);
    const before = JSON.stringify(periods);
    const adds = draw(2) === 0;
    const changed = mark(set, one, adds ? 1 : 0);
    const told = adds ? addPeriod(periods, one) : removePeriod(periods, one);
    // A period over two that touch joins them without a new day: only then may lines change while no day does.
    const said = 'same' in told ? !told.same : !told.nothing;
    const lines = JSON.stringify(told.periods) !== before;
    const fault = wrong(told.periods, set) ?? (changed && !said ? 'a change was not told' : null);
    const idle = !adds && changed !== said ? 'taking away was told wrongly' : null;
    const quiet = lines !== said ? 'what was told is not what happened' : null;
    const found = fault ?? idle ?? quiet;
    if (found !== null)
      differences.push(
        `step ${step} of seed ${seed}: ${found}: ${before} ${adds ? '+' : '-'} ${JSON.stringify(one)}`,
      );
    periods = told.periods;
  }
  return { steps, differences };
}
