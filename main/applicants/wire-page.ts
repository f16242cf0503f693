// Pages of what the service for citizen mandates has (resources/contracts/citizen-mandate-v1.yaml): an item that is none of this
// employer, or that cannot be read, is left out and counted.
import { z } from 'zod';

export const perPage = 100;
/** They stand in addresses and in links that people scan: nothing in them may lead elsewhere. */
export const requestNumber = z.string().regex(/^[0-9A-Za-z-]{8,64}$/);
export const mandateNumber = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);
export const enterprise = z.string().max(20);
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .pipe(z.iso.datetime());
export const pageSchema = z.looseObject({ items: z.array(z.unknown()).max(perPage), total: z.int().min(0) });

/** `skipped`: items that were left out. */
export type Page<T> = { items: T[]; total: number; skipped: number };

export function pageOf<W extends { enterpriseNumber?: string | null | undefined }, T>(
  json: unknown,
  schema: z.ZodType<W>,
  enterpriseNumber: string,
  read: (wire: W) => T,
): Page<T> {
  const { items, total } = pageSchema.parse(json);
  const own = items.flatMap((item) => {
    const wire = schema.safeParse(item);
    return wire.success && isOf(wire.data, enterpriseNumber) ? [read(wire.data)] : [];
  });
  return { items: own, total, skipped: items.length - own.length };
}

/** Whatever signs stand between the digits, and without the zero that older numbers lack. */
const bare = (number: string): string => number.replace(/\D/g, '').padStart(10, '0');

/** Also where it does not say whose it is. */
export const isOf = (
  wire: { enterpriseNumber?: string | null | undefined },
  enterpriseNumber: string,
): boolean => wire.enterpriseNumber == null || bare(wire.enterpriseNumber) === bare(enterpriseNumber);
