// The bridge as the page sees it in the Chromium host: the same `window.sociodesk` that the Electron preload gives.
// It runs before the page's own scripts; main checks every call that comes through the two bindings.

import { mostSelected } from './selections.ts';

export const callBinding = '__sociodeskCall';
export const takeBinding = '__sociodeskTake';

export const pageScript = `(() => {
  if (window !== window.top || 'sociodesk' in window) return;
  const call = window.${callBinding};
  const take = window.${takeBinding};
  const listeners = new Set();
  let dropped = [];
  const bridge = {
    call: (json) => call(String(json)),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (files) => {
      dropped = Array.from(files).slice(0, ${mostSelected});
      return take(String(dropped.length));
    },
    deliver: (json) => {
      for (const listener of [...listeners]) listener(json);
    },
    get dropped() {
      return dropped;
    },
  };
  Object.defineProperty(window, 'sociodesk', { value: Object.freeze(bridge), enumerable: true });
})();`;

/** The expression that hands one event to the page. */
export const deliverExpression = (json: string): string =>
  `window.sociodesk?.deliver(${JSON.stringify(json)})`;
