// The lines of a person: drawn on a time axis, the one at hand in words with what can be done, and all of them as a table.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../../legal-day.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty } from '../../../ui/states.tsx';
import { LineDrawing } from '../drawing/line-drawing.tsx';
import { LineKey } from '../drawing/line-key.tsx';
import { useTypeName } from '../register-words.ts';
import { ChosenLine } from './chosen-line.tsx';
import { lanesOf } from './lanes.ts';
import { LineTable } from './line-table.tsx';
import type { RegisterPerson } from './person-page.tsx';

type LinesSheetProps = {
  person: RegisterPerson;
  /** Index of a line. */
  chosen: number | null;
  onChoose: (chosen: number) => void;
};

export function LinesSheet({ person, chosen, onChoose }: LinesSheetProps) {
  const { t } = useTranslation('register');
  const typeName = useTypeName();
  const today = useToday();
  const { lines, total } = person;
  const lanes = useMemo(() => lanesOf(lines), [lines]);
  const drawn = useMemo(
    () =>
      lanes.map(({ indexes, ...lane }) => ({
        ...lane,
        lines: indexes.flatMap((index) => {
          const line = lines[index];
          return line === undefined ? [] : [{ ...line.period, review: line.review !== null }];
        }),
      })),
    [lanes, lines],
  );
  if (lines.length === 0)
    return (
      <Sheet title={t('person.lines')} flush>
        <Empty slim icon="register" title={t('person.noLines')}>
          {t('person.noLinesWhat')}
        </Empty>
      </Sheet>
    );
  const placeOf = (index: number) => {
    const lane = lanes.findIndex(({ indexes }) => indexes.includes(index));
    return lane < 0 ? null : { lane, line: lanes[lane]?.indexes.indexOf(index) ?? 0 };
  };
  const line = chosen === null ? undefined : lines[chosen];
  return (
    <>
      <Sheet title={t('person.lines')} aside={t('person.count', { count: total })} flush>
        <LineDrawing
          label={t('drawing.label')}
          lanes={drawn.map((lane) => ({ ...lane, type: typeName(lane.dossierType) }))}
          today={today}
          chosen={chosen === null ? null : placeOf(chosen)}
          onChoose={({ lane, line: at }) => {
            const index = lanes[lane]?.indexes[at];
            if (index !== undefined) onChoose(index);
          }}
        />
        <LineKey review={lines.some(({ review }) => review !== null)} />
        <ChosenLine person={person} line={line} />
      </Sheet>
      <LineTable person={person} chosen={chosen} onChoose={onChoose} />
    </>
  );
}
