// Saves the training account of one worker where the person chooses, and says how such files are named.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import { maskText } from '../../platform/log-mask.ts';
import type { Session } from '../../platform/session.ts';
import { type FactsRow, findFacts } from './facts-store.ts';
import { nameOf } from './keep-facts.ts';
import { type PrintOrder, printAccounts } from './print-accounts.ts';

/** Failures: notFound, notSupportedHere (nothing here can print), those of saving. */
export async function saveAccount(
  session: Session,
  windowId: string,
  { workerId, year, language }: HandlerInput<'trainingAccount.savePdf'>,
): Promise<Result<HandlerOutput<'trainingAccount.savePdf'>>> {
  const row = findFacts(session.db, workerId, year);
  if (row === null) return fail('notFound');
  const order = { year, language };
  const printed = await printAccounts(session, order, [row], {
    separate: true,
    pass: () => Promise.resolve(),
    signal: new AbortController().signal,
    onDone: () => undefined,
  });
  if (!printed.ok) return printed;
  const [file] = printed.value.files;
  if (file === undefined) return fail('notFound');
  const saved = await session.host.saveFile(windowId, fileOfAccount(session, row, order), file.bytes);
  if (!saved.ok) return saved;
  if (saved.value !== null) tellPrinted(session, row.employerId, `${nameOf(row)} ${year}`, 1);
  return ok({ saved: saved.value !== null, name: saved.value?.name ?? '', rows: 1 });
}

/** The history says that it was printed and for how many, not what stood in it. */
export function tellPrinted(session: Session, employerId: string, summary: string, workers: number): void {
  attempt(session.db, () => {
    recordAct(session, { employerId, kind: 'training.accountPrinted', summary, payload: { workers } });
    return ok({});
  });
}

/** `opleidingsrekening-fien-aardewijn-2025.pdf`, in the language of the document. */
export function fileOfAccount({ texts }: Session, row: FactsRow, { year, language }: PrintOrder): string {
  const word = texts.t(language, 'training-account.document.file');
  return `${plainName(`${word} ${nameOf(row)}`)}-${year}.pdf`;
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
