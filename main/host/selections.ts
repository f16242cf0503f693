// Files that a person picked: the page holds a short-lived id and a base name, main keeps the path. A selection
// belongs to one window, lives ten minutes, and dies with its window.
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** What the page learns of a picked file: never its path. */
export type PickedFile = { selectionId: string; name: string; bytes: number };

export type Selections = {
  /** Notes a picked path; refused when it is not a regular file that can be seen. */
  add: (windowId: string, path: string) => Promise<Result<PickedFile>>;
  /** Notes several, at most `mostSelected`; what is no regular file is left out. */
  addAll: (windowId: string, paths: readonly string[]) => Promise<PickedFile[]>;
  /** Reads the file now: size and kind are checked on the open handle, so that a swapped file is not read. */
  read: (
    windowId: string,
    selectionId: string,
    maxBytes: number,
  ) => Promise<Result<{ name: string; bytes: Uint8Array }>>;
  forgetWindow: (windowId: string) => void;
};

export const selectionLifeMs = 10 * 60_000;
/** Of one window: as many as one act may choose or drop, and some that were chosen before. */
export const mostSelected = 200;
const maxPerWindow = 250;

type Selection = { windowId: string; path: string; until: number };

export function createSelections(options: { newId: () => string; monotonic: () => number }): Selections {
  const kept = new Map<string, Selection>();

  const sweep = (): void => {
    const now = options.monotonic();
    for (const [id, selection] of kept) if (selection.until <= now) kept.delete(id);
  };

  const add: Selections['add'] = async (windowId, path) => {
    sweep();
    const own = [...kept].filter(([, selection]) => selection.windowId === windowId);
    if (own.length >= maxPerWindow && own[0]) kept.delete(own[0][0]);
    try {
      const facts = await stat(path);
      if (!facts.isFile()) return fail('fileUnreadable');
      const selectionId = options.newId();
      kept.set(selectionId, { windowId, path, until: options.monotonic() + selectionLifeMs });
      return ok({ selectionId, name: shortName(path), bytes: facts.size });
    } catch {
      return fail('fileUnreadable');
    }
  };

  return {
    add,
    async addAll(windowId, paths) {
      const added = await Promise.all(paths.slice(0, mostSelected).map((path) => add(windowId, path)));
      return added.flatMap((result) => (result.ok ? [result.value] : []));
    },

    async read(windowId, selectionId, maxBytes) {
      sweep();
      const selection = kept.get(selectionId);
      if (!selection || selection.windowId !== windowId) return fail('selectionExpired');
      try {
        await using handle = await open(selection.path, 'r');
        const facts = await handle.stat();
        if (!facts.isFile()) return fail('fileUnreadable');
        if (facts.size > maxBytes) return fail('fileTooLarge', { details: { maxBytes } });
        const bytes = Buffer.alloc(facts.size);
        const { bytesRead } = await handle.read(bytes, 0, facts.size, 0);
        return ok({ name: shortName(selection.path), bytes: bytes.subarray(0, bytesRead) });
      } catch {
        return fail('fileUnreadable');
      }
    },

    forgetWindow(windowId) {
      for (const [id, selection] of kept) if (selection.windowId === windowId) kept.delete(id);
    },
  };
}

const shortName = (path: string): string => basename(path).slice(0, 255);
