// Finds numbers of persons as people and programs write them, and the spellings and encodings that would hide them.

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** Signs and their spellings in addresses, markup and JSON that stand between digits. */
const encoded = String.raw`%20|%2[B-Fb-f]|%3[Aa]|%[Cc]2%[Aa]0|&nbsp;|&#160;|\\u00[aA]0`;
/** Eleven digits with up to three signs between them; hexadecimal text around them is no number. */
const LOOSE = new RegExp(
  String.raw`(?<![\dA-Fa-f\-])\d(?:(?:[\s.\-\/_·–—+]|${encoded}){0,3}\d){10}(?![\dA-Fa-f])`,
  'g',
);
const between = String.raw`(?:[\s.\-\/_·–—+:,"]|${encoded}|<[^<>]{0,30}>)`;
/** The groups of the number itself, a sign at least before its serial; whatever letters stand around. A `T` begins a time. */
const GROUPED = new RegExp(
  String.raw`(?<![\dT])\d\d${between}{0,3}\d\d${between}{0,3}\d\d${between}{1,12}\d{3}${between}{0,12}\d\d(?!\d)`,
  'g',
);

/** Every number replaced by `mask`; identifiers of records (UUID) stay. */
export function withoutNumbers(text: string, mask: string): string {
  const masked = (part: string): string => part.replace(GROUPED, mask).replace(LOOSE, mask);
  let out = '';
  let from = 0;
  for (const id of text.matchAll(UUID)) {
    out += masked(text.slice(from, id.index)) + id[0];
    from = id.index + id[0].length;
  }
  return out + masked(text.slice(from));
}

/** What may be base64, in either alphabet; eleven digits take fifteen signs. */
const RUN = /[\w+/-]{15,}/g;

/**
 * The same for numbers that are encoded in base64: as a whole value, or within a longer one such as a part of a JWT. Where
 * the encoding begins within the run is not known, so all four ways of reading it are tried; bytes that are no text do
 * not read as eleven digits by chance.
 */
export function withoutEncodedNumbers(text: string, mask: string): string {
  return text.replace(RUN, (run) => {
    if (!holdsNumber(run)) return run;
    const parts = run.split('/');
    return parts.some(holdsNumber) ? parts.map((part) => (holdsNumber(part) ? mask : part)).join('/') : mask;
  });
}

const holdsNumber = (run: string): boolean =>
  [0, 1, 2, 3].some((from) => {
    const read = plainSpelling(
      Buffer.from(run.slice(from), 'base64').toString('latin1').replaceAll('\0', ''),
    );
    return withoutNumbers(read, '') !== read;
  });

/** Plain letters and digits for wide ones, escaped ones (`\u0038`) and those with signs without width between them. */
export function plainSpelling(text: string): string {
  const read = text.replace(/\\u00([2-7][\da-f])/gi, (whole, code: string) => {
    const sign = String.fromCharCode(Number.parseInt(code, 16));
    return sign === '"' || sign === '\\' ? whole : sign;
  });
  return read.replace(/\p{Cf}/gu, '').replace(/[^\p{ASCII}…]+/gu, (part) => part.normalize('NFKC'));
}
