// Saves the cards of requests that are open as a PDF where the person chooses.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { plainName } from '../training/account/save-account.ts';
import { type OpenCard, openCards } from './sheet-cards.ts';
import { printedSheet } from './sheet-print.ts';

type Asked = HandlerInput<'applicantRequest.saveSheet'>;

/**
 * Requests that are not open, or have no link, are left out; `cards` says how many there are. Failures: notFound,
 * stateNotAllowed (none is open with a link), posterCodeTooLong, posterMismatch, those of printing and saving.
 */
export async function saveSheet(
  session: Session,
  windowId: string,
  { ids, language }: Asked,
): Promise<Result<HandlerOutput<'applicantRequest.saveSheet'>>> {
  const cards = openCards(session, { ids });
  if (cards.length === 0) return fail('stateNotAllowed');
  const pdf = await printedSheet(session, cards, language);
  if (!pdf.ok) return pdf;
  const [first] = cards;
  const word = session.texts.t(language, 'applicant-batch.sheet.file');
  const name = `${plainName(`${word} ${first?.employerName ?? ''} ${cards.length === 1 ? (first?.code ?? '') : cards.length}`)}.pdf`;
  const saved = await session.host.saveFile(windowId, name, pdf.value);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '', cards: cards.length });
  tellSaved(session, cards);
  return ok({ saved: true, name: saved.value.name, cards: cards.length });
}

/** Once for each employer whose requests are among them. */
function tellSaved(session: Session, cards: readonly OpenCard[]): void {
  attempt(session.db, () => {
    for (const [employerId, own] of Map.groupBy(cards, (card) => card.employerId))
      recordAct(session, {
        employerId,
        kind: 'applicantBatch.cardsSaved',
        summary: String(own.length),
        payload: { cards: own.length },
      });
    return ok({});
  });
}
