// One row that needs somebody: its problems, its cells to put right, and the same for all rows with the same problem.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { TrainingImportRow } from '../../../preload/contract/training-import.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { useAct } from '../../calls.ts';
import { Chip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { type Fix, ImportAlike } from './import-alike.tsx';
import { ImportCell } from './import-cell.tsx';
import { outcomeIcons, outcomeTones, useImportWords } from './import-words.ts';

type ImportProblemRowProps = {
  importId: string;
  row: TrainingImportRow;
  /** As it was when the page was opened: its cells stay open for a second thought. */
  shown: TrainingImportRow;
  onJudged: (row: TrainingImportRow) => void;
  /** Other rows were changed too. */
  onMany: () => Promise<void>;
};

export function ImportProblemRow({ importId, row, shown, onJudged, onMany }: ImportProblemRowProps) {
  const { t } = useTranslation('training-import');
  const words = useImportWords();
  const fix = useAct('trainingImport.fix');
  const place = words.place(row);
  // What was last put right here, and how many other rows have the very same problem still.
  const [done, setDone] = useState<{ problem: Finding; fix: Fix; alike: number } | null>(null);
  const change = async (input: Fix): Promise<void> => {
    const problem = problemOf(row, input);
    const result = await fix.run({ importId, number: row.number, ...input, ...(problem && { problem }) });
    if (!result.ok) return;
    const { alike } = result.value;
    setDone(problem === undefined || alike === 0 ? null : { problem, fix: input, alike });
    onJudged(result.value.row);
  };
  const leftOut = row.outcome === 'leftOut';
  const findings = leftOut ? [] : row.findings;
  return (
    <section className="import-row" aria-label={place}>
      <div className="import-row-head">
        <strong>{place}</strong>
        <span>{[row.workerName, row.employerName].filter(Boolean).join(' · ')}</span>
        <span className="at-end" role="status">
          <Chip tone={outcomeTones[row.outcome]} icon={outcomeIcons[row.outcome]}>
            {t(`outcomes.${row.outcome}`)}
          </Chip>
        </span>
      </div>
      {findings.map((finding) => {
        const { title, remedy } = words.sentence(finding);
        return (
          <p key={`${finding.rule} ${finding.field}`} id={whyId(row, finding.field)}>
            <strong>
              {words.about(finding)}
              {title}
            </strong>{' '}
            {remedy} <span className="number faint-text">{finding.rule}</span>
          </p>
        );
      })}
      <div className="import-cells">
        {!leftOut &&
          cellsToShow(shown, row).map((field) => (
            <ImportCell
              key={field}
              field={field}
              place={place}
              text={row.values.find((value) => value.field === field)?.text ?? ''}
              asRead={shown.values.find((value) => value.field === field)?.text ?? ''}
              wrong={findings.some((one) => one.field === field && one.severity === 'blocking')}
              why={whyId(row, field)}
              onLeave={(text) => void change({ values: [{ field, text }] })}
            />
          ))}
        <label className="choice">
          <input
            type="checkbox"
            checked={leftOut}
            onChange={(event) => void change({ leftOut: event.target.checked })}
          />
          <span>
            {t('problems.leaveOut')}
            <span className="only-read-aloud">, {place}</span>
          </span>
        </label>
      </div>
      <FailureNote failure={fix.failure} />
      {done !== null && <ImportAlike importId={importId} {...done} onMany={onMany} />}
    </section>
  );
}

/** The sentence that a cell is described by. */
const whyId = ({ number }: TrainingImportRow, field: string | null): string =>
  `why-${number}-${field ?? 'row'}`;

/** By what the row is known, and every cell that a finding is or was about. */
function cellsToShow(shown: TrainingImportRow, row: TrainingImportRow): TrainingImportField[] {
  const about = [...shown.findings, ...row.findings].flatMap(fieldsOf);
  return [...new Set<TrainingImportField>(['title', 'startDate', ...about])];
}

/** Where a problem is put right: dates are judged against each other, and so is a leave against the right. */
const alsoAbout: Partial<Record<string, readonly TrainingImportField[]>> = {
  'F0010-014': ['startDate', 'endDate'],
  'F0014-362': ['leaveScheme', 'countsForTrainingRight'],
  'TRN-DEDUCTED-LONG': ['duration'],
  'TRN-FINANCING-MISSING': ['cost'],
};
const fieldsOf = ({ rule, field }: Finding): TrainingImportField[] => [
  ...(field === null ? [] : [field as TrainingImportField]),
  ...(alsoAbout[rule] ?? []),
];

/** The problem that a change is meant for; of a row that is left out, its first. */
function problemOf({ findings }: TrainingImportRow, { values, leftOut }: Fix): Finding | undefined {
  const serious = findings.filter(({ severity }) => severity !== 'notice');
  if (leftOut !== undefined) return leftOut ? serious[0] : undefined;
  return serious.find((finding) => values?.some(({ field }) => fieldsOf(finding).includes(field)));
}
