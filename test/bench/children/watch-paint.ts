// From a key to the paint of what it does, as the page itself sees it.

/**
 * Runs in the page. What `benchSeen` answers is what the person sees; from the event until it is something else and painted.
 * A message sent from a frame's callback arrives once that frame is painted.
 */
export const watchPaint = `(() => {
  window.benchTaken = [];
  window.benchLongest = 0;
  window.benchNodes = 0;
  window.benchSeen = () => null;
  const time = (event) => {
    const before = window.benchSeen();
    const look = () => {
      const now = window.benchSeen();
      if (now === null || now === before) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.benchTaken.push(performance.now() - event.timeStamp);
        window.benchBegan = performance.timeOrigin + event.timeStamp;
        window.benchNodes = Math.max(window.benchNodes, document.querySelectorAll('*').length);
      };
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  // A button acts as its key is let go, everything else as it is pressed.
  window.addEventListener('keydown', (event) => event.key === 'Enter' || time(event), true);
  window.addEventListener('keyup', (event) => event.key !== 'Enter' || time(event), true);
  window.addEventListener('wheel', time, { capture: true, passive: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.benchLongest = Math.max(window.benchLongest, duration);
  }).observe({ type: 'longtask' });
})();`;
