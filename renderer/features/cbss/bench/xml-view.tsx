// XML in colours, each element on its line: for looking, not for changing.
import { layOutXml, type XmlPiece, xmlPieces } from '../../../../preload/rules/register/xml-layout.ts';

type XmlViewProps = {
  text: string;
  label: string;
  /** As it stands, blanks and all: what was counted must not be laid out. */
  exact?: boolean;
};

export function XmlView({ text, label, exact = false }: XmlViewProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
    <section className="kept-text xml-view" tabIndex={0} aria-label={label}>
      <code>
        {placed(xmlPieces(exact ? text : layOutXml(text))).map(({ at, kind, text: piece }) => (
          <span key={at} className={`xml-${kind}`}>
            {piece}
          </span>
        ))}
      </code>
    </section>
  );
}

/** Each piece with where it begins, which is what it is known by. */
function placed(pieces: readonly XmlPiece[]): (XmlPiece & { at: number })[] {
  let at = 0;
  return pieces.map((piece) => {
    const begins = at;
    at += piece.text.length;
    return { ...piece, at: begins };
  });
}
