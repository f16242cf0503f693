// Guesses what each column of a list holds from its heading, by words that are known for each field.

/** Lower case letters and digits without accents, blanks and signs: `N° d’entreprise` → `ndentreprise`. */
export const plainHeading = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(/\bn[°º]/gi, 'numero ')
    .replaceAll('@', 'at')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

export type GuessedField<F extends string> = {
  field: F | null;
  how: 'exact' | 'similar' | 'remembered' | 'none';
};

/**
 * A field for each heading, none twice: what was remembered first, then words that are known, then words one or two letters
 * away from them. `byWord` has plain headings as keys.
 */
export function guessFields<F extends string>(
  headings: readonly string[],
  byWord: ReadonlyMap<string, F>,
  remembered: ReadonlyMap<string, F | null>,
): GuessedField<F>[] {
  const plain = headings.map(plainHeading);
  const columns: GuessedField<F>[] = plain.map(() => ({ field: null, how: 'none' }));
  const taken = new Set<F>();
  const decided = new Set<number>();
  const give = (how: GuessedField<F>['how'], find: (word: string) => F | null | undefined): void => {
    for (const [at, word] of plain.entries()) {
      if (word === '' || decided.has(at)) continue;
      const field = find(word);
      if (field === undefined || (field !== null && taken.has(field))) continue;
      if (field !== null) taken.add(field);
      decided.add(at);
      columns[at] = { field, how };
    }
  };
  give('remembered', (word) => remembered.get(word));
  give('exact', (word) => byWord.get(word));
  give('similar', (word) => similar(byWord, word));
  return columns;
}

function similar<F extends string>(byWord: ReadonlyMap<string, F>, word: string): F | undefined {
  // Short words are near to everything.
  if (word.length < 6 || word.length > 40) return undefined;
  const allowed = word.length < 10 ? 1 : 2;
  let best: F | undefined;
  let least = allowed + 1;
  for (const [known, field] of byWord) {
    if (known.length < 6 || Math.abs(known.length - word.length) > allowed) continue;
    const away = distance(word, known);
    if (away < least) {
      least = away;
      best = field;
    }
  }
  return best;
}

/** Letters to add, drop or change, two neighbours changing places counting once. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
