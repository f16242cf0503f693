// The number of a declaration of works: thirteen characters that people write in groups.

/** Thirteen characters, letters without I and O (published constraint of the SOAP service and of one public client). */
const REFERENCE = /^[A-HJ-NP-Z0-9]{13}$/;

/** Between the characters of a number people write spaces, dots and dashes of any kind. */
const separators = /[\s.\-\u00a0\u202f\u2010-\u2015]/g;

/** As it is kept: without what was written between, in capitals. */
export const compactReference = (text: string): string => text.replace(separators, '').toUpperCase();

/** `1y10 03sq5 vssz` → `1Y1003SQ5VSSZ`; null when it is not such a number. */
export function parseWorksReference(text: string): string | null {
  const value = compactReference(text);
  return REFERENCE.test(value) ? value : null;
}

/** In groups of four, as it is easiest to read aloud and to type: `9ZX4 K7R2 M5T8 W`. */
export const formatWorksReference = (reference: string): string => reference.replace(/(.{4})(?=.)/g, '$1 ');
