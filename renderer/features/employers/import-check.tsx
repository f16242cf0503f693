// Everything that will happen, in counts and row by row with the difference, before anything is changed.
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCounts, ImportOutcome, ImportRow } from '../../../preload/contract/employer-import.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Note } from '../../ui/note.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Loading } from '../../ui/states.tsx';
import { Answers } from '../../wizard/answers.tsx';
import { outcomeIcons, outcomeTones, useImportWords } from './import-words.ts';

type Show = 'all' | ImportOutcome;
const views: Show[] = ['all', 'create', 'change', 'same', 'refused', 'leftOut'];

export function ImportCheck({ importId, counts }: { importId: string; counts: ImportCounts }) {
  const { t } = useTranslation('employer-import');
  const [show, setShow] = useState<Show>('all');
  const [page, setPage] = useState(1);
  const rows = useRef<HTMLElement>(null);
  const found = useCall(
    'employerImport.rows',
    { importId, show, page, pageSize: rowsOfPage },
    { keepPrevious: true },
  );
  const job = useCall('job.list', {}).data?.jobs.find(
    (one) => one.kind === 'employerImport' && one.state === 'running',
  );
  const nothing = counts.newEmployers + counts.changedEmployers === 0;
  const { same, refused, leftOut } = counts;
  const sizeOf = (one: Show): number => (one === 'all' ? counts.rows : counts[one]);
  return (
    <>
      <h1>{t(nothing ? 'check.nothing' : 'check.question')}</h1>
      {nothing ? (
        <Note>{t('check.nothingWhat', { same, refused })}</Note>
      ) : (
        <Answers
          answers={[
            { label: t('check.newEmployers'), value: counts.newEmployers },
            { label: t('check.changedEmployers'), value: counts.changedEmployers },
            { label: t('check.establishments'), value: counts.establishments },
            { label: t('check.routes'), value: counts.routes, small: t('check.routesHint') },
            { label: t('check.mandates'), value: counts.mandates },
            { label: t('check.rest'), value: t('check.restValue', { same, refused, leftOut }) },
          ]}
        />
      )}
      {job !== undefined && <ProgressBlock label={t('check.running')} job={job} />}
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
                {one === 'all' ? t('show.all') : t(`outcomes.${one}`)}{' '}
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
    </>
  );
}

function Rows({ rows, place }: { rows: ImportRow[]; place: Ref<HTMLElement> }) {
  const { t } = useTranslation('employer-import');
  const words = useImportWords();
  if (rows.length === 0) return <p className="quiet-sheet-text">{t('check.noRows')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="grid-scroll" tabIndex={0} aria-label={t('check.rows')} ref={place}>
      <table className="grid import-plan">
        <thead>
          <tr>
            <th scope="col">{t('check.place')}</th>
            <th scope="col">{t('check.employer')}</th>
            <th scope="col">{t('check.outcome')}</th>
            <th scope="col">{t('check.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className="quiet-text">{row.sheet === '' ? row.line : words.place(row)}</td>
              <th scope="row">{row.employerName}</th>
              <td>
                <Chip tone={outcomeTones[row.outcome]} icon={outcomeIcons[row.outcome]}>
                  {t(`outcomes.${row.outcome}`)}
                </Chip>
              </td>
              <td>
                {row.outcome === 'refused'
                  ? row.findings
                      .filter(({ severity }) => severity === 'blocking')
                      .map((finding) => (
                        <div key={`${finding.rule} ${finding.field}`}>{words.sentence(finding).title}</div>
                      ))
                  : row.changes.map(({ field, before, after }) => (
                      <span key={field} className="import-change">
                        <span className="quiet-text">{words.fieldName(field)}</span>{' '}
                        {words.value(field, after)}
                        {before !== null && (
                          <span className="faint-text">
                            {' '}
                            ({t('check.was', { before: words.value(field, before) })})
                          </span>
                        )}
                      </span>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
