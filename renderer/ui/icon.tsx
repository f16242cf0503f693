// An icon by name, and the sprite that holds every shape once per document. Icons never carry meaning alone.
import { type IconName, type IconShape, iconShapes } from './icon-shapes.ts';

export type { IconName } from './icon-shapes.ts';

type IconProps = { name: IconName; large?: boolean; turns?: boolean };

/** `turns`: mirrored in a page that runs right to left (arrows, send). */
export function Icon({ name, large = false, turns = false }: IconProps) {
  const className = ['icon', large ? 'large' : '', turns ? 'turns' : ''].filter(Boolean).join(' ');
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

export function IconSprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true">
      {(Object.entries(iconShapes) as [IconName, IconShape][]).map(([name, shape]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
          {shape.circles?.map(([x, y, radius]) => (
            <circle
              key={`${x} ${y}`}
              cx={x}
              cy={y}
              r={radius}
              {...(shape.dashed ? { strokeDasharray: '2.2 2.2' } : {})}
            />
          ))}
          {shape.paths.map((path) => (
            <path key={path} d={path} />
          ))}
        </symbol>
      ))}
    </svg>
  );
}
