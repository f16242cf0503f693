// What is typed asks main once: the first page of each lane and the counts come in one answer and are drawn together.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApplicantColumn } from '../../../../preload/contract/applicants.ts';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { call } from '../../../bridge.ts';
import { callQuery } from '../../../calls.ts';
import type { BoardInput, Past } from './board-state.ts';

/** About three times what a lane shows at once. */
export const lanePage = 40;
/** A pause in the keys, in milliseconds: what lies ahead is fetched in it. */
const pause = 30;

const pageQuery = (input: BoardInput, column: ApplicantColumn | 'past', page: number) =>
  callQuery('applicantRequest.list', { ...input, column, page, pageSize: lanePage });

function keep(
  client: QueryClient,
  input: BoardInput,
  past: Past,
  board: CallOutput<'applicantRequest.board'>,
): void {
  client.setQueryData(callQuery('applicantRequest.counts', input).queryKey, board.counts);
  const lanes = { asked: board.asked, approved: board.approved, read: board.read, [past]: board.over };
  for (const [column, answer] of Object.entries(lanes))
    client.setQueryData(pageQuery(input, column as ApplicantColumn | 'past', 1).queryKey, answer);
}

/** The last input of which everything is there; null before the first. Where the one answer fails, each lane asks and tells for itself. */
export function useAnsweredBoard(input: BoardInput, past: Past): BoardInput | null {
  const client = useQueryClient();
  const [answered, setAnswered] = useState<BoardInput | null>(null);
  const over = useRef(past);
  useEffect(() => {
    over.current = past;
  }, [past]);
  useEffect(() => {
    let isWanted = true;
    const asked = { ...input, past: over.current, pageSize: lanePage };
    void call('applicantRequest.board', asked).then((result) => {
      if (!isWanted) return;
      if (result.ok) keep(client, input, asked.past, result.value);
      setAnswered(input);
    });
    return () => {
      isWanted = false;
    };
  }, [client, input]);
  return answered;
}

/** Fetches the pages of a lane in which these slips are, in the next pause: a key that leads there then draws at once. */
export function useAhead(input: BoardInput, column: ApplicantColumn | 'past') {
  const client = useQueryClient();
  const wanted = useRef<{ indexes: readonly number[]; total: number } | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return useCallback(
    (indexes: readonly number[], total: number) => {
      // Of keys in quick succession the last one says what lies ahead; none of them puts it off.
      const isPlanned = wanted.current !== null;
      wanted.current = { indexes, total };
      if (isPlanned) return;
      waiting.current = setTimeout(() => {
        const { indexes: places, total: most } = wanted.current ?? { indexes: [], total: 0 };
        wanted.current = null;
        const inside = places.filter((index) => index >= 0 && index < most);
        for (const page of new Set(inside.map((index) => Math.floor(index / lanePage) + 1)))
          void client.prefetchQuery(pageQuery(input, column, page));
      }, pause);
    },
    [client, input, column],
  );
}
