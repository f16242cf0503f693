// Sends events to the windows. `…changed` events are joined per name and leave at most ten times a second, so that a
// run over a thousand records does not make the page read a thousand times.
import type { EventDefinition } from '../../preload/contract/call.ts';

export type EventHub = {
  emit: (name: string, payload: unknown) => void;
  subscribe: (listener: (json: string) => void) => () => void;
  close: () => void;
};

/** Runs `act` after a delay; the answer cancels it. */
export type Schedule = (delayMs: number, act: () => void) => () => void;

export const systemSchedule: Schedule = (delayMs, act) => {
  const timer = setTimeout(act, delayMs);
  return () => clearTimeout(timer);
};

type Changed = { ids: string[]; revision: number };
type Waiting = { cancel: () => void; next: Changed | null };

/** Shortest time between two `changed` events of one name. */
export const changedIntervalMs = 100;
/** More ids than this are sent as an empty list: "many, read again". */
export const maxIds = 500;

export function createEventHub(options: {
  events: Record<string, EventDefinition>;
  schedule?: Schedule;
  refused?: (name: string) => void;
}): EventHub {
  const schedule = options.schedule ?? systemSchedule;
  const listeners = new Set<(json: string) => void>();
  const waiting = new Map<string, Waiting>();

  const send = (name: string, payload: unknown): void => {
    const definition = Object.hasOwn(options.events, name) ? options.events[name] : undefined;
    const checked = definition?.payload.safeParse(payload);
    if (!checked?.success) {
      options.refused?.(name);
      return;
    }
    const json = JSON.stringify({ name, payload: checked.data });
    for (const listener of [...listeners]) listener(json);
  };

  const sendChanged = (name: string, payload: Changed): void => {
    send(name, payload);
    const cancel = schedule(changedIntervalMs, () => {
      const entry = waiting.get(name);
      waiting.delete(name);
      if (entry?.next) sendChanged(name, entry.next);
    });
    waiting.set(name, { cancel, next: null });
  };

  return {
    emit(name, payload) {
      if (!isChanged(payload) || !name.endsWith('.changed')) return send(name, payload);
      const entry = waiting.get(name);
      if (entry) entry.next = joined(entry.next, payload);
      else sendChanged(name, payload);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const entry of waiting.values()) entry.cancel();
      waiting.clear();
      listeners.clear();
    },
  };
}

function isChanged(payload: unknown): payload is Changed {
  const candidate = payload as Partial<Changed> | null;
  return Array.isArray(candidate?.ids) && typeof candidate?.revision === 'number';
}

/** Ids of both, the later revision; an empty list on either side already means "many". */
function joined(before: Changed | null, after: Changed): Changed {
  if (!before) return after;
  const revision = Math.max(before.revision, after.revision);
  if (before.ids.length === 0 || after.ids.length === 0) return { ids: [], revision };
  const ids = [...new Set([...before.ids, ...after.ids])];
  return { ids: ids.length > maxIds ? [] : ids, revision };
}
