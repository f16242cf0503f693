// Saves the training account of one worker, or of all workers of a client in one file, where the person chooses.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { mostPrinted } from '../../../preload/contract/training-account.ts';
import { findEmployer } from '../../employers/employer-store.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import { maskText } from '../../platform/log-mask.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import type { TextLanguage } from '../../platform/texts.ts';
import { accountHtml, accountsHtml } from './account-html.ts';
import { accountWords } from './account-words.ts';
import { type FactsRow, findFacts, workersInYear } from './facts-store.ts';
import { gatherAccount } from './gather-account.ts';
import { nameOf } from './keep-facts.ts';

type Saved = HandlerOutput<'trainingAccount.savePdf'>;
type Printing = { year: number; language: TextLanguage };

/** Failures: notFound, notSupportedHere (nothing here can print), those of saving. */
export async function saveAccount(
  session: Session,
  windowId: string,
  { workerId, year, language }: HandlerInput<'trainingAccount.savePdf'>,
): Promise<Result<Saved>> {
  const row = findFacts(session.db, workerId, year);
  if (row === null) return fail('notFound');
  const saved = await print(session, windowId, { year, language }, [row], nameOf(row));
  if (saved.ok && saved.value.saved) tell(session, row.employerId, `${nameOf(row)} ${year}`, 1);
  return saved;
}

/** Failures: notFound, nothingToSend (nobody was in service in the year), notSupportedHere, those of saving. */
export async function saveAllAccounts(
  session: Session,
  windowId: string,
  { employerId, year, language, part }: HandlerInput<'trainingAccount.saveAllPdf'>,
): Promise<Result<HandlerOutput<'trainingAccount.saveAllPdf'>>> {
  const employer = findEmployer(session.db, employerId);
  if (employer === null) return fail('notFound');
  const { rows, total } = workersInYear(session.db, employerId, year, mostPrinted, (part - 1) * mostPrinted);
  if (rows.length === 0) return fail('nothingToSend');
  const parts = Math.ceil(total / mostPrinted);
  const about = parts === 1 ? employer.name : `${employer.name} ${part}-${parts}`;
  const saved = await print(session, windowId, { year, language }, rows, about);
  if (!saved.ok) return saved;
  if (saved.value.saved) tell(session, employerId, `${about} ${year}`, rows.length);
  return ok({ ...saved.value, parts });
}

async function print(
  session: Session,
  windowId: string,
  { year, language }: Printing,
  rows: readonly FactsRow[],
  about: string,
): Promise<Result<Saved>> {
  const words = accountWords(session.texts, language);
  const madeOn = session.businessDate();
  function* pages(): Steps<Result<string[]>> {
    const made: string[] = [];
    for (const row of rows) {
      const account = gatherAccount(session, row, year);
      if (!account.ok) return account;
      made.push(accountHtml(words, account.value, madeOn));
      yield;
    }
    return ok(made);
  }
  const made = await inSlices(pages());
  if (!made.ok) return made;
  const pdf = await session.host.makePdf(accountsHtml(words, year, made.value));
  if (!pdf.ok) return pdf;
  const name = `${plainName(`${words.t('file')} ${about}`)}-${year}.pdf`;
  const saved = await session.host.saveFile(windowId, name, pdf.value);
  if (!saved.ok) return saved;
  return ok({ saved: saved.value !== null, name: saved.value?.name ?? '', rows: rows.length });
}

/** The history says that it was printed and for how many, not what stood in it. */
function tell(session: Session, employerId: string, summary: string, workers: number): void {
  attempt(session.db, () => {
    recordAct(session, { employerId, kind: 'training.accountPrinted', summary, payload: { workers } });
    return ok({});
  });
}

/** `Opleidingsrekening Fien Aardewijn` gives `opleidingsrekening-fien-aardewijn`; what looks like a person's number is masked. */
export const plainName = (text: string): string =>
  maskText(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-'),
  )
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80);
