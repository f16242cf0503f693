// A value that must not be printed: wherever it is turned into text by accident, `[secret]` appears instead.
import { inspect } from 'node:util';

const MASK = '[secret]';

export type Secret<T> = {
  /** The value itself; call it only where it is used. */
  reveal(): T;
  toString(): string;
  toJSON(): string;
};

export function secret<T>(value: T): Secret<T> {
  return Object.freeze({
    reveal: () => value,
    toString: () => MASK,
    toJSON: () => MASK,
    [Symbol.toPrimitive]: () => MASK,
    [inspect.custom]: () => MASK,
  });
}
