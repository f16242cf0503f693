// Prints cards for applicants and reads every code again from the finished sheets, before anybody gets them.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { inSlices, type Steps } from '../platform/slices.ts';
import type { TextLanguage } from '../platform/texts.ts';
import { runInWorker } from '../platform/workers.ts';
import { type Card, cardDrawer, cardsOnPage } from './sheet-html.ts';

/** Milliseconds: two hundred codes drawn and read on a slow computer. */
const longestMs = 180_000;

/** Failures: posterCodeTooLong, posterMismatch, those of printing. */
export async function printedSheet(
  { texts, environment, host }: Pick<Session, 'texts' | 'environment' | 'host'>,
  cards: readonly Card[],
  language: TextLanguage,
): Promise<Result<Uint8Array>> {
  const single = cards.length === 1;
  const drawer = cardDrawer(texts, language, environment.kind !== 'production', single);
  function* drawn(): Steps<Result<string[]>> {
    const made: string[] = [];
    for (const card of cards) {
      const one = drawer.card(card);
      if (!one.ok) return one;
      made.push(one.value);
      yield;
    }
    return ok(made);
  }
  const articles = await inSlices(drawn());
  if (!articles.ok) return articles;
  const pdf = await host.makePdf(drawer.document(articles.value));
  if (!pdf.ok) return pdf;
  const pages = Array.from({ length: Math.ceil(cards.length / cardsOnPage) }, (_, at) =>
    cards.slice(at * cardsOnPage, (at + 1) * cardsOnPage).map(({ url }) => url),
  );
  const read = await runInWorker(
    'applicantSheets.verify',
    { pdf: pdf.value, pages },
    { maxHeapMb: 512, maxMs: longestMs },
  );
  if (!read.ok) return read;
  return read.value.ok ? pdf : read.value;
}
