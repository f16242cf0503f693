// The one field of the registration point. What is in it stands in the field alone: never in the page's mark-up or memory.
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { enteredBy, readFigures } from './entered.ts';

/** What may be seen of it: how many signs, and the last two. */
export type Glimpse = { count: number; tail: string };
const nothing: Glimpse = { count: 0, tail: '' };

export type Entry = {
  field: RefObject<HTMLInputElement | null>;
  /** Takes what stands there, with who typed it, and leaves the field empty. */
  take: () => { entered: string; by: 'typed' | 'scanned' };
  /** The same without emptying it. */
  look: () => { entered: string; by: 'typed' | 'scanned' };
  clear: () => void;
  /** By the keys of the screen. */
  add: (sign: string) => void;
  back: () => void;
  /** A key of the keyboard wrote a sign at this moment (ms). */
  mark: (moment: number) => void;
  /** The field changed by itself. */
  changed: () => void;
};

/** Longest text of a badge. */
export const longest = 200;

export function useEntry(): { entry: Entry; glimpse: Glimpse } {
  const field = useRef<HTMLInputElement>(null);
  const moments = useRef<number[]>([]);
  const [glimpse, setGlimpse] = useState(nothing);
  const changed = useCallback(() => {
    const text = field.current?.value ?? '';
    if (text === '') moments.current = [];
    setGlimpse(text === '' ? nothing : { count: text.length, tail: text.slice(-2) });
  }, []);
  const entry = useMemo((): Entry => {
    const put = (text: string): void => {
      if (field.current !== null) field.current.value = text.slice(0, longest);
      changed();
    };
    const look: Entry['look'] = () => {
      const text = field.current?.value ?? '';
      return { entered: readFigures(text), by: enteredBy(text, moments.current) };
    };
    const clear = (): void => {
      moments.current = [];
      put('');
    };
    return {
      field,
      look,
      clear,
      changed,
      take: () => {
        const taken = look();
        clear();
        return taken;
      },
      add: (sign) => put((field.current?.value ?? '') + sign),
      back: () => put((field.current?.value ?? '').slice(0, -1)),
      mark: (moment) => {
        moments.current.push(moment);
        if (moments.current.length > longest) moments.current.shift();
      },
    };
  }, [changed]);
  return { entry, glimpse };
}
