// Receipts in bulk as CSV or JSON, and the chain of one training: filed, corrected, withdrawn, with what changed each time.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { ChainStep, Receipt } from '../../preload/contract/outbox-plan.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findTraining } from '../training/training-store.ts';
import { type CarriedRow, listReceipts, sendingsOf } from './receipt-store.ts';

const names = [
  'employerName',
  'enterpriseNumber',
  'workerName',
  'year',
  'state',
  'trainings',
  'sentAt',
  'answeredAt',
  'requestHash',
  'answerHash',
  'preparedBy',
  'approvedBy',
  'itemId',
] as const satisfies readonly (keyof Receipt)[];
/** Read and written in pieces, so that main answers others in between. */
const piece = 400;
const most = 200_000;

/** A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Failures: nothingToSend where there is no receipt; fileNotChosen and those of the disk. */
export async function saveReceipts(
  session: Session,
  windowId: string,
  { employerId, year, format }: HandlerInput<'outbox.saveReceipts'>,
): Promise<Result<HandlerOutput<'outbox.saveReceipts'>>> {
  const filter = { scope: scopeOf(employerId), year };
  const parts: string[] = [format === 'csv' ? `\ufeff${names.join(';')}\r\n` : '{"receipts":[\n'];
  let count = 0;
  for (let total = 1; count < Math.min(total, most); ) {
    const read = listReceipts(session.db, filter, count, piece);
    total = read.total;
    if (read.rows.length === 0) break;
    const lines = read.rows.map((row) =>
      format === 'csv' ? `${names.map((name) => cell(row[name])).join(';')}\r\n` : JSON.stringify(row),
    );
    parts.push(format === 'csv' ? lines.join('') : `${count === 0 ? '' : ',\n'}${lines.join(',\n')}`);
    count += read.rows.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (count === 0) return fail('nothingToSend');
  if (format === 'json') parts.push('\n]}\n');
  const name = `receipts-${session.businessDate()}.${format}`;
  const saved = await session.host.saveFile(windowId, name, new TextEncoder().encode(parts.join('')));
  if (!saved.ok) return saved;
  if (saved.value !== null)
    transaction(session.db, () =>
      recordAct(session, {
        employerId,
        kind: 'outbox.receiptsSaved',
        summary: name,
        payload: { receipts: count, format },
      }),
    );
  return ok({ name: saved.value?.name.slice(0, 200) ?? null, receipts: count });
}

/** Failure notFound. */
export function chainOf(session: Session, trainingId: string): Result<{ steps: ChainStep[] }> {
  if (findTraining(session.db, 'all', trainingId) === null) return fail('notFound');
  let before: TrainingFields | null = null;
  const steps = sendingsOf(session.db, trainingId).map((row): ChainStep => {
    const fields = JSON.parse(row.fields) as TrainingFields;
    const step = stepOf(row, fields, before);
    // What was refused did not replace what stood there.
    if (step.result === 'accepted' || step.result === 'acceptedWithWarnings') before = fields;
    return step;
  });
  return ok({ steps });
}

function stepOf(row: CarriedRow, fields: TrainingFields, before: TrainingFields | null): ChainStep {
  const changed =
    before === null || row.withdraw === 1
      ? []
      : (Object.keys(fields) as (keyof TrainingFields)[]).filter((name) => fields[name] !== before[name]);
  const kind =
    row.withdraw === 1
      ? 'withdrawn'
      : before === null
        ? 'filed'
        : changed.length > 0
          ? 'corrected'
          : 'unchanged';
  const { itemId, at, preparedBy, approvedBy, requestHash, answerHash } = row;
  const result = row.result ?? (row.itemState === 'unknown' ? 'unknown' : 'notAnswered');
  return { itemId, at, kind, result, changed, preparedBy, approvedBy, requestHash, answerHash };
}
