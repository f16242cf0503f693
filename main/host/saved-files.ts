// Documents that were saved in this window lately: a person may open one again, or print it, with the program of the PC that does so.
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** What is opened is only looked at: nothing that could run. */
const documents = new Set(['.pdf', '.csv', '.xlsx', '.ics']);
const mostKept = 20;

export type SavedFiles = {
  /** By the name that the page was told. */
  keep(windowId: string, name: string, path: string): void;
  /** Failures: notFound (not saved here lately, or gone since), notSupportedHere (no program took it). */
  open(windowId: string, name: string): Promise<Result<void>>;
  forgetWindow(windowId: string): void;
};

export function savedFiles(show: (path: string) => Promise<boolean>): SavedFiles {
  const kept = new Map<string, Map<string, string>>();
  return {
    keep(windowId, name, path) {
      if (!documents.has(extname(path).toLowerCase())) return;
      const files = kept.get(windowId) ?? new Map<string, string>();
      files.delete(name);
      files.set(name, path);
      for (const old of [...files.keys()].slice(0, -mostKept)) files.delete(old);
      kept.set(windowId, files);
    },
    async open(windowId, name) {
      const path = kept.get(windowId)?.get(name);
      if (path === undefined) return fail('notFound');
      const there = await stat(path).then(
        (facts) => facts.isFile(),
        () => false,
      );
      if (!there) return fail('notFound');
      return (await show(path)) ? ok(undefined) : fail('notSupportedHere');
    },
    forgetWindow: (windowId) => void kept.delete(windowId),
  };
}
