// What every call answers: a value or a failure with a closed code. Nothing in the app throws across a border.
import { z } from 'zod';

/** Whether trying again is safe. `unknown`: the other side may have accepted, so ask it first, never send blindly. */
export const retrySchema = z.enum(['never', 'safe', 'unknown']);

/** Every way in which something can be expected to fail. Each has a sentence in four languages (`errors.<code>`). */
export const failureCodes = [
  // the border
  'untrustedSender',
  'unknownCall',
  'invalidInput',
  'tooLarge',
  'invalidOutput',
  'internal',
  'cancelled',
  // data at rest
  'notFound',
  'conflict',
  'alreadyExists',
  'profileInUse',
  'ownerUnreachable',
  'databaseWrongKey',
  'databaseCorrupt',
  'databaseFromFuture',
  'databaseBusy',
  'databaseKeyLost',
  'migrationFailed',
  'diskFull',
  'notWritable',
  'historyDamaged',
  'readOnly',
  // keychain
  'keychainMissing',
  'keychainLocked',
  'keychainDenied',
  'entryMissing',
  'entryDamaged',
  // certificates
  'wrongPassword',
  'notAContainer',
  'truncatedContainer',
  'fileTooLarge',
  'fileUnreadable',
  'noPrivateKey',
  'severalKeys',
  'keyDoesNotMatch',
  'unsupportedEncryption',
  'tooManyIterations',
  'certificateWithoutKey',
  'certificateBundle',
  'keyWithoutCertificate',
  'javaKeystore',
  'signingRequest',
  'answerIsContainer',
  'answerDoesNotMatch',
  'certificateNotUsable',
  // posters
  'posterMismatch',
  'posterCodeTooLong',
  // files with rows
  'tableEmpty',
  'tableNotText',
  'tableKindUnknown',
  'tableEncrypted',
  'tableDamaged',
  'tableTooManyRows',
  'tableTooManyColumns',
  'tableTooLarge',
  // pictures and documents with a code in them
  'pictureKindUnknown',
  'pictureTooLarge',
  'pictureDamaged',
  'pdfEncrypted',
  // accounts and the network
  'offline',
  'timeout',
  'nameNotResolved',
  'connectionRefused',
  'tlsNotTrusted',
  'proxyRefused',
  'serviceUnavailable',
  'tooManyRequests',
  'unexpectedAnswer',
  'outcomeUnknown',
  'accountMissing',
  'clientIdInvalid',
  'clientRefused',
  'scopeRefused',
  'tokenExpired',
  'permissionMissing',
  'mandateMissing',
  'circleNotAccepted',
  'noActiveCitizenMandate',
  'notReceived',
  'serviceClosed',
  'serviceReadOnly',
  'clockSkew',
  'environmentUnknown',
  'environmentRefused',
  'liabilityNotAccepted',
  'noticeNotAccepted',
  // rules
  'refusedByRule',
  'identifierInvalid',
  'routeMissing',
  'nothingToSend',
  'stateNotAllowed',
  'noRegisterLine',
  'feedUnderWay',
  // services
  'calendarDamaged',
  'closedNotConfirmed',
  // approval by two persons
  'notApproved',
  'approverMissing',
  'pinWrong',
  'pinLater',
  // the registration point at a site
  'pointOn',
  // host
  'fileNotChosen',
  'selectionExpired',
  'notSupportedHere',
  'systemPartMissing',
] as const;
export const failureCodeSchema = z.enum(failureCodes);
export type FailureCode = z.infer<typeof failureCodeSchema>;

export const failureSchema = z.strictObject({
  code: failureCodeSchema,
  retry: retrySchema,
  traceId: z.string().max(64),
  /** Facts for the sentence: never a payload, never an identifier of a person. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type Failure = z.infer<typeof failureSchema>;

export type Result<T, F = Failure> = { ok: true; value: T } | { ok: false; failure: F };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A failure. `traceId` is filled in by the dispatcher where it is left empty. */
export const fail = (
  code: FailureCode,
  options: { retry?: Failure['retry']; traceId?: string; details?: Failure['details'] } = {},
): { ok: false; failure: Failure } => ({
  ok: false,
  failure: {
    code,
    retry: options.retry ?? 'never',
    traceId: options.traceId ?? '',
    ...(options.details ? { details: options.details } : {}),
  },
});
