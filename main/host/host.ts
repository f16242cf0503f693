// What a window must offer to the app, whichever program draws it. Features know the small part in `platform/session`;
// the rest serves the entry points.
import { fail } from '../../preload/contract/result.ts';
import type { Sender } from '../ipc/dispatch.ts';
import type { HostPort } from '../platform/session.ts';

export type Host = HostPort & {
  /** Opens the main window, or brings it to the front, and answers its id. */
  openWindow(): Promise<string>;
  notify(message: { title: string; body: string }): void;
  /** Whether a caller is the top frame of a window of this host, on the page's origin. */
  trusts(sender: Sender): boolean;
  close(): Promise<void>;
};

/** What a host needs of the app that it shows. */
export type HostedApp = {
  dispatch(sender: Sender, json: string): Promise<string>;
  /** Gives every event as JSON until the answer is called. */
  onEvent(listener: (json: string) => void): () => void;
  windowClosed(windowId: string): void;
};

/** What every host is made with. */
export type HostOptions = {
  app: HostedApp;
  /** Folder of the built page. */
  pageDir: string;
  newId: () => string;
  monotonic: () => number;
  /** Hosts of public pages that may be opened outside, taken from the configuration of environments. */
  linkHosts: readonly string[];
};

/** A host for the command line and for tests without a window. */
export function windowlessHost(): Host {
  const no = () => Promise.resolve(fail('notSupportedHere'));
  return {
    kind: 'none',
    openWindow: () => Promise.resolve('none'),
    pickFile: no,
    pickFiles: no,
    readSelection: no,
    saveFile: no,
    makePdf: no,
    allowCamera: no,
    notify: () => {},
    openLink: no,
    openSaved: no,
    openPractice: no,
    trusts: () => false,
    close: () => Promise.resolve(),
  };
}
