// Files that a person saved in the official application: looked at, put right, taken in, and given back as they came.
import { z } from 'zod';
import { act, idSchema, nothing, pageInput, read } from './call.ts';
import { rescueListFieldSchema, rescueRefusalSchema, rescueTakenSchema } from './rescue-values.ts';

export const rescueFileCalls = {
  /**
   * A chosen CSV or XLSX is read and compared, a PDF kept as evidence. Failures: those of reading; fileUnreadable where no
   * heading says which worker or which training.
   */
  'rescue.takeFile': act(
    z.strictObject({
      employerId: idSchema,
      selectionId: idSchema,
      yearId: idSchema.nullable().default(null),
    }),
    rescueTakenSchema,
  ),
  /**
   * The same with a look before: a list waits to be looked at, put right and taken in; a document is kept at once.
   * Failures: those of reading.
   */
  'rescue.look': act(
    z.strictObject({
      employerId: idSchema,
      selectionId: idSchema,
      yearId: idSchema.nullable().default(null),
    }),
    z.strictObject({ previewId: idSchema.nullable(), taken: rescueTakenSchema.nullable() }),
  ),
  /** Which column is what, and rows with their worker and year or why they cannot be taken. Failure notFound. */
  'rescue.preview': read(
    z.strictObject({ ...pageInput, previewId: idSchema, show: z.enum(['all', 'problems']).default('all') }),
    z.strictObject({
      name: z.string().max(255),
      /** No column says which training it is, or whose. */
      missing: z.enum(['title', 'insz']).nullable(),
      columns: z
        .array(
          z.strictObject({
            heading: z.string().max(120),
            field: rescueListFieldSchema.nullable(),
            sample: z.string().max(80),
          }),
        )
        .max(100),
      good: z.int(),
      problems: z.int(),
      fixed: z.int(),
      rows: z
        .array(
          z.strictObject({
            line: z.int(),
            reason: rescueRefusalSchema.nullable(),
            worker: z.string().max(200).nullable(),
            year: z.int().nullable(),
            fixed: z.boolean(),
            cells: z
              .array(z.strictObject({ field: rescueListFieldSchema, text: z.string().max(255) }))
              .max(20),
          }),
        )
        .max(500),
      total: z.int(),
      page: z.int(),
      pageSize: z.int(),
    }),
  ),
  'rescue.fixPreview': act(
    z.strictObject({
      previewId: idSchema,
      line: z.int().min(1).max(10_000_000),
      field: rescueListFieldSchema,
      text: z.string().max(255),
    }),
    nothing,
  ),
  'rescue.mapPreview': act(
    z.strictObject({
      previewId: idSchema,
      column: z.int().min(0).max(99),
      field: rescueListFieldSchema.nullable(),
    }),
    nothing,
  ),
  /** Takes in what can be taken. Failures: notFound, fileUnreadable while a needed column is missing. */
  'rescue.takePreview': act(z.strictObject({ previewId: idSchema }), rescueTakenSchema),
  'rescue.dropPreview': act(z.strictObject({ previewId: idSchema }), nothing),
  /** The original of a file that was taken in, byte for byte. Failures: notFound; those of saving. */
  'rescue.saveEvidence': act(
    z.strictObject({ id: idSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
};
