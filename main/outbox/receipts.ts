// Receipts in bulk as CSV, JSON or a workbook, which a worker thread writes.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { Receipt } from '../../preload/contract/outbox-plan.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { brusselsDayEnd, brusselsDayStart } from '../platform/clock.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { neutral } from '../platform/tables/write-table.ts';
import { runInWorker } from '../platform/workers.ts';
import { listReceipts, type ReceiptFilter } from './receipt-store.ts';

const names = [
  'channel',
  'kind',
  'employerName',
  'enterpriseNumber',
  'employers',
  'workerName',
  'title',
  'year',
  'state',
  'trainings',
  'sentAt',
  'answeredAt',
  'requestHash',
  'answerHash',
  'preparedBy',
  'approvedBy',
  'sessionId',
  'id',
] as const satisfies readonly (keyof Receipt)[];
/** Read and written in pieces, so that main answers others in between. */
const piece = 400;
const most = 200_000;
/** A workbook is held as a whole; more is saved as CSV. */
const mostInWorkbook = 50_000;

type Filtered = Omit<HandlerInput<'outbox.receipts'>, 'page' | 'pageSize'>;

export const filterOf = ({ employerId, year, from, to, states, channel }: Filtered): ReceiptFilter => ({
  scope: scopeOf(employerId),
  year,
  from: from === null ? null : brusselsDayStart(from),
  until: to === null ? null : brusselsDayEnd(to),
  states,
  channel,
});

const cellTextOf = (row: Receipt, name: (typeof names)[number]): string => {
  const value = row[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
};

/** A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
const cell = (value: string): string => {
  const safe = neutral(value);
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Failures: nothingToSend where there is no receipt; tableTooManyRows; fileNotChosen and those of the disk. */
export async function saveReceipts(
  session: Session,
  windowId: string,
  { format, ...asked }: HandlerInput<'outbox.saveReceipts'>,
): Promise<Result<HandlerOutput<'outbox.saveReceipts'>>> {
  const read = await bytesOf(session, filterOf(asked), format);
  if (!read.ok) return read;
  const { bytes, count } = read.value;
  const name = `receipts-${session.businessDate()}.${format}`;
  const saved = await session.host.saveFile(windowId, name, bytes);
  if (!saved.ok) return saved;
  if (saved.value !== null)
    transaction(session.db, () =>
      recordAct(session, {
        employerId: asked.employerId,
        kind: 'outbox.receiptsSaved',
        summary: name,
        payload: { receipts: count, format },
      }),
    );
  return ok({ name: saved.value?.name.slice(0, 200) ?? null, receipts: count });
}

async function bytesOf(
  session: Session,
  filter: ReceiptFilter,
  format: 'csv' | 'json' | 'xlsx',
): Promise<Result<{ bytes: Uint8Array; count: number }>> {
  const parts: string[] = [];
  const rows: string[][] = [];
  let count = 0;
  for (let total = 1; count < Math.min(total, most); ) {
    const read = listReceipts(session.db, filter, count, piece);
    total = read.total;
    if (format === 'xlsx' && total > mostInWorkbook)
      return fail('tableTooManyRows', { details: { rows: total } });
    if (read.rows.length === 0) break;
    if (format === 'json') parts.push(read.rows.map((row) => JSON.stringify(row)).join(',\n'));
    else if (format === 'xlsx')
      rows.push(...read.rows.map((row) => names.map((name) => cellTextOf(row, name))));
    else
      parts.push(
        read.rows.map((row) => `${names.map((name) => cell(cellTextOf(row, name))).join(';')}\r\n`).join(''),
      );
    count += read.rows.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (count === 0) return fail('nothingToSend');
  if (format === 'xlsx') {
    const written = await runInWorker('receipts.write', { name: 'receipts', headings: names, rows });
    return written.ok ? ok({ bytes: written.value, count }) : written;
  }
  const text =
    format === 'csv'
      ? `\ufeff${names.join(';')}\r\n${parts.join('')}`
      : `{"receipts":[\n${parts.join(',\n')}\n]}\n`;
  return ok({ bytes: new TextEncoder().encode(text), count });
}
