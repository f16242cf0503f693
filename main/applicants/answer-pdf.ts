// Saves an answer as a PDF where the person chooses: from then on it is theirs, and nothing here erases it.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { linesOf } from './advice-lines.ts';
import { answerPage } from './answer-html.ts';
import { accessesOf, answersOf } from './answer-store.ts';
import { findReading } from './reading-store.ts';

/** Failures: notFound; stateNotAllowed (nothing that was read may be shown); notSupportedHere (nothing here prints); those of saving. */
export async function saveAnswerPdf(
  session: Session,
  windowId: string,
  { id, language }: HandlerInput<'applicantAnswer.savePdf'>,
): Promise<Result<HandlerOutput<'applicantAnswer.savePdf'>>> {
  const { db, texts, host, environment } = session;
  const request = findReading(db, id);
  if (request === null) return fail('notFound');
  const answer = answersOf(db, [id], session.businessDate()).get(id);
  if (answer === undefined || (answer.flexiJob === null && answer.studentHours === null))
    return fail('stateNotAllowed', { details: { reason: 'noAnswer' } });
  const madeOn = session.businessDate();
  const known = accessesOf(db, id).map((one) => ({
    dataSet: one.data_set,
    until: one.end_date,
    open: one.state === 'active' && one.end_date >= madeOn,
  }));
  const page = answerPage(texts, language, {
    ...{ request, answer, madeOn, lines: linesOf(session, request) },
    accesses: known.filter(({ open }) => open),
    ended: known.filter(({ open }) => !open).map(({ dataSet }) => dataSet),
    practice: environment.kind !== 'production',
  });
  const printed = await host.makePdf(page);
  if (!printed.ok) return printed;
  // It may have been revoked while it was printed.
  const still = answersOf(db, [id], session.businessDate()).get(id);
  if (still === undefined || (still.flexiJob === null && still.studentHours === null))
    return fail('stateNotAllowed', { details: { reason: 'noAnswer' } });
  const name = `${texts.t(language, 'applicant-advice.document.file')}-${request.code}.pdf`;
  const saved = await host.saveFile(windowId, name, printed.value);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '' });
  attempt(db, () => {
    recordAct(session, {
      employerId: request.employerId,
      kind: 'applicantAnswer.pdfSaved',
      subject: { kind: 'applicantRequest', id },
      summary: request.code,
      payload: { language },
    });
    return ok({});
  });
  return ok({ saved: true, name: saved.value.name });
}
