// Takes the badges of a worker back at the office: one that was lost registers nobody any more.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function LostBadge() {
  const { t } = useTranslation('registration-point');
  const takeBack = useAct('point.takeBackBadges');
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaid(null);
    const result = await takeBack.run({ number });
    if (!result.ok) return;
    const { outcome, badges } = result.value;
    setWrong(outcome === 'numberWrong');
    if (outcome === 'numberWrong') return;
    setSaid(outcome === 'none' ? t('lost.none') : t('lost.takenBack', { count: badges }));
    // What was typed stays where nothing was found: it may be the wrong person's.
    if (outcome === 'takenBack') setNumber('');
  };
  return (
    <Sheet title={t('lost.title')} stacked>
      <p>{t('lost.what')}</p>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          name="lostNumber"
          label={t('lost.number')}
          maxLength={40}
          value={number}
          {...(wrong ? { error: t('lost.numberWrong') } : {})}
          onChange={(event) => {
            setNumber(event.target.value);
            setWrong(false);
          }}
        />
        {said !== null && (
          <Note tone="ok" announce>
            {said}
          </Note>
        )}
        <FailureNote failure={takeBack.failure} />
        <div className="row-of">
          <Button type="submit" busy={takeBack.busy}>
            {t('lost.act')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
