// What the feed's parts hand to each other: what a voucher says, what stands in a file, and its mutations in short.
import type { FeedRefusal, FeedRefused, FeedType } from '../../../preload/contract/register-feed.ts';

/** Bytes of a file: some 200,000 mutations. What is larger is refused before it is read. */
export const mostFileBytes = 64 * 1_048_576;
export const mostVoucherBytes = 16_384;
/** Mutations to a row of the staging room. */
export const stagedTogether = 500;

export type Voucher = {
  fileName: string;
  bytes: number;
  sha256: string;
  records: number;
  sequence: number;
  receiver: string;
};

export type FeedHeader = {
  /** An enterprise number or `sector/institution`. */
  sender: string;
  receiver: string;
  sequence: number;
  /** Instant, UTC. */
  createdAt: string;
  referenceDate: string;
  environment: string;
};

export type NumberMutation = { id: string; day: string; insz: string; newInsz: string | null };

export type SaidPerson = {
  lastName: string;
  givenNames: string;
  birthDate: string;
  genderCode: number;
  deceaseDate: string | null;
  register: 'RR' | 'BIS' | 'RAD';
};
export type DimonaFact = {
  employerNumber: string;
  action: 'IN' | 'OUT' | 'UPDATE' | 'CANCEL';
  begin: string;
  end: string | null;
};
export type DataMutation = {
  id: string;
  type: Exclude<FeedType, 'REPLACEMENT' | 'CANCELLATION'>;
  day: string;
  insz: string;
  person: SaidPerson | null;
  dimona: DimonaFact | null;
};

/** One row of the staging room. */
export type StagedBlock = { numbers: NumberMutation[] } | { data: DataMutation[] };

export const refusal = (
  code: FeedRefusal,
  more: Partial<Omit<FeedRefused, 'code'>> = {},
): { refused: FeedRefused } => ({
  refused: { code, line: null, column: null, expected: null, found: null, ...more },
});
export type Refusal = ReturnType<typeof refusal>;
