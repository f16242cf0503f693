// What a feature is given to work with: one open environment. Switching environments closes one session and opens another.

import type { Job } from '../../preload/contract/app.ts';
import type { EventName } from '../../preload/contract/index.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Environment } from './environment.ts';
import type { HttpPort } from './http.ts';
import type { Ids } from './ids.ts';
import type { Keychain } from './keychain.ts';
import type { Log } from './log.ts';
import type { Texts } from './texts.ts';

/** Who did it, for the history: a person at the keys, the command line, or the app by itself. */
export type Actor = { kind: 'person' | 'commandLine' | 'app'; name: string; osAccount: string };

export type ChangedName = Extract<EventName, `${string}.changed`>;

/** Long work: reported by event, listed after a reload, stopped by its signal. */
export type JobRun = {
  id: string;
  signal: AbortSignal;
  /** Coalesced: may be called as often as wished. */
  progress(done: number, total: number | null): void;
};
export type Jobs = {
  /** Starts work and answers its id at once; a second run of the same kind is refused with `stateNotAllowed`. */
  start(kind: Job['kind'], work: (run: JobRun) => Promise<Result<unknown>>): Result<{ id: string }>;
  list(): Job[];
  cancel(id: string): boolean;
  /** Ends all work and waits for it. */
  close(): Promise<void>;
};

/** What a feature may ask of the window, or of the terminal where there is none. */
export type HostPort = {
  kind: 'electron' | 'chromium' | 'none';
  /** Lets the person choose where to save, and writes there; null when the person thought better of it. */
  saveFile(windowId: string, name: string, bytes: Uint8Array): Promise<Result<{ name: string } | null>>;
  /** Lets the person choose a file; the path stays in main behind the selection id. */
  pickFile(
    windowId: string,
    options: { title: string; extensions: string[] },
  ): Promise<Result<{ selectionId: string; name: string; bytes: number } | null>>;
  /** The same for several at once; none when the person thought better of it. What cannot be read is left out. */
  pickFiles(
    windowId: string,
    options: { title: string; extensions: string[] },
  ): Promise<Result<{ selectionId: string; name: string; bytes: number }[]>>;
  /** Reads what was chosen, if the id is still good and the file no larger than the limit. */
  readSelection(
    windowId: string,
    selectionId: string,
    maxBytes: number,
  ): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  /**
   * Lets the page of a window ask the system for the camera, or no longer: pictures only, never sound. Failure
   * notSupportedHere where there is no such window.
   */
  allowCamera(windowId: string, allowed: boolean): Promise<Result<void>>;
  /** Absent where there is no window. */
  comeForward?(): Promise<Result<Record<string, never>>>;
  openLink(url: string): Promise<Result<void>>;
  /** Opens a document that was saved in this window lately, by its name, with the program of the PC. Failures: notFound, notSupportedHere. */
  openSaved(windowId: string, name: string): Promise<Result<void>>;
  /** Prints a self-contained HTML text to a tagged PDF: no script runs and nothing is fetched. */
  makePdf(html: string): Promise<Result<Uint8Array>>;
  /** Opens a page of the practice environment (loopback only) in a session of its own, without the bridge. */
  openPractice(url: string): Promise<Result<void>>;
};

export type Session = {
  /** The only write connection of this environment. */
  db: Database;
  environment: Environment;
  keychain: Keychain;
  http: HttpPort;
  clock: Clock;
  ids: Ids;
  log: Log;
  texts: Texts;
  jobs: Jobs;
  host: HostPort;
  actor(): Actor;
  /** Legal day for rules and deadlines: the practice date in practice, else today in Brussels. `yyyy-mm-dd`. */
  businessDate(): string;
  /** Says that things changed; coalesced to ten a second. No ids: many, read again. */
  changed(name: ChangedName, ids?: readonly string[]): void;
  /** Sends an event that says more than that something changed. Absent where nobody listens. */
  tell?(name: EventName, payload: object): void;
  /** How often it was said so far that one of these changed: the same number twice means that nothing of it did in between. */
  changes(names: readonly ChangedName[]): number;
  resourcesDir: string;
  appVersion: string;
};
