// Sheets on their way: made as long work that can be stopped, then saved; saving can be tried again.

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { call } from '../../bridge.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { OpenSaved } from '../../ui/open-saved.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { untilDone } from '../../ui/until-done.ts';

type MakeSheets = ReturnType<typeof useMakeSheets>;

/** Makes the sheets as long work, then asks where to save them; saving can be tried again. */
export function useMakeSheets() {
  const save = useAct('intake.save');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const [saved, setSaved] = useState<CallOutput<'intake.save'> | null>(null);
  const running = useRef(false);
  const saveMade = async (jobId: string): Promise<void> => {
    const result = await save.run({ jobId });
    setUnsaved(result.ok || result.failure.code === 'selectionExpired' ? null : jobId);
    if (result.ok) setSaved(result.value);
  };
  return {
    ...{ busy, failure, unsaved, saved, saveMade, saving: save },
    async make(employerIds: string[], year: number, rowsPerWorker: number): Promise<void> {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setSaved(null);
      setUnsaved(null);
      const made = await untilDone(() => call('intake.make', { employerIds, year, rowsPerWorker }));
      setFailure(made.ok ? null : made.failure);
      if (made.ok) await saveMade(made.value.id);
      setBusy(false);
      running.current = false;
    },
  };
}

export function MakingSheets({ making }: { making: MakeSheets }) {
  const { t } = useTranslation('intake');
  const job = useCall('job.list', {}).data?.jobs.find(
    ({ kind, state }) => kind === 'intakeSheets' && state === 'running',
  );
  const { unsaved, saved, saving } = making;
  // Leaving the dialog without a choice is no failure: the sheets are still there.
  const failure = saving.failure?.code === 'fileNotChosen' ? null : saving.failure;
  return (
    <>
      {job !== undefined && <ProgressBlock label={t('page.making')} job={job} />}
      <FailureNote failure={making.failure?.code === 'cancelled' ? null : making.failure} />
      <FailureNote failure={failure} />
      {unsaved !== null && (
        <div className="row-of">
          <Button icon="download" busy={saving.busy} onPress={() => void making.saveMade(unsaved)}>
            {t('page.saveAgain')}
          </Button>
        </div>
      )}
      {saved !== null && (
        <Note tone="ok" announce>
          {t('page.saved', saved)} <OpenSaved name={saved.name} />
        </Note>
      )}
    </>
  );
}
