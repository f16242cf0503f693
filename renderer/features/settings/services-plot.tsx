// All services on one time line: open, read only, closed, and where the business date is.
import { useTranslation } from 'react-i18next';
import type { DatedState, ServiceRow } from '../../../preload/contract/service-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Sheet } from '../../ui/sheet.tsx';

const lane = 38;
const shades = { open: 'done', readOnly: 'soon', announced: 'rest', closed: null, retired: null } as const;

export function ServicesPlot({ services, today }: { services: ServiceRow[]; today: string }) {
  const { t } = useTranslation('services');
  const formats = useFormats();
  const span = spanOf(services, today);
  const foot = services.length * lane + 4;
  const list = services.map((row) => {
    const states = row.states.map((one) =>
      t('plotState', { state: t(`states.${one.state}`), date: formats.day(one.from, 'medium') }),
    );
    return t('plotOne', { name: t(`names.${row.service}`), list: states.join(', ') });
  });
  return (
    <Sheet
      title={t('plot')}
      aside={t('plotSpan', { from: String(span.first), to: String(span.last) })}
      stacked
    >
      <svg
        className="plot turns life-plot"
        height={foot + 18}
        role="img"
        aria-label={t('plotWords', { list: list.join('; ') })}
      >
        {span.years.map((year) => (
          <g key={year}>
            <line
              className="axis"
              x1={span.x(`${year}-01-01`)}
              x2={span.x(`${year}-01-01`)}
              y1="0"
              y2={foot}
            />
            {span.clear(`${year}-01-01`) && (
              <text x={span.x(`${year}-01-01`)} y={foot + 14} className="middle">
                {year}
              </text>
            )}
          </g>
        ))}
        {services.map((row, index) => (
          <g key={row.service}>
            <text className="value name" x="0" y={index * lane + 13}>
              {t(`names.${row.service}`)}
            </text>
            <text className="last" x="100%" y={index * lane + 13}>
              {t(`states.${row.state}`)}
            </text>
            <rect className="rest" x="0" y={index * lane + 18} width="100%" height="10" />
            {row.states.map((one, at) => (
              <Stretch
                key={one.from}
                state={one}
                x1={span.x(one.from)}
                x2={span.x(row.states[at + 1]?.from ?? span.end)}
                y={index * lane + 23}
              />
            ))}
          </g>
        ))}
        <line className="limit" x1={span.x(today)} x2={span.x(today)} y1="0" y2={foot} />
        <text x={span.x(today)} y={foot + 14} className="middle value">
          {t('now')}
        </text>
      </svg>
      <p className="quiet-text">{t('legend')}</p>
    </Sheet>
  );
}

function Stretch({ state, x1, x2, y }: { state: DatedState; x1: string; x2: string; y: number }) {
  const shade = shades[state.state];
  if (shade === null) return null;
  // Striped besides its colour, so that nobody has to tell colours apart.
  const stripes = state.state === 'readOnly' ? { strokeDasharray: '6 3' } : {};
  return <line className={`bar ${shade}`} x1={x1} x2={x2} y1={y} y2={y} {...stripes} />;
}

/** Whole years: from three before today to two after, further where a change lies further. */
export function spanOf(services: ServiceRow[], today: string) {
  const now = Number(today.slice(0, 4));
  const changes = services.flatMap(({ states }) => states.map(({ from }) => Number(from.slice(0, 4))));
  const first = now - 3;
  const last = Math.max(now + 2, ...changes.map((year) => Math.min(year + 1, now + 6)));
  const [a, b] = [Date.parse(`${first}-01-01`), Date.parse(`${last}-01-01`)];
  const part = (day: string): number => Math.min(1, Math.max(0, (Date.parse(day) - a) / (b - a)));
  return {
    first,
    last,
    end: `${last}-01-01`,
    years: Array.from({ length: last - first - 1 }, (_, index) => first + index + 1),
    x: (day: string): string => `${Math.round(part(day) * 10_000) / 100}%`,
    /** Whether the word of a year does not run into the one for today. */
    clear: (day: string): boolean => Math.abs(part(day) - part(today)) > 0.06,
  };
}
