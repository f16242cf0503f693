// A door with an arrow into it or out of it: in and out for those who do not read.
import type { Direction } from './stage.ts';

const door = 'M29 8h12v32H29';
const shapes: Record<Direction, string> = {
  IN: 'M6 24h24M21 14l10 10-10 10',
  OUT: 'M34 24H8M17 14 7 24l10 10',
};

export function DirectionMark({ type }: { type: Direction }) {
  return (
    <svg className="point-mark" viewBox="0 0 48 48" aria-hidden="true">
      <path d={door} />
      <path d={shapes[type]} />
    </svg>
  );
}
