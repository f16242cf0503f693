// `register apply`: files of the mutation feed with their vouchers, in the order of their numbers.
import { existsSync, lstatSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { FeedTaken } from '../../preload/contract/register-feed.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { countsSaid, placeSaid } from '../../preload/rules/register/feed-said.ts';
import type { Command, Context, Outcome } from './command.ts';
import { followJob } from './follow-job.ts';

export const registerFeedCommands: readonly Command[] = [
  {
    noun: 'register',
    verb: 'apply',
    usage: 'FILE [FILE]',
    options: {},
    words: 200,
    fewestWords: 1,
    run: apply,
  },
];

const voucherEnd = '.voucher.xml';
/** Bytes and files that are given at once: fewer rounds, and never more than the app takes. */
const mostTogether = 128 * 1_048_576;
const mostFiles = 200;

/** A voucher stands beside its file: either of them names both. In the order of the numbers at the end of the names. */
function pairsOf(words: readonly string[]): string[][] {
  const stems = new Set(words.map((word) => resolve(word).replace(/(\.voucher)?\.xml$/, '')));
  const numbered = [...stems].toSorted((a, b) => numberIn(a) - numberIn(b));
  return numbered.map((stem) => {
    // A name of another sort is told as such; what is not there, as not there.
    const file = existsSync(stem) ? stem : `${stem}.xml`;
    const voucher = `${stem}${voucherEnd}`;
    return existsSync(voucher) ? [file, voucher].filter((path) => existsSync(path)) : [file];
  });
}

const numberIn = (stem: string): number => Number(/\.(\d{8})$/.exec(stem)?.[1] ?? 0);

function together(pairs: readonly string[][]): string[][] {
  const groups: string[][] = [];
  let bytes = 0;
  for (const pair of pairs) {
    const size = pair.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
    const last = groups.at(-1);
    bytes += size;
    if (last !== undefined && bytes <= mostTogether && last.length + pair.length <= mostFiles)
      last.push(...pair);
    else {
      groups.push([...pair]);
      bytes = size;
    }
  }
  return groups;
}

/** A link, a pipe or a device: nothing of it is read, or told. */
const isOdd = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === false;

const oddRow = (path: string): FeedTaken => ({
  ...{ name: basename(path), outcome: 'refused', sequence: null, fileId: null, counts: null },
  refused: { code: 'notOrdinary', line: null, column: null, expected: null, found: null },
});

/** Exit 2 where a file was refused or waits for one that is missing. */
async function apply(context: Context): Promise<Outcome> {
  const rows: FeedTaken[] = [];
  const pairs = pairsOf(context.words);
  rows.push(...pairs.filter((pair) => pair.some(isOdd)).map(([path = '']) => oddRow(path)));
  for (const paths of together(pairs.filter((pair) => !pair.some(isOdd)))) {
    const taken = await take(context, paths);
    if (!taken.ok) return { result: taken, lines: rows.map((row) => lineOf(context, row)) };
    rows.push(...taken.value);
  }
  const open = rows.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'duplicate').length;
  const lines = rows.map((row) => lineOf(context, row));
  if (open > 0) lines.push(context.t('register-feed:cli.refused', { count: open }));
  return { result: ok({ files: rows }), lines, exit: open > 0 ? 2 : 0 };
}

async function take(context: Context, paths: readonly string[]): Promise<Result<FeedTaken[]>> {
  const { app, newId } = context;
  const read = paths.map((path) => ({ selectionId: newId(), path }));
  const given = await app.call(
    'registerFeed.take',
    { selectionIds: read.map(({ selectionId }) => selectionId) },
    { read },
  );
  if (!given.ok) return given;
  const ended = await followJob(context, given.value.jobId);
  if (!ended.ok) return ended;
  const taken = await app.call('registerFeed.taken', { takeId: given.value.takeId });
  if (!taken.ok) return taken;
  return taken.value.done ? ok(taken.value.rows) : fail('cancelled');
}

function lineOf({ t }: Context, { name, outcome, refused, counts }: FeedTaken): string {
  const said = [name, t(`register-feed:taken.${outcome}`)];
  if (refused !== null) {
    const { code, expected, found } = refused;
    const words = [t(`register-feed:refusals.${code}`, { expected: expected ?? '', found: found ?? '' })];
    const place = placeSaid(refused);
    if (place !== null) words.push(t(`register-feed:where.${place.name}`, place));
    said.push(words.join(' '));
  }
  if (counts !== null) {
    const parts = countsSaid(counts).map(({ name, count }) => t(`register-feed:counts.${name}`, { count }));
    said.push(parts.join(', ') || t('register-feed:counts.nothing'));
  }
  return said.join('\t');
}
