// Takes in a file that was saved in the official application, and says what became of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { ListLook } from './list-look.tsx';

type TakeFileProps = {
  employerId: string;
  /** For one worker-year; null where the file says itself whose it is. */
  yearId: string | null;
  /** Read aloud: for whom and which year. */
  about?: string;
};

export function TakeFile({ employerId, yearId, about }: TakeFileProps) {
  const { t } = useTranslation('rescue');
  const pick = useAct('file.pick');
  const look = useAct('rescue.look');
  const [previewId, setPreviewId] = useState<string | null>(null);
  const [taken, setTaken] = useState<CallOutput<'rescue.takeFile'> | null>(null);
  const run = async (): Promise<void> => {
    const chosen = await pick.run({ purpose: 'rescue' });
    if (!chosen.ok) return;
    const result = await look.run({ employerId, yearId, selectionId: chosen.value.selectionId });
    setTaken(result.ok ? result.value.taken : null);
    setPreviewId(result.ok ? result.value.previewId : null);
  };
  // Leaving the dialog without a choice is no failure.
  const failure = pick.failure?.code === 'fileNotChosen' ? null : pick.failure;
  const button = (
    <Button
      small
      icon="upload"
      busy={pick.busy || look.busy}
      onPress={() => void run()}
      {...(about === undefined ? {} : { label: about })}
    >
      {about === undefined ? t('byHand.pick') : undefined}
    </Button>
  );
  return (
    <>
      {about === undefined ? (
        <div className="field">
          <span className="legend">{t('byHand.file')}</span>
          <span className="hint">{t('byHand.fileWhat')}</span>
          <div className="row-of">{button}</div>
        </div>
      ) : (
        button
      )}
      <FailureNote failure={failure ?? look.failure} />
      {previewId !== null && (
        <ListLook
          previewId={previewId}
          onClose={() => setPreviewId(null)}
          onTaken={(done) => {
            setPreviewId(null);
            setTaken(done);
          }}
        />
      )}
      {taken !== null && <Taken taken={taken} />}
    </>
  );
}

function Taken({ taken }: { taken: CallOutput<'rescue.takeFile'> }) {
  const { t } = useTranslation('rescue');
  const { kind, name, rows, years, refused } = taken;
  return (
    <Note tone={refused.length > 0 ? 'warn' : 'ok'} announce>
      <p>
        {kind === 'evidence'
          ? t('byHand.takenEvidence', { name })
          : t('byHand.takenList', { name, taken: taken.taken, rows, years })}
      </p>
      {refused.length > 0 && (
        <details>
          <summary>{t('byHand.refused', { count: refused.length })}</summary>
          <ul className="plain-list">
            {refused.map(({ line, reason }) => (
              <li key={line}>{t('byHand.line', { line, reason: t(`byHand.reasons.${reason}`) })}</li>
            ))}
          </ul>
        </details>
      )}
    </Note>
  );
}
