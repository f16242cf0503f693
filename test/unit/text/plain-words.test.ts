// Words of others that are shown on one line: what steers a reader or a printer is gone, and nothing is longer than its place.
import { expect, it } from 'vitest';
import { plainWords } from '../../../preload/rules/text/plain-words.ts';

it('takes out what turns the direction of reading and what controls a device, and keeps every letter', () => {
  expect(plainWords('\u202eevil\u2066 \u200fŁucja\u0007 d’Hondt-Éloïse\u0085\u001b[2J', 80)).toBe(
    'evil Łucja d’Hondt-Éloïse[2J',
  );
});

it('makes blanks of tabs and new lines, one where there are several', () => {
  expect(plainWords('\tbalie\r\n\n 2\u2028kassa ', 80)).toBe('balie 2 kassa');
});

it('cuts to what its place holds, and no sign in half', () => {
  expect(plainWords('a'.repeat(201), 200)).toHaveLength(200);
  expect(plainWords(`${'a'.repeat(9)}😀`, 10)).toBe('a'.repeat(9));
  expect(plainWords('\ud83d', 10)).toBe('\ufffd');
});

it('takes out what nobody sees, so that names that look alike are the same', () => {
  expect(plainWords('\ufeffKes\u200bte\u00adlaar\u2060 \u{e0041}Jo\u200dy', 80)).toBe('Kestelaar Jo\u200dy');
});
