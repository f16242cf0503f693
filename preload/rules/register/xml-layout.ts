// XML as people read it: in coloured pieces, and with each element on a line of its own. Only for looking: nothing that is drawn here is
// ever read back as XML, and a text that is none is drawn as it is.

export type XmlPieceKind = 'mark' | 'name' | 'attribute' | 'value' | 'text' | 'other';
export type XmlPiece = { kind: XmlPieceKind; text: string };

const tag = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /(\s+)([\w.:-]+)(\s*=\s*)("[^"<]*"|'[^'<]*')/g;
/** Comments, processing instructions, CDATA and what else stands in angle brackets. */
const other = /<!--[\s\S]*?-->|<[?!][^>]*>|</y;

/** The text in pieces, one after the other: put together they are the text again. */
export function xmlPieces(text: string): XmlPiece[] {
  const pieces: XmlPiece[] = [];
  const add = (kind: XmlPieceKind, piece: string): void => {
    if (piece !== '') pieces.push({ kind, text: piece });
  };
  for (let at = 0; at < text.length; ) {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found !== null) {
      const [whole, close = '', name = '', attributes = ''] = found;
      add('mark', `<${close}`);
      add('name', name);
      for (const [, gap = '', label = '', sign = '', value = ''] of attributes.matchAll(attribute)) {
        add('text', gap);
        add('attribute', label);
        add('mark', sign);
        add('value', value);
      }
      add('mark', whole.slice(1 + close.length + name.length + attributes.length));
      at += whole.length;
      continue;
    }
    other.lastIndex = at;
    const strange = other.exec(text)?.[0];
    if (strange !== undefined) {
      add('other', strange);
      at += strange.length;
      continue;
    }
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    add('text', text.slice(at, end));
    at = end;
  }
  return pieces;
}

const between = />\s*</g;

/**
 * Each element on its line, two blanks for each level: `<a><b>x</b></a>` in three lines. Blanks between elements are made anew;
 * those within a value stay.
 */
export function layOutXml(text: string): string {
  let depth = 0;
  return text
    .trim()
    .replace(between, '>\n<')
    .split('\n')
    .map((line) => {
      const closes = line.startsWith('</');
      if (closes) depth = Math.max(0, depth - 1);
      const laid = `${'  '.repeat(Math.min(depth, 40))}${line}`;
      const opens = /^<[A-Za-z_]/.test(line) && !line.endsWith('/>') && !line.includes('</');
      if (opens) depth += 1;
      return laid;
    })
    .join('\n');
}
