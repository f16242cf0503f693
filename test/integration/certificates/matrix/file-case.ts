// One file of the matrix: how it is made, what opens it, and what has to come of it.
import type { OpenFailureCode } from '../../../../main/certificates/refusal.ts';
import type { Tool, Workshop } from './workshop.ts';

export type Expectation =
  | {
      opens: true;
      format?: 'pkcs12' | 'pem' | 'twoFiles';
      /** Issuers that the file brings along. */
      chain?: number;
      verdict?: 'usable' | 'usableUntil' | 'notUsable';
      /** Ids of the criteria that fail, in alphabetical order. */
      failed?: readonly string[];
      warned?: readonly string[];
    }
  | {
      opens: false;
      code: OpenFailureCode;
      /** Criteria that fail all the same, where a certificate without its key is judged. */
      judged?: readonly string[];
    };

export type FileCase = {
  name: string;
  /** Beside openssl. */
  needs?: readonly Tool[];
  password: string;
  entry?: number;
  make(shop: Workshop): Promise<Uint8Array>;
  /** The key, where it stands in a file of its own. */
  keyFile?(shop: Workshop): Promise<Uint8Array>;
  expect: Expectation;
};

export const opens = (more: Omit<Extract<Expectation, { opens: true }>, 'opens'> = {}): Expectation => ({
  opens: true,
  ...more,
});
export const fails = (code: OpenFailureCode, judged?: readonly string[]): Expectation => ({
  opens: false,
  code,
  ...(judged ? { judged } : {}),
});
