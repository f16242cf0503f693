// Keys of a field that seeks in a list: which step a key means, given what is open. Null: the key is not ours.

type Key = { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean };
type State = { open: boolean; at: number; size: number; typing: boolean };
export type SearchStep = { kind: 'close' } | { kind: 'choose' } | { kind: 'show'; to?: number };

/** Arrows open and go round; Alt opens and closes without moving; Escape closes; Enter chooses and never sends the form. */
export function stepOf({ key, altKey, ctrlKey, metaKey }: Key, state: State): SearchStep | null {
  const { open, at, size, typing } = state;
  if (ctrlKey || metaKey) return null;
  if (altKey) {
    if (key === 'ArrowDown') return { kind: 'show' };
    return key === 'ArrowUp' && open ? { kind: 'close' } : null;
  }
  if (key === 'Escape') return open || typing ? { kind: 'close' } : null;
  if (key === 'Enter') return open ? { kind: 'choose' } : null;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  if (size === 0) return { kind: 'show' };
  if (!open) return { kind: 'show', ...(at < 0 ? {} : { to: at }) };
  const next = key === 'ArrowDown' ? at + 1 : at - 1;
  return { kind: 'show', to: next < 0 ? size - 1 : next % size };
}
