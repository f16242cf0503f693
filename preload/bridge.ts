// The bridge that a window gives its page: JSON text out, JSON text back, and nothing else. Main checks every word.

/** What lies under the bridge: Electron's IPC, or the two bindings of the Chromium host. */
export type Channel = {
  invoke(json: string): Promise<string>;
  subscribe(listener: (json: string) => void): () => void;
  /** Hands dropped files to main, which knows their paths; the page gets selection ids. */
  take(files: readonly unknown[]): Promise<string>;
};

export type Bridge = {
  call(json: string): Promise<string>;
  on(listener: (json: string) => void): () => void;
  take(files: ArrayLike<unknown>): Promise<string>;
};

/** As many dropped files as one drop may bring. */
export const maxDropped = 200;

/** `createBridge(channel).call('{"name":"app.state","input":{}}')` gives the Result as JSON. */
export function createBridge(channel: Channel): Bridge {
  return {
    call: (json) => channel.invoke(String(json)),
    on(listener) {
      if (typeof listener !== 'function') return () => {};
      return channel.subscribe((json) => listener(json));
    },
    take: (files) => channel.take(Array.from(files).slice(0, maxDropped)),
  };
}
