// Saves a session as its fields are left, one call after the other, against the revision that was read.
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import type {
  Participant,
  ProviderSession,
  SessionFields,
} from '../../../preload/contract/training-provider.ts';
import { call } from '../../bridge.ts';

export type Change = { fields?: Partial<SessionFields>; people?: Participant[] };

export type SessionInHand = {
  session: ProviderSession;
  fields: SessionFields;
  people: Participant[];
  save(change: Change): void;
  state: 'saved' | 'saving' | 'unsaved';
  failure: Failure | null;
  /** What an act answered: the newest there is. */
  take(session: ProviderSession): void;
  /** Resolves once all that was typed is saved, or could not be. */
  settled(): Promise<ProviderSession | null>;
};

export function useSession(read: ProviderSession): SessionInHand {
  const [session, setSession] = useState(read);
  const [waiting, setWaiting] = useState<Change>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const newest = useRef(read);
  const queue = useRef<Change>({});
  const running = useRef<Promise<void> | null>(null);

  const take = (next: ProviderSession): void => {
    if (next.revision < newest.current.revision) return;
    newest.current = next;
    setSession(next);
  };
  useEffect(() => {
    if (running.current === null && read.revision >= newest.current.revision) {
      newest.current = read;
      setSession(read);
    }
  }, [read]);

  const run = async (): Promise<void> => {
    setBusy(true);
    while (queue.current.fields !== undefined || queue.current.people !== undefined) {
      const change = queue.current;
      queue.current = {};
      const { id, revision } = newest.current;
      const result = await call('provider.update', { id, expectedRevision: revision, ...change });
      if (!result.ok) {
        // What could not be saved stays on the page and goes along with the next change.
        queue.current = {
          ...change,
          ...queue.current,
          ...(change.fields === undefined && queue.current.fields === undefined
            ? {}
            : { fields: { ...change.fields, ...queue.current.fields } }),
        };
        setFailure(result.failure);
        break;
      }
      setFailure(null);
      take(result.value);
      setWaiting(queue.current);
    }
    setBusy(false);
    running.current = null;
  };
  const save = (change: Change): void => {
    queue.current = {
      ...queue.current,
      ...change,
      ...(change.fields === undefined ? {} : { fields: { ...queue.current.fields, ...change.fields } }),
    };
    setWaiting(queue.current);
    running.current ??= run();
  };
  return {
    session,
    fields: { ...session.fields, ...waiting.fields },
    people: waiting.people ?? session.people,
    save,
    state: busy
      ? 'saving'
      : waiting.fields === undefined && waiting.people === undefined
        ? 'saved'
        : 'unsaved',
    failure,
    take,
    async settled() {
      await running.current;
      return queue.current.fields === undefined && queue.current.people === undefined ? newest.current : null;
    },
  };
}
