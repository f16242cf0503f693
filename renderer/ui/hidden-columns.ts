// Which columns of a grid are left out: those that say so themselves, until a person chose; a grid with a name remembers the choice.
import { useState } from 'react';
import type { GridColumn } from './grid-columns.ts';
import { hiddenOf } from './kept-columns.ts';
import { useKeptView } from './kept-view.ts';

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
