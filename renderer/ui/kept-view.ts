// How a person set up something on a page, kept between two runs. The page shows it at once; keeping it goes on behind it.
import { useQueryClient } from '@tanstack/react-query';
import type { CallOutput } from '../../preload/contract/index.ts';
import { call } from '../bridge.ts';
import { useCall } from '../calls.ts';

type Kept = CallOutput<'view.kept'>;

/**
 * What was kept under the name, or null: not yet known, never kept, or nothing that `read` understands. Without a name nothing is
 * kept.
 */
export function useKeptView<T>(
  name: string | undefined,
  read: (kept: unknown) => T | null,
): [kept: T | null, keep: (value: unknown) => void] {
  const client = useQueryClient();
  const asked = { name: name ?? 'none' };
  const { data } = useCall('view.kept', asked, { enabled: name !== undefined });
  const text = data?.kept ?? null;
  const keep = (value: unknown): void => {
    if (name === undefined) return;
    const kept = JSON.stringify(value);
    client.setQueryData<Kept>(['view.kept', asked], { kept });
    void call('view.keep', { name, kept });
  };
  return [text === null ? null : read(parsed(text)), keep];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
