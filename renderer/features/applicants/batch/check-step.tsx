// The rows of a list before anybody is asked: each with its findings, put right in place or left out.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../../../../preload/rules/applicants/check-batch.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { useErrorOf } from '../../../ui/field.tsx';
import { Note } from '../../../ui/note.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CheckRow } from './check-row.tsx';
import type { Batch } from './use-batch.ts';
import './batch.css';

export function CheckStep({ batch }: { batch: Batch }) {
  const { t } = useTranslation('applicant-batch');
  const { typed, type, active, leftOut, change, leave } = batch;
  const errorOf = useErrorOf();
  const table = useRef<HTMLElement>(null);
  const wrong = active.filter(isRefused);
  const leaveOut = (lines: readonly number[]): void => {
    leave(lines, true);
    // The row goes with its button.
    table.current?.focus();
  };
  return (
    <>
      <h1>{t('check.question', { count: active.length })}</h1>
      <p className="lead" role="status">
        {wrong.length === 0 ? t('check.fine') : t('check.wrong', { count: wrong.length })}
      </p>
      {active.length > 0 && active.every(({ insz }) => insz === null) && <Note>{t('check.noInsz')}</Note>}
      <TextField
        name="name"
        label={t('check.name')}
        hint={t('check.nameHint')}
        maxLength={120}
        value={typed.name}
        onChange={({ target }) => type({ name: target.value })}
        error={errorOf('name')}
      />
      {wrong.length > 0 && (
        <div className="row-of">
          <Button small onPress={() => leaveOut(wrong.map(({ line }) => line))}>
            {t('check.leaveOutAll', { count: wrong.length })}
          </Button>
          <SaveWrong batch={batch} />
        </div>
      )}
      {leftOut.size > 0 && (
        <div className="row-of">
          <span>{t('check.leftOut', { count: leftOut.size })}</span>
          <Button
            small
            onPress={() => {
              leave([...leftOut], false);
              table.current?.focus();
            }}
          >
            {t('check.putBackAll')}
          </Button>
        </div>
      )}
      <div className="sheet batch-sheet">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
        <section className="grid-scroll" tabIndex={0} aria-label={t('check.table')} ref={table}>
          <table className="grid batch-rows">
            <thead>
              <tr>
                <th scope="col">{t('columns.line')}</th>
                <th scope="col">{t('columns.label')}</th>
                <th scope="col">{t('columns.insz')}</th>
                <th scope="col">{t('columns.language')}</th>
                <th scope="col">{t('check.finding')}</th>
                <th scope="col">
                  <span className="only-read-aloud">{t('check.leaveOut')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {active.map((row) => (
                <CheckRow
                  key={row.line}
                  row={row}
                  onChange={(fields) => change(row.line, fields)}
                  onLeaveOut={() => leaveOut([row.line])}
                />
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </>
  );
}

function SaveWrong({ batch: { typed, active } }: { batch: Batch }) {
  const { t } = useTranslation('applicant-batch');
  const { language } = useAppState();
  const save = useAct('applicantBatch.saveRefused');
  const [name, setName] = useState('');
  const { employerId, dataSets } = typed;
  const press = async (format: 'xlsx' | 'csv'): Promise<void> => {
    if (employerId === null) return;
    const rows = active.map(({ line, label, insz, language: own }) => ({ line, label, insz, language: own }));
    const saved = await save.run({ employerId, dataSets, rows, format, language });
    setName(saved.ok ? saved.value.name : '');
  };
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} small icon="download" busy={save.busy} onPress={() => void press(format)}>
          {t('check.saveWrong', { format: format.toUpperCase() })}
        </Button>
      ))}
      <span role="status" className="quiet-text">
        {name !== '' && t('list.saved', { name })}
      </span>
      <FailureNote failure={save.failure} />
    </>
  );
}
