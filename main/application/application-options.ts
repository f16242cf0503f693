// What the app is opened with, and what it then offers to a window or to the command line.
import type { Result } from '../../preload/contract/result.ts';
import type { HostedApp } from '../host/host.ts';
import type { Sender } from '../ipc/dispatch.ts';
import type { Clock } from '../platform/clock.ts';
import type { Keychain } from '../platform/keychain.ts';
import type { Actor, HostPort, Session } from '../platform/session.ts';
import type { Room } from './environment-room.ts';
import type { TerminalHost } from './terminal-host.ts';
import type { MakeHttp } from './watched-http.ts';

export type ApplicationOptions = {
  profileDir: string;
  /** Opened instead of the one that was chosen last. */
  environmentName?: string;
  /** More environments, or other addresses for the built-in ones; never for production. */
  environmentsFile?: string;
  /** Keys in memory only: for profiles in a temporary folder. */
  throwaway?: boolean;
  /** The window, where there is one; else give it later with `attachHost`. */
  host?: HostPort;
  /** Who acts when a call does not come from the command line. */
  actorKind?: Actor['kind'];
  /** Which windows may call, as the host knows them. Callers of the command line are always known. */
  trusted?: (sender: Sender) => boolean;
  keychain?: (service: string) => Keychain;
  clock?: Clock;
  http?: MakeHttp;
  practice?: 'embedded' | 'none';
  /** Beside the owner of the profile: only calls that read. */
  readonly?: boolean;
  locale?: string;
};

export type Application = HostedApp & {
  attachHost(host: HostPort, trusted: (sender: Sender) => boolean): void;
  /** Files for callers of the command line. */
  terminal: TerminalHost;
  /** Why nothing can be opened; null when all is well. */
  rescue(): Room['rescue'];
  /** The open environment; null on the rescue screen. For tests and the demonstration. */
  session(): Session | null;
  /** Starts the embedded practice service ahead of its first use. */
  warmUp(): Promise<Result<void>>;
  close(): Promise<void>;
};
