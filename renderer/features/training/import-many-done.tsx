// After the act: what each list brought into the register, with its refused rows to send back and the way to undo it.
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingImport } from '../../../preload/contract/training-import.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ImportUndo } from './import-undo.tsx';

type ManyDoneProps = { done: readonly TrainingImport[]; heading: Ref<HTMLSpanElement> };

export function ManyDone({ done, heading }: ManyDoneProps) {
  const { t } = useTranslation('training-lists');
  const sum = (of: (list: TrainingImport) => number): number =>
    done.reduce((total, list) => total + of(list), 0);
  return (
    <Sheet
      title={
        <span ref={heading} tabIndex={-1}>
          {t('done.title', { lists: done.length, drafts: sum(({ counts }) => counts.create) })}
        </span>
      }
      flush
    >
      <div className="sheet-body panel">
        <p>{t('done.what', { refused: sum(({ counts }) => counts.refused) })}</p>
        <div className="row-of">
          <LinkButton to="/training/drafts" primary>
            {t('done.toDrafts')}
          </LinkButton>
          <LinkButton to="/training/report">{t('done.toReport')}</LinkButton>
        </div>
      </div>
      <ul className="import-earlier">
        {done.map((list) => (
          <li key={list.id}>
            <Line list={list} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Line({ list }: { list: TrainingImport }) {
  const { t } = useTranslation('training-lists');
  const lists = useTranslation('lists').t;
  const { language } = useAppState();
  const save = useAct('trainingImport.saveRefused');
  const [saved, setSaved] = useState('');
  const { create, refused } = list.counts;
  const run = async (): Promise<void> => {
    const result = await save.run({ importId: list.id, format: null, language });
    setSaved(result.ok ? result.value.name : '');
  };
  return (
    <>
      <div>
        <strong className="address">{list.name}</strong> <span>{list.employerName}</span>
        <div className="quiet-text">{t('done.counts', { create, refused })}</div>
        <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
      </div>
      <div className="row-of">
        <span role="status" className="quiet-text">
          {saved !== '' && lists('source.saved', { name: saved })}
        </span>
        {refused > 0 && (
          <Button small icon="download" busy={save.busy} onPress={() => void run()}>
            {t('done.save')}
            <span className="only-read-aloud"> {list.name}</span>
          </Button>
        )}
        <ImportUndo done={list} />
      </div>
    </>
  );
}
