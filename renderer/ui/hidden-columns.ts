// Which columns of a grid are left out: those that say so themselves, until a person chose; a grid with a name remembers the choice.
import { useState } from 'react';
import { z } from 'zod';
import type { GridColumn } from './grid-columns.ts';
import { useKeptView } from './kept-view.ts';

const keptSchema = z.object({ hidden: z.array(z.string().max(40)).max(60) });

/** Columns that are no longer there are forgotten; one is always left. */
export function hiddenOf(kept: unknown, columns: readonly { id: string }[]): ReadonlySet<string> | null {
  const read = keptSchema.safeParse(kept);
  if (!read.success) return null;
  const there = read.data.hidden.filter((id) => columns.some((column) => column.id === id));
  return there.length < columns.length ? new Set(there) : null;
}

export function useHiddenColumns<Row>(
  name: string | undefined,
  columns: readonly GridColumn<Row>[],
): [hidden: ReadonlySet<string>, hide: (hidden: ReadonlySet<string>) => void] {
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null);
  const [kept, keep] = useKeptView(name, (value) => hiddenOf(value, columns));
  const hidden = own ?? kept ?? new Set(columns.filter((column) => column.hidden).map((column) => column.id));
  return [
    hidden,
    (next) => {
      setOwn(next);
      // What is kept is a list: a set would become an empty object.
      keep({ hidden: [...next] });
    },
  ];
}
