// Trainings pasted from a spreadsheet: read and shown with what is wrong, and only then added as drafts.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { pastedCell, putPastedCell } from '../../../preload/rules/training/put-pasted-cell.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Receipt } from '../../wizard/receipt.tsx';
import { type StepOutcome, Wizard } from '../../wizard/wizard.tsx';
import { EmployerField } from '../workers/employer-field.tsx';
import { PastedTrainings } from './pasted-trainings.tsx';
import { remember, useRoomMemory } from './room-memory.ts';
import './training.css';
import { RoomTabs } from './room-head.tsx';
import { useRoomYear } from './room-year.ts';

type Read = CallOutput<'trainingPaste.read'>;
const nothingRead: Read = { rows: [], columns: [], dropped: 0 };

export default function PastePage() {
  const { t } = useTranslation('training-paste');
  const choose = useTranslation('workers').t;
  const inHand = useEmployerId();
  const year = useRoomYear();
  const read = useAct('trainingPaste.read');
  const add = useAct('trainingPaste.add');
  const [chosen, setChosen] = useState<string | null>(null);
  const employerId = chosen ?? inHand ?? '';
  const { pasted: text } = useRoomMemory();
  const [list, setList] = useState<Read>(nothingRead);
  const [done, setDone] = useState({ added: 0, toFix: 0, refused: 0, alreadyThere: 0 });
  const [attempted, setAttempted] = useState(false);
  const noEmployer = { name: 'employerId', message: choose('fields.chooseEmployer') };
  const noText = { name: 'pasted', message: t('nothing') };

  const readText = async (): Promise<StepOutcome> => {
    setAttempted(true);
    const problems = [...(employerId === '' ? [noEmployer] : []), ...(text.trim() === '' ? [noText] : [])];
    if (problems.length > 0) return { kind: 'problems', problems };
    const result = await read.run({ employerId, text });
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    if (result.value.rows.length === 0) return { kind: 'problems', problems: [noText] };
    setList(result.value);
    return { kind: 'on' };
  };
  /** A cell was put right: what is read again is what will be added. */
  const readAgain = async (next: string): Promise<void> => {
    const result = await read.run({ employerId, text: next });
    if (!result.ok) return;
    remember({ pasted: next });
    setList(result.value);
  };
  const count = (state: Read['rows'][number]['state']): number =>
    list.rows.filter((row) => row.state === state).length;
  const toAdd = count('good') + count('toFix');
  const addRows = async (): Promise<StepOutcome> => {
    if (toAdd === 0) return { kind: 'problems', problems: [{ name: 'pasted', message: t('noGood') }] };
    const result = await add.run({ employerId, text });
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    setDone(result.value);
    remember({ pasted: '' });
    return { kind: 'on' };
  };
  const counts = { good: count('good'), toFix: count('toFix'), bad: count('bad'), there: count('there') };

  return (
    <Wizard
      title={t('title')}
      above={<RoomTabs year={year} current="/training/paste" />}
      steps={[
        {
          id: 'text',
          title: t('steps.text'),
          content: (
            <>
              <h1>{t('question')}</h1>
              <p>{t('lead')}</p>
              <EmployerField
                value={employerId}
                onChange={setChosen}
                error={attempted && employerId === '' ? noEmployer.message : undefined}
              />
              <TextField
                name="pasted"
                label={t('label')}
                hint={t('hint')}
                lines={10}
                maxLength={200_000}
                value={text}
                onChange={(event) => remember({ pasted: event.target.value })}
                {...(attempted && text.trim() === '' ? { error: noText.message } : {})}
              />
            </>
          ),
          onContinue: readText,
        },
        {
          id: 'rows',
          title: t('steps.rows'),
          content: (
            <>
              <h1>{t('found', { count: list.rows.length })}</h1>
              <p>{t('foundLead', counts)}</p>
              {list.dropped > 0 && <Note tone="warn">{t('dropped', { count: list.dropped })}</Note>}
              <PastedTrainings
                rows={list.rows}
                cells={{
                  columns: list.columns,
                  textOf: (line, column) => pastedCell(text, { line, column }),
                  onPut: (line, column, cell) => void readAgain(putPastedCell(text, { line, column }, cell)),
                }}
              />
              <FailureNote failure={read.failure} />
            </>
          ),
          onContinue: addRows,
          continueLabel: t('act', { count: toAdd }),
        },
        {
          id: 'done',
          title: t('steps.done'),
          final: true,
          withoutContinue: true,
          content: (
            <Receipt
              title={t('done', { count: done.added })}
              what={t('doneWhat', { toFix: done.toFix, refused: done.refused, there: done.alreadyThere })}
              next={[t('next')]}
            />
          ),
          acts: (
            <LinkButton to="/training/drafts" primary>
              {t('toDrafts')}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
