// What came back, and how it is told when nothing of it is believed.
import type { CbssOperation, CbssOutcome, TransportReason } from '../../../preload/contract/cbss-answer.ts';

export type Received = {
  bytes: Uint8Array;
  status: number;
  contentType: string;
  operation: CbssOperation;
  ticket: string;
  /** The number that was asked about; null in a question without one. */
  insz: string | null;
};

type Where = { line?: number | null; finding?: string | null };

/** What was asked may have been done all the same. */
export const refused = (
  { status }: Pick<Received, 'status'>,
  reason: TransportReason,
  { line = null, finding = null }: Where = {},
): CbssOutcome => ({
  ...{ layer: 'transport', reason, status, mayHaveHappened: true },
  ...{ line, finding: finding?.slice(0, 300) ?? null },
});
