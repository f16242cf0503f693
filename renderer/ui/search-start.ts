// Words with which another page's search is to begin: handed over in memory, once, as they may be the number of a person.
import { useEffect, useState } from 'react';
import { forgetElsewhere } from '../elsewhere.ts';

const waiting = new Map<string, string>();
forgetElsewhere(() => waiting.clear());

/** `place` is the path of the page that takes them over. */
export function startSearch(place: string, words: string): void {
  waiting.set(place, words);
}

/** Empty where nothing was handed over. A page may begin more than once while its texts are fetched. */
export function useWaitingSearch(place: string): string {
  const [words] = useState(() => waiting.get(place) ?? '');
  useEffect(() => {
    waiting.delete(place);
  }, [place]);
  return words;
}
