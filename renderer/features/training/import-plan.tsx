// What becomes of each row of a list, by outcome and page by page.
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  TrainingImportCounts,
  TrainingImportOutcome,
  TrainingImportRow,
} from '../../../preload/contract/training-import.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Loading } from '../../ui/states.tsx';
import { outcomeIcons, outcomeTones, useImportWords } from './import-words.ts';

type Show = 'all' | TrainingImportOutcome;
const views: Show[] = ['all', 'create', 'duplicate', 'there', 'refused', 'leftOut'];

export function ImportPlan({ importId, counts }: { importId: string; counts: TrainingImportCounts }) {
  const { t } = useTranslation('training-import');
  const [show, setShow] = useState<Show>('all');
  const [page, setPage] = useState(1);
  const rows = useRef<HTMLElement>(null);
  const found = useCall(
    'trainingImport.rows',
    { importId, show, page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  const sizeOf = (one: Show): number => (one === 'all' ? counts.rows : counts[one]);
  return (
    <div className="sheet import-sheet">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a view, not a set of fields */}
      <div className="filters" role="group" aria-label={t('check.filter')}>
        {views
          .filter((one) => one === 'all' || sizeOf(one) > 0)
          .map((one) => (
            <Button
              key={one}
              small
              pressed={show === one}
              onPress={() => {
                setShow(one);
                setPage(1);
              }}
            >
              {one === 'all' ? t('check.all') : t(`outcomes.${one}`)}{' '}
              <span className="count">{sizeOf(one)}</span>
            </Button>
          ))}
      </div>
      {found.data === undefined ? (
        found.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
        )
      ) : (
        <>
          <Rows rows={found.data.rows} place={rows} />
          <ListPager
            page={page}
            total={found.data.total}
            onPage={(next) => {
              setPage(next);
              rows.current?.focus();
            }}
          />
        </>
      )}
    </div>
  );
}

function Rows({ rows, place }: { rows: TrainingImportRow[]; place: Ref<HTMLElement> }) {
  const { t } = useTranslation('training-import');
  const words = useImportWords();
  if (rows.length === 0) return <p className="quiet-sheet-text">{t('check.noRows')}</p>;
  const textOf = (row: TrainingImportRow, field: string): string =>
    row.values.find((value) => value.field === field)?.text ?? '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="grid-scroll" tabIndex={0} aria-label={t('check.rows')} ref={place}>
      <table className="grid import-plan">
        <thead>
          <tr>
            <th scope="col">{t('check.place')}</th>
            <th scope="col">{t('check.worker')}</th>
            <th scope="col">{t('check.training')}</th>
            <th scope="col">{t('check.start')}</th>
            <th scope="col">{t('check.outcome')}</th>
            <th scope="col">{t('check.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className="quiet-text">{row.line}</td>
              <th scope="row">{row.workerName}</th>
              <td>{textOf(row, 'title')}</td>
              <td>{textOf(row, 'startDate')}</td>
              <td>
                <Chip tone={outcomeTones[row.outcome]} icon={outcomeIcons[row.outcome]}>
                  {t(`outcomes.${row.outcome}`)}
                </Chip>
              </td>
              <td>
                {row.findings
                  .filter(({ severity }) => severity !== 'notice')
                  .map((finding) => (
                    <div key={`${finding.rule} ${finding.field}`}>
                      {words.about(finding)}
                      {words.sentence(finding).title}
                    </div>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
