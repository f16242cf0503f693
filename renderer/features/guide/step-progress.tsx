// How far a step is: done, done before, or waiting for somebody since a day. Every change can be taken back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guide, GuideStep, StepMark } from '../../../preload/contract/guide.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { brusselsToday } from '../connection/today.ts';
import type { Say } from './guide-words.ts';

type StepProgressProps = { guide: Guide; step: GuideStep; say: Say; onDone: () => void };
type Mark = { state: StepMark; person?: string; since?: string; note?: string };

export function StepProgress({ guide, step, say, onDone }: StepProgressProps) {
  const { t } = useTranslation('guide');
  const toast = useToast();
  const set = useAct('guide.setStep');
  const [waiting, setWaiting] = useState(false);
  const title = say(`steps.${step.id}.title`);
  const mark = async (next: Mark): Promise<void> => {
    const before: Mark = {
      state: step.by !== 'person' ? 'open' : step.state === 'open' ? 'notDone' : step.state,
      person: step.person,
      note: step.note,
      ...(step.since === null ? {} : { since: step.since }),
    };
    const send = (revision: number, { since, ...rest }: Mark) =>
      set.run({
        id: guide.id,
        expectedRevision: revision,
        step: step.id,
        ...rest,
        ...(since === undefined ? {} : { since: since as never }),
      });
    const result = await send(guide.revision, next);
    if (!result.ok) return;
    setWaiting(false);
    toast({
      text: t('page.changed', { step: title, state: t(`states.${next.state}`) }),
      act: { label: t('page.undo'), onAct: () => void send(result.value.revision, before) },
    });
    if (next.state === 'done' || next.state === 'alreadyDone') onDone();
  };
  if (guide.finishedAt !== null) return <Standing step={step} />;
  const done = step.state === 'done' || step.state === 'alreadyDone';
  return (
    <section className="guide-block" aria-label={t('page.howFar')}>
      <h3>{t('page.howFar')}</h3>
      <Standing step={step} />
      <div className="row-of">
        {!done && (
          <>
            <Button primary busy={set.busy} onPress={() => void mark({ state: 'done', note: step.note })}>
              {t('page.done')}
            </Button>
            <Button onPress={() => void mark({ state: 'alreadyDone', note: step.note })}>
              {t('page.already')}
            </Button>
            <Button icon="hourglass" pressed={waiting} onPress={() => setWaiting(!waiting)}>
              {t('page.wait')}
            </Button>
          </>
        )}
        {step.state !== 'open' && (
          <Button
            plain
            icon="undo"
            onPress={() => void mark({ state: step.by === 'person' ? 'open' : 'notDone', note: step.note })}
          >
            {t('page.reopen')}
          </Button>
        )}
      </div>
      {waiting && !done && (
        <WaitForm key={step.id} step={step} busy={set.busy} onKeep={(next) => void mark(next)} />
      )}
      <FailureNote failure={set.failure} />
    </section>
  );
}

function Standing({ step }: { step: GuideStep }) {
  const { t } = useTranslation('guide');
  const formats = useFormats();
  const date = step.since === null ? '' : formats.day(step.since, 'long');
  const note = step.note === '' ? null : <p>{step.note}</p>;
  if (step.by === 'app') return <Note tone="ok">{t('states.byApp')}</Note>;
  if (step.by === 'answers') return <Note tone="ok">{t('states.settled')}</Note>;
  if (step.state === 'waiting')
    return (
      <Note tone="warn" icon="hourglass">
        <p>
          {step.person === ''
            ? t('page.waitingUnnamed', { date })
            : t('page.waitingFor', { person: step.person, date })}
        </p>
        {note}
      </Note>
    );
  if (step.state === 'open')
    return step.by === 'person' ? <Note tone="info">{t('states.notDoneWhat')}</Note> : null;
  return (
    <Note tone="ok">
      <p>{t('page.doneOn', { date })}</p>
      {note}
    </Note>
  );
}

function WaitForm({ step, busy, onKeep }: { step: GuideStep; busy: boolean; onKeep: (mark: Mark) => void }) {
  const { t } = useTranslation('guide');
  const { practiceDate } = useAppState();
  const today = practiceDate ?? brusselsToday();
  const [person, setPerson] = useState(step.person);
  const [since, setSince] = useState<string | null>(step.since ?? today);
  const [note, setNote] = useState(step.note);
  const [tried, setTried] = useState(false);
  const wrong = since === null || since > today;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (since !== null && !wrong) onKeep({ state: 'waiting', person, since, note });
      }}
    >
      <TextField
        name="person"
        label={t('page.person')}
        hint={t('page.personHint')}
        maxLength={120}
        value={person}
        onChange={(event) => setPerson(event.target.value)}
      />
      <DateField
        name="since"
        label={t('page.since')}
        value={since}
        error={tried && wrong ? t('page.sinceWrong') : undefined}
        onChange={setSince}
      />
      <TextField
        name="note"
        label={t('page.note')}
        hint={t('page.noteHint')}
        maxLength={500}
        lines={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row-of">
        <Button primary type="submit" busy={busy}>
          {t('page.keepWaiting')}
        </Button>
      </div>
    </form>
  );
}
