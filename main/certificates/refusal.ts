// Why a certificate file could not be opened. Thrown inside the container reader only, and turned into a value at its
// border (open-container.ts), because a structure nested seven deep reads badly as a chain of results.
import type { X509Certificate } from 'node:crypto';
import { type Failure, fail } from '../../preload/contract/result.ts';

export type OpenFailureCode =
  | 'wrongPassword'
  | 'notAContainer'
  | 'truncatedContainer'
  | 'fileTooLarge'
  | 'fileUnreadable'
  | 'noPrivateKey'
  | 'severalKeys'
  | 'keyDoesNotMatch'
  | 'keyWithoutCertificate'
  | 'unsupportedEncryption'
  | 'tooManyIterations'
  | 'certificateWithoutKey'
  | 'certificateBundle'
  | 'javaKeystore'
  | 'signingRequest'
  | 'cancelled';

/** What a person chooses from when a container holds several keys. */
export type EntrySummary = { entry: number; name: string; subject: string; fingerprint: string };

export type OpenFailure = {
  code: OpenFailureCode;
  /** With `severalKeys`. */
  entries?: EntrySummary[];
  /** What was found all the same, with `certificateWithoutKey` and `certificateBundle`: it can still be judged. */
  certificates?: X509Certificate[];
  /** Facts for the sentence, such as the name of the unsupported algorithm. */
  details?: Failure['details'];
};

export class Refusal extends Error {
  readonly failure: OpenFailure;

  constructor(code: OpenFailureCode, more: Omit<OpenFailure, 'code'> = {}) {
    super(code);
    this.failure = { code, ...more };
  }
}

/** The same failure as the contract writes it; nothing was sent, so trying again with another file is safe. */
export const asContractFailure = (failure: OpenFailure): { ok: false; failure: Failure } =>
  fail(failure.code, failure.details ? { details: failure.details } : {});
