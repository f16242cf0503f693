// Bytes from outside as the one text that they can mean, before any parser sees them: UTF-8 and nothing else. Contract §13.

/** `zeroAt`: where UTF-16 without a mark shows, which reads as UTF-8 with a zero beside every letter. */
export type StrictText = { text: string; zeroAt: number | null } | { fault: 'mark' | 'bytes' };

/** `mark`: it begins with the mark of UTF-8. */
export function strictText(bytes: Uint8Array): StrictText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { fault: 'mark' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const zeroAt = text.indexOf('\u0000');
    return { text, zeroAt: zeroAt < 0 ? null : zeroAt };
  } catch {
    return { fault: 'bytes' };
  }
}

/** The XML declaration at the very beginning, if there is one. `isUtf8` false: it names another encoding. */
export function declarationOf(text: string): { length: number; isUtf8: boolean } {
  const [declaration = ''] = /^<\?xml\s[^?<>]*\?>/.exec(text) ?? [];
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? 'UTF-8';
  return { length: declaration.length, isUtf8: encoding.toUpperCase() === 'UTF-8' };
}
