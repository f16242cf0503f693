// The accounts of all workers of a client on their way: made as long work that can wait or be stopped, then saved; whose account
// could not be made is named.

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { call } from '../../bridge.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { OpenSaved } from '../../ui/open-saved.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { untilDone } from '../../ui/until-done.ts';

type Outcome = CallOutput<'trainingAccount.made'>;
export type MakeAccounts = ReturnType<typeof useMakeAccounts>;

export function useMakeAccounts() {
  const save = useAct('trainingAccount.saveMade');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [saved, setSaved] = useState<CallOutput<'trainingAccount.saveMade'> | null>(null);
  const running = useRef(false);
  const saveMade = async (jobId: string): Promise<void> => {
    const result = await save.run({ jobId });
    setUnsaved(result.ok || result.failure.code === 'selectionExpired' ? null : jobId);
    if (result.ok) setSaved(result.value);
  };
  return {
    ...{ busy, failure, unsaved, outcome, saved, saveMade, saving: save },
    async make(input: CallInput<'trainingAccount.makeAll'>): Promise<void> {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      for (const forget of [setSaved, setUnsaved, setOutcome]) forget(null);
      const ended = await untilDone(() => call('trainingAccount.makeAll', input));
      setFailure(ended.ok ? null : ended.failure);
      if (ended.ok) {
        const made = await call('trainingAccount.made', { jobId: ended.value.id });
        if (made.ok) setOutcome(made.value);
        await saveMade(ended.value.id);
      }
      setBusy(false);
      running.current = false;
    },
  };
}

export function MakingAccounts({ making }: { making: MakeAccounts }) {
  const { t } = useTranslation('training-account');
  const sentence = useFailureSentence();
  const job = useCall('job.list', {}).data?.jobs.find(
    ({ kind, state }) => kind === 'trainingAccounts' && state === 'running',
  );
  const { unsaved, outcome, saved, saving } = making;
  // Leaving the dialog without a choice is no failure: the accounts are still there.
  const failure = saving.failure?.code === 'fileNotChosen' ? null : saving.failure;
  return (
    <>
      {job !== undefined && <ProgressBlock label={t('making.label')} job={job} acts={<PauseButton />} />}
      <FailureNote failure={making.failure?.code === 'cancelled' ? null : making.failure} />
      <FailureNote failure={failure} />
      {unsaved !== null && (
        <div className="row-of">
          <Button icon="download" busy={saving.busy} onPress={() => void making.saveMade(unsaved)}>
            {t('making.saveAgain')}
          </Button>
        </div>
      )}
      {saved !== null && (
        <Note tone="ok" announce>
          {t('page.printed', { name: saved.name, count: saved.rows })} <OpenSaved name={saved.name} />
        </Note>
      )}
      {outcome !== null && outcome.failedCount > 0 && (
        <Note tone="warn" announce>
          <p>{t('making.failed', { count: outcome.failedCount })}</p>
          <ul>
            {outcome.failed.slice(0, 20).map(({ workerId, workerName, code }) => (
              <li key={workerId}>
                <TextLink to={`/training/account/${workerId}`}>{workerName}</TextLink>{' '}
                {sentence({ code, retry: 'never', traceId: '' })}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

/** Waits after the account that is being made, and goes on with the next. */
function PauseButton() {
  const { t } = useTranslation('training-account');
  const state = useCall('trainingAccount.making', {});
  const pause = useAct('trainingAccount.pauseMaking');
  const paused = state.data?.paused === true;
  const press = async (): Promise<void> => {
    await pause.run({ paused: !paused });
    await state.refetch();
  };
  return (
    <Button small busy={pause.busy} onPress={() => void press()}>
      {t(paused ? 'making.goOn' : 'making.pause')}
    </Button>
  );
}
