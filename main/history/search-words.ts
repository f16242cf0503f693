// Which words of a payload can be searched, and how a typed question becomes a question to the index.

const MAX_CHARACTERS = 2_000;
const MAX_TEXT = 120;

/** The short texts and numbers anywhere in a payload, once each, up to 2,000 characters. */
export function searchWords(payload: unknown): string {
  const words = new Set<string>();
  let size = 0;
  const visit = (value: unknown): void => {
    if (size > MAX_CHARACTERS) return;
    if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value);
      if (text.length === 0 || text.length > MAX_TEXT || words.has(text)) return;
      words.add(text);
      size += text.length + 1;
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit(payload);
  return [...words].join(' ').slice(0, MAX_CHARACTERS);
}

/**
 * An FTS5 question from what a person typed: all words, each as a beginning; a number typed in groups is also tried
 * whole. `85.07.30-033.28` gives `("85"* "07"* "30"* "033"* "28"*) OR "85073003328"*`. Null when nothing can be searched.
 */
export function searchQuestion(text: string): string | null {
  const tokens = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (tokens.length === 0) return null;
  const all = tokens.map((token) => `"${token}"*`).join(' ');
  const digits = /^[\d\s./-]+$/.test(text) ? text.replace(/\D/g, '') : '';
  return tokens.length > 1 && digits.length >= 9 ? `(${all}) OR "${digits}"*` : all;
}
