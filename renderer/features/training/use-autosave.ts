// Saves fields as they are left, one after the other, against the revision that was read. Nothing typed is lost: what
// could not be saved stays on the page and is tried again with the next field.
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import type { Training, TrainingFields } from '../../../preload/contract/training.ts';
import { call } from '../../bridge.ts';

export type Conflict = { mine: Partial<TrainingFields>; theirs: Training };
export type SaveState = 'saved' | 'saving' | 'unsaved';

export type Autosave = {
  /** As read last. */
  training: Training;
  /** What the page shows: as read, with what is still to be saved. */
  values: TrainingFields;
  save: (fields: Partial<TrainingFields>) => void;
  state: SaveState;
  failure: Failure | null;
  conflict: Conflict | null;
  keepMine: () => void;
  keepTheirs: () => void;
};

export function useAutosave(read: Training): Autosave {
  const [training, setTraining] = useState(read);
  const [waiting, setWaiting] = useState<Partial<TrainingFields>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const newest = useRef(read);
  const queue = useRef<Partial<TrainingFields>>({});
  const running = useRef(false);

  const take = (next: Training): void => {
    if (next.revision < newest.current.revision) return;
    newest.current = next;
    setTraining(next);
  };
  useEffect(() => {
    if (running.current) return;
    if (read.revision >= newest.current.revision) {
      newest.current = read;
      setTraining(read);
    }
  }, [read]);

  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    while (Object.keys(queue.current).length > 0) {
      const fields = queue.current;
      queue.current = {};
      const { id, revision } = newest.current;
      const result = await call('training.update', { id, expectedRevision: revision, fields });
      if (result.ok) {
        setFailure(null);
        take(result.value);
        setWaiting({ ...queue.current });
        continue;
      }
      // The newest fields win over those that failed: nothing is sent twice, nothing is forgotten.
      queue.current = { ...fields, ...queue.current };
      if (result.failure.code === 'conflict') {
        const theirs = await call('training.get', { id });
        if (theirs.ok) {
          setConflict({ mine: queue.current, theirs: theirs.value });
          break;
        }
      }
      setFailure(result.failure);
      break;
    }
    running.current = false;
    setBusy(false);
  };
  const save = (fields: Partial<TrainingFields>): void => {
    const shown = { ...newest.current.fields, ...queue.current };
    const changed = Object.entries(fields).some(
      ([name, value]) => shown[name as keyof TrainingFields] !== value,
    );
    if (!changed && Object.keys(queue.current).length === 0) return;
    queue.current = { ...queue.current, ...fields };
    setWaiting((now) => ({ ...now, ...fields }));
    void run();
  };
  const settle = (mine: boolean): void => {
    if (conflict === null) return;
    newest.current = conflict.theirs;
    setTraining(conflict.theirs);
    if (!mine) {
      queue.current = {};
      setWaiting({});
    }
    setConflict(null);
    if (mine) void run();
  };
  const state = busy ? 'saving' : Object.keys(waiting).length > 0 ? 'unsaved' : 'saved';
  return {
    training,
    values: { ...training.fields, ...waiting },
    save,
    state,
    failure,
    conflict,
    keepMine: () => settle(true),
    keepTheirs: () => settle(false),
  };
}
