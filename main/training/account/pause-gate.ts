// Lets long work wait between two of its steps until a person lets it go on.

export type PauseGate = {
  paused(): boolean;
  set(paused: boolean): void;
  /** Resolves at once while nobody has paused; also when the work is to stop. */
  pass(signal: AbortSignal): Promise<void>;
};

export function createPauseGate(): PauseGate {
  let paused = false;
  let goOn: () => void = () => undefined;
  return {
    paused: () => paused,
    set(value) {
      paused = value;
      if (!value) goOn();
    },
    async pass(signal) {
      while (paused && !signal.aborted) {
        await new Promise<void>((resolve) => {
          goOn = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
  };
}
