// Hooks over the bridge: what is read stays until main says that it changed; what is done answers with a Result.
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '../preload/contract/index.ts';
import type { Failure, Result } from '../preload/contract/result.ts';
import { call, onAnyEvent } from './bridge.ts';

/** Which other nouns show facts of the one that changed. */
const shownIn: Record<string, readonly string[]> = {
  account: ['employer', 'certificate', 'renewal', 'guide', 'applicantRequest'],
  applicant: ['applicantRequest', 'applicantAnswer', 'applicantCare', 'applicantBatch'],
  cbss: ['cbssWorkbench', 'registerInscribing'],
  certificate: ['cbss', 'account', 'renewal', 'guide'],
  employer: [
    'worker',
    'intake',
    'training',
    'outbox',
    'route',
    'establishment',
    'guide',
    'deadline',
    'trainingAccount',
    'applicantRequest',
  ],
  route: ['employer', 'mandate', 'guide', 'applicantRequest'],
  mandate: ['route', 'guide', 'applicantRequest'],
  register: ['worker', 'registerFeed', 'registerInscribing', 'presence'],
  worksDeclaration: ['presence', 'planning'],
  presence: ['planning'],
  worker: ['register', 'employer', 'training', 'intake', 'deadline', 'trainingAccount', 'planning'],
  trainingImport: ['trainingLists'],
  training: ['worker', 'employer', 'intake', 'deadline', 'trainingAccount'],
  outbox: ['training', 'employer', 'approver'],
  settings: ['practice', 'service', 'deadline', 'applicantRequest'],
};

/** The app's memory of answers. No retries and no refetching by itself: main says what changed. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  onAnyEvent((name) => {
    const [noun = '', what] = name.split('.');
    const stale = noun === 'job' ? ['job'] : [noun, ...(shownIn[noun] ?? []), 'today', 'app'];
    if (what === 'changed' || noun === 'job') {
      void client.invalidateQueries({
        predicate: (query) => stale.includes(String(query.queryKey[0]).split('.')[0] ?? ''),
      });
    }
  });
  return client;
}

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const result = await call(name, input);
  if (!result.ok) throw result.failure;
  return result.value;
}

/** Query options of a call, for hooks that read several at once. */
export const callQuery = <N extends CallName>(name: N, input: CallInput<N>) => ({
  queryKey: [name, input] as const,
  queryFn: () => ask(name, input),
});

type Reading = { enabled?: boolean; keepPrevious?: boolean };

/** Reads from main. `keepPrevious` shows the last answer while a changed input is being asked. */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  { enabled = true, keepPrevious = false }: Reading = {},
): UseQueryResult<CallOutput<N>, Failure> {
  return useQuery<CallOutput<N>, Failure>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

export type Act<N extends CallName> = {
  run: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  busy: boolean;
  /** The last failure, until the next run or `forget`. */
  failure: Failure | null;
  forget: () => void;
};

/** Does something in main. The answer is a Result; the last failure also stays at hand for the page. */
export function useAct<N extends CallName>(name: N): Act<N> {
  const mutation = useMutation<Result<CallOutput<N>>, never, CallInput<N>>({
    mutationFn: (input) => call(name, input),
    // What was sent may hold a password: it is not kept beyond the place that sent it.
    gcTime: 0,
  });
  return {
    run: mutation.mutateAsync,
    busy: mutation.isPending,
    failure: mutation.data?.ok === false ? mutation.data.failure : null,
    forget: mutation.reset,
  };
}
