// A sketch of a screen, drawn from its description in the colours of the theme, with words for those who do not see it.
import { draw } from '../../../preload/rules/guide/drawings/draw.ts';
import { arrowPath, type Shape, writtenText } from '../../../preload/rules/guide/drawings/drawing.ts';
import type { GuideFacts } from '../../../preload/rules/guide/guide-words.ts';
import type { DrawingId } from '../../../preload/rules/guide/step-catalog.ts';
import { useAppState } from '../../app-state.ts';
import { useGuideWords } from './guide-words.ts';

export function GuideDrawing({ id, facts }: { id: DrawingId; facts: GuideFacts }) {
  const { say, language } = useGuideWords(facts);
  const practising = useAppState().environment.kind === 'practice';
  const { width, height, shapes } = draw(id, {
    quality: facts.quality ?? 'employerNsso',
    rights: facts.rights,
  });
  const write = (shape: Extract<Shape, { kind: 'words' }>): string =>
    writtenText(shape.written, language, { enterpriseName: facts.enterpriseName, own: say, practising });
  return (
    <figure className="sketch">
      <figcaption>{say(`drawings.${id}.title`)}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="sketch-room" tabIndex={0} aria-label={say(`drawings.${id}.title`)}>
        <svg role="img" aria-label={say(`drawings.${id}.alt`)} viewBox={`0 0 ${width} ${height}`}>
          {shapes.map((shape, at) => (
            // The shapes of a sketch never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed list
            <SketchShape key={at} shape={shape} write={write} />
          ))}
        </svg>
      </section>
      <p className="quiet-text">{say('drawings.notTheScreen')}</p>
    </figure>
  );
}

type ShapeProps = { shape: Shape; write: (shape: Extract<Shape, { kind: 'words' }>) => string };

function SketchShape({ shape, write }: ShapeProps) {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height } = shape;
      return <rect className={`sketch-${shape.look}`} {...{ x, y, width, height }} rx={3} />;
    }
    case 'words':
      return (
        <text
          className={`sketch-words ${shape.look}`}
          x={shape.x}
          y={shape.y}
          textAnchor={shape.middle === true ? 'middle' : 'start'}
        >
          {write(shape)}
        </text>
      );
    case 'tick':
      return (
        <>
          <rect className="sketch-field" x={shape.x - 6} y={shape.y - 6} width={12} height={12} />
          {shape.on && <path className="sketch-line" d={`m${shape.x - 4} ${shape.y} 3 3 5-6`} />}
        </>
      );
    case 'dot':
      return (
        <>
          <circle className="sketch-field" cx={shape.x} cy={shape.y} r={6} />
          {shape.on && <circle className="sketch-full" cx={shape.x} cy={shape.y} r={3} />}
        </>
      );
    case 'arrow':
      return <path className="sketch-line" d={arrowPath(shape)} />;
    case 'act':
      return (
        <>
          <circle className="sketch-full" cx={shape.x} cy={shape.y} r={9} />
          <text className="sketch-words hot" x={shape.x} y={shape.y + 4} textAnchor="middle">
            {shape.number}
          </text>
        </>
      );
  }
}
