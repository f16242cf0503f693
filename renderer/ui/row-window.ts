// The rows of a list call that are in view, a page of 100 at a time: sorting, filtering and paging are done in SQL.
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../preload/contract/index.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { callQuery } from '../calls.ts';

/** The calls whose answer is a page of rows. */
export type ListCall = {
  [N in CallName]: CallOutput<N> extends { rows: unknown[]; total: number; page: number } ? N : never;
}[CallName];

export type RowOf<N extends ListCall> = CallOutput<N>['rows'][number];

export type RowWindow<Row> = {
  total: number;
  /** Undefined while its page is on the way. The same function as long as the rows are the same. */
  row: (index: number) => Row | undefined;
  /** Says which rows are in view. */
  need: (first: number, last: number) => void;
  /** Nothing is known yet. */
  waiting: boolean;
  failure: Failure | null;
  again: () => void;
  /** All rows, loaded or not; null where there are more than that, or they could not be read. */
  all: (most: number) => Promise<Row[] | null>;
};

/** The words of a sum once it is known: until then a line of the same height, as "0" would be untrue. */
export const onceKnown = ({ waiting }: { waiting: boolean }, words: string): string =>
  waiting ? '\u00a0' : words;

const usualPage = 100;
/** What one answer may hold. */
const largestPage = 500;

/**
 * Rows of a list call, with its first answered page for sums. The input is without `page` and `pageSize`. Several short lists beside each
 * other take smaller pages: what is out of view is neither read nor sent.
 */
export function useRowWindow<N extends ListCall>(
  name: N,
  input: Omit<CallInput<N>, 'page' | 'pageSize'>,
  pageSize: number = usualPage,
): { rows: RowWindow<RowOf<N>>; answer: CallOutput<N> | undefined } {
  const client = useQueryClient();
  const [pages, setPages] = useState({ first: 1, last: 1 });
  const numbers = Array.from({ length: pages.last - pages.first + 1 }, (_, index) => pages.first + index);
  const answers = useQueries({
    queries: numbers.map((page) => callQuery(name, { ...input, page, pageSize } as unknown as CallInput<N>)),
  });
  const question = JSON.stringify([name, input]);
  const kept = useRef<{ question: string; answer: CallOutput<N> } | undefined>(undefined);
  const loaded = new Map<number, CallOutput<N>>();
  let failure: Failure | null = null;
  answers.forEach((answer, index) => {
    if (answer.data !== undefined) loaded.set(numbers[index] ?? 0, answer.data as CallOutput<N>);
    else if (answer.error !== null && answer.error !== undefined)
      failure = answer.error as unknown as Failure;
  });
  const fresh = loaded.values().next().value;
  if (fresh !== undefined) kept.current = { question, answer: fresh };
  // Beside what could not be read, the sums of an earlier question would be untrue.
  else if (failure !== null && kept.current?.question !== question) kept.current = undefined;
  const known = kept.current?.answer;
  const need = useCallback(
    (first: number, last: number) => {
      const wanted = {
        first: Math.floor(first / pageSize) + 1,
        last: Math.floor(Math.max(first, last) / pageSize) + 1,
      };
      setPages((now) => (now.first === wanted.first && now.last === wanted.last ? now : wanted));
    },
    [pageSize],
  );
  const drawn = useRef<{ pages: typeof loaded; row: RowWindow<RowOf<N>>['row'] } | undefined>(undefined);
  if (drawn.current === undefined || !isSame(drawn.current.pages, loaded)) {
    const row = (index: number): RowOf<N> | undefined =>
      loaded.get(Math.floor(index / pageSize) + 1)?.rows[index % pageSize] as RowOf<N> | undefined;
    drawn.current = { pages: loaded, row };
  }
  const all = async (most: number): Promise<RowOf<N>[] | null> => {
    const found: RowOf<N>[] = [];
    for (let page = 1; ; page += 1) {
      const asked = { ...input, page, pageSize: largestPage } as unknown as CallInput<N>;
      const answer = await client.fetchQuery(callQuery(name, asked)).catch(() => null);
      if (answer === null || answer.total > most) return null;
      found.push(...(answer.rows as RowOf<N>[]));
      if (page * largestPage >= answer.total) return found;
    }
  };
  return {
    answer: known,
    rows: {
      total: known?.total ?? 0,
      row: drawn.current.row,
      need,
      waiting: known === undefined && failure === null,
      failure,
      all,
      again: () => {
        for (const answer of answers) void answer.refetch();
      },
    },
  };
}

const isSame = <T>(before: ReadonlyMap<number, T>, now: ReadonlyMap<number, T>): boolean =>
  before.size === now.size && [...now].every(([page, answer]) => before.get(page) === answer);
