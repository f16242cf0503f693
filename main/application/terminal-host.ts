// Files for callers without a window: the command line names a path, the call carries only a short-lived id for it.
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { writeWhole } from '../host/whole-file.ts';
import type { HostPort } from '../platform/session.ts';

export type OfferedFile = { selectionId: string; path: string };

export type TerminalHost = HostPort & {
  /** What one caller may read, and where its saving goes, until its next call: long work goes on behind the answer. */
  offer(windowId: string, files: readonly OfferedFile[], saveTo: string | null): void;
};

/** Callers of the command line bear this before their id, so that a page can never pass for one. */
export const terminalPrefix = 'cli:';

type Offer = { files: Map<string, string>; saveTo: string | null };

/** Commands end without a word; the files of so many are known at a time. */
const mostCallers = 50;

export function terminalHost(): TerminalHost {
  const offers = new Map<string, Offer>();
  return {
    kind: 'none',
    offer(windowId, files, saveTo) {
      const named = new Map(files.map(({ selectionId, path }) => [selectionId, path]));
      offers.delete(windowId);
      offers.set(windowId, { files: named, saveTo });
      for (const id of [...offers.keys()].slice(0, -mostCallers)) offers.delete(id);
    },
    pickFile: () => Promise.resolve(fail('notSupportedHere')),
    pickFiles: () => Promise.resolve(fail('notSupportedHere')),
    allowCamera: () => Promise.resolve(fail('notSupportedHere')),
    openLink: () => Promise.resolve(fail('notSupportedHere')),
    openSaved: () => Promise.resolve(fail('notSupportedHere')),
    makePdf: () => Promise.resolve(fail('notSupportedHere')),
    openPractice: () => Promise.resolve(fail('notSupportedHere')),
    readSelection(windowId, selectionId, maxBytes) {
      const path = offers.get(windowId)?.files.get(selectionId);
      return path === undefined ? Promise.resolve(fail('selectionExpired')) : readFileWithin(path, maxBytes);
    },
    async saveFile(windowId, _name, bytes) {
      const path = offers.get(windowId)?.saveTo ?? null;
      return path === null ? fail('fileNotChosen') : writeWhole(path, bytes);
    },
  };
}

/** Opening a pipe would wait for its writer, for ever; Windows has no such flag and no such pipe. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Size and kind are checked on the open handle, so that a swapped file is not read. */
export async function readFileWithin(
  path: string,
  maxBytes: number,
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  try {
    await using handle = await open(path, READ_AT_ONCE);
    const facts = await handle.stat();
    if (!facts.isFile()) return fail('fileUnreadable');
    if (facts.size > maxBytes) return fail('fileTooLarge', { details: { maxBytes } });
    return ok({ name: basename(path).slice(0, 255), bytes: await handle.readFile() });
  } catch {
    return fail('fileUnreadable');
  }
}

/** Sends each request for a file to the host of its caller: the window's, or the terminal's. */
export function routedHost(window: () => HostPort | null, terminal: TerminalHost): HostPort {
  const of = (windowId: string): HostPort =>
    windowId.startsWith(terminalPrefix) ? terminal : (window() ?? terminal);
  return {
    get kind() {
      return window()?.kind ?? 'none';
    },
    saveFile: (windowId, name, bytes) => of(windowId).saveFile(windowId, name, bytes),
    pickFile: (windowId, options) => of(windowId).pickFile(windowId, options),
    pickFiles: (windowId, options) => of(windowId).pickFiles(windowId, options),
    readSelection: (windowId, id, most) => of(windowId).readSelection(windowId, id, most),
    allowCamera: (windowId, allowed) => of(windowId).allowCamera(windowId, allowed),
    comeForward: async () => (await window()?.comeForward?.()) ?? fail('notSupportedHere'),
    openLink: (url) => (window() ?? terminal).openLink(url),
    openSaved: (windowId, name) => of(windowId).openSaved(windowId, name),
    makePdf: (html) => (window() ?? terminal).makePdf(html),
    openPractice: (url) => (window() ?? terminal).openPractice(url),
  };
}
