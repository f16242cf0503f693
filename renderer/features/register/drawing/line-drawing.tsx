// The lines of a person on one time axis, a lane for each client and dossier type. One stop for the keyboard: arrows go from line
// to line, and the one that is at hand is what the page shows more of.
import { type KeyboardEvent, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names.ts';
import { axisOf, moveAmong } from './line-axis.ts';
import { AxisLines, AxisNames, type DrawnLine, LineBar } from './line-bars.tsx';
import { useLineWords } from './line-words.ts';
import '../register.css';

export type DrawnLane = { id: string; employer: string; type: string; lines: DrawnLine[] };
export type ChosenLine = { lane: number; line: number };

type LineDrawingProps = {
  label: string;
  lanes: DrawnLane[];
  today: string;
  chosen: ChosenLine | null;
  onChoose: (chosen: ChosenLine) => void;
};

export function LineDrawing({ label, lanes, today, chosen, onChoose }: LineDrawingProps) {
  const { t } = useTranslation('register');
  const id = useId();
  const axis = useMemo(
    () =>
      axisOf(
        lanes.flatMap(({ lines }) => lines),
        today,
      ),
    [lanes, today],
  );
  const optionId = ({ lane, line }: ChosenLine): string => `${id}-${lane}-${line}`;
  const first = { lane: 0, line: 0 };
  const onKey = (event: KeyboardEvent): void => {
    const next =
      chosen === null
        ? first
        : moveAmong(
            lanes.map(({ lines }) => lines),
            chosen,
            event.key,
          );
    if (next === null || !/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
    onChoose(next);
  };
  return (
    <div
      className="line-lanes"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={chosen === null ? undefined : optionId(chosen)}
      onKeyDown={onKey}
      onFocus={() => {
        if (chosen === null) onChoose(first);
      }}
    >
      <div className="line-lane line-head" aria-hidden="true">
        <span />
        <AxisNames axis={axis} today={today} now={t('drawing.today')} />
      </div>
      {lanes.map((lane, at) => (
        <Lane
          key={lane.id}
          lane={lane}
          axis={axis}
          today={today}
          named={lanes[at - 1]?.employer !== lane.employer}
          chosen={chosen?.lane === at ? chosen.line : null}
          optionId={(line) => optionId({ lane: at, line })}
          onChoose={(line) => onChoose({ lane: at, line })}
        />
      ))}
    </div>
  );
}

type LaneProps = {
  lane: DrawnLane;
  axis: ReturnType<typeof axisOf>;
  today: string;
  /** First lane of its client. */
  named: boolean;
  chosen: number | null;
  optionId: (line: number) => string;
  onChoose: (line: number) => void;
};

function Lane({ lane, axis, today, named, chosen, optionId, onChoose }: LaneProps) {
  const words = useLineWords();
  return (
    <div className={classNames('line-lane', named && 'named')}>
      <span className="line-name">
        {named && <b>{lane.employer}</b>}
        <span>{lane.type}</span>
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset */}
      <svg className="line-drawing turns" role="group" aria-label={`${lane.employer}, ${lane.type}`}>
        <AxisLines axis={axis} today={today} />
        {lane.lines.map((line, index) => (
          // The keys are heard by the list, which keeps the focus.
          <g
            key={line.begin}
            id={optionId(index)}
            role="option"
            aria-selected={chosen === index}
            aria-label={`${lane.employer}, ${lane.type}, ${words.line(line)}`}
            className={classNames('line', chosen === index && 'chosen')}
            onClick={() => onChoose(index)}
          >
            <LineBar line={line} axis={axis} />
          </g>
        ))}
      </svg>
    </div>
  );
}
