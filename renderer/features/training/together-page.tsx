// One training for many workers: drafts that were made together and are filled in as one.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type { Training, TrainingFields } from '../../../preload/contract/training.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useFindingWords } from './finding-words.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { useRoomActs } from './room-acts.ts';
import { useRoomKeys } from './room-keys.ts';
import { useRoomMemory } from './room-memory.ts';
import { SaveMark } from './save-mark.tsx';
import { useShownFindings } from './shown-findings.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import './training.css';
import { TrainingForm } from './training-form.tsx';

export default function TogetherPage() {
  const { t } = useTranslation('training');
  const { together } = useRoomMemory();
  const [first = ''] = together;
  const read = useCall('training.get', { id: first }, { enabled: first !== '' });
  if (first === '') return <Redirect to="/training/drafts" replace />;
  if (read.data !== undefined) return <Together key={first} read={read.data} ids={together} />;
  return (
    <Page title={t('edit.together', { count: together.length })}>
      {read.error === null ? (
        <Loading lines={8} />
      ) : (
        <ErrorState failure={read.error} onAgain={() => void read.refetch()} />
      )}
    </Page>
  );
}

/** Saves fields in all records at once, one act after the other. */
function useSaveMany(ids: string[], read: Training) {
  const [waiting, setWaiting] = useState<Partial<TrainingFields>>({});
  const [savedAt, setSavedAt] = useState<string | null>(read.updatedAt);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const queue = useRef<Partial<TrainingFields>>({});
  const running = useRef(false);
  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    while (Object.keys(queue.current).length > 0) {
      const fields = queue.current;
      queue.current = {};
      const result = await call('training.updateMany', { ids, fields });
      if (!result.ok) {
        queue.current = { ...fields, ...queue.current };
        setFailure(result.failure);
        break;
      }
      setFailure(null);
      setSavedAt(new Date().toISOString());
    }
    running.current = false;
    setBusy(false);
  };
  const values = { ...read.fields, ...waiting };
  const save = (fields: Partial<TrainingFields>): void => {
    const same = Object.entries(fields).every(
      ([name, value]) => values[name as keyof TrainingFields] === value,
    );
    if (same && Object.keys(queue.current).length === 0) return;
    queue.current = { ...queue.current, ...fields };
    setWaiting((now) => ({ ...now, ...fields }));
    void run();
  };
  const state = busy ? ('saving' as const) : failure === null ? ('saved' as const) : ('unsaved' as const);
  return { values, save, state, savedAt, failure, forget: () => setWaiting({}) };
}

/** Each finding once, whichever of the records it stands with. */
const onceEach = (rows: { findings: Finding[] }[]): Finding[] => [
  ...new Map(rows.flatMap((row) => row.findings).map((one) => [`${one.rule} ${one.field}`, one])).values(),
];

function Together({ read, ids }: { read: Training; ids: string[] }) {
  const { t } = useTranslation('training');
  const [, go] = useLocation();
  const acts = useRoomActs();
  const wordsOf = useFindingWords();
  const many = useSaveMany(ids, read);
  const checked = useCall('training.check', { ids }, { keepPrevious: true });
  const findings = onceEach(checked.data?.rows ?? []);
  const shown = useShownFindings(findings, read.fields);
  const [asking, setAsking] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const blocking = findings.filter((finding) => finding.severity === 'blocking');
  const submit = (): void => {
    shown.showEverything();
    if (blocking.length > 0) setAttempt((count) => count + 1);
    else setAsking(true);
  };
  const back = (act: () => Promise<void>): void => {
    many.forget();
    void act();
  };
  useRoomKeys({
    onUndo: () => back(acts.undo),
    onRedo: () => back(acts.redo),
    onSubmit: submit,
    off: asking,
  });
  return (
    <Page
      title={t('edit.together', { count: ids.length })}
      lead={t('edit.lead', { employer: t('chosen', { count: ids.length }), year: String(read.year) })}
      acts={
        <>
          <SaveMark state={many.state} at={many.savedAt} />
          <Button
            icon="trash"
            busy={acts.removing}
            onPress={() => void acts.remove(ids).then((gone) => gone && go('/training'))}
          >
            {t('edit.remove')}
          </Button>
          <Button primary icon="send" onPress={submit}>
            {t('submit', { count: ids.length })}
          </Button>
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
      <FailureNote failure={many.failure} />
      <WithPanel
        label={t('edit.attention')}
        panel={
          <>
            <FindingsPanel findings={findings} anomalies={[]} year={read.year} />
            <Sheet title={t('edit.for')}>
              <ul>
                {ids.slice(0, 12).map((id) => (
                  <Follower key={id} id={id} />
                ))}
                {ids.length > 12 && <li>{t('send.more', { count: ids.length - 12 })}</li>}
              </ul>
            </Sheet>
          </>
        }
      >
        <div className="editor">
          <TrainingForm
            values={many.values}
            errorOf={shown.errorOf}
            onSave={(fields, settled) => {
              shown.onField(Object.keys(fields), settled);
              many.save(fields);
            }}
          />
          <div className="row-of">
            <LinkButton to="/training/drafts" icon="back" plain>
              {t('edit.back')}
            </LinkButton>
            <span className="faint-text">{t('edit.keys')}</span>
          </div>
        </div>
      </WithPanel>
      {asking && (
        <SubmitDialog
          count={ids.length}
          choice={{ ids: async () => ({ ok: true, value: ids }), known: [read] }}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
}

function Follower({ id }: { id: string }) {
  const training = useCall('training.get', { id }).data;
  return <li>{training?.workerName ?? '…'}</li>;
}
