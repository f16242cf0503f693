// The folder that is watched for new files, and with which number the feed begins here.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type State = CallOutput<'registerFeed.state'>;

export function WatchedFolder({ state }: { state: State }) {
  const { t } = useTranslation('register-feed');
  const { watched, lastReferenceDate, lastSequence } = state;
  const look = useAct('registerFeed.look');
  const end = useAct('registerFeed.watch');
  const [changing, setChanging] = useState(false);
  return (
    <Sheet title={t('watched.title')} stacked>
      {watched === null ? (
        <p>{t('watched.off')}</p>
      ) : watched.readable ? (
        <p>{t('watched.on', { name: watched.name })}</p>
      ) : (
        <Note tone="warn">{t('watched.unreadable', { name: watched.name })}</Note>
      )}
      {watched === null || changing ? (
        <PlaceForm onDone={() => setChanging(false)} />
      ) : (
        <>
          <FailureNote failure={look.failure ?? end.failure} />
          <div className="row-of">
            <Button small icon="again" busy={look.busy} onPress={() => void look.run({})}>
              {t('watched.look')}
            </Button>
            <Button small onPress={() => setChanging(true)}>
              {t('watched.change')}
            </Button>
            <Button small plain busy={end.busy} onPress={() => void end.run({ place: null })}>
              {t('watched.end')}
            </Button>
          </div>
        </>
      )}
      {lastReferenceDate === null && <StartForm key={lastSequence} first={lastSequence + 1} />}
    </Sheet>
  );
}

function PlaceForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('register-feed');
  const watch = useAct('registerFeed.watch');
  const [place, setPlace] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [wrong, setWrong] = useState(false);
  const problems = wrong ? [{ name: 'feedPlace', message: t('watched.placeWrong') }] : [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = place.trim() === '' ? null : await watch.run({ place: place.trim() });
    setAttempt((count) => count + 1);
    setWrong(result === null || (!result.ok && ['invalidInput', 'notFound'].includes(result.failure.code)));
    if (result?.ok === true) onDone();
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <TextField
        name="feedPlace"
        label={t('watched.place')}
        hint={t('watched.placeHint')}
        error={problems[0]?.message}
        value={place}
        maxLength={1_000}
        onChange={({ target }) => setPlace(target.value)}
      />
      <FailureNote failure={wrong ? null : watch.failure} />
      <div>
        <Button small type="submit" busy={watch.busy}>
          {t('watched.set')}
        </Button>
      </div>
    </form>
  );
}

function StartForm({ first }: { first: number }) {
  const { t } = useTranslation('register-feed');
  const start = useAct('registerFeed.startAt');
  const [number, setNumber] = useState(String(first));
  const [attempt, setAttempt] = useState(0);
  const sequence = /^[1-9]\d{0,7}$/.test(number.trim()) ? Number(number) : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (sequence !== null) await start.run({ sequence });
  };
  const problems = attempt > 0 && sequence === null ? [{ name: 'feedFirst', message: t('start.wrong') }] : [];
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <TextField
        name="feedFirst"
        error={problems[0]?.message}
        label={t('start.label')}
        hint={t('start.hint')}
        short
        number
        inputMode="numeric"
        value={number}
        maxLength={8}
        onChange={({ target }) => setNumber(target.value)}
      />
      <FailureNote failure={start.failure} />
      <div>
        <Button small type="submit" busy={start.busy}>
          {t('start.do')}
        </Button>
      </div>
    </form>
  );
}
