// Why long work is stopped: by a person, or because the environment closes, after which it may go on at the next start.

const closing = new DOMException('the environment closes', 'AbortError');

export const abortForClosing = (stop: AbortController): void => stop.abort(closing);

export const isClosing = (signal: AbortSignal): boolean => signal.reason === closing;
