// `point feed|stop`: a time clock that registers in real time through standard input, and the way out of a registration point
// whose PIN was forgotten.
import type { CallInput, CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parseWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { chosenEmployer } from './choose.ts';
import { type Command, type Context, type ExitCode, type Outcome, text } from './command.ts';
import { readClockLine } from './point-lines.ts';

export const pointCommands: readonly Command[] = [
  {
    noun: 'point',
    verb: 'feed',
    usage: '--works NUMBER --employer NUMBER',
    options: { works: { type: 'string' }, employer: { type: 'string' } },
    words: 0,
    run: feed,
  },
  { noun: 'point', verb: 'stop', usage: '', options: {}, words: 0, run: stop },
];

async function stop({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('point.stop', {});
  return { result, lines: result.ok ? [t('point.stopped')] : [] };
}

type Item = CallInput<'point.feed'>['items'][number];
/** A line as it is printed: of the feed, or of a line that could not even be sent. */
type Printed = Pick<CallOutput<'point.feed'>['rows'][number], 'line'> & {
  outcome: string;
  code: string | null;
};
/** As many as one call takes. */
const most = 200;

/** One line of JSON for each line that came in, in the order of their ends. Ends with the input. */
async function feed(context: Context): Promise<Outcome> {
  const client = await chosenEmployer(context);
  if (!client.ok) return { result: client };
  const worksReference = parseWorksReference(text(context.values, 'works') ?? '');
  if (worksReference === null) return { result: fail('invalidInput', { details: { fields: '--works' } }) };
  const { lines, print: show } = context;
  if (lines === undefined || show === undefined) return { result: fail('notSupportedHere') };
  const ends = new Map<string, number>();
  const print = (row: Printed): void => {
    ends.set(row.outcome, (ends.get(row.outcome) ?? 0) + 1);
    show(JSON.stringify(row));
  };
  const waiting = queue();
  const reading = read(lines(), waiting, print);
  for (let items = await waiting.take(); items.length > 0; items = await waiting.take()) {
    const sent = await context.app.call('point.feed', { employerId: client.value.id, worksReference, items });
    for (const row of rowsOf(sent, items)) print(row);
  }
  await reading;
  return { result: ok({ lines: Object.fromEntries(ends) }), silent: true, exit: exitOf(ends) };
}

/** What a call that failed as a whole means for each of its lines. */
function rowsOf(sent: Result<CallOutput<'point.feed'>>, items: readonly Item[]): Printed[] {
  if (sent.ok) return sent.value.rows;
  const { code, details } = sent.failure;
  const rules = details?.['rules'];
  return items.map(({ line }) => ({
    line,
    outcome: 'failed',
    code: typeof rules === 'string' ? rules : code,
  }));
}

const exitOf = (ends: ReadonlyMap<string, number>): ExitCode => {
  if (ends.has('checking')) return 3;
  if (ends.has('failed') || ends.has('noConnection')) return 1;
  return ends.has('refused') ? 2 : 0;
};

async function read(
  lines: AsyncIterable<string>,
  waiting: Queue,
  print: (row: Printed) => void,
): Promise<void> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const known = readClockLine(line, Date.now());
    if (known === null) print({ line: number, outcome: 'refused', code: 'unreadable' });
    else await waiting.put({ ...known, line: number });
  }
  waiting.end();
}

type Queue = { put(item: Item): Promise<void>; take(): Promise<Item[]>; end(): void };

/** Whoever puts waits while a whole call's worth is there already: a clock that is faster than the service is held back. */
function queue(): Queue {
  let items: Item[] = [];
  let ended = false;
  let wakeTaker: () => void = () => {};
  let wakePutter: () => void = () => {};
  return {
    async put(item) {
      items.push(item);
      wakeTaker();
      while (items.length >= most) await new Promise<void>((resolve) => (wakePutter = resolve));
    },
    async take() {
      while (items.length === 0 && !ended) await new Promise<void>((resolve) => (wakeTaker = resolve));
      const taken = items.slice(0, most);
      items = items.slice(most);
      wakePutter();
      return taken;
    },
    end() {
      ended = true;
      wakeTaker();
    },
  };
}
