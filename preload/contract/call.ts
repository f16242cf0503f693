// How a call and an event are declared. Inputs are strict objects with length limits; the dispatcher checks both ends.
import { z } from 'zod';

export type CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'call';
  input: I;
  output: O;
  /** A call that only reads is answered by a second process on the profile without the owner. */
  reads: boolean;
};
export type EventDefinition<P extends z.ZodType = z.ZodType> = { kind: 'event'; payload: P };

export const read = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): CallDefinition<I, O> => ({
  kind: 'call',
  input,
  output,
  reads: true,
});

export const act = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallDefinition<I, O> => ({
  kind: 'call',
  input,
  output,
  reads: false,
});

export const event = <P extends z.ZodType>(payload: P): EventDefinition<P> => ({ kind: 'event', payload });

/** No fields at all. */
export const nothing = z.strictObject({});
/** An internal id: UUIDv7, never an identifier of a person. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
/** Rows of one answer: at most 500, the rest by page. */
export const pageInput = {
  page: z.int().min(1).max(1_000_000).default(1),
  pageSize: z.int().min(1).max(500).default(100),
};
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({
    rows: z.array(row).max(500),
    total: z.int().min(0),
    page: z.int().min(1),
    pageSize: z.int().min(1),
  });

/** `changed` events carry ids and a revision only; empty ids mean "many, read again". */
export const changedSchema = z.strictObject({ ids: z.array(z.string()).max(500), revision: z.int() });
