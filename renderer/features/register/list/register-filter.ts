// What is asked of the register: remembered between two visits, without what was typed, which may be the number of a person.
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { CallInput } from '../../../../preload/contract/index.ts';
import { dossierTypeCodeSchema } from '../../../../preload/contract/register-values.ts';
import type { GridSort } from '../../../ui/grid-columns.ts';
import { useKeptView } from '../../../ui/kept-view.ts';

export const lineStates = ['all', 'active', 'ended', 'coming', 'review'] as const;
const filterSchema = z.strictObject({
  text: z.string().max(120),
  dossierType: dossierTypeCodeSchema.nullable(),
  state: z.enum(lineStates),
  /** Null: today. */
  day: z.iso.date().nullable(),
});
export type RegisterFilter = z.infer<typeof filterSchema>;
export type RegisterInput = Omit<CallInput<'register.list'>, 'page' | 'pageSize'>;

export const plainFilter: RegisterFilter = { text: '', dossierType: null, state: 'all', day: null };

export const isFiltered = ({ text, dossierType, state, day }: RegisterFilter): boolean =>
  text.trim() !== '' || dossierType !== null || state !== 'all' || day !== null;

/** By begin only for one client; all of them have an index of names alone. */
export const inputOf = (
  filter: RegisterFilter,
  employerId: string | null,
  { column, descending }: GridSort,
): RegisterInput => ({
  // Left out, the list has an order of its own: ended lines by their last day.
  ...(column === 'name' && !descending
    ? {}
    : {
        sort: `${descending ? '-' : ''}${column === 'begin' && employerId !== null ? 'begin' : 'name'}` as const,
      }),
  text: filter.text.trim(),
  state: filter.state,
  ...(employerId === null ? {} : { employerId }),
  ...(filter.dossierType === null ? {} : { dossierType: filter.dossierType }),
  ...(filter.day === null ? {} : { day: filter.day }),
});

const readFilter = (kept: unknown): RegisterFilter | null => filterSchema.safeParse(kept).data ?? null;
/** After the last change, in ms: each keeping is a write. */
const keepAfter = 700;

export function useRegisterFilter(): [RegisterFilter, (change: Partial<RegisterFilter>) => void] {
  const [kept, keep] = useKeptView('register-filter', readFilter);
  const [own, setOwn] = useState<RegisterFilter | null>(null);
  const keeping = useRef(keep);
  keeping.current = keep;
  useEffect(() => {
    if (own === null) return undefined;
    const timer = setTimeout(() => keeping.current({ ...own, text: '' }), keepAfter);
    return () => clearTimeout(timer);
  }, [own]);
  const shown = own ?? kept ?? plainFilter;
  return [shown, (change) => setOwn({ ...shown, ...change })];
}
