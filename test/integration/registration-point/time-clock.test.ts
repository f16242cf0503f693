// A time clock that feeds its lines through the command line: each of this very moment, partly refused, never twice.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../../main/cli/command.ts';
import { pointCommands } from '../../../main/cli/point.ts';
import { runCommand } from '../../../main/cli/run-command.ts';
import { now } from '../presences/site-bench.ts';
import { DAAN, openPointBench, PARK, type PointBench, RANIA, REGISTER, withWorks } from './point-bench.ts';

let bench: PointBench;

beforeAll(async () => {
  bench = await openPointBench();
  await withWorks(bench);
});
afterAll(() => bench.close());

const at = (seconds: number): string => new Date(now() + seconds * 1_000).toISOString();
type Row = { line: number; outcome: string; code: string | null; serviceId?: number | null; again?: boolean };

async function feed(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<{ rows: Row[]; exit: number | undefined; most: number }> {
  const command = pointCommands.find(({ verb }) => verb === 'feed');
  if (command === undefined) throw new Error('no such command');
  const printed: string[] = [];
  let most = 0;
  const context: Context = {
    app: {
      call: (name, input) => {
        if (name === 'point.feed') most = Math.max(most, (input as { items: unknown[] }).items.length);
        return bench.call(name, input);
      },
      close: async () => {},
    },
    values: { works: PARK, employer: '0999999130' },
    words: [],
    language: 'en',
    t: (key) => key,
    progress: () => {},
    readInput: async () => '',
    lines: async function* () {
      yield* lines;
    },
    print: (line) => printed.push(line),
    newId: () => 'id',
  };
  const { exit } = await command.run(context);
  const rows = printed.map((line) => JSON.parse(line) as Row).sort((a, b) => a.line - b.line);
  return { rows, exit, most };
}

it('registers what is of this moment and says of every other line why not', async () => {
  const { rows, exit } = await feed([
    `${at(-3)};${DAAN};IN`,
    'rubbish',
    '',
    `${at(-601)};${RANIA};IN`,
    `${at(120)};${RANIA};IN`,
    `${at(-2)};01020399745;IN`,
    JSON.stringify({ time: at(-1), number: RANIA, type: 'IN' }),
  ]);
  expect(rows.map(({ line, outcome, code }) => [line, outcome, code])).toEqual([
    [1, 'registered', null],
    [2, 'refused', 'unreadable'],
    [4, 'refused', 'tooLate'],
    [5, 'refused', 'inFuture'],
    [6, 'refused', 'numberWrong'],
    [7, 'registered', null],
  ]);
  expect(exit).toBe(2);
  const records = await bench.onRecord();
  expect(records.map(({ insz, type }) => [insz, type])).toEqual([
    [DAAN, 'IN'],
    [RANIA, 'IN'],
  ]);
  expect(rows.flatMap(({ serviceId }) => serviceId ?? [])).toEqual(records.map(({ id }) => id));
  expect(JSON.stringify(rows)).not.toContain(DAAN);
});

it('the same lines again are the same acts, in one feed and in the next', async () => {
  const line = `${at(-1)};${DAAN};OUT`;
  const first = await feed([line, line]);
  const second = await feed([line]);
  expect([...first.rows, ...second.rows].map(({ outcome, again }) => [outcome, again])).toEqual([
    ['registered', false],
    ['registered', true],
    ['registered', true],
  ]);
  expect((await bench.onRecord()).filter(({ insz, type }) => insz === DAAN && type === 'OUT')).toHaveLength(
    1,
  );
});

it('where a missing line of the register stops, whoever has none is refused and nothing leaves', async () => {
  const stranger = '85070399768';
  await bench.must('register.setAllowing', { mode: 'stop' });
  const before = await bench.onRecord();
  const { rows } = await feed([`${at(-1)};${stranger};IN`]);
  expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([['refused', 'noRegisterLine']]);
  expect(await bench.onRecord()).toEqual(before);
  await bench.must('register.setAllowing', { mode: 'warning' });
});

it('lines that come together go together, at most 200 in a call, each once though answers are lost', async () => {
  await bench.faults({ kind: 'resetAfterCommit', path: REGISTER, nth: 2 });
  const numbers = Array.from({ length: 230 }, (_, i) => {
    const base = `790101${String(101 + 2 * i).padStart(3, '0')}`;
    return base + String(97 - (Number(base) % 97)).padStart(2, '0');
  });
  const { rows, most } = await feed(numbers.map((number) => `${at(-1)};${number};IN`));
  await bench.admin('DELETE', '/faults');
  expect(rows).toHaveLength(230);
  expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['registered']));
  expect(most).toBeLessThanOrEqual(200);
  expect(most).toBeGreaterThan(100);
  const found = (await bench.onRecord()).filter(({ insz }) => numbers.includes(insz));
  expect(found).toHaveLength(230);
});

it("beside an open window the command reads standard input as it comes, and the window's process sends", async () => {
  const printed: string[] = [];
  const exit = await runCommand(
    ['point', 'feed', '--works', PARK, '--employer', '0999.999.130', '--profile', bench.profileDir],
    {
      out: (line) => printed.push(line),
      error: (line) => printed.push(line),
      readInput: async () => '',
      readLines: async function* () {
        yield `${at(-1)};01010199669;IN`;
        // The first is answered before the second is there.
        while (printed.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        yield `${at(0)};01010199669;OUT`;
      },
      locale: 'en_US',
    },
  );
  expect(printed.map((line) => JSON.parse(line).outcome)).toEqual(['registered', 'registered']);
  expect(exit).toBe(0);
});

it('without a connection nothing is kept, and the lines say so', async () => {
  await bench.faults({ kind: '429', path: REGISTER, retryAfter: 1 });
  const { rows, exit } = await feed([`${at(-1)};01010199768;IN`]);
  await bench.admin('DELETE', '/faults');
  expect(rows).toEqual([expect.objectContaining({ outcome: 'noConnection', code: 'tooManyRequests' })]);
  expect(exit).toBe(1);
  expect((await bench.onRecord()).filter(({ insz }) => insz === '01010199768')).toEqual([]);
});

it('a page may not feed', async () => {
  const items = [{ line: 1, number: DAAN, type: 'IN' as const, at: at(0) }];
  const asked = { employerId: bench.employerId, worksReference: PARK, items };
  expect(await bench.page('point.feed', asked)).toMatchObject({ failure: { code: 'notSupportedHere' } });
});
