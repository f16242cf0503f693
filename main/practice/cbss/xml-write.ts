// XML as a tagged template: whatever is put into it is escaped, unless it is mark-up itself.

export interface Xml {
  readonly xml: string;
}
export type XmlPiece = Xml | string | number | undefined | false | readonly XmlPiece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

// What XML 1.0 cannot carry at all, even as a reference (section 2.2): control characters, halves of pairs, two non-characters.
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string =>
  text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign);

const isList = (piece: XmlPiece): piece is readonly XmlPiece[] => Array.isArray(piece);

const textOf = (piece: XmlPiece): string => {
  if (piece === undefined || piece === false) return '';
  if (isList(piece)) return piece.map(textOf).join('');
  return typeof piece === 'object' ? piece.xml : escaped(String(piece));
};

/** `` xml`<a>${'<b>'}</a>` `` → `<a>&lt;b&gt;</a>` */
export const xml = (parts: TemplateStringsArray, ...pieces: readonly XmlPiece[]): Xml => ({
  xml: parts.map((part, at) => part + (at < pieces.length ? textOf(pieces[at]) : '')).join(''),
});

/** An element that is left out where it has nothing to say. */
export const maybe = (name: string, value: string | number | undefined | null): Xml | undefined =>
  value === undefined || value === null ? undefined : { xml: `<${name}>${escaped(String(value))}</${name}>` };
