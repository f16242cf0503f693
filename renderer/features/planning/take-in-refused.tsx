// Rows of a planning that cannot be read: each with its cell and a sentence, and a file of them to put right.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { ListSave } from '../../ui/list-save.tsx';
import { Loading } from '../../ui/states.tsx';
import { useRuleWords } from './rule-words.ts';

export function TakeInRefused({ importId }: { importId: string }) {
  const { t } = useTranslation(['planning', 'lists']);
  const { language } = useAppState();
  const words = useRuleWords();
  const table = useRef<HTMLElement>(null);
  const [page, setPage] = useState(1);
  const found = useCall(
    'planningImport.refused',
    { importId, page, pageSize: rowsOfPage },
    { enabled: importId !== '', keepPrevious: true },
  );
  if (found.data === undefined)
    return found.error === null ? (
      <>
        <h1>{t('lists:steps.problems')}</h1>
        <Loading />
      </>
    ) : (
      <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
    );
  const { rows, total } = found.data;
  return (
    <>
      <h1>{t('refused.question', { count: total })}</h1>
      <p className="lead">{total === 0 ? t('refused.ok') : t('refused.lead')}</p>
      {total > 0 && (
        <>
          <ListSave
            forms={[
              { form: 'xlsx' as const, label: t('lists:done.saveXlsx') },
              { form: 'csv' as const, label: t('lists:done.saveCsv') },
            ]}
            onSave={(format) => call('planningImport.saveRefused', { importId, format, language })}
          />
          <div className="sheet import-sheet">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
            <section className="grid-scroll" tabIndex={0} aria-label={t('refused.list')} ref={table}>
              <table className="grid import-plan">
                <thead>
                  <tr>
                    <th scope="col">{t('refused.row')}</th>
                    <th scope="col">{t('columns.worker')}</th>
                    <th scope="col">{t('refused.cell')}</th>
                    <th scope="col">{t('refused.what')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.flatMap(({ line, who, findings }) =>
                    findings.map(({ finding, field, text }) => (
                      <tr key={`${line} ${finding.rule}`}>
                        <th scope="row">{line}</th>
                        <td>{who}</td>
                        <td>
                          {t(`fields.${field}`)}:{' '}
                          {text === '' ? (
                            <span className="quiet-text">{t('refused.empty')}</span>
                          ) : (
                            <strong className="address">{text}</strong>
                          )}
                        </td>
                        <td>
                          <strong>{words(finding).title}</strong> {words(finding).remedy}
                        </td>
                      </tr>
                    )),
                  )}
                </tbody>
              </table>
            </section>
            <ListPager
              page={page}
              total={total}
              onPage={(next) => {
                setPage(next);
                table.current?.focus();
              }}
            />
          </div>
        </>
      )}
    </>
  );
}
