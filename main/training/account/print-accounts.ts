// Prints the accounts of many workers: one PDF of many, or one of each. What cannot be printed of one worker stops nobody else's.
import { type Failure, fail, ok, type Result } from '../../../preload/contract/result.ts';
import { mostPrinted } from '../../../preload/contract/training-account.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import type { TextLanguage } from '../../platform/texts.ts';
import { accountHtml, accountsHtml } from './account-html.ts';
import { accountWords } from './account-words.ts';
import type { FactsRow } from './facts-store.ts';
import { gatherAccount } from './gather-account.ts';

export type PrintOrder = { year: number; language: TextLanguage };
export type Unprinted = { row: FactsRow; failure: Failure };
type Printed = {
  files: { rows: readonly FactsRow[]; bytes: Uint8Array }[];
  failed: Unprinted[];
  /** Documents that were refused before the first one was printed. */
  refused: number;
};

/** A hundred are halved seven times to find the one that cannot be printed: who prints nothing after that, prints nothing at all. */
const mostRefused = 8;

export type PrintRun = {
  separate: boolean;
  /** Waits while the work is paused. */
  pass: () => Promise<void>;
  signal: AbortSignal;
  /** Workers done so far, those that failed among them. */
  onDone: (done: number) => void;
};

/** In the order of the rows. Failures: cancelled; that of printing (nothing here can print), if none could be printed. */
export async function printAccounts(
  session: Session,
  order: PrintOrder,
  rows: readonly FactsRow[],
  { separate, pass, signal, onDone }: PrintRun,
): Promise<Result<Printed>> {
  const printed: Printed = { files: [], failed: [], refused: 0 };
  const inFile = separate ? 1 : mostPrinted;
  for (let from = 0; from < rows.length; from += inFile) {
    await pass();
    if (signal.aborted) return fail('cancelled', { retry: 'safe' });
    const part = rows.slice(from, from + inFile);
    const done = await printTogether(session, order, part, printed);
    if (!done.ok) return done;
    onDone(from + part.length);
  }
  const [first] = printed.failed;
  return printed.files.length === 0 && first !== undefined
    ? { ok: false, failure: first.failure }
    : ok(printed);
}

/** What cannot be printed together is printed in halves, down to the one that cannot be printed at all. */
async function printTogether(
  session: Session,
  order: PrintOrder,
  rows: readonly FactsRow[],
  printed: Printed,
): Promise<Result<null>> {
  const { pages, bad } = await inSlices(pagesOf(session, order, rows));
  printed.failed.push(...bad);
  const good = pages.map(({ row }) => row);
  if (good.length === 0) return ok(null);
  const words = accountWords(session.texts, order.language);
  const html = accountsHtml(
    words,
    order.year,
    pages.map((page) => page.html),
  );
  const pdf = await session.host.makePdf(html);
  if (pdf.ok) printed.files.push({ rows: good, bytes: pdf.value });
  else if (printed.files.length === 0 && ++printed.refused > mostRefused) return pdf;
  else if (good.length === 1) printed.failed.push(...good.map((row) => ({ row, failure: pdf.failure })));
  else {
    const half = Math.ceil(good.length / 2);
    for (const part of [good.slice(0, half), good.slice(half)]) {
      const done = await printTogether(session, order, part, printed);
      if (!done.ok) return done;
    }
  }
  return ok(null);
}

function* pagesOf(
  session: Session,
  { year, language }: PrintOrder,
  rows: readonly FactsRow[],
): Steps<{ pages: { row: FactsRow; html: string }[]; bad: Unprinted[] }> {
  const words = accountWords(session.texts, language);
  const pages: { row: FactsRow; html: string }[] = [];
  const bad: Unprinted[] = [];
  for (const row of rows) {
    const account = gatherAccount(session, row, year);
    if (account.ok) pages.push({ row, html: accountHtml(words, account.value, session.businessDate()) });
    else bad.push({ row, failure: account.failure });
    yield;
  }
  return { pages, bad };
}
