// What may be typed where the usage of a command names a list: the same values that the contract takes.
import { readingPurposeSchema } from '../../preload/contract/applicant-answers.ts';
import { applicantColumns } from '../../preload/contract/applicants.ts';
import { cbssOperationSchema } from '../../preload/contract/cbss-answer.ts';
import { keyKindSchema } from '../../preload/contract/certificates.ts';
import { posterLanguages, posterSizes } from '../../preload/contract/posters.ts';
import { qualitySchema, rightSchema, serviceSchema } from '../../preload/contract/services.ts';
import { faultSchema } from '../../preload/contract/settings.ts';
import { recordStateSchema } from '../../preload/contract/training.ts';
import { stepIds } from '../../preload/rules/guide/step-catalog.ts';

export const closedLists: Readonly<Record<string, readonly string[]>> = {
  QUALITY: qualitySchema.options,
  SERVICE: serviceSchema.options,
  RIGHT: rightSchema.options,
  KEY: keyKindSchema.options,
  STEP: stepIds,
  STATE: recordStateSchema.options,
  FAULT: faultSchema.shape.kind.options,
  SIZE: posterSizes,
  LANGUAGES: posterLanguages,
  COLUMN: [...applicantColumns, 'past'],
  OPERATION: cbssOperationSchema.options,
  PURPOSE: readingPurposeSchema.options,
  WAYS: ['phone', 'point'],
};

/** The names in capitals that a usage holds. */
export const placesIn = (usage: string): string[] => usage.match(/\b[A-Z]{2,}\b/g) ?? [];
