// Mark-up as a tagged template: whatever is put into it is escaped, unless it is mark-up itself.

export interface Html {
  readonly html: string;
}
export type Piece = Html | string | number | undefined | false | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const isList = (piece: Piece): piece is readonly Piece[] => Array.isArray(piece);

const textOf = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  if (isList(piece)) return piece.map(textOf).join('');
  return typeof piece === 'object' ? piece.html : escaped(String(piece));
};

/** `` html`<p>${'<b>'}</p>` `` → `<p>&lt;b&gt;</p>` */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: parts.map((part, at) => part + (at < pieces.length ? textOf(pieces[at]) : '')).join(''),
});

/** An address within the portal with the parameters that are set. */
export const linkTo = (
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
): string => {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as [string, string]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};
