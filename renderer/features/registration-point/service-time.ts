// The time as the service has it: this computer's clock, put right by the difference that main found.
import { useEffect, useState } from 'react';

const second = 1_000;

/**
 * Milliseconds since 1970, anew at every second. `difference`: the service's clock minus this computer's, in seconds; null
 * as long as it is not known.
 */
export function useServiceTime(difference: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const shift = (difference ?? 0) * second;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      setNow(Date.now());
      timer = setTimeout(tick, second - ((Date.now() + shift) % second));
    };
    tick();
    return () => clearTimeout(timer);
  }, [shift]);
  return now + shift;
}
