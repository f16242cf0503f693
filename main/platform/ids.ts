// Identifiers as a port: UUIDv7 (RFC 9562 §5.7), which sort by time and therefore insert at the end of an index.
import { randomBytes, randomUUID } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';

export type Ids = { newId(): string };

/**
 * UUIDv7 source. Within one millisecond, and when the wall clock steps back, the 12 bits after the version count up,
 * so that ids of one source always ascend.
 */
export function uuidSource(clock: Pick<Clock, 'now'>): Ids {
  let lastMs = 0;
  let counter = 0;
  return {
    newId() {
      const nowMs = clock.now().getTime();
      if (nowMs > lastMs) {
        lastMs = nowMs;
        counter = randomBytes(2).readUInt16BE() & 0x7ff;
      } else if (counter < 0xfff) {
        counter += 1;
      } else {
        lastMs += 1;
        counter = 0;
      }
      return format(lastMs, counter);
    },
  };
}

const systemIds = uuidSource(systemClock);

/** A fresh UUIDv7, for example `01936d2e-5b1a-7c41-9b0e-3f6b8f0a1c22`. */
export function newId(): string {
  return systemIds.newId();
}

/** Predictable ids for tests: `<prefix>-1`, `<prefix>-2`, … */
export function countingIds(prefix = 'id'): Ids {
  let last = 0;
  return {
    newId() {
      last += 1;
      return `${prefix}-${last}`;
    },
  };
}

function format(ms: number, counter: number): string {
  const time = ms.toString(16).padStart(12, '0');
  // Variant and chance of a UUIDv4 stand in the same place, and Node has those ready by the hundred.
  const rest = randomUUID().slice(19);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${rest}`;
}
