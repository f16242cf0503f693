// Rows that need somebody: what was found, what to do, and the cells concerned, put right in place when a cell is left.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../../preload/contract/employer-import.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { useAct, useCall } from '../../calls.ts';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/states.tsx';
import { ImportCell } from './import-cell.tsx';
import { ImportPager, rowsOfPage } from './import-pager.tsx';
import { outcomeIcons, outcomeTones, useImportWords } from './import-words.ts';

export function ImportProblems({ importId }: { importId: string }) {
  const { t } = useTranslation('employer-import');
  const [page, setPage] = useState(1);
  const found = useCall('employerImport.rows', { importId, show: 'attention', page, pageSize: rowsOfPage });
  // A row that was put right stays where it is until the step is left: it would jump away under the hands otherwise.
  const [judged, setJudged] = useState<ReadonlyMap<number, ImportRow>>(new Map());
  if (found.data === undefined)
    return found.error === null ? (
      <>
        <h1>{t('steps.problems')}</h1>
        <Loading />
      </>
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  const { rows, total } = found.data;
  return (
    <>
      <h1>{t('problems.question', { count: total })}</h1>
      <p className="lead">{t(total === 0 ? 'problems.none' : 'problems.lead')}</p>
      {total > 0 && (
        <div className="sheet import-sheet">
          {rows.map((row) => (
            <ProblemRow
              key={row.number}
              importId={importId}
              row={judged.get(row.number) ?? row}
              shown={row}
              onJudged={(next) => setJudged((all) => new Map(all).set(next.number, next))}
            />
          ))}
          <ImportPager page={page} total={total} onPage={setPage} />
        </div>
      )}
    </>
  );
}

type ProblemRowProps = {
  importId: string;
  row: ImportRow;
  /** As it was when the page was opened: its cells stay open for a second thought. */
  shown: ImportRow;
  onJudged: (row: ImportRow) => void;
};

function ProblemRow({ importId, row, shown, onJudged }: ProblemRowProps) {
  const { t } = useTranslation('employer-import');
  const words = useImportWords();
  const fix = useAct('employerImport.fix');
  const place = words.place(row);
  const change = async (input: { values?: { field: ImportField; text: string }[]; leftOut?: boolean }) => {
    const result = await fix.run({ importId, number: row.number, ...input });
    if (result.ok) onJudged(result.value.row);
  };
  const leftOut = row.outcome === 'leftOut';
  const findings = leftOut ? [] : row.findings;
  return (
    <section className="import-row" aria-label={place}>
      <div className="import-row-head">
        <strong>{place}</strong>
        <span>{row.employerName}</span>
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
            <strong>{title}</strong> {remedy} <span className="number faint-text">{finding.rule}</span>
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
    </section>
  );
}

/** The sentence that a cell is described by. */
const whyId = ({ number }: ImportRow, field: string | null): string => `why-${number}-${field ?? 'row'}`;

/** By whom the row is known, and every cell that a finding is or was about. */
function cellsToShow(shown: ImportRow, row: ImportRow): ImportField[] {
  const fields = [...shown.findings, ...row.findings].flatMap(({ rule, field }) => [
    // The account is asked for because of the route, and that may be left empty.
    ...(rule.startsWith('EMI-ACCOUNT-') ? (['route'] as const) : []),
    field as ImportField | null,
  ]);
  return [...new Set<ImportField>(['name', 'enterpriseNumber', ...fields.filter((field) => field !== null)])];
}
