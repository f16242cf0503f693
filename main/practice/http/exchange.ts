// One request as the services see it, and the reply they give.
import type { IncomingHttpHeaders } from 'node:http';
import type { LedgerEffect } from '../store/ledger-store.ts';

export interface Exchange {
  readonly method: string;
  readonly url: URL;
  /** The raw path of the request, without its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly traceId: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly mediaType?: string;
  readonly json?: unknown;
  readonly text?: string;
  /** Set when the request reached commit: what it did, per external reference. */
  readonly effects?: readonly LedgerEffect[];
}

export type Handle = (exchange: Exchange) => Reply;

export const ok = (json: unknown): Reply => ({ status: 200, json });

/** The text that leaves for a reply; empty where it has none. */
export const bodyOf = (reply: Reply): string =>
  reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
