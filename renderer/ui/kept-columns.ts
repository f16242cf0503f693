// What was kept of the columns that a person left out.
import { z } from 'zod';

const keptSchema = z.object({ hidden: z.array(z.string().max(40)).max(60) });

/** Columns that are no longer there are forgotten; one is always left. */
export function hiddenOf(kept: unknown, columns: readonly { id: string }[]): ReadonlySet<string> | null {
  const read = keptSchema.safeParse(kept);
  if (!read.success) return null;
  const there = read.data.hidden.filter((id) => columns.some((column) => column.id === id));
  return there.length < columns.length ? new Set(there) : null;
}
