// The text of a file in whatever encoding it was saved.
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../main/platform/tables/decode-text.ts';

describe('decodeText', () => {
  const text = 'Prénom;Être;Größe\r\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 BE', Buffer.from(text, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('reads the euro sign of windows-1252', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x20, 0x35))).toBe('€ 5');
  });
});
