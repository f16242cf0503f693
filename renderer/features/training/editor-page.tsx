// One training: every field saves itself, findings stand where they belong, the right of the worker beside it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { Training, TrainingFields } from '../../../preload/contract/training.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { StateChip } from './register-columns.tsx';
import { useRoomActs } from './room-acts.ts';
import { useRoomKeys } from './room-keys.ts';
import { remember } from './room-memory.ts';
import { SaveMark } from './save-mark.tsx';
import { useShownFindings } from './shown-findings.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import './training.css';
import { useFindingWords } from './finding-words.ts';
import { TrainingChain } from './training-chain.tsx';
import { TrainingForm } from './training-form.tsx';
import { isLocked, maySubmit } from './training-state.ts';
import { useAutosave } from './use-autosave.ts';
import { WorkerPanel } from './worker-panel.tsx';

export default function EditorPage() {
  const { t } = useTranslation('training');
  const { id = '' } = useParams<{ id: string }>();
  const read = useCall('training.get', { id });
  if (read.data !== undefined) return <Editor key={id} read={read.data} />;
  return (
    <Page title={t('newPage.title')}>
      {read.error === null ? (
        <Loading lines={8} />
      ) : (
        <ErrorState failure={read.error} onAgain={() => void read.refetch()} />
      )}
    </Page>
  );
}

function Editor({ read }: { read: Training }) {
  const { t } = useTranslation('training');
  const formats = useFormats();
  const [, go] = useLocation();
  const acts = useRoomActs();
  const wordsOf = useFindingWords();
  const auto = useAutosave(read);
  const { training, values } = auto;
  const shown = useShownFindings(training.findings, training.fields);
  const employer = useCall('employer.get', { id: training.employerId }).data;
  const [asking, setAsking] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const blocking = training.findings.filter((finding) => finding.severity === 'blocking');
  const locked = isLocked(training);
  const submit = (): void => {
    if (!maySubmit(training)) return;
    shown.showEverything();
    if (blocking.length > 0) setAttempt((count) => count + 1);
    else setAsking(true);
  };
  const remove = async (): Promise<void> => {
    if (await acts.remove([training.id])) go('/training');
  };
  useRoomKeys({
    onUndo: () => void acts.undo(),
    onRedo: () => void acts.redo(),
    onSubmit: submit,
    off: asking,
  });
  const onSave = (fields: Partial<TrainingFields>, settled: boolean): void => {
    shown.onField(Object.keys(fields), settled);
    auto.save(fields);
  };
  const name = training.workerName.split(', ').reverse().join(' ');
  return (
    <Page
      title={t('edit.title', { worker: name })}
      lead={
        <span className="row-of">
          <span>{t('edit.lead', { employer: employer?.name ?? '', year: String(training.year) })}</span>
          <span className="number">{formats.insz(training.insz)}</span>
          <StateChip training={training} />
        </span>
      }
      acts={
        <>
          <SaveMark state={auto.state} at={training.updatedAt} />
          <Button
            icon="copy"
            onPress={() => {
              remember({ copyOf: training.id, forWorkers: [] });
              go('/training/new');
            }}
          >
            {t('edit.copy')}
          </Button>
          {!locked && (
            <Button icon="trash" busy={acts.removing} onPress={() => void remove()}>
              {t('edit.remove')}
            </Button>
          )}
          {maySubmit(training) && (
            <Button primary icon="send" onPress={submit}>
              {t('submit', { count: 1 })}
            </Button>
          )}
        </>
      }
    >
      <ErrorSummary
        problems={blocking.map((finding) => ({
          name: finding.field ?? finding.rule,
          message: wordsOf(finding).title,
        }))}
        attempt={attempt}
      />
      {locked && (
        <Note tone="warn">
          {t('edit.locked')} <TextLink to="/outbox">{t('edit.toOutbox')}</TextLink>
        </Note>
      )}
      {training.corrects && !locked && <Note>{t('edit.corrects')}</Note>}
      <FailureNote failure={auto.failure} />
      {auto.conflict !== null && (
        <ConflictNote conflict={auto.conflict} onMine={auto.keepMine} onTheirs={auto.keepTheirs} />
      )}
      <WithPanel
        label={t('panel.label')}
        panel={
          <>
            <FindingsPanel findings={training.findings} anomalies={training.anomalies} year={training.year} />
            <WorkerPanel workerId={training.workerId} year={training.year} />
            <TrainingChain trainingId={training.id} />
          </>
        }
      >
        <div className="editor">
          <TrainingForm
            values={values}
            onSave={onSave}
            errorOf={shown.errorOf}
            locked={locked}
            dayMinutes={employer === undefined ? undefined : Math.round(employer.fullTimeWeeklyMinutes / 5)}
          />
          <div className="row-of">
            <LinkButton to="/training" icon="back" plain>
              {t('edit.back')}
            </LinkButton>
            <span className="faint-text">{t('edit.keys')}</span>
          </div>
        </div>
      </WithPanel>
      {asking && (
        <SubmitDialog
          count={1}
          choice={{ ids: async () => ({ ok: true, value: [training.id] }), known: [training] }}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
}
