// Switches of the practice environment: its date, sample employers, and bad luck to practise with.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { FaultSwitches } from './fault-switches.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

export default function PracticePage() {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('title')} lead={t('lead')} reading>
      <SettingsTabs />
      <PracticeDate />
      <Samples />
      <FaultSwitches />
    </Page>
  );
}

function PracticeDate() {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const toast = useToast();
  const { practiceDate } = useAppState();
  const setDate = useAct('practice.setDate');
  const [date, setTyped] = useState(practiceDate);
  const [attempt, setAttempt] = useState(0);
  const problems = date === null ? [{ name: 'practiceDate', message: t('practice.dateMissing') }] : [];
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (date === null) return;
    const result = await setDate.run({ date });
    if (result.ok) toast({ text: t('practice.dateSet', { date: formats.day(date, 'long') }) });
  };
  const wrong = attempt > 0 ? problems[0]?.message : undefined;
  return (
    <Sheet title={t('practice.dateTitle')}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        <DateField
          name="practiceDate"
          label={t('practice.date')}
          hint={t('practice.dateHint')}
          value={date}
          error={wrong}
          onChange={(day) => setTyped(day)}
        />
        <FailureNote failure={setDate.failure} />
        <div className="wizard-acts">
          <Button type="submit" busy={setDate.busy}>
            {t('practice.setDate')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function Samples() {
  const { t } = useTranslation('settings');
  const toast = useToast();
  const add = useAct('practice.addSamples');
  const run = async (): Promise<void> => {
    const result = await add.run({});
    if (result.ok) toast({ text: t('practice.samplesAdded', { employers: result.value.employers }) });
  };
  return (
    <Sheet title={t('practice.samplesTitle')} stacked>
      <p>{t('practice.samples')}</p>
      <FailureNote failure={add.failure} />
      <div className="row-of">
        <Button icon="plus" busy={add.busy} onPress={() => void run()}>
          {t('practice.addSamples')}
        </Button>
      </div>
    </Sheet>
  );
}
